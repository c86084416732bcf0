package io.tallybook.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackSumsTest {
    private static final Reports REPORTS = new Reports(Optional.empty(), ClauseRegister.builtIn());

    private final ReadBack readBack = new ReadBack();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private static Figure spend(String account, FigureState state, String value, String currency) {
        return Figure.of("sa-spend", account, "agreement:E-" + account)
                .dimension("SERVER_CAL")
                .unit(currency)
                .state(state, value, "")
                .build();
    }

    private static AccountReport account(String id, String language, Result... results) {
        AccountReport sample = SampleReports.account(id, id, language);
        return new AccountReport(sample.run(), id, "", "", language, List.of(results), List.of(), List.of(), List.of());
    }

    private static List<AccountReport> accounts() {
        return List.of(
                account(
                        "A1",
                        "de",
                        spend("A1", FigureState.KNOWN, "1200.50", "EUR"),
                        Finding.of("SA-PRS-15", "A1", "agreement:E-A1", FindingStatus.FAIL, "No line of it.")),
                account("A2", "en", spend("A2", FigureState.KNOWN, "12345678901234567.89", "EUR")),
                account("A3", "en", spend("A3", FigureState.KNOWN, "-500", "JPY")),
                account("A4", "en", spend("A4", FigureState.LOWER_BOUND, "7", "EUR")),
                account("A5", "en", spend("A5", FigureState.UNKNOWN, "", "EUR")));
    }

    /** The sums of packs as they were written and are read back. */
    private PackSums packs(List<AccountReport> accounts, boolean isPage) throws IOException {
        PackSums sums = new PackSums();
        for (AccountReport account : accounts) {
            Path file = folder.resolve(account.account() + (isPage ? ".html" : ".xlsx"));
            try (OutputStream out = Files.newOutputStream(file)) {
                if (isPage) {
                    REPORTS.accountPage(account, out);
                } else {
                    REPORTS.accountWorkbook(account, out);
                }
            }
            sums.add(ReadBack.pack(account, isPage ? readBack.page(account, file) : readBack.workbook(account, file)));
        }
        return sums;
    }

    private static PortfolioReport portfolio(List<AccountReport> accounts) {
        PortfolioBuilder builder = new PortfolioBuilder();
        accounts.forEach(account -> builder.add(account, ""));
        return builder.build(SampleReports.run(), "en", List.of(), List.of(), List.of(), 0);
    }

    @Test
    void thePortfolioIsTheSumOfThePacks() throws IOException {
        PortfolioReport portfolio = portfolio(accounts());

        assertThat(portfolio.totals())
                .extracting(total -> total.unit() + " " + total.known().toPlainString())
                .containsExactly("EUR 12345678901235768.39", "JPY -500");
        for (boolean isPage : new boolean[] {true, false}) {
            PackSums packs = packs(accounts(), isPage);
            assertThat(packs.figures()).isEqualTo(5);
            assertThat(packs.findings()).isEqualTo(1);
            assertThatCode(() -> packs.prove(portfolio)).doesNotThrowAnyException();
        }
    }

    @Test
    void anAccountThatIsMissingOrThereTwiceIsFound() throws IOException {
        List<AccountReport> all = accounts();
        List<AccountReport> twice = new ArrayList<>(all);
        twice.add(all.get(2));
        PackSums packs = packs(all, true);

        assertThatThrownBy(() -> packs.prove(portfolio(all.subList(0, 4))))
                .hasMessage(
                        "The portfolio is not the sum of the account packs: it lists 4 accounts, there are 5 packs");
        assertThatThrownBy(() -> packs.prove(portfolio(twice))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aCentOfDifferenceIsFoundInItsCurrency() throws IOException {
        List<AccountReport> others = new ArrayList<>(accounts());
        others.set(2, account("A3", "en", spend("A3", FigureState.KNOWN, "-501", "JPY")));
        PackSums packs = packs(accounts(), false);

        assertThatThrownBy(() -> packs.prove(portfolio(others)))
                .hasMessage("The portfolio is not the sum of the account packs: sa-spend SERVER_CAL in JPY is -501 of 1"
                        + " figures, beside 0 bounds and 0 unknown, the packs sum up to -500 of 1 figures, beside 0"
                        + " bounds and 0 unknown");
    }

    @Test
    void anotherCurrencyStateOrStatusIsFound() throws IOException {
        PackSums packs = packs(accounts(), true);
        List<AccountReport> dollars = new ArrayList<>(accounts());
        dollars.set(2, account("A3", "en", spend("A3", FigureState.KNOWN, "-500", "USD")));
        List<AccountReport> known = new ArrayList<>(accounts());
        known.set(4, account("A5", "en", spend("A5", FigureState.KNOWN, "0", "EUR")));
        List<AccountReport> passed = new ArrayList<>(accounts());
        passed.set(
                0,
                account(
                        "A1",
                        "de",
                        spend("A1", FigureState.KNOWN, "1200.50", "EUR"),
                        Finding.of("SA-PRS-15", "A1", "agreement:E-A1", FindingStatus.PASS, "")));

        for (List<AccountReport> others : List.of(dollars, known, passed)) {
            assertThatThrownBy(() -> packs.prove(portfolio(others))).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void packsOfAnotherTemplateAddUpToTheirResults() throws IOException {
        AccountReport account = accounts().get(0);
        Path page = Files.writeString(folder.resolve("own.html"), "<p>Northwind</p>");
        PackSums packs = new PackSums();

        packs.add(ReadBack.pack(account, readBack.page(account, page)));

        packs.prove(portfolio(List.of(account)));
        assertThat(packs.figures()).isEqualTo(1);
    }
}
