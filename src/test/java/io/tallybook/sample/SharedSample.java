package io.tallybook.sample;

/** What belongs to no single customer: the accounts with their managers, products, lifecycle dates, CAL points, statements. */
final class SharedSample {
    private SharedSample() {}

    static SampleBook book() {
        SampleBook book = new SampleBook();
        book.sheet(
                        "accounts",
                        "Account",
                        "Name",
                        "Account Manager",
                        "E-Mail",
                        "Country",
                        "Home Currency",
                        "Region",
                        "Language",
                        "First Azure Use")
                .row("A-1001 | Nordwind GmbH | Katrin Behrens | k.behrens@tallybook.example | DE | EUR | EMEA | de |"
                        + " 2019-03-12")
                .row(
                        "A-1002 | Albion Instruments Ltd | Katrin Behrens | k.behrens@tallybook.example | GB | GBP | EMEA | en-GB")
                .row("A-1003 | Kawabe Seimitsu K.K. | Samuel Ito | s.ito@tallybook.example | JP | JPY | APAC | en")
                .row(
                        "A-1004 | Harborline Freight Inc. | Grace Romano | g.romano@tallybook.example | US | USD | AMER | en-US |"
                                + " 2021-08-02");
        book.sheet("products", "Product", "Edition", "Pool", "License Mobility", "Self Hosted", "DR Eligible", "Source")
                .row("SQL Server | Enterprise Core | SERVER | Y | Y | Y | product entry, read 2026-10-02")
                .row("SQL Server | Standard Core | SERVER | Y | Y | Y | product entry, read 2026-10-02")
                .row("Contoso Yard Planner | | APPLICATIONS | N | N | N | price list of the reseller");
        book.sheet("lifecycle", "Product", "Version", "Mainstream End", "Extended End", "Modern")
                .row("SQL Server | 2014 | 2019-07-09 | 2024-07-09 | N")
                .row("SQL Server | 2019 | 2025-02-28 | 2030-01-08 | N")
                .row("SQL Server | 2022 | 2028-01-11 | 2033-01-11 | N")
                .row("Windows Server | 2019 | 2024-01-09 | 2029-01-09 | N")
                .row("Windows Server | 2022 | 2026-11-13 | 2031-10-14 | N")
                .row("Office Professional Plus | 2021 | 2026-10-13 | | N");
        book.sheet("cal_points", "Product", "Points", "Source")
                .row("Core CAL Suite | #1 | Product List, CAL points table");
        book.sheet("attestations", "Clause", "Subject", "Answer", "Stated By", "Stated On", "Valid To", "Evidence")
                .row("SA-BEN-09 | account:A-1001 | Y | Katrin Behrens | 2026-10-05 | | mail of the licensing desk")
                .row("SA-PRS-24 | account:A-1003 | N | Samuel Ito | 2026-09-18 | 2027-03-31 | answered in English only")
                .row(
                        "SA-CNV-03 | conversion:HL-C1 | Y | Grace Romano | 2026-04-10 | 2026-12-31 | Premier agreement on file")
                .row("IPA-40 | account:A-1004 | Y | Grace Romano | 2026-10-20 | | letter of the general counsel")
                // Held for a year and has run out: the question is open again.
                .row("IPA-40 | account:A-1001 | Y | Katrin Behrens | 2025-06-01 | | letter of the board");
        return book;
    }
}
