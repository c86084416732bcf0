package io.tallybook.sample;

/** What two customers have deployed: Lindholm in good order, Marisol with findings of every kind. */
final class EstateSample {
    private EstateSample() {}

    static SampleBook shared() {
        SampleBook book = new SampleBook();
        book.sheet("accounts", "account", "name", "account_manager", "country", "language")
                .row("A-2001 | Lindholm Verkstad AB | Ines Falk | SE | en")
                .row("A-2002 | Marisol Seguros S.A. | Ines Falk | ES | en")
                .row("A-2003 | Tarn Valley Foods Ltd | Ines Falk | GB | en");
        book.sheet(
                        "providers",
                        "provider",
                        "name",
                        "mobility_partner",
                        "listed_provider",
                        "authorized_services_provider")
                .row("HELIO | Helio Cloud | Y | N | Y")
                .row("NUBE | Nube Hosting | N | N |");
        book.sheet("attestations", "clause", "subject", "answer", "stated_by", "stated_on", "valid_to")
                .row("SA-DRR-13 | instance:LV-ERP-DR | Y | Ines Falk | 2026-03-02 | 2027-03-01")
                .row("SA-LMS-05 | agreement:EA-4471 | Y | Ines Falk | 2026-03-02 | 2027-03-01")
                .row("SA-LMS-11 | account:A-2001/provider:HELIO | Y | Ines Falk | 2026-03-02 | 2027-03-01")
                .row("SA-DRR-13 | instance:MS-POL-DR | Y | Ines Falk | 2025-03-02 |");
        return book;
    }

    static SampleBook lindholm() {
        SampleBook book = new SampleBook();
        agreements(book).row("EA-4471 | A-2001 | EA | SEK | 2025-01-01 | 2027-12-31");
        licenses(book)
                .row(
                        "LV-SQL | A-2001 | EA-4471 | SQL Server | Standard | 2019 | CORE | #16 | 2025-01-01 | 2027-12-31 | | Y | Y")
                .row(
                        "LV-SQL-C | A-2001 | EA-4471 | SQL Server | Standard | 2022 | CORE | #8 | 2025-01-01 | 2027-12-31 | | Y | Y");
        servers(book)
                .row("LV-P1 | A-2001 | OWN | | | CUSTOMER | GBG | PRODUCTION | #16 | #2 | |")
                .row("LV-DR1 | A-2001 | OWN | | | CUSTOMER | STO | DISASTER_RECOVERY | #16 | #2 | Y | Y")
                .row("LV-H1 | A-2001 | PROVIDER | HELIO | Y | | HELIO-1 | | | | |");
        instances(book)
                .row(
                        "LV-ERP | A-2001 | LV-P1 | SQL Server | Standard | PRODUCTION | | LV-SQL | #8 | LV-CL1 | | 2024-02-01")
                .row("LV-ERP-DR | A-2001 | LV-DR1 | SQL Server | Standard | BACKUP | LV-ERP | | #8 | | N | 2024-02-15")
                .row("LV-WEB | A-2001 | LV-H1 | SQL Server | Standard | PRODUCTION | | LV-SQL-C | #8 | | | 2025-06-01");
        assignments(book)
                .row("LV-SQL | LV-P1 | 2025-01-01 | | INITIAL")
                .row("LV-SQL-C | LV-H1 | 2025-06-01 | | INITIAL");
        book.sheet("mobility_forms", "form", "account", "provider", "submitted")
                .row("F-118 | A-2001 | HELIO | 2025-05-20");
        return book;
    }

    static SampleBook marisol() {
        SampleBook book = new SampleBook();
        agreements(book).row("EA-5082 | A-2002 | EA | EUR | 2023-12-01 | 2026-11-30");
        licenses(book)
                .row(
                        "MS-SQL | A-2002 | EA-5082 | SQL Server | Standard | 2016 | CORE | #8 | 2023-12-01 | 2026-11-20 | | Y | Y")
                .row(
                        "MS-SRV | A-2002 | EA-5082 | SQL Server | Standard | 2019 | SERVER | #1 | 2023-12-01 | 2027-11-30 | | Y |")
                .row(
                        "MS-WS | A-2002 | EA-5082 | Windows Server | Datacenter | 2016 | CORE | #32 | 2023-12-01 | 2027-11-30 | | | Y")
                .row(
                        "MS-CAL | A-2002 | EA-5082 | SQL Server CAL | | | CAL_USER | #120 | 2023-12-01 | 2025-11-30 | SQL Server | |");
        servers(book)
                .row("MS-P1 | A-2002 | OWN | | | CUSTOMER | MAD | PRODUCTION | #24 | #2 | |")
                .row("MS-P2 | A-2002 | OWN | | | CUSTOMER | BCN | PRODUCTION | #24 | #2 | |")
                .row("MS-DR1 | A-2002 | OWN | | | OTHER | VLC | DISASTER_RECOVERY | #20 | #2 | N | Y")
                .row("MS-N1 | A-2002 | PROVIDER | NUBE | Y | | | | | | |")
                .row("MS-N2 | A-2002 | PROVIDER | NUBE | N | | | | | | |")
                .row("MS-X1 | A-2002 | PROVIDER | OTRO | N | | | | | | |");
        instances(book)
                .row(
                        "MS-POL | A-2002 | MS-P1 | SQL Server | Standard | PRODUCTION | | MS-SQL | #8 | CL-A | | 2024-01-10")
                .row(
                        "MS-POL-DR | A-2002 | MS-DR1 | SQL Server | Standard | BACKUP | MS-POL | | #8 | CL-B | | 2024-02-01")
                .row(
                        "MS-POL-DR2 | A-2002 | MS-DR1 | SQL Server | Standard | BACKUP | MS-POL | | #8 | cl-a | | 2025-02-01")
                .row("MS-WEB | A-2002 | MS-N1 | SQL Server | Standard | PRODUCTION | | MS-SRV | #4 | | | 2025-03-01")
                .row("MS-WEB2 | A-2002 | MS-N1 | SQL Server | Standard | PRODUCTION | | MS-SRV | #4 | | | 2025-04-01")
                .row("MS-OUT | A-2002 | MS-N2 | SQL Server | Standard | PRODUCTION | | MS-SRV | #4 | | | 2025-04-01")
                .row("MS-LAB | A-2002 | MS-X1 | SQL Server | Standard | PRODUCTION | | MS-SRV | #4 | | | 2025-04-01");
        assignments(book)
                .row("MS-SQL | MS-P2 | 2026-05-04 | 2026-07-01 | INITIAL")
                .row("MS-SQL | MS-P1 | 2026-07-01 | | MOVE")
                .row("MS-WS | MS-P2 | 2024-01-10 | | INITIAL");
        book.sheet(
                        "esu_coverage",
                        "esu",
                        "account",
                        "server",
                        "product",
                        "version",
                        "year",
                        "start",
                        "end",
                        "ordered",
                        "quantity",
                        "license")
                .row(
                        "MS-E1 | A-2002 | MS-P2 | Windows Server | 2016 | #2 | 2026-01-14 | 2027-01-13 | 2026-01-05 | #16 | MS-WS");
        book.sheet(
                        "unified_solutions",
                        "solution",
                        "account",
                        "name",
                        "windows_server_source",
                        "direct_access",
                        "operator")
                .row("MS-PORTAL | A-2002 | Broker portal | OWN_LICENSE | N | CUSTOMER");
        book.sheet(
                        "unified_solution_components",
                        "solution",
                        "component",
                        "use",
                        "product",
                        "server",
                        "license",
                        "required")
                .row("MS-PORTAL | DB | SELF_HOSTED | SQL Server | MS-N1 | MS-SRV | #2");
        return book;
    }

    static String runs() {
        return """
                run,instance,start,end,reason
                LV-R1,LV-ERP-DR,2026-05-12T09:00,2026-05-12T15:00,TEST
                LV-R2,LV-ERP-DR,2026-07-02T04:30,2026-07-02T19:00,DISASTER
                LV-R3,LV-ERP-DR,2026-09-15T09:00,2026-09-16T08:00,TEST
                MS-R1,MS-POL-DR,2026-03-02T22:00,2026-03-03T02:00,TEST
                MS-R2,MS-POL-DR,2026-03-10T09:00,2026-03-10T12:00,TEST
                MS-R3,MS-POL-DR,2026-06-11T05:00,2026-06-14T20:00,DISASTER
                MS-R4,MS-POL-DR,2026-08-20T23:30,2026-08-21T01:00,OTHER
                MS-R5,MS-POL-DR,2026-09-01T10:00,2026-09-01T09:00,OTHER
                """;
    }

    static String outages() {
        return """
                outage,server,start,end
                LV-O1,LV-P1,2026-07-02T04:10,2026-07-02T19:40
                MS-O1,MS-P1,2026-06-11T04:00,2026-06-11T16:00
                """;
    }

    /** What RVTools writes of Tarn Valley's hosts: nobody has said anything else of them. */
    static String hosts() {
        return """
                Host,Datacenter,Cluster,Config status,# CPU,Cores per CPU,# Cores,# VMs,ESX Version
                esx1.tarnvalley.example,Kendal,CL1,green,2,10,20,2,VMware ESXi 8.0.2
                esx2.tarnvalley.example,Kendal,CL1,green,2,10,20,1,VMware ESXi 8.0.2
                """;
    }

    static String machines() {
        return """
                VM,Powerstate,Template,CPUs,Memory,Datacenter,Cluster,Host,OS according to the configuration file,OS according to the VMware Tools
                tv-dc1,poweredOn,False,4,8192,Kendal,CL1,esx1.tarnvalley.example,Microsoft Windows Server 2016 (64-bit),Microsoft Windows Server 2019 (64-bit)
                tv-sql1,poweredOn,False,8,32768,Kendal,CL1,esx1.tarnvalley.example,Microsoft Windows Server 2016 (64-bit),Microsoft Windows Server 2016 (64-bit)
                tv-old,poweredOff,False,-1,4096,Kendal,CL1,esx2.tarnvalley.example,Microsoft Windows Server 2012 (64-bit),
                tv-golden,poweredOff,True,2,4096,Kendal,CL1,esx2.tarnvalley.example,Microsoft Windows Server 2022 (64-bit),
                """;
    }

    private static SampleBook.Sheet agreements(SampleBook book) {
        return book.sheet("agreements", "agreement", "account", "program", "currency", "start", "end");
    }

    private static SampleBook.Sheet licenses(SampleBook book) {
        return book.sheet(
                "licenses",
                "license",
                "account",
                "agreement",
                "product",
                "edition",
                "version",
                "metric",
                "quantity",
                "sa_start",
                "sa_end",
                "access_to",
                "license_mobility",
                "dr_eligible");
    }

    private static SampleBook.Sheet servers(SampleBook book) {
        return book.sheet(
                "servers",
                "server",
                "account",
                "location",
                "provider",
                "shared",
                "managed_by",
                "farm",
                "purpose",
                "physical_cores",
                "processors",
                "hyper_v_replica",
                "virtualization_only");
    }

    private static SampleBook.Sheet instances(SampleBook book) {
        return book.sheet(
                "instances",
                "instance",
                "account",
                "server",
                "product",
                "edition",
                "role",
                "protects",
                "license",
                "virtual_cores",
                "cluster",
                "clustered",
                "deployed");
    }

    private static SampleBook.Sheet assignments(SampleBook book) {
        return book.sheet("assignments", "license", "server", "assigned", "released", "reason");
    }
}
