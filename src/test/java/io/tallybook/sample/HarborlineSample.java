package io.tallybook.sample;

/**
 * Harborline Freight Inc., Baltimore: points under an MPSA purchasing account, and a Server and Cloud Enrollment with one
 * component above the threshold of unlimited support and one a cent below it.
 */
final class HarborlineSample {
    private HarborlineSample() {}

    static SampleBook book() {
        SampleBook book = new SampleBook();
        book.sheet(
                        "agreements",
                        "Agreement",
                        "Account",
                        "Program",
                        "Currency",
                        "Start",
                        "End",
                        "Academic",
                        "Level",
                        "Premier Start",
                        "Premier End")
                .row("PA-300455 | A-1004 | MPSA | USD | 2025-01-01 | 2027-12-31 | N")
                .row("7300118 | A-1004 | SCE | USD | 2024-07-01 | 2027-06-30 | N | D | 2024-07-01 | 2027-06-30")
                .row("MCA-7718 | A-1004 | MCA | USD | 2025-05-01 | 2028-04-30 | N");
        purchases(book);
        book.sheet(
                        "support_cases",
                        "Case",
                        "Account",
                        "Agreement",
                        "Charged To",
                        "Channel",
                        "Opened",
                        "Severity",
                        "Product",
                        "Edition",
                        "Version",
                        "Status",
                        "Converted By",
                        "Resolution Channel",
                        "Resolved",
                        "First Response",
                        "Issues")
                .row(
                        "2607150020003350 | A-1004 | PA-300455 | PA-300455 | PHONE | 2026-07-15T15:40 | B | Windows Server |"
                                + " Standard | 2022 | RESOLVED | | | 2026-07-16T18:00 | 2026-07-15T16:25 | #2")
                .row(
                        "2608260020005118 | A-1004 | 7300118 | | PHONE | 2026-08-26T13:10 | A | SQL Server | Enterprise Core | 2022"
                                + " | RESOLVED | | | 2026-08-27T02:30 | 2026-08-26T14:05 | #1")
                .row(
                        "2610050020001906 | A-1004 | 7300118 | PA-300455 | PHONE | 2026-10-05T17:00 | C | CIS Suite Datacenter | |"
                                + " 2022 | OPEN | | | | 2026-10-06T09:10 | #1");
        book.sheet("support_contacts", "Agreement", "Contact", "Name", "E-Mail", "Type", "Channel")
                .row("PA-300455 | P1 | Dana Whitlock | d.whitlock@harborline.example | PERSON | BOTH")
                .row("7300118 | P1 | Dana Whitlock | d.whitlock@harborline.example | PERSON | BOTH")
                .row("7300118 | P2 | Luis Ortega | l.ortega@harborline.example | PERSON | WEB");
        book.sheet("incident_conversions", "Conversion", "Agreement", "Date", "Incidents", "Kind", "Target", "Rate")
                .row("HL-C1 | 7300118 | 2026-04-09 | #5 | CONVERSION | PREMIER_PRS_HOURS | #10")
                .row("HL-C2 | 7300118 | 2026-09-30 | #3 | CONVERSION | DSE_HOURS");
        book.sheet(
                        "licenses",
                        "License",
                        "Account",
                        "Agreement",
                        "Product",
                        "Edition",
                        "Version",
                        "Metric",
                        "Quantity",
                        "SA Start",
                        "SA End",
                        "With SA",
                        "Access To")
                .row(
                        "HL-L1 | A-1004 | PA-300455 | Windows Server | Standard | 2022 | CORE | #120 | 2025-01-01 | 2027-12-31 | Y")
                .row("HL-L2 | A-1004 | PA-300455 | Core CAL Suite | | | CAL_USER | #900 | 2025-01-01 | 2027-12-31 | Y |"
                        + " Windows Server")
                .row(
                        "HL-L3 | A-1004 | 7300118 | SQL Server | Enterprise Core | 2022 | CORE | #96 | 2024-07-01 | 2027-06-30 | Y");
        book.sheet(
                        "solutions",
                        "Solution",
                        "Account",
                        "Name",
                        "Agreement",
                        "Delivery Model",
                        "Functions",
                        "Own Components",
                        "Azure Delivered",
                        "Resale",
                        "Meters Exposed",
                        "Meter Prices Exposed",
                        "Stated By",
                        "Stated On")
                .row(
                        "LANETRACK | A-1004 | Lane Track | MCA-7718 | SaaS | ROUTE_PLANNING;BILLING;STORAGE | #4 | Y | N | N | N |"
                                + " Grace Romano | 2026-09-02");
        book.sheet("solution_charges", "Charge", "Solution", "End Customer", "Date", "Amount", "Currency")
                .row("LT-2606 | LANETRACK | | 2026-06-30 | #8900.00 | USD")
                .row("LT-2607 | LANETRACK | | 2026-07-31 | #8900.00 | USD")
                .row("LT-2608 | LANETRACK | | 2026-08-31 | #9150.00 | USD")
                .row("LT-2609 | LANETRACK | | 2026-09-30 | #9150.00 | USD")
                .row("LT-2610 | LANETRACK | | 2026-10-31 | #9150.00 | USD");
        return book;
    }

    private static void purchases(SampleBook book) {
        book.sheet(
                        "purchases",
                        "Agreement",
                        "Line",
                        "Order Date",
                        "Product",
                        "Edition",
                        "Pool",
                        "Offering",
                        "Order Type",
                        "License Model",
                        "Quantity",
                        "Amount",
                        "SA Amount",
                        "Currency",
                        "Coverage Start",
                        "Coverage End")
                .row(
                        "PA-300455 | 1 | 2025-01-10 | SQL Server | Enterprise Core | SERVER | L_SA | INITIAL | CORE_2_PACK | #16 |"
                                + " #219968.00 | | USD | 2025-01-01 | 2027-12-31")
                .row(
                        "PA-300455 | 2 | 2025-01-10 | Windows Server | Standard | SERVER | SA | INITIAL | CORE_2_PACK | #60 |"
                                + " #4680.00 | | USD | 2025-01-01 | 2027-12-31")
                .row(
                        "PA-300455 | 3 | 2025-01-10 | Office Professional Plus | | APPLICATIONS | SA | INITIAL | DEVICE | #2150 |"
                                + " #301000.00 | | USD | 2025-01-01 | 2027-12-31")
                .row(
                        "PA-300455 | 4 | 2025-01-10 | Core CAL Suite | | CAL | SA | INITIAL | CAL | #900 | #44100.00 | | USD |"
                                + " 2025-01-01 | 2027-12-31")
                .row(
                        "PA-300455 | 5 | 2026-06-17 | Windows Server | Standard | SERVER | SA | RETURN | CORE_2_PACK | #-4 |"
                                + " #-312.00 | | USD | 2025-01-01 | 2027-12-31")
                .row(
                        "7300118 | 1 | 2024-07-01 | SQL Server | Enterprise Core | SERVER | L_SA | INITIAL | CORE_2_PACK | #48 |"
                                + " #1210464.00 | #752400.00 | USD | 2024-07-01 | 2027-06-30")
                // 749,999.97 over three years: 249,999.99 a year, one cent below the threshold.
                .row("7300118 | 2 | 2024-07-01 | CIS Suite Datacenter | | SERVER | SA | INITIAL | CORE_16_PACK | #180 |"
                        + " #749999.97 | | USD | 2024-07-01 | 2027-06-30")
                .row(
                        "MCA-7718 | 1 | 2026-06-30 | Windows Server | Standard | SERVER | SUBSCRIPTION | INITIAL | CORE_16_PACK |"
                                + " #4 | #3460.00 | | USD | 2026-07-01 | 2027-06-30");
    }
}
