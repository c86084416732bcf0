package io.tallybook.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.analysis.ResultCatalogue;
import io.tallybook.result.Figure;
import io.tallybook.result.Finding;
import io.tallybook.result.FindingStatus;
import io.tallybook.result.Result;
import io.tallybook.result.SourceRows;
import io.tallybook.terms.ClauseRegister;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SolutionPageTest {
    private static final Reports REPORTS = new Reports(Optional.empty(), ClauseRegister.builtIn());
    private static final SolutionEntry DOCK = new SolutionEntry("DOCK", "Clear Dock <1>", "A1+DOCK.html");
    private static final SolutionEntry DOCK_TWO = new SolutionEntry("DOCK/2", "", "A1+DOCK%252F2.html");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before the tests run
    Path folder;

    private static Finding found(String clause, String subject, FindingStatus status, String reason) {
        return new Finding(
                clause,
                "A1",
                subject,
                status,
                "",
                reason,
                "edition",
                List.of("A reading."),
                List.of(new SourceRows("fernhill.xlsx", "solutions", "2", 1)));
    }

    private static AccountReport report(String language) {
        List<Result> results = new ArrayList<>(List.of(
                found("ACS-02", "solution:DOCK", FindingStatus.ATTEST, "Not stated."),
                found("ACS-15", "solution:DOCK", FindingStatus.PASS, "Not all are excluded."),
                found("ACS-18", "solution:DOCK", FindingStatus.FAIL, "50 %, not less than 50 %."),
                found("ACS-22", "solution:DOCK", FindingStatus.AT_RISK, "A review."),
                found("ACS-23", "solution:DOCK", FindingStatus.PASS, "Not shown."),
                found("ACS-24", "solution:DOCK", FindingStatus.UNDETERMINED, "Deliver `solution_resources`."),
                found("ACS-30", "solution:DOCK", FindingStatus.FAIL, "FAIL ACS-18"),
                found("ACS-42", "solution:DOCK/party:P9", FindingStatus.PASS, "Only within the solution."),
                found("ACS-30", "solution:DOCK/2", FindingStatus.ATTEST, "of the other solution"),
                found("IPA-08", "account:A1", FindingStatus.PASS, "of the account")));
        results.add(Figure.of("solution.azure-cost-share", "A1", "solution:DOCK")
                .unit("percent")
                .known("50")
                .clauses("ACS-18")
                .work("cost x 100, which has to be less than the next line", "206250", "EUR")
                .build());
        return new AccountReport(
                SampleReports.run(),
                "A1",
                "Fernhill",
                "",
                language,
                results,
                List.of(),
                List.of(),
                List.of(),
                List.of(DOCK, DOCK_TWO));
    }

    private static String page(SolutionEntry solution, String language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        REPORTS.solutionPage(report(language), solution, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> model(SolutionEntry solution) {
        return new SolutionModel(report("en"), solution, ClauseRegister.builtIn(), Labels.of("en")).page();
    }

    private static List<Object> column(Object rows, String key) {
        List<Object> values = new ArrayList<>();
        ((List<?>) rows).forEach(row -> values.add(String.valueOf(((Map<?, ?>) row).get(key))));
        return values;
    }

    @Test
    void thePageHoldsTheResultsOfItsSolutionAndNoOthers() throws IOException {
        assertThat(page(DOCK, "en"))
                .contains("Clear Dock &lt;1&gt;", "50 %, not less than 50 %.", "party P9", "206,250.00 EUR")
                .doesNotContain("of the other solution", "of the account");
        assertThat(page(DOCK_TWO, "en")).contains("of the other solution").doesNotContain("not less than 50 %");
    }

    @Test
    void whatIsOpenComesWorstFirstWithWhoSettlesIt() {
        Object open = Objects.requireNonNull(model(DOCK).get("open"));

        assertThat(column(open, "clause")).containsExactly("ACS-18", "ACS-24", "ACS-02", "ACS-22");
        assertThat(column(open, "settles"))
                .element(2)
                .isEqualTo("A person: an answer in attestations for clause ACS-02, subject solution:DOCK.");
    }

    @Test
    void aPartIsAsGoodAsTheWorstOfItsFindings() {
        Object parts = Objects.requireNonNull(model(DOCK).get("parts"));

        assertThat(column(parts, "anchor"))
                .containsExactly("functions", "cost", "meters", "sharing", "access", "foundry", "papers");
        assertThat(column(parts, "status"))
                .containsExactly("PASS", "FAIL", "AT_RISK", "UNDETERMINED", "PASS", "NOT_APPLICABLE", "ATTEST");
    }

    @Test
    void theLineOfASolutionAmongOthersCountsWhatIsOpen() {
        List<Map<String, Object>> rows = SolutionModel.rows(report("en"), ClauseRegister.builtIn(), Labels.of("en"));

        assertThat(column(rows, "status")).containsExactly("FAIL", "ATTEST");
        assertThat(column(rows, "openText")).containsExactly("4", "0");
        assertThat(column(rows, "shareText")).containsExactly("50", "");
    }

    @Test
    void rowsOfASheetAreGathered() {
        RowRanges rows = new RowRanges();
        List.of("8-9", "2", "20-25;30", "3-4", "22-27", "1-1").forEach(rows::add);

        assertThat(rows).hasToString("1-4; 8-9; 20-27; 30");
    }

    @Test
    void everyClauseOfACustomerSolutionHasAPlaceOnThePage() {
        SolutionParts parts = SolutionParts.read();
        List<String> unplaced = ResultCatalogue.of("azure").findings().keySet().stream()
                .filter(clause -> clause.startsWith("ACS-"))
                .filter(clause -> parts.partOf(clause).equals("papers"))
                .toList();

        assertThat(unplaced).containsExactlyInAnyOrder("ACS-02", "ACS-46");
    }

    @Test
    void aPageThatShowsSomethingElseThanTheResultsIsFound() throws IOException {
        ReadBack readBack = new ReadBack();
        for (String language : List.of("en", "de")) {
            Path file = folder.resolve("page.html");
            String page = page(DOCK, language);
            Files.writeString(file, page);
            readBack.solution(report(language), DOCK, file);

            for (String wrong : List.of(
                    page.replace("Not all are excluded.", "All are excluded."),
                    page.replace("data-finding=\"ACS-24 ", "data-finding=\"ACS-23 "),
                    page.replaceFirst("<td class=\"n\">50</td>", "<td class=\"n\">49</td>"))) {
                Files.writeString(file, wrong);
                assertThatThrownBy(() -> readBack.solution(report(language), DOCK, file))
                        .isInstanceOf(IllegalStateException.class);
            }
        }
    }
}
