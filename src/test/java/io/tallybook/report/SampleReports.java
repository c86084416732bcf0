package io.tallybook.report;

import io.tallybook.result.Figure;
import io.tallybook.result.FigureState;
import io.tallybook.result.Finding;
import io.tallybook.result.FindingStatus;
import io.tallybook.result.Result;
import io.tallybook.result.SourceRows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A made-up account with figures in every state, findings of every status, and text that means harm. */
final class SampleReports {
    static final LocalDate AS_OF = LocalDate.of(2026, 10, 31);
    private static final String EDITION = "Product Terms, Software Assurance Benefits (undated web view)";
    private static final List<SourceRows> PURCHASES =
            List.of(new SourceRows("purchases-2026.xlsx", "Purchases", "2-19;23;40-118", 98));

    private SampleReports() {}

    static RunInfo run() {
        return new RunInfo(
                "monthly",
                "0.1.0",
                AS_OF,
                false,
                List.of("old-export.xls: refused: the file is protected by a password"),
                new TreeMap<>(Map.of("award-window", "term", "warning-days", "30", "zone", "UTC")),
                Set.of("award-window"),
                List.of(EDITION, "Azure IP Advantage program, frequently asked questions (2025-11-01)"));
    }

    static AccountReport account(String id, String name, String language) {
        return new AccountReport(
                run(),
                id,
                name,
                "Nora Lindqvist",
                language,
                results(id),
                inputs(),
                expected(),
                rejects(),
                List.of(new SolutionEntry("Desk & Co", "", "A1+Desk.html")));
    }

    static AccountReport account() {
        return account("A1", "Northwind Trading GmbH & Co. <KG>", "en");
    }

    static List<Result> results(String id) {
        List<Result> results = new ArrayList<>();
        euros(results, id);
        yen(results, id);
        azure(results, id);
        findings(results, id);
        return results;
    }

    private static void euros(List<Result> results, String id) {
        String subject = "agreement:E1";
        spend(results, id, subject, "SERVER_CAL", "61200.00", "EUR");
        spend(results, id, subject, "IW_CLIENT", "407500.50", "EUR");
        spend(results, id, subject, "SERVER", "48200.00", "EUR");
        spend(results, id, subject, "CAL", "13000.00", "EUR");
        spend(results, id, subject, "APPLICATIONS", "312500.50", "EUR");
        spend(results, id, subject, "SYSTEMS", "95000.00", "EUR");
        award(results, id, subject, "SERVER_CAL", "61200.00", "21500", "EUR", "2");
        award(results, id, subject, "IW_CLIENT", "407500.50", "215000", "EUR", "1");
        results.add(Figure.of("incidents.awarded", id, subject)
                .dimension("TOTAL")
                .unit("incidents")
                .known(3)
                .clauses("SA-PRS-15", "SA-PRS-16")
                .edition(EDITION)
                .work("Server and CAL", "2", "incidents")
                .work("Applications and Systems", "1", "incidents")
                .sources(PURCHASES)
                .build());
        results.add(Figure.of("incidents.balance", id, subject)
                .unit("incidents")
                .known(1)
                .clauses("SA-PRS-20", "SA-CNV-06")
                .edition(EDITION)
                .work("awarded", "3", "incidents")
                .work("used", "2", "incidents")
                .sources(List.of(new SourceRows("support.csv", "support.csv", "2;5", 2)))
                .build());
        results.add(Figure.of("incidents.next-award", id, subject)
                .dimension("SERVER_CAL")
                .unit("EUR")
                .known(new BigDecimal("3300.00"))
                .clauses("SA-PRS-15")
                .edition(EDITION)
                .work("next multiple of the increment", "64500.00", "EUR")
                .work("less spend", "61200.00", "EUR")
                .sources(PURCHASES)
                .build());
        results.add(Figure.of("incidents.expiry", id, subject)
                .unit("date")
                .state(FigureState.LOWER_BOUND, "2027-06-30", "1 SA line has no coverage_end.")
                .clauses("SA-PRS-20")
                .edition(EDITION)
                .sources(PURCHASES)
                .build());
        results.add(Figure.of("contacts.phone-permitted", id, subject)
                .unit("contacts")
                .unlimited()
                .clauses("SA-CON-05")
                .edition(EDITION)
                .build());
    }

    private static void yen(List<Result> results, String id) {
        String subject = "agreement:E2-東京";
        for (String group : List.of("SERVER_CAL", "IW_CLIENT")) {
            boolean isBound = group.equals("SERVER_CAL");
            results.add(Figure.of("sa-spend", id, subject)
                    .dimension(group)
                    .unit("JPY")
                    .state(
                            isBound ? FigureState.LOWER_BOUND : FigureState.UNKNOWN,
                            isBound ? "7350000" : "",
                            isBound
                                    ? "2 lines without sa_amount may add to it."
                                    : "1 line without sa_amount and 1 return without sa_amount: deliver both amounts.")
                    .clauses("SA-BEN-03", "SA-BEN-04")
                    .edition(EDITION)
                    .assume("Spend is recognised on the order date.")
                    .work("net of all counted lines", "7350000", "JPY")
                    .sources(PURCHASES)
                    .build());
        }
        results.add(Figure.of("incidents.awarded", id, subject)
                .dimension("TOTAL")
                .unit("incidents")
                .unknown("SA spend of Applications and Systems is not known: deliver the amounts of rows 44 and 51.")
                .clauses("SA-PRS-15")
                .edition(EDITION)
                .sources(PURCHASES)
                .build());
        results.add(Figure.of("sa-spend.unallocated", id, subject)
                .unit("JPY")
                .state(FigureState.UPPER_BOUND, "120000", "A return without amount may reduce it.")
                .clauses("SA-BEN-03")
                .edition(EDITION)
                .sources(PURCHASES)
                .build());
    }

    private static void spend(
            List<Result> results, String id, String subject, String dimension, String value, String unit) {
        results.add(Figure.of("sa-spend", id, subject)
                .dimension(dimension)
                .unit(unit)
                .known(value)
                .clauses("SA-BEN-03", "SA-BEN-04", "SA-PRS-10")
                .edition(EDITION)
                .assume("An estimate: the vendor's own figure prevails.")
                .assume("1 rejected line is not in it: purchases-2026.xlsx, Purchases, row 20.")
                .work("purchases", value, unit)
                .work("returns", "0.00", unit)
                .sources(PURCHASES)
                .build());
    }

    private static void award(
            List<Result> results,
            String id,
            String subject,
            String dimension,
            String spend,
            String increment,
            String unit,
            String award) {
        results.add(Figure.of("incidents.awarded", id, subject)
                .dimension(dimension)
                .unit("incidents")
                .known(award)
                .clauses("SA-PRS-15", "SA-PRS-16")
                .edition(EDITION)
                .assume("Window: the agreement's term.")
                .work("increment", increment, unit)
                .work("SA spend", spend, unit)
                .work(spend + " / " + increment + ", rounded down", award, "incidents")
                .sources(PURCHASES)
                .build());
    }

    private static void azure(List<Result> results, String id) {
        for (int month = 1; month <= 12; month++) {
            String name = LocalDate.of(2025, 10, 1).plusMonths(month).toString();
            results.add(Figure.of("azure-usage.month", id, "account:" + id)
                    .dimension(name.substring(0, 7))
                    .unit("USD")
                    .known(new BigDecimal("612.40").add(new BigDecimal("75.15").multiply(BigDecimal.valueOf(month))))
                    .clauses("IPA-41", "IPA-43")
                    .edition("Azure IP Advantage program, frequently asked questions (2025-11-01)")
                    .work("usage lines", Integer.toString(month * 31))
                    .sources(List.of(new SourceRows("azure-" + name + ".csv.gz", "azure.csv", "2-9912", 9911)))
                    .build());
        }
        results.add(Figure.of("azure-usage.average", id, "account:" + id)
                .unit("USD")
                .known(new BigDecimal("1439.05"))
                .clauses("IPA-41")
                .build());
        results.add(Figure.of("indemnity.limit", id, "account:" + id)
                .unit("USD")
                .unlimited()
                .clauses("IPA-05", "IPA-82")
                .build());
        results.add(Figure.of("solution.charged", id, "solution:Desk & Co")
                .unit("KWD")
                .known(new BigDecimal("1250.125"))
                .clauses("ACS-18")
                .build());
        results.add(Figure.of("solution.azure-cost-share", id, "solution:Desk & Co")
                .unit("percent")
                .known(new BigDecimal("38.25"))
                .clauses("ACS-18", "ACS-21")
                .work("cost", "478.173", "KWD")
                .work("charged", "1250.125", "KWD")
                .build());
    }

    private static void findings(List<Result> results, String id) {
        finding(
                results,
                id,
                "SA-CNV-07",
                "conversion:C4",
                FindingStatus.FAIL,
                "",
                "The number of incidents is negative (-2).");
        finding(
                results,
                id,
                "SA-PRS-06",
                "case:S-0099",
                FindingStatus.AT_RISK,
                "2026-11-12",
                "Not remediated yet; the deadline is 2026-11-12 (boundary day).");
        finding(
                results,
                id,
                "SA-SCE-02",
                "agreement:E1",
                FindingStatus.AT_RISK,
                "2026-11-05",
                "The Premier agreement ends on 2026-11-05.");
        finding(
                results,
                id,
                "SA-PRS-23",
                "case:S-0101",
                FindingStatus.UNDETERMINED,
                "",
                "business-hours is not set: set it in the job, e.g. 09:00-17:00.");
        finding(
                results,
                id,
                "SA-BEN-09",
                "account:" + id,
                FindingStatus.ATTEST,
                "",
                "Only a person can state the regional availability; no valid attestation.");
        finding(results, id, "SA-GEN-02", "agreement:E1", FindingStatus.PASS, "", "Program EA has SA benefits.");
        finding(
                results,
                id,
                "SA-GEN-02",
                "agreement:E2-東京",
                FindingStatus.PASS,
                "",
                "Program SELECT_PLUS has SA benefits.");
        finding(
                results,
                id,
                "SA-BEN-01",
                "agreement:E1/pool:SERVER",
                FindingStatus.PASS,
                "2027-06-30",
                "SA is active on SQL Server Standard.");
        finding(
                results,
                id,
                "ACS-42",
                "solution:Desk & Co/party:=HYPERLINK(\"http://evil\")",
                FindingStatus.NOT_APPLICABLE,
                "",
                "=cmd|' /C calc'!A0 is <script>alert(1)</script> ${7*7} own staff.");
    }

    private static void finding(
            List<Result> results,
            String id,
            String clause,
            String subject,
            FindingStatus status,
            String date,
            String reason) {
        results.add(new Finding(
                clause,
                id,
                subject,
                status,
                date,
                reason,
                EDITION,
                List.of("Reading as printed under Method."),
                List.of(new SourceRows("support.csv", "support.csv", "7", 1))));
    }

    static List<InputLine> inputs() {
        return List.of(
                new InputLine(
                        "azure-2026-10-01.csv.gz",
                        "azure.csv",
                        "azure_usage",
                        "Azure cost export",
                        "READ",
                        "",
                        9912,
                        9911,
                        0,
                        1),
                new InputLine(
                        "old-export.xls", "", "", "", "REFUSED", "the file is protected by a password", 0, 0, 0, 0),
                new InputLine("purchases-2026.xlsx", "Purchases", "purchases", "", "READ", "", 120, 117, 2, 1),
                new InputLine("support.csv", "support.csv", "support_cases", "", "READ", "", 14, 13, 1, 0));
    }

    static List<ExpectedInput> expected() {
        return List.of(
                new ExpectedInput("agreements", true, true),
                new ExpectedInput("azure_usage", false, true),
                new ExpectedInput("licenses", true, false),
                new ExpectedInput("purchases", true, true),
                new ExpectedInput("rates", false, false),
                new ExpectedInput("support_cases", false, true));
    }

    static List<RejectLine> rejects() {
        return List.of(
                new RejectLine(
                        "purchases",
                        "purchases-2026.xlsx",
                        "Purchases",
                        20,
                        "currency",
                        "unknown-currency",
                        "EURO",
                        "a three-letter ISO 4217 code",
                        "write EUR"),
                new RejectLine(
                        "purchases",
                        "purchases-2026.xlsx",
                        "Purchases",
                        31,
                        "amount",
                        "not-a-number",
                        "=HYPERLINK(\"http://evil\",\"1,000\")",
                        "a number",
                        "write the number itself"),
                new RejectLine(
                        "support_cases",
                        "support.csv",
                        "support.csv",
                        9,
                        "case",
                        "blank",
                        "+49 \u0007 _x0041_ @SUM(A1) <b>bold</b> ${7*7} \"quoted\" 'x' &amp;",
                        "an identifier",
                        "fill it in"));
    }

    static PortfolioReport portfolio() {
        return new PortfolioBuilder()
                .add(account("A2", "Contoso K.K.", "en"), "accounts/A2.html")
                .add(account(), "accounts/A1.html")
                .add(account("A10", "=Fabrikam()", "en"), "")
                .build(run(), "en", inputs(), expected(), rejects(), 1_203);
    }
}
