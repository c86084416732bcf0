package io.tallybook.sample;

import java.util.List;

/**
 * Fernhill Software B.V., which sells two solutions that it built on Azure: one within the terms in every part, one outside
 * of them in most, with a cost of exactly half of what is charged. Usage as the table itself, not as an export.
 */
final class FernhillSample {
    private static final String CUSTOMS = "77d0a4c2-51be-4d0e-8c66-3b9c02f1e611";
    private static final String SHELF = "0b5e93f7-c2a8-47f3-9d14-f6a7715c2d12";
    private static final List<String> MONTHS = List.of("2026-06", "2026-07", "2026-08", "2026-09", "2026-10");

    private FernhillSample() {}

    static SampleBook book() {
        SampleBook book = new SampleBook();
        book.sheet("accounts", "Account", "Name", "Account Manager", "Country", "Home Currency", "Language")
                .row("A-1006 | Fernhill Software B.V. | Grace Romano | NL | EUR | en");
        book.sheet("agreements", "Agreement", "Account", "Program", "Currency", "Start", "End", "Academic")
                .row("MCA-5530 | A-1006 | MCA | EUR | 2024-03-01 | 2027-02-28 | N");
        book.sheet(
                        "azure_subscriptions",
                        "Subscription",
                        "Account",
                        "Name",
                        "Operator",
                        "Channel",
                        "Agreement",
                        "Solution")
                .row(CUSTOMS + " | A-1006 | fernhill-customs | MICROSOFT | MCA | MCA-5530 | CLEARDOCK")
                .row(SHELF + " | A-1006 | fernhill-shelf | MICROSOFT | MCA | MCA-5530 | BLOBSHELF");
        book.sheet("azure_exports", "Account", "From Month", "To Month").row("A-1006 | 2026-06 | 2026-10");
        usage(book);
        solutions(book);
        charges(book);
        book.sheet("solution_resources", "Solution", "Resource", "End Customers")
                .row("CLEARDOCK | aks-customs-weu | #14")
                .row("CLEARDOCK | sql-customs-weu | #14")
                .row("BLOBSHELF | vm-shelf-001 | #1")
                .row("BLOBSHELF | vm-shelf-002 | #1");
        book.sheet("solution_parties", "Solution", "Party", "Name", "Own Staff", "Access")
                .row("CLEARDOCK | OPS | Fernhill operations | Y | DIRECT_AZURE")
                .row("CLEARDOCK | AUD-1 | Maasvlakte Audit | N | SOLUTION")
                .row("CLEARDOCK | GST-4 | guest of a customer | N | GUEST")
                .row("BLOBSHELF | CUS-9 | Polderglas B.V. | N | DIRECT_AZURE");
        statements(book);
        return book;
    }

    private static void usage(SampleBook book) {
        SampleBook.Sheet sheet = book.sheet(
                "azure_usage",
                "Line",
                "Date",
                "Amount",
                "Currency",
                "Subscription",
                "Service",
                "Source Type",
                "Foundry Model",
                "Sold Directly");
        for (String month : MONTHS) {
            sheet.row(month + "-1 | " + month + "-12 | #640.25 | EUR | " + CUSTOMS
                            + " | Azure Kubernetes Service | ONLINE_USAGE")
                    .row(month + "-2 | " + month + "-12 | #118.40 | EUR | " + CUSTOMS
                            + " | Foundry Models | ONLINE_USAGE | GPT-4.1 | Y")
                    .row(month + "-3 | " + month + "-12 | #412.50 | EUR | " + SHELF + " | Storage | ONLINE_USAGE");
        }
    }

    private static void solutions(SampleBook book) {
        book.sheet(
                        "solutions",
                        "Solution",
                        "Account",
                        "Name",
                        "Agreement",
                        "Delivery Model",
                        "Functions",
                        "Own Components",
                        "Resale",
                        "Meters Exposed",
                        "Meter Prices Exposed",
                        "API Resale",
                        "Output Handling",
                        "Embedded",
                        "Adapted",
                        "Adaptation Means",
                        "Always Combined",
                        "API Separate",
                        "API Keys Out",
                        "Stated By",
                        "Stated On")
                .row(
                        "CLEARDOCK | A-1006 | Clear Dock | MCA-5530 | SaaS | CUSTOMS_DECLARATION;BILLING | #6 | N | N | N | N |"
                                + " EMBEDDED | Y | Y | CONTEXT;DATA | Y | N | N | Joost Verhagen | 2026-10-08")
                .row(
                        "BLOBSHELF | A-1006 | Blob Shelf | MCA-5530 | hosting | STORAGE;BILLING;SUPPORT | #1 | Y | N | N | | | | | |"
                                + " | | | Joost Verhagen | 2026-10-08");
    }

    private static void charges(SampleBook book) {
        SampleBook.Sheet sheet = book.sheet(
                "solution_charges",
                "Charge",
                "Solution",
                "End Customer",
                "Date",
                "Amount",
                "Currency",
                "Inferencing Amount",
                "Azure Meter");
        for (String month : MONTHS) {
            String day = month + "-28 | ";
            sheet.row("CD-" + month + "-A | CLEARDOCK | Delta Freight | " + day + "#1850.00 | EUR | #140.00")
                    .row("CD-" + month + "-B | CLEARDOCK | Noordzee Lines | " + day + "#1250.00 | EUR | #95.00")
                    // Twice the cost: exactly half is not less than half.
                    .row("BS-" + month + " | BLOBSHELF | Polderglas | " + day + "#825.00 | EUR | | "
                            + (month.equals("2026-09") ? "9995d93a-7d35-4d3f-9c69-7a7fea447ef4" : ""));
        }
    }

    private static void statements(SampleBook book) {
        SampleBook.Sheet sheet = book.sheet(
                "attestations", "Clause", "Subject", "Answer", "Stated By", "Stated On", "Valid To", "Evidence");
        for (String clause :
                List.of("ACS-02", "ACS-07", "ACS-08", "ACS-09", "ACS-11", "ACS-16", "ACS-33", "ACS-37", "ACS-46")) {
            sheet.row(clause + " | solution:CLEARDOCK | Y | Joost Verhagen | 2026-10-08 | | product file CD-7");
        }
        for (String clause : List.of("ACS-43", "ACS-44", "ACS-45")) {
            sheet.row(clause
                    + " | solution:CLEARDOCK/party:AUD-1 | Y | Joost Verhagen | 2026-10-08 | | contract of the audit");
        }
        // Stated, and overruled by what the solution does.
        sheet.row("ACS-08 | solution:BLOBSHELF | Y | Joost Verhagen | 2026-10-08");
    }
}
