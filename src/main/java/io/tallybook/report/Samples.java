package io.tallybook.report;

import io.tallybook.result.Figure;
import io.tallybook.result.FigureState;
import io.tallybook.result.Finding;
import io.tallybook.result.FindingStatus;
import io.tallybook.result.Result;
import io.tallybook.result.SourceRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reports that hold something of everything, so that templates can be proven before a job runs. */
final class Samples {
    private static final String ACCOUNT = "SAMPLE";
    private static final String AGREEMENT = "agreement:E1";
    private static final String EDITION = "Sample edition";
    private static final List<SourceRows> SOURCES =
            List.of(new SourceRows("purchases.xlsx", "Purchases", "2-19;23", 19));

    private Samples() {}

    /** A run that was published and one that was refused. */
    static List<PastRun> runs() {
        TreeMap<String, Long> counts = new TreeMap<>(Map.of("rows", 1_234L, "rejected", 2L, "accounts", 3L));
        return List.of(
                new PastRun(
                        "2026-11-02T08:00:00Z",
                        75,
                        "2026-10-31",
                        "2026-10",
                        "0",
                        "COMPLETE",
                        counts,
                        List.of(),
                        List.of(),
                        List.of("purchases: no-account 2"),
                        List.of("Input changed: purchases.xlsx")),
                new PastRun(
                        "2026-11-01T08:00:00Z",
                        4,
                        "2026-10-31",
                        "2026-10",
                        "0",
                        "BLOCKED",
                        counts,
                        List.of("required input rates is missing"),
                        List.of("rates"),
                        List.of(),
                        List.of()));
    }

    private static RunInfo run(boolean isComplete) {
        return new RunInfo(
                "sample",
                "0",
                LocalDate.of(2026, 10, 31),
                isComplete,
                isComplete ? List.of() : List.of("old.xls: refused: protected by a password"),
                new TreeMap<>(Map.of("zone", "UTC")),
                Set.of(),
                List.of(EDITION));
    }

    /** An account with each state of a figure and each status of a finding, and with awards and months to draw. */
    static AccountReport account(String language) {
        List<Result> results = new ArrayList<>();
        for (FigureState state : FigureState.values()) {
            results.add(Figure.of("sa-spend", ACCOUNT, AGREEMENT)
                    .dimension(state.name())
                    .unit("EUR")
                    .state(state, "1234567.50", state == FigureState.KNOWN ? "" : "Deliver the amount of row 23.")
                    .clauses("SA-BEN-03", "SA-BEN-04")
                    .edition(EDITION)
                    .assume("Spend is recognised on the order date.")
                    .work("purchases", "1234567.50", "EUR")
                    .sources(SOURCES)
                    .build());
        }
        results.add(Figure.of("incidents.awarded", ACCOUNT, AGREEMENT)
                .dimension("SERVER_CAL")
                .unit("incidents")
                .known(2)
                .clauses("SA-PRS-15")
                .work("increment", "21500", "EUR")
                .work("SA spend", "61200.00", "EUR")
                .work("61200.00 / 21500, rounded down", "2", "incidents")
                .build());
        results.add(Figure.of("incidents.next-award", ACCOUNT, AGREEMENT)
                .dimension("SERVER_CAL")
                .unit("EUR")
                .known("3300.00")
                .build());
        results.add(Figure.of("incidents.expiry", ACCOUNT, AGREEMENT)
                .unit("date")
                .known("2027-06-30")
                .build());
        for (String month : List.of("2026-08", "2026-09", "2026-10")) {
            results.add(Figure.of("azure-usage.month", ACCOUNT, "account:" + ACCOUNT)
                    .dimension(month)
                    .unit("USD")
                    .known("1100.25")
                    .clauses("IPA-41")
                    .build());
        }
        for (FindingStatus status : FindingStatus.values()) {
            results.add(new Finding(
                    "SA-PRS-06",
                    ACCOUNT,
                    "case:" + status,
                    status,
                    status == FindingStatus.AT_RISK ? "2026-11-12" : "",
                    "A reason with <, & and \"quotes\".",
                    EDITION,
                    List.of("A reading."),
                    SOURCES));
        }
        solution(results);
        return new AccountReport(
                run(false),
                ACCOUNT,
                "Sample & Co.",
                "A. Manager",
                language,
                results,
                inputs(),
                expected(),
                rejects(),
                List.of(new SolutionEntry("S1", "Sample solution", "SAMPLE+S1.html")));
    }

    private static void solution(List<Result> results) {
        String subject = "solution:S1";
        for (String measure : List.of("solution.azure-cost", "solution.charged")) {
            results.add(Figure.of(measure, ACCOUNT, subject)
                    .unit("USD")
                    .known("4999.00")
                    .clauses("ACS-18")
                    .sources(SOURCES)
                    .build());
        }
        results.add(Figure.of("solution.azure-cost-share", ACCOUNT, subject)
                .unit("percent")
                .unknown("Nothing is known of what was charged.")
                .clauses("ACS-18")
                .work("Azure cost", "4999.00", "USD")
                .build());
        Map<String, FindingStatus> findings = Map.of(
                "ACS-30", FindingStatus.FAIL,
                "ACS-08", FindingStatus.ATTEST,
                "ACS-18", FindingStatus.UNDETERMINED,
                "ACS-22", FindingStatus.FAIL,
                "ACS-24", FindingStatus.AT_RISK,
                "ACS-26", FindingStatus.PASS);
        findings.forEach((clause, status) -> results.add(new Finding(
                clause, ACCOUNT, subject, status, "", "A reason.", EDITION, List.of("A reading."), SOURCES)));
        results.add(new Finding(
                "IPA-03",
                ACCOUNT,
                "account:" + ACCOUNT + "/ip-benefit:INDEMNITY",
                FindingStatus.PASS,
                "",
                "A reason.",
                EDITION,
                List.of(),
                SOURCES));
        results.add(new Finding(
                "IPA-08",
                ACCOUNT,
                "account:" + ACCOUNT,
                FindingStatus.PASS,
                "",
                "A reason.",
                EDITION,
                List.of(),
                SOURCES));
    }

    /** An account of which nothing is known but its id. */
    static AccountReport empty(String language) {
        return new AccountReport(run(true), "EMPTY", "", "", language, List.of(), List.of(), List.of(), List.of());
    }

    static PortfolioReport portfolio(String language) {
        return new PortfolioBuilder()
                .add(account(language), "accounts/SAMPLE.html")
                .add(empty(language), "")
                .build(run(false), language, inputs(), expected(), rejects(), 1_203);
    }

    private static List<InputLine> inputs() {
        return List.of(
                new InputLine("purchases.xlsx", "Purchases", "purchases", "", "READ", "", 20, 18, 1, 1),
                new InputLine("old.xls", "", "", "", "REFUSED", "protected by a password", 0, 0, 0, 0),
                new InputLine("notes.xlsx", "", "", "", "UNRECOGNISED", "no table is known by its header", 0, 0, 0, 0));
    }

    private static List<ExpectedInput> expected() {
        return List.of(
                new ExpectedInput("purchases", true, true),
                new ExpectedInput("licenses", true, false),
                new ExpectedInput("rates", false, false));
    }

    private static List<RejectLine> rejects() {
        return List.of(
                new RejectLine(
                        "purchases",
                        "purchases.xlsx",
                        "Purchases",
                        20,
                        "currency",
                        "unknown-currency",
                        "EURO",
                        "a three-letter ISO 4217 code",
                        "write EUR"),
                new RejectLine(
                        "purchases", "purchases.xlsx", "Purchases", 0, "", "no-rows", "", "rows", "export again"));
    }
}
