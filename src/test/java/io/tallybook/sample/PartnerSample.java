package io.tallybook.sample;

/**
 * Partners of the program: Pierhead Software, in the last weeks of its year, with an enrollment besides; and Lumen Works,
 * whose Action Pack ran out, and which has just bought another offer.
 */
final class PartnerSample {
    private PartnerSample() {}

    /** What the partners were granted: benefits and fees as a licensing desk keeps them, with release and support dates. */
    static SampleBook reference() {
        SampleBook book = new SampleBook();
        book.sheet(
                        "offer_benefits",
                        "Offer Code",
                        "Designation",
                        "Benefit",
                        "Quantity",
                        "Incident Type",
                        "Credit",
                        "Amount",
                        "Currency",
                        "Listed From",
                        "Listed Until",
                        "Source")
                .row(
                        "Partner Success Expanded Benefits | | Microsoft 365 E5 | #60 | | | | | 2024-10-01 | 2025-10-31 | invented")
                .row("Partner Success Expanded Benefits | | Microsoft 365 E5 | #50 | | | | | 2025-11-01 | | invented")
                .row(
                        "Partner Success Expanded Benefits | | Windows 11 Enterprise | #50 | | | | | 2024-10-01 | | invented")
                .row("Partner Success Expanded Benefits | | SQL Server Standard | #2 | | | | | 2024-10-01 | | invented")
                .row(
                        "Partner Success Expanded Benefits | | Visio Plan 2 | | | | | | 2024-10-01 | | quantity not read yet")
                .row("Partner Success Expanded Benefits | | Cloud incidents | #5 | SCS | | | | 2024-10-01 | | invented")
                .row(
                        "Partner Success Expanded Benefits | | Azure credit | | | MONTHLY | #350 | USD | 2024-10-01 | | invented")
                .row(
                        "Partner Launch Benefits | | Microsoft 365 Business Premium | #20 | | | | | 2024-10-01 | | invented")
                .row("Microsoft Action Pack | | Windows 11 Enterprise | #10 | | | | | 2024-01-01 | | invented")
                .row("Microsoft Action Pack | | Office Professional Plus | #10 | | | | | 2024-01-01 | | invented");
        book.sheet("offer_fees", "Offer Code", "Fee", "Currency", "Valid From")
                .row("Solutions Partner | #4200 | EUR | 2024-01-01")
                .row("Legacy Gold | #4200 | EUR | 2024-01-01")
                .row("Gold Competency | #4200 | EUR | 2021-01-01")
                .row("Legacy Silver | #1500 | EUR | 2024-01-01")
                .row("Silver Competency | #1450 | EUR | 2021-01-01");
        book.sheet("product_releases", "Product", "Version", "Released")
                .row("Project Server | 2013 | 2012-12-01")
                .row("Project Server | 2016 | 2015-10-01")
                .row("Project Server | 2019 | 2018-10-22");
        book.sheet("lifecycle", "Product", "Version", "Mainstream End", "Extended End")
                .row("Project Server | 2016 | 2020-10-13 | 2025-10-14")
                .row("Project Server | 2019 | 2024-01-09 | 2025-10-14");
        return book;
    }

    static SampleBook pierhead() {
        SampleBook book = new SampleBook();
        book.sheet("accounts", "Account", "Name", "Account Manager", "E-Mail", "Country", "Home Currency", "Language")
                .row("P-2001 | Pierhead Software GmbH | Katrin Behrens | k.behrens@tallybook.example | DE | EUR | de");
        book.sheet("agreements", "agreement", "account", "program", "currency", "start", "end")
                .row("8120044 | P-2001 | EA | EUR | 2024-01-01 | 2026-12-31");
        book.sheet(
                        "purchases",
                        "agreement",
                        "line",
                        "order_date",
                        "product",
                        "edition",
                        "offering",
                        "quantity",
                        "amount",
                        "sa_amount",
                        "currency",
                        "coverage_start",
                        "coverage_end")
                .row("8120044 | 1 | 2024-01-15 | SQL Server | Standard Core | L_SA | #40 | #118000 | #47250 | EUR |"
                        + " 2024-01-01 | 2026-12-31")
                .row(
                        "8120044 | 2 | 2024-01-15 | Core CAL Suite | | SA | #180 | #14940 | | EUR | 2024-01-01 | 2026-12-31");
        book.sheet("agreement_counts", "agreement_count", "agreement", "product", "counted_on", "quantity", "reason")
                .row("PC-1 | 8120044 | Microsoft 365 E3 | 2025-01-01 | #180 |")
                .row("PC-2 | 8120044 | Microsoft 365 E3 | 2026-01-01 | #150 |");
        book.sheet(
                        "partners",
                        "account",
                        "membership_start",
                        "membership_end",
                        "anniversary",
                        "learning_partner",
                        "product_license_rights")
                .row("P-2001 | 2025-11-15 | 2026-11-14 | 2019-11-15 | N | Y");
        book.sheet("partner_people", "person", "account", "name", "role", "employment", "sign_in", "administrator_from")
                .row("PH-01 | P-2001 | Ines Albrecht | TECHNICAL | EMPLOYEE | i.albrecht@pierhead.example | 2023-02-01")
                .row("PH-02 | P-2001 | Tom Reiter | SALES | EMPLOYEE | t.reiter@pierhead.example |")
                .row("PH-03 | P-2001 | Lea Sommer | PRESALES | EMPLOYEE | l.sommer@pierhead.example |");
        book.sheet("partner_organizations", "organization", "account", "name", "relation", "listed_from")
                .row("PH-HAM | P-2001 | Pierhead Hamburg | LOCATION | 2019-11-15")
                .row("PH-ACQ | P-2001 | Kaiwerk GmbH | ACQUIRED | 2026-04-01");
        book.sheet(
                        "partner_offers",
                        "offer",
                        "account",
                        "offer_code",
                        "purchase_type",
                        "purchased",
                        "eligible_on",
                        "start",
                        "end",
                        "benefits_reviewed",
                        "fee",
                        "currency",
                        "fee_paid",
                        "benefits_provided")
                .row(
                        "PO-24 | P-2001 | Partner Success Expanded Benefits | INITIAL | 2024-11-15 | 2024-11-11 | 2024-11-15 |"
                                + " 2025-11-14 | 2024-11-15 | #3600 | EUR | 2024-11-15 | 2024-11-16")
                .row(
                        "PO-25 | P-2001 | Partner Success Expanded Benefits | RENEWAL | 2025-11-07 | 2025-11-03 | 2025-11-15 |"
                                + " 2026-11-14 | 2025-11-09 | #3600 | EUR | 2025-11-07 | 2025-11-15");
        book.sheet(
                        "program_uses",
                        "use",
                        "account",
                        "kind",
                        "benefit",
                        "offer",
                        "quantity",
                        "person",
                        "machine",
                        "organization",
                        "purpose",
                        "environment",
                        "revenue",
                        "machine_owner",
                        "site_owner",
                        "activated",
                        "start")
                .row(
                        "PU-1 | P-2001 | CLOUD | Microsoft 365 E5 | PO-25 | #38 | PH-01 | | | INTERNAL_BUSINESS | PRODUCTION | NONE"
                                + " | | | | 2025-11-15")
                .row("PU-2 | P-2001 | CLOUD | Microsoft 365 E5 | PO-25 | #14 | PH-01 | | PH-HAM | INTERNAL_BUSINESS |"
                        + " PRODUCTION | NONE | | | | 2025-11-15")
                .row(
                        "PU-3 | P-2001 | ON_PREMISES | Windows 11 Enterprise | PO-24 | #30 | | M-100 | | INTERNAL_BUSINESS | DEV |"
                                + " NONE | | PARTNER | Y | 2024-12-01")
                .row(
                        "PU-4 | P-2001 | ON_PREMISES | SQL Server Standard | PO-24 | | | M-101 | | SOLUTION_DEVELOPMENT | TEST |"
                                + " NONE | | PARTNER | | 2024-12-01")
                .row(
                        "PU-5 | P-2001 | CLOUD | Visio Plan 2 | PO-25 | #3 | PH-02 | | PH-ACQ | DEMO | DEMO | NONE | PARTNER | |"
                                + " | 2026-03-01")
                .row(
                        "PU-6 | P-2001 | VISUAL_STUDIO | Visual Studio Professional | PO-25 | | PH-01 | | | TEST | TEST | NONE |"
                                + " | | | 2025-12-01");
        book.sheet(
                        "program_keys",
                        "key",
                        "account",
                        "offer",
                        "product",
                        "type",
                        "seats",
                        "activation_limit",
                        "issued_limit",
                        "issued",
                        "issued_to",
                        "reactivated")
                .row(
                        "PK-1 | P-2001 | PO-25 | Windows 11 Enterprise | MAK | #50 | #50 | #50 | 2025-11-15 | ORGANIZATION |")
                .row(
                        "PK-2 | P-2001 | PO-24 | SQL Server Standard | PRODUCT_KEY | #2 | | | 2024-11-15 | ORGANIZATION | 2025-11-20")
                .row("PT-1 | P-2001 | PO-25 | Microsoft 365 E5 | TOKEN | #25 | | | 2025-11-07 | ORGANIZATION |")
                .row("PT-2 | P-2001 | PO-25 | Microsoft 365 E5 | TOKEN | #25 | | | 2025-11-07 | ORGANIZATION |");
        book.sheet(
                        "key_activations",
                        "activation",
                        "key",
                        "date",
                        "machine",
                        "covered_by",
                        "tenant",
                        "seats",
                        "current_tenant")
                .row("PA-1 | PK-1 | 2025-11-20 | M-100 | PROGRAM | | |")
                .row("PA-2 | PK-1 | 2026-02-03 | M-100 | PROGRAM | | |")
                .row("PA-3 | PT-1 | 2025-11-14 | | | TEN-PH | #25 | TEN-PH")
                .row("PA-4 | PT-2 | 2025-11-18 | | | TEN-PH | #25 | TEN-PH");
        book.sheet(
                        "cloud_services",
                        "cloud_service",
                        "account",
                        "tenant",
                        "service",
                        "counted_on",
                        "seats_assigned",
                        "offer")
                .row("PS-1 | P-2001 | TEN-PH | Microsoft 365 E5 | 2026-09-30 | #49 | PO-25")
                .row("PS-2 | P-2001 | TEN-PH | Microsoft 365 E5 | 2026-10-30 | #52 | PO-25");
        book.sheet("vs_subscriptions", "vs_subscription", "account", "offer", "edition", "in_use")
                .row("5f0c9a52-1d0b-4a7e-9f4e-2b6a54c0d101 | P-2001 | PO-25 | PROFESSIONAL | Y")
                .row("5f0c9a52-1d0b-4a7e-9f4e-2b6a54c0d102 | P-2001 | PO-25 | PROFESSIONAL | N")
                .row("5f0c9a52-1d0b-4a7e-9f4e-2b6a54c0d103 | P-2001 | PO-25 | PROFESSIONAL | Y");
        book.sheet("azure_credits", "azure_credit", "account", "purpose", "currency")
                .row("c3a1f7de-0000-4000-8000-00000000a001 | P-2001 | SECURITY_COPILOT | USD");
        book.sheet(
                        "partner_requests",
                        "partner_request",
                        "account",
                        "kind",
                        "date",
                        "product",
                        "version",
                        "topic",
                        "portal")
                .row("PR-1 | P-2001 | SCS_INCIDENT | 2026-03-10 | | | |")
                .row("PR-2 | P-2001 | ONPREM_INCIDENT | 2026-04-02 | Project Server | 2019 | |")
                .row("PR-3 | P-2001 | PROGRAM_SUPPORT | 2026-05-05 | | | KEY_REDEMPTION | Partner Center");
        book.sheet("competencies", "competency", "account", "name", "tier", "held_from", "until")
                .row("PX-1 | P-2001 | Application Development | SILVER | 2019-11-15 | 2022-09-30");
        book.sheet("license_needs", "need", "account", "product", "required", "commercial_held", "program_held")
                .row("PN-1 | P-2001 | Microsoft 365 E3 | #170 | #150 | #50");
        return book;
    }

    static SampleBook lumen() {
        SampleBook book = new SampleBook();
        book.sheet("accounts", "Account", "Name", "Account Manager", "E-Mail", "Country", "Home Currency", "Language")
                .row("P-2002 | Lumen Works SARL | Samuel Ito | s.ito@tallybook.example | FR | EUR | en");
        book.sheet(
                        "partner_people",
                        "person",
                        "account",
                        "name",
                        "role",
                        "employment",
                        "administrator_from",
                        "administrator_until")
                .row("LW-01 | P-2002 | Odile Perrin | TECHNICAL | EMPLOYEE | 2022-05-01 | 2026-08-31");
        book.sheet(
                        "partner_offers",
                        "offer",
                        "account",
                        "offer_code",
                        "purchase_type",
                        "purchased",
                        "fee",
                        "currency",
                        "fee_paid",
                        "benefit_consumed",
                        "token_viewed",
                        "refund_requested")
                .row("LO-1 | P-2002 | Microsoft Action Pack | RENEWAL | 2025-01-21 | #475 | EUR | 2025-01-21 | Y | Y |")
                .row(
                        "LO-2 | P-2002 | Partner Launch Benefits | INITIAL | 2026-10-12 | #345 | EUR | 2026-10-12 | N | N |"
                                + " 2026-10-29");
        book.sheet(
                        "program_uses",
                        "use",
                        "account",
                        "kind",
                        "benefit",
                        "offer",
                        "quantity",
                        "machine",
                        "activated",
                        "site_owner",
                        "start",
                        "ended")
                .row(
                        "LU-1 | P-2002 | ON_PREMISES | Windows 11 Enterprise | LO-1 | #6 | L-1 | Y | PARTNER | 2024-03-01 |")
                .row(
                        "LU-2 | P-2002 | ON_PREMISES | Office Professional Plus | LO-1 | #6 | L-1 | N | PARTNER | 2025-02-01 |"
                                + " 2026-01-20");
        book.sheet(
                        "legacy_choices",
                        "legacy_choice",
                        "account",
                        "anniversary",
                        "qualifies",
                        "option_1",
                        "option_2",
                        "renewed",
                        "held_silver",
                        "currency",
                        "fee_paid")
                .row("LC-1 | P-2002 | 2024-05-01 | N | N | Y | SILVER | Y | EUR | 2024-05-01");
        return book;
    }

    /** The export of the admin portal: one subscription used, one free, one that nobody activated. */
    static String studio() {
        return """
                Subscriber Name,Email,Notification Email Address,Microsoft Entra group,Subscription Level,Assigned,Activated,\
                Expiration Date (UTC),Reference,Downloads,Country,Language,Subscription Status,Subscription GUID,Usage Status
                Ines Albrecht,PH-01,i.albrecht@pierhead.example,False,Visual Studio Professional,11/18/2025,True,11/14/2026,\
                ,True,Germany,English,Active,5f0c9a52-1d0b-4a7e-9f4e-2b6a54c0d101,Used
                ,,,,Visual Studio Professional,,False,11/14/2026,\
                ,True,Germany,English,Unassigned,5f0c9a52-1d0b-4a7e-9f4e-2b6a54c0d102,New
                Lea Sommer,PH-03,l.sommer@pierhead.example,False,Visual Studio Professional,09/14/2026,False,11/14/2026,\
                ,True,Germany,English,Active,5f0c9a52-1d0b-4a7e-9f4e-2b6a54c0d103,New
                """;
    }

    /** What the credit was used for, as the sponsorship portal exports it. */
    static String sponsorship() {
        return """
                SubscriptionName,SubscriptionGuid,Date,ResourceGuid,ServiceName,ServiceType,ServiceRegion,ServiceResource,Quantity,Cost
                "Pierhead security","c3a1f7de-0000-4000-8000-00000000a001","9/2/2026","m-1","Security Copilot","SCU","germanywestcentral","Provisioned","100","400.000000"
                "Pierhead security","c3a1f7de-0000-4000-8000-00000000a001","9/14/2026","m-2","Virtual Machines","D2s v5","germanywestcentral","Compute Hours","2E-06","12.500000"
                """;
    }
}
