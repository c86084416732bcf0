package io.tallybook.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.result.Figure;
import io.tallybook.result.FigureState;
import io.tallybook.result.Result;
import io.tallybook.terms.ClauseRegister;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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

        assertThat(readBack.workbook(report, workbook(report))).isEqualTo(figures);
        assertThat(readBack.page(report, page(report))).isEqualTo(figures);
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
                .hasMessageStartingWith("A1.xlsx: shows 13000 at Figures row ")
                .hasMessageEndingWith("for sa-spend CAL of agreement:E1, which is KNOWN 13000.01 EUR");
        assertThatThrownBy(() -> readBack.page(meant, page(shown)))
                .hasMessage(
                        "A1.html: shows 13,000.00 EUR for sa-spend CAL of agreement:E1, which is KNOWN 13000.01 EUR");
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

        assertThat(readBack.page(SampleReports.account(), page)).isZero();
    }
}
