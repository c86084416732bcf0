package io.tallybook.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.result.Figure;
import io.tallybook.result.FigureState;
import io.tallybook.result.Finding;
import io.tallybook.result.FindingStatus;
import io.tallybook.result.Result;
import io.tallybook.terms.ClauseRegister;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadBackTest {
    private static final Reports REPORTS = new Reports(Optional.empty(), ClauseRegister.builtIn());
    private static final String ID = "A1";

    private final ReadBack readBack = new ReadBack();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private Path workbook(AccountReport report) throws IOException {
        Path file = folder.resolve("A1.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            REPORTS.accountWorkbook(report, out);
        }
        return file;
    }

    private Path page(AccountReport report) throws IOException {
        Path file = folder.resolve("A1.html");
        try (OutputStream out = Files.newOutputStream(file)) {
            REPORTS.accountPage(report, out);
        }
        return file;
    }

    private static AccountReport with(String language, List<Result> results) {
        AccountReport sample = SampleReports.account(ID, "Northwind", language);
        return new AccountReport(
                sample.run(), ID, "", "", language, results, sample.inputs(), sample.expected(), sample.rejects());
    }

    /** Values that are easily shown wrong: beyond the digits of Excel, negative, before its calendar, tiny. */
    private static List<Result> awkward() {
        List<Result> results = new ArrayList<>(SampleReports.results(ID));
        String[] values = {
            "1234567890123456.78", "-0.005", "0", "1899-12-31", "100000", "-1234567.1", "12345.6789012345"
        };
        for (String value : values) {
            results.add(Figure.of("sa-spend.projected", ID, "agreement:<" + value + "> & \"x\"")
                    .unit("USD")
                    .known(value)
                    .build());
            results.add(Figure.of("sa-spend.projected", ID, "agreement:bound " + value)
                    .unit("USD")
                    .state(FigureState.UPPER_BOUND, value, "because")
                    .build());
        }
        return results;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void whatIsShownIsWhatWasComputed(String language) throws IOException {
        AccountReport report = with(language, awkward());
        int figures =
                (int) report.results().stream().filter(Figure.class::isInstance).count();

        assertThat(readBack.workbook(report, workbook(report)).figures()).isEqualTo(figures);
        assertThat(readBack.page(report, page(report)).figures()).isEqualTo(figures);
    }

    @Test
    void anotherValueIsFound() throws IOException {
        AccountReport shown = SampleReports.account();
        List<Result> others = new ArrayList<>(shown.results());
        Figure first = (Figure) others.stream()
                .filter(result ->
                        result.name().equals("sa-spend") && result.dimension().equals("CAL"))
                .findFirst()
                .orElseThrow();
        others.remove(first);
        others.add(Figure.of("sa-spend", ID, first.subject())
                .dimension("CAL")
                .unit("EUR")
                .known("13000.01")
                .build());
        AccountReport meant = with("en", others);

        assertThatThrownBy(() -> readBack.workbook(meant, workbook(shown)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("A1.xlsx: shows 13000 EUR at Figures row ")
                .hasMessageEndingWith("for sa-spend CAL of agreement:E1, which is KNOWN 13000.01 EUR");
        assertThatThrownBy(() -> readBack.page(meant, page(shown)))
                .hasMessage(
                        "A1.html: shows 13,000.00 EUR at row agreement:E1 sa-spend CAL for sa-spend CAL of agreement:E1, which is KNOWN 13000.01 EUR");
    }

    @Test
    void aMissingAndAnAddedFigureAreFound() throws IOException {
        AccountReport more = SampleReports.account();
        List<Result> some = new ArrayList<>(more.results());
        some.removeIf(result -> result.name().equals("indemnity.limit"));
        AccountReport less = with("en", some);

        assertThatThrownBy(() -> readBack.workbook(more, workbook(less))).hasMessageContaining("shows nothing for");
        assertThatThrownBy(() -> readBack.page(more, page(less))).hasMessageContaining("shows nothing for");
        assertThatThrownBy(() -> readBack.workbook(less, workbook(more))).hasMessageContaining("that is no result");
        assertThatThrownBy(() -> readBack.page(less, page(more))).hasMessageContaining("that is no result");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void allFindingsAreCompared(String language) throws IOException {
        List<Result> results = new ArrayList<>(SampleReports.results(ID));
        for (FindingStatus status : FindingStatus.values()) {
            results.add(Finding.of("SA-PRS-15", ID, "license:_x0041_ <b>\u0007", status, "=1+1 & <i>\u0001\r\n end ")
                    .withDate(Optional.of(LocalDate.of(1899, 12, 31))));
            results.add(Finding.of("SA-PRS-16", ID, "agreement:E1", status, "x".repeat(40_000)));
        }
        AccountReport report = with(language, results);
        int findings = (int) results.stream().filter(Finding.class::isInstance).count();

        assertThat(readBack.workbook(report, workbook(report)).findings()).isEqualTo(findings);
        assertThat(readBack.page(report, page(report)).findings()).isEqualTo(findings);
    }

    @Test
    void aFindingThatIsShownOtherwiseIsFound() throws IOException {
        Finding meant = Finding.of("SA-PRS-15", ID, "agreement:E1", FindingStatus.FAIL, "No line of it.");
        List<Finding> others = List.of(
                Finding.of("SA-PRS-16", ID, "agreement:E1", FindingStatus.FAIL, "No line of it."),
                Finding.of("SA-PRS-15", ID, "agreement:E2", FindingStatus.FAIL, "No line of it."),
                Finding.of("SA-PRS-15", ID, "agreement:E1", FindingStatus.AT_RISK, "No line of it."),
                Finding.of("SA-PRS-15", ID, "agreement:E1", FindingStatus.FAIL, "A line of it."),
                meant.withDate(Optional.of(LocalDate.of(2026, 10, 31))));
        for (Finding other : others) {
            AccountReport shown = with("en", List.of(other));
            AccountReport report = with("en", List.of(meant));
            assertThatThrownBy(() -> readBack.workbook(report, workbook(shown)))
                    .hasMessage("A1.xlsx: does not show that SA-PRS-15 is FAIL for agreement:E1: No line of it.");
            assertThatThrownBy(() -> readBack.page(report, page(shown)))
                    .hasMessage("A1.html: does not show that SA-PRS-15 is FAIL for agreement:E1: No line of it.");
            AccountReport both = with("en", List.of(meant, other));
            assertThatThrownBy(() -> readBack.workbook(report, workbook(both)))
                    .hasMessageStartingWith("A1.xlsx: shows a finding that is no result: ");
            assertThatThrownBy(() -> readBack.page(report, page(both)))
                    .hasMessageStartingWith("A1.html: shows a finding that is no result: ");
        }
    }

    @Test
    void aBoundIsNoExactValue() throws IOException {
        AccountReport shown = with("en", List.of(spend(FigureState.KNOWN)));
        AccountReport meant = with("en", List.of(spend(FigureState.LOWER_BOUND)));

        assertThatThrownBy(() -> readBack.workbook(meant, workbook(shown))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> readBack.page(meant, page(shown))).isInstanceOf(IllegalStateException.class);
    }

    private static Figure spend(FigureState state) {
        return Figure.of("sa-spend", ID, "agreement:E1")
                .dimension("SERVER")
                .unit("EUR")
                .state(state, "1200.50", "")
                .build();
    }

    @Test
    void aPageOfAnotherTemplateIsNotCompared() throws IOException {
        Path page = Files.writeString(folder.resolve("own.html"), "<p>Northwind</p>");

        assertThat(readBack.page(SampleReports.account(), page).figures()).isZero();
    }
}
