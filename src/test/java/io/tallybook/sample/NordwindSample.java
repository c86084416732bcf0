package io.tallybook.sample;

import java.util.List;

/**
 * Nordwind GmbH, Hamburg: an enrollment in EUR one cent below its fifth incident, an Open Value agreement in CHF paid in
 * instalments, a return, and rows that are wrong on purpose.
 */
final class NordwindSample {
    private static final String[] PURCHASES = {
        "Agreement",
        "Line",
        "Order",
        "Order Date",
        "Invoice Date",
        "Product",
        "Edition",
        "Version",
        "Pool",
        "Offering",
        "Order Type",
        "License Model",
        "Quantity",
        "Amount",
        "SA Amount",
        "Currency",
        "Coverage Start",
        "Coverage End"
    };

    private NordwindSample() {}

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
                        "Payment",
                        "SA Commitment")
                .row("68200417 | A-1001 | EA | EUR | 2024-11-01 | 2027-10-31 | N | C | UPFRONT | PLATFORM")
                .row("V7700214 | A-1001 | OPEN_VALUE | CHF | 2025-02-01 | 2028-01-31 | N | | SPREAD | NONE");
        purchases(book);
        book.sheet(
                        "support_cases",
                        "Case",
                        "Account",
                        "Agreement",
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
                        "Issues",
                        "Customer Asked",
                        "Customer Answered")
                .row(
                        "2606110010001234 | A-1001 | 68200417 | PHONE | 2026-06-11T10:05 | A | SQL Server | Standard | 2022 |"
                                + " RESOLVED | | | 2026-06-11T18:40 | 2026-06-11T11:20 | #1")
                .row(
                        "2607030010004410 | A-1001 | 68200417 | WEB | 2026-07-03T14:30 | B | Windows Server | Datacenter | 2022"
                                + " | RESOLVED | CUSTOMER | PHONE | 2026-07-07T12:00 | 2026-07-03T16:10 | #1 | 2026-07-06T09:15"
                                + " | 2026-07-06T11:05")
                .row(
                        "2608190010007702 | A-1001 | 68200417 | WEB | 2026-08-19T09:45 | C | Office Professional Plus | | 2021 |"
                                + " RESOLVED | NONE | ELECTRONIC | 2026-08-21T16:30 | 2026-08-20T09:30 | #1")
                .row(
                        "2609220010002905 | A-1001 | 68200417 | PHONE | 2026-09-22T07:40 | B | SQL Server | Standard | 2014 |"
                                + " RESOLVED | | | 2026-09-24T17:00 | 2026-09-22T14:20 | #1")
                // A text that a spreadsheet program would run if it were taken for a formula: it has to stay a text.
                .row(
                        "2610140010003311 | A-1001 | V7700214 | PHONE | 2026-10-14T11:00 | C | =cmd¦'/c calc'!A1 | | 2022 |"
                                + " OPEN | | | | 2026-10-14T15:30 | #1");
        book.sheet(
                        "support_contacts",
                        "Agreement",
                        "Contact",
                        "Name",
                        "E-Mail",
                        "Type",
                        "Channel",
                        "Active From",
                        "Active To")
                .row("68200417 | K1 | Jörg Lüders | j.lueders@nordwind.example | PERSON | BOTH | 2024-11-01")
                .row("68200417 | K2 | Ayşe Yıldız | a.yildiz@nordwind.example | PERSON | WEB | 2025-02-15")
                .row("68200417 | K3 | Service Desk Nord | servicedesk@nordwind.example | | BOTH | 2026-01-01")
                .row("V7700214 | K1 | Jörg Lüders | j.lueders@nordwind.example | PERSON | WEB | 2025-02-01");
        book.sheet("incident_conversions", "Conversion", "Agreement", "Date", "Incidents", "Kind", "Target", "Rate")
                .row("NW-C1 | 68200417 | 2026-03-16 | #1 | CONVERSION | UNIFIED_SUPPORT");
        // What people keep beside their lists: no table, and hidden.
        book.sheet("codes", "offering", "text").row("L_SA | license and SA").row("SA | Software Assurance alone");
        book.hideLast();
        return book;
    }

    private static void purchases(SampleBook book) {
        // Server and CAL: 48,240.00 + 30,600.00 + 27,000.00 + 8,040.00 - 8,040.00 + 1,659.99 = 107,499.99, one cent
        // below
        // five times 21,500.
        book.sheet("purchases", List.of("Nordwind GmbH - Bestellungen", "Stand 31.10.2026"), PURCHASES)
                .row(
                        "68200417 | 0010 | PO-24-1187 | 2024-11-05 | 2024-11-29 | SQL Server | Standard Core | 2022 | SERVER | L_SA"
                                + " | INITIAL | CORE_2_PACK | #24 | #86112.00 | #48240.00 | EUR | 2024-11-01 | 2027-10-31")
                .row(
                        "68200417 | 0020 | PO-24-1187 | 2024-11-05 | 2024-11-29 | Windows Server | Datacenter | 2022 | SERVER |"
                                + " L_SA | INITIAL | CORE_2_PACK | #40 | #61200.00 | #30600.00 | EUR | 2024-11-01 | 2027-10-31")
                .row(
                        "68200417 | 0030 | PO-24-1187 | 2024-11-05 | 2024-11-29 | Core CAL Suite | | | CAL | SA | RENEWAL | CAL |"
                                + " #600 | #27000.00 | | EUR | 2024-11-01 | 2027-10-31")
                .row(
                        "68200417 | 0040 | PO-24-1187 | 2024-11-05 | 2024-11-29 | Office Professional Plus | | 2021 | APPLICATIONS"
                                + " | L_SA | INITIAL | DEVICE | #820 | #451000.00 | #188600.00 | EUR | 2024-11-01 | 2027-10-31")
                .row(
                        "68200417 | 0050 | PO-24-1187 | 2024-11-05 | 2024-11-29 | Windows Enterprise | | 11 | SYSTEMS | SA | INITIAL"
                                + " | DEVICE | #820 | #49200.00 | | EUR | 2024-11-01 | 2027-10-31")
                .row(
                        "68200417 | 0060 | PO-25-0934 | 2025-11-03 | 2025-11-28 | SQL Server | Standard Core | 2022 | SERVER | L_SA"
                                + " | TRUE_UP | CORE_2_PACK | #4 | #14352.00 | #8040.00 | EUR | 2025-11-01 | 2027-10-31")
                .row(
                        "68200417 | 0070 | RT-26-0041 | 2026-02-10 | 2026-02-27 | SQL Server | Standard Core | 2022 | SERVER | L_SA"
                                + " | RETURN | CORE_2_PACK | #-4 | #-14352.00 | #-8040.00 | EUR | 2025-11-01 | 2027-10-31")
                .row(
                        "68200417 | 0080 | PO-26-0512 | 2026-06-12 | 2026-06-30 | Visio Professional | | 2021 | APPLICATIONS | L |"
                                + " TRUE_UP | DEVICE | #12 | #5340.00 | | EUR")
                .row(
                        "68200417 | 0090 | PO-26-0633 | 2026-07-21 | 2026-07-31 | SQL Server CAL | | 2022 | CAL | SA | TRUE_UP | CAL"
                                + " | #30 | #1659.99 | | EUR | 2026-07-01 | 2027-10-31")
                .row(
                        "68200417 | 0100 | PO-26-0718 | 31.09.2026 | 2026-09-30 | Project Professional | | 2021 | APPLICATIONS |"
                                + " L_SA | TRUE_UP | DEVICE | #6 | #5700.00 | #2280.00 | EUR | 2026-09-01 | 2027-10-31")
                .row(
                        "68200417 | 0110 | PO-26-0720 | 2026-09-15 | 2026-09-30 | Visio Professional | | 2021 | APPLICATIONS | SA |"
                                + " TRUE_UP | DEVICE | #5 | #890.00 | | EURO | 2026-09-01 | 2027-10-31")
                .row(
                        "68200417 | 0090 | PO-26-0633 | 2026-07-21 | 2026-07-31 | SQL Server CAL | | 2022 | CAL | SA | TRUE_UP | CAL"
                                + " | #30 | #1659.99 | | EUR | 2026-07-01 | 2027-10-31")
                .row(
                        "68200471 | 0010 | PO-26-0801 | 2026-10-06 | 2026-10-30 | Windows Server | Standard | 2022 | SERVER | SA |"
                                + " TRUE_UP | CORE_2_PACK | #16 | #2960.00 | | EUR | 2026-10-01 | 2027-10-31")
                .row(
                        "V7700214 | 1 | OV-25-17 | 2025-02-03 | 2025-02-28 | SQL Server | Standard Core | 2022 | SERVER | SA |"
                                + " INITIAL | CORE_2_PACK | #8 | #33000.00 | | CHF | 2025-02-01 | 2028-01-31")
                .row(
                        "V7700214 | 2 | OV-25-17 | 2025-02-03 | 2026-02-27 | SQL Server | Standard Core | 2022 | SERVER | SA |"
                                + " INITIAL | CORE_2_PACK | #0 | #33000.00 | | CHF | 2025-02-01 | 2028-01-31")
                .row(
                        "V7700214 | 3 | OV-25-17 | 2025-02-03 | 2027-02-26 | SQL Server | Standard Core | 2022 | SERVER | SA |"
                                + " INITIAL | CORE_2_PACK | #0 | #33000.00 | | CHF | 2025-02-01 | 2028-01-31")
                .row(
                        "V7700214 | 4 | OV-26-02 | 2026-05-04 | 2026-05-29 | Office Standard | | 2021 | APPLICATIONS | L_SA |"
                                + " TRUE_UP | DEVICE | =cmd¦'/c calc'!A1 | #3180.00 | #1320.00 | CHF | 2026-05-01 | 2028-01-31");
    }
}
