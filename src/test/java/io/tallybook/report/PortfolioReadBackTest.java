package io.tallybook.report;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.terms.ClauseRegister;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortfolioReadBackTest {
    private static final Reports REPORTS = new Reports(Optional.empty(), ClauseRegister.builtIn());

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private static PortfolioReport portfolio(String language, AccountReport... accounts) {
        PortfolioBuilder builder = new PortfolioBuilder();
        List.of(accounts).forEach(account -> builder.add(account, "accounts/" + account.account() + ".html"));
        AccountReport any = SampleReports.account();
        return builder.build(any.run(), language, any.inputs(), any.expected(), any.rejects(), 1_203);
    }

    private static AccountReport account(String id) {
        return SampleReports.account(id, "=Fabrikam() & <Söhne> \u0001", "en");
    }

    private Path page(PortfolioReport report) throws IOException {
        Path file = folder.resolve("portfolio.html");
        try (OutputStream out = Files.newOutputStream(file)) {
            REPORTS.portfolioPage(report, out);
        }
        return file;
    }

    private Path workbook(PortfolioReport report) throws IOException {
        Path file = folder.resolve("portfolio.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            REPORTS.portfolioWorkbook(report, out);
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void whatIsShownIsWhatWasAddedUp(String language) throws IOException {
        PortfolioReport report = portfolio(language, account("A1"), account("=A<2>"), account("A\u00033"));
        PortfolioReadBack back = new PortfolioReadBack(report);

        assertThatCode(() -> back.page(page(report))).doesNotThrowAnyException();
        assertThatCode(() -> back.workbook(workbook(report))).doesNotThrowAnyException();
    }

    @Test
    void nothingAddedUpIsShownAsNothing() throws IOException {
        PortfolioReport report = portfolio("de");
        PortfolioReadBack back = new PortfolioReadBack(report);

        assertThatCode(() -> back.page(page(report))).doesNotThrowAnyException();
        assertThatCode(() -> back.workbook(workbook(report))).doesNotThrowAnyException();
    }

    @Test
    void anotherAccountOrSumIsFound() {
        PortfolioReport two = portfolio("en", account("A1"), account("A2"));
        PortfolioReport three = portfolio("en", account("A1"), account("A2"), account("A3"));

        assertDifference(two, three);
        assertDifference(three, two);
    }

    private void assertDifference(PortfolioReport meant, PortfolioReport shown) {
        PortfolioReadBack back = new PortfolioReadBack(meant);
        assertThatThrownBy(() -> back.page(page(shown))).hasMessageStartingWith("portfolio.html: shows ");
        assertThatThrownBy(() -> back.workbook(workbook(shown))).hasMessageStartingWith("portfolio.xlsx: shows ");
    }

    /** A template of the job's own that shows one thing in the place of another. */
    @ParameterizedTest
    @CsvSource({
        "<td class=\"n\">${x.valueText}</td>, <td class=\"n\">${x.countedText}</td>",
        "<td>${x.unit}</td>, <td>USD</td>",
        "<td class=\"n\">${x.countedText}</td>, <td class=\"n\">${x.bounds}</td>",
        "<td class=\"n\">${c.countText}</td>, <td class=\"n\">${c.accountsText}</td>",
        "<td class=\"n\">${a.fail}</td>, <td class=\"n\">${a.pass}</td>",
        "<td class=\"n\">${a.rejects}</td>, <td class=\"n\">1</td>",
        "<small>${k}</small>, <small>${k?index}</small>"
    })
    void aTemplateThatShowsAnotherValueIsFound(String right, String wrong) throws IOException {
        String page = Files.readString(Path.of("templates", "portfolio.ftlh"));
        Files.writeString(folder.resolve("portfolio.ftlh"), page.replace(right, wrong));
        PortfolioReport report = portfolio("en", account("A1"), account("A2"));
        Path file = folder.resolve("portfolio.html");
        try (OutputStream out = Files.newOutputStream(file)) {
            new Reports(Optional.of(folder), ClauseRegister.builtIn()).portfolioPage(report, out);
        }

        assertThatThrownBy(() -> new PortfolioReadBack(report).page(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("portfolio.html: shows ");
    }
}
