package io.tallybook.sample;

import java.util.List;

/**
 * Albion Instruments Ltd, Leeds: a Select Plus registration whose SA share is not split out, a subscription enrollment with
 * incidents that expire in a fortnight, an Open Value agreement of which nobody knows whether it is academic, and a list
 * with title and totals row.
 */
final class AlbionSample {
    private AlbionSample() {}

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
                        "Payment")
                .row("00551187 | A-1002 | SELECT_PLUS | GBP | 2025-04-01 | 2028-03-31 | N | B | UPFRONT")
                .row("8800340 | A-1002 | EA_SUBSCRIPTION | GBP | 2023-11-15 | 2026-11-14 | N | A | UPFRONT")
                .row("V9100077 | A-1002 | OPEN_VALUE | GBP | 2025-09-01 | 2028-08-31 | | | UPFRONT");
        book.sheet(
                        "purchases",
                        List.of("Albion Instruments Ltd", "Licence orders to 31 October 2026, net of VAT, GBP"),
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
                        "00551187 | 1 | 2025-04-14 | SQL Server | Enterprise Core | SERVER | SA | RENEWAL | CORE_2_PACK | #12 |"
                                + " #40500.00 | | GBP | 2025-04-01 | 2028-03-31")
                .row(
                        "00551187 | 2 | 2026-06-22 | Windows Server | Standard | SERVER | L_SA | TRUE_UP | CORE_2_PACK | #64 |"
                                + " #8896.00 | | GBP | 2026-06-01 | 2028-03-31")
                .row("00551187 | 3 | 2026-08-05 | Office Standard | | APPLICATIONS | SA | RENEWAL | DEVICE | #400 |"
                        + " #31200.00 | | GBP | 2025-04-01 | 2028-03-31")
                .row(
                        "8800340 | 1 | 2023-11-20 | Windows Server | Datacenter | SERVER | SUBSCRIPTION | INITIAL | CORE_16_PACK |"
                                + " #10 | #38640.00 | | GBP | 2023-11-15 | 2026-11-14")
                .row(
                        "8800340 | 2 | 2023-11-20 | Core CAL Suite | | CAL | SUBSCRIPTION | INITIAL | CAL | #350 | #15483.40 | |"
                                + " GBP | 2023-11-15 | 2026-11-14")
                .row(
                        "V9100077 | 1 | 2025-09-08 | SQL Server | Standard Core | SERVER | SA | INITIAL | CORE_2_PACK | #6 |"
                                + " #14100.00 | | GBP | 2025-09-01 | 2028-08-31")
                .row(
                        "V9100077 | 2 | 2026-07-14 | SQL Server | Standard Core | SERVER | SA | ADJUSTMENT | CORE_2_PACK | #-1 |"
                                + " #-350.00 | | GBP | 2026-07-01 | 2028-08-31")
                .totals("Total | | | | | | | | | #841 | #148469.40");
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
                        "Issues")
                .row(
                        "2605120050000188 | A-1002 | 8800340 | PHONE | 2026-05-12T16:20 | B | Windows Server | Datacenter | 2019 |"
                                + " RESOLVED | | | 2026-05-14T11:00 | 2026-05-12T17:45 | #1")
                // Who brought it to the phone is not in the export: pending, and said so.
                .row(
                        "2610010050004471 | A-1002 | 00551187 | WEB | 2026-10-01T10:10 | B | SQL Server | Enterprise | 2022 |"
                                + " RESOLVED | | PHONE | 2026-10-06T15:00 | 2026-10-01T13:05 | #1");
        book.sheet("support_contacts", "Agreement", "Contact", "Name", "E-Mail", "Type", "Channel", "Active From")
                .row("8800340 | 1 | Margaret Holt | m.holt@albion.example | PERSON | BOTH | 2023-11-15")
                .row("V9100077 | 1 | Margaret Holt | m.holt@albion.example | PERSON | WEB | 2025-09-01")
                .row("V9100077 | 2 | Owen Pryce | o.pryce@albion.example | PERSON | BOTH | 2026-01-12");
        return book;
    }
}
