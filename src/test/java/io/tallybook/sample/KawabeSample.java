package io.tallybook.sample;

/** Kawabe Seimitsu K.K., Nagoya: an enrollment in JPY whose balance is overdrawn, and a customer agreement without SA. */
final class KawabeSample {
    private KawabeSample() {}

    static SampleBook book() {
        SampleBook book = new SampleBook();
        book.sheet("agreements", "agreement", "account", "program", "currency", "start", "end", "academic", "level")
                .row("6600771 | A-1003 | EA | JPY | 2025-07-01 | 2028-06-30 | N | A")
                .row("MCA-0093 | A-1003 | MCA | JPY | 2026-01-01 | 2028-12-31 | N |");
        book.sheet(
                        "purchases",
                        "agreement",
                        "line",
                        "order_date",
                        "product",
                        "edition",
                        "pool",
                        "offering",
                        "order_type",
                        "license_model",
                        "quantity",
                        "amount",
                        "sa_amount",
                        "currency",
                        "coverage_start",
                        "coverage_end")
                .row(
                        "6600771 | 1 | 2025-07-04 | Windows Server | Standard | SERVER | L_SA | INITIAL | CORE_16_PACK | #20 |"
                                + " #4200000 | #2160000 | JPY | 2025-07-01 | 2028-06-30")
                .row(
                        "6600771 | 2 | 2025-07-04 | SQL Server | Standard Core | SERVER | SA | INITIAL | CORE_2_PACK | #18 |"
                                + " #2880000 | | JPY | 2025-07-01 | 2028-06-30")
                .row(
                        "6600771 | 3 | 2025-07-04 | Core CAL Suite | | CAL | SA | INITIAL | CAL | #220 | #1430000 | | JPY |"
                                + " 2025-07-01 | 2028-06-30")
                .row(
                        "6600771 | 4 | 2026-03-18 | SQL Server | Standard Core | SERVER | SA | RETURN | CORE_2_PACK | #-6 |"
                                + " #-960000 | | JPY | 2025-07-01 | 2028-06-30")
                .row(
                        "6600771 | 5 | 2026-08-27 | Office Standard | | APPLICATIONS | L_SA | TRUE_UP | DEVICE | #35 | #1610000 |"
                                + " #644000 | JPY | 2026-08-01 | 2028-06-30");
        book.sheet(
                        "support_cases",
                        "case",
                        "account",
                        "agreement",
                        "channel",
                        "opened",
                        "severity",
                        "product",
                        "edition",
                        "version",
                        "status",
                        "resolved",
                        "first_response",
                        "issues")
                .row(
                        "2602030080000071 | A-1003 | 6600771 | PHONE | 2026-02-03T02:15 | A | SQL Server | Standard | 2022 |"
                                + " RESOLVED | 2026-02-03T08:00 | 2026-02-03T03:00 | #1")
                .row(
                        "2606240080000512 | A-1003 | 6600771 | PHONE | 2026-06-24T09:05 | B | Windows Server | Standard | 2022 |"
                                + " RESOLVED | 2026-06-26T10:00 | 2026-06-24T14:40 | #1")
                .row(
                        "2609080080000987 | A-1003 | 6600771 | PHONE | 2026-09-08T10:30 | B | Windows Server | Standard | 2022 |"
                                + " RESOLVED | 2026-09-09T09:00 | 2026-09-08T12:00 | #1");
        book.sheet("support_contacts", "agreement", "contact", "name", "email", "type", "channel")
                .row("6600771 | 1 | 川辺 美咲 | m.kawabe@kawabe.example | PERSON | BOTH");
        return book;
    }
}
