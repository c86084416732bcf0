package io.tallybook.sample;

/** A customer whose Software Assurance is bought, renewed, stepped up and lapses: deadlines on both sides of 2026-10-31. */
final class BrightwaterSample {
    private BrightwaterSample() {}

    static SampleBook book() {
        SampleBook book = new SampleBook();
        book.sheet("accounts", "Account", "Name", "Account Manager", "Country", "Home Currency", "Language")
                .row("A-1005 | Brightwater Utilities plc | Grace Romano | GB | GBP | en-GB");
        book.sheet(
                        "agreements",
                        "Agreement",
                        "Account",
                        "Program",
                        "Currency",
                        "Start",
                        "End",
                        "Academic",
                        "Agreement Version",
                        "Enrollment Version",
                        "SA Commitment",
                        "SAM Pools",
                        "SAM Start",
                        "Company Wide")
                .row("8120045 | A-1005 | EA | GBP | 2023-12-01 | 2026-11-30 | N | #2020 | #2020 | PLATFORM | | | Y")
                .row(
                        "00774410 | A-1005 | SELECT_PLUS | GBP | 2024-01-01 | 2028-12-31 | N | | | SAM | SERVER;APPLICATIONS |"
                                + " 2025-01-01 | N")
                // The 90 days after its end run out on 2026-11-28.
                .row("OL-66120 | A-1005 | OPEN_LICENSE | GBP | 2024-08-31 | 2026-08-30 | N | #2011");
        purchases(book);
        licenses(book);
        book.sheet(
                        "sa_transitions",
                        "Transition",
                        "Agreement",
                        "Product",
                        "Kind",
                        "Transitioned On",
                        "Quantity",
                        "Licenses with SA")
                .row("T-1 | 8120045 | Office Professional Plus | ONLINE_SERVICE | 2024-12-01 | #120 | #450");
        rights(book);
        return book;
    }

    private static void purchases(SampleBook book) {
        book.sheet(
                        "purchases",
                        "Agreement",
                        "Line",
                        "Order",
                        "Order Date",
                        "Product",
                        "Edition",
                        "Version",
                        "Pool",
                        "Offering",
                        "Order Type",
                        "Category",
                        "License Model",
                        "Quantity",
                        "Amount",
                        "Currency",
                        "Coverage Start",
                        "Coverage End",
                        "Channel",
                        "License Purchased",
                        "License",
                        "Perpetual",
                        "Transferred On",
                        "Transferor SA End",
                        "Prior Agreement",
                        "Prior SA End",
                        "Prior Quantity",
                        "Step Up From")
                .row(
                        "8120045 | 10 | P-1 | 2023-12-01 | Windows Enterprise | | | SYSTEMS | L_SA | INITIAL | ENTERPRISE |"
                                + " DEVICE | #1450 | #101500.00 | GBP | 2023-12-01 | 2026-11-30")
                .row("8120045 | 20 | P-1 | 2023-12-01 | Office | Professional Plus | | APPLICATIONS | L_SA | INITIAL |"
                        + " ENTERPRISE | DEVICE | #450 | #148500.00 | GBP | 2023-12-01 | 2026-11-30")
                // Renewed in time, but ten more than what expires.
                .row(
                        "8120045 | 30 | P-7 | 2026-10-20 | Windows Enterprise | | | SYSTEMS | SA | RENEWAL | ENTERPRISE | DEVICE |"
                                + " #1460 | #51100.00 | GBP | 2026-12-01 | 2029-11-30 | | | | | | | | 2026-11-30")
                .row(
                        "00774410 | 10 | S-1 | 2026-02-02 | Exchange Server | Standard | 2019 | SERVER | L | INITIAL | | SERVER |"
                                + " #4 | #2800.00 | GBP")
                // The SA came twenty days after its License: too late.
                .row("00774410 | 20 | S-2 | 2026-02-22 | Exchange Server | Standard | 2019 | SERVER | SA | INITIAL | |"
                        + " SERVER | #4 | #1400.00 | GBP | 2026-03-01 | 2028-12-31")
                // Thirty days after the transfer: the last day.
                .row(
                        "00774410 | 30 | S-3 | 2026-10-02 | SQL Server | Standard Core | 2022 | SERVER | SA | INITIAL | | CORE |"
                                + " #16 | #9600.00 | GBP | 2026-10-02 | 2028-12-31 | | | L-TR | Y | 2026-09-02 | 2027-01-31")
                .row(
                        "00774410 | 40 | S-4 | 2026-05-04 | Windows Server | Datacenter | | SERVER | STEP_UP | | | CORE | #32 |"
                                + " #8800.00 | GBP | | | | | L-WS | | | | | | | Windows Server Standard")
                .row("OL-66120 | 1 | O-1 | 2024-09-03 | Visio | Professional | 2021 | APPLICATIONS | L_SA | INITIAL | |"
                        + " DEVICE | #25 | #11250.00 | GBP | 2024-09-03 | 2026-08-30");
    }

    private static void licenses(SampleBook book) {
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
                        "Perpetual",
                        "Channel",
                        "Acquired",
                        "SA Start",
                        "SA End",
                        "Transferred")
                .row(
                        "L-WS | A-1005 | 00774410 | Windows Server | Standard | 2022 | CORE | #64 | Y | VOLUME | 2024-01-10 |"
                                + " 2024-01-10 | 2028-12-31 | N")
                .row(
                        "L-TR | A-1005 | 00774410 | SQL Server | Standard Core | 2022 | CORE | #16 | Y | VOLUME | 2026-09-02 | | | Y")
                // Bought with the hardware: SA can be added until 2026-11-12 and could be until 2026-10-30.
                .row("L-OEM1 | A-1005 | | Windows Server | Standard | 2025 | CORE | #16 | Y | OEM | 2026-08-14")
                .row("L-OEM2 | A-1005 | | Windows Server | Standard | 2025 | CORE | #16 | Y | OEM | 2026-08-01")
                .row("L-VP | A-1005 | 00774410 | Visio | Professional | 2021 | DEVICE | #40 | Y | VOLUME | 2024-03-01 |"
                        + " 2024-03-01 | 2026-11-20 | N")
                .row("L-OS | A-1005 | 00774410 | Office | Standard | 2021 | DEVICE | #200 | Y | VOLUME | 2024-03-01 |"
                        + " 2024-03-01 | 2028-12-31 | N")
                .row(
                        "L-TMG | A-1005 | 00774410 | Forefront TMG | Standard | | PROCESSOR | #6 | Y | VOLUME | 2019-05-01 |"
                                + " 2019-05-01 | 2024-12-31 | N");
    }

    private static void rights(SampleBook book) {
        book.sheet("product_releases", "Product", "Version", "Released")
                .row("Windows Server | 2022 | 2021-09-01")
                .row("Windows Server | 2025 | 2024-11-01")
                .row("SQL Server | 2022 | 2022-11-16")
                .row("Exchange Server | 2019 | 2018-10-22");
        book.sheet(
                        "migration_entries",
                        "Product",
                        "Edition",
                        "Qualifying Date",
                        "Migration Product",
                        "Migration Edition",
                        "Migration Version",
                        "Reference")
                .row(
                        "Forefront TMG | Standard | 2024-06-30 | Perimeter Gateway | Standard | 2024 | product entry, read 2026-10-02");
        book.sheet(
                        "installations",
                        "Installation",
                        "License",
                        "Product",
                        "Edition",
                        "Version",
                        "Quantity",
                        "Counted On")
                .row("I-1 | L-WS | Windows Server | Standard | 2025 | #9 | 2026-10-15")
                .row("I-2 | L-TMG | Forefront TMG | Standard | | #4 | 2026-10-15")
                .row("I-3 | L-TMG | Perimeter Gateway | Standard | 2024 | #3 | 2026-10-15");
        book.sheet(
                        "employees",
                        "Employee",
                        "Account",
                        "Employment",
                        "Employment End",
                        "SharePoint Online",
                        "OneDrive for Business")
                .row("E-01 | A-1005 | EMPLOYEE | | Y | N")
                .row("E-02 | A-1005 | EMPLOYEE | 2026-11-15 | N | N")
                .row("E-03 | A-1005 | CONTRACTOR | | N | N");
        book.sheet("desktop_assignments", "License", "Device", "Employee", "Primary User", "From")
                .row("L-OS | D-01 | E-01 | Y | 2024-03-01")
                .row("L-VP | D-01 | E-01 | Y | 2024-03-01")
                .row("L-VP | D-02 | E-02 | Y | 2024-03-01");
        book.sheet("office_web_use", "Account", "Employee", "Device", "Service", "Used On")
                .row("A-1005 | E-01 | D-77 | OFFICE_FOR_THE_WEB | 2026-10-12")
                .row("A-1005 | E-03 | D-77 | OFFICE_FOR_THE_WEB | 2026-10-12");
        book.sheet(
                        "workplace_purchases",
                        "Purchase",
                        "Agreement",
                        "Employee",
                        "Option",
                        "Product",
                        "Bought",
                        "Installed")
                .row("W-1 | 00774410 | E-01 | SOFTWARE | Visio Professional 2021 HUP | 2025-05-05 | 2025-05-06")
                .row("W-2 | 00774410 | E-02 | SOFTWARE | Visio Professional 2021 HUP | 2025-06-10 | 2025-06-10")
                .row("W-3 | 00774410 | E-03 | ONLINE_SERVICES | Microsoft 365 Family | 2026-01-15");
        book.sheet("attestations", "Clause", "Subject", "Answer", "Stated By", "Stated On", "Valid To", "Evidence")
                .row("SA-MIG-03 | account:A-1005 | Y | Grace Romano | 2026-10-02 | | product entries on file");
    }
}
