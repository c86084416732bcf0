package io.tallybook.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tallybook.terms.ClauseRegister;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Opens the pages in a browser, clicks and types, and asks axe-core what keeps people out. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class PageTest {
    private static final String FIGURES = "#figures table.data";
    private static final String FILTER = "#figures .filter input";

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Path account;
    private static Path portfolio;
    private static Path runs;
    private static Path solution;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        assumeThat(Browser.isThere())
                .as("chromedriver is installed (Debian package chromium-driver)")
                .isTrue();
        Reports reports = new Reports(Optional.empty(), ClauseRegister.builtIn());
        account = folder.resolve("account.html");
        portfolio = folder.resolve("portfolio.html");
        try (OutputStream out = Files.newOutputStream(account)) {
            reports.accountPage(SampleReports.account(), out);
        }
        try (OutputStream out = Files.newOutputStream(portfolio)) {
            reports.portfolioPage(SampleReports.portfolio(), out);
        }
        runs = folder.resolve("runs.html");
        try (OutputStream out = Files.newOutputStream(runs)) {
            reports.runsPage("monthly", "0.1.0", Samples.runs(), out);
        }
        AccountReport report = Samples.account("en");
        solution = folder.resolve("solution.html");
        try (OutputStream out = Files.newOutputStream(solution)) {
            reports.solutionPage(report, report.solutions().get(0), out);
        }
        browser = new Browser(folder.resolve("profile"));
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() throws IOException, InterruptedException {
        browser.open(account);
    }

    /** The texts of a column, of the rows that are seen. */
    private static List<String> column(String table, int number) throws IOException, InterruptedException {
        return browser.run("return Array.from(document.querySelectorAll('" + table + " > tbody > tr'))"
                        + ".filter(row => row.checkVisibility()).map(row => row.cells[" + number + "].innerText)")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static String text(String script) throws IOException, InterruptedException {
        return browser.run("return " + script).asString();
    }

    @Test
    void theScriptOfThePageRunsAndNoOtherDoes() throws IOException, InterruptedException {
        assertThat(browser.run("return document.querySelectorAll('th button').length")
                        .asInt())
                .isPositive();
        assertThat(browser.complaints()).isEmpty();

        Path foreign = folder.resolve("foreign.html");
        String page = Files.readString(account);
        Files.writeString(foreign, page.replace("</body>", "<script>document.title = 'hijacked'</script></body>"));
        browser.open(foreign);

        assertThat(text("document.title")).doesNotContain("hijacked");
        assertThat(browser.complaints()).anyMatch(message -> message.contains("Content Security Policy"));
    }

    @Test
    void noRequestLeavesThePage() throws IOException, InterruptedException {
        assertThat(browser.run("return performance.getEntriesByType('resource').length")
                        .asInt())
                .isZero();
    }

    @Test
    void aClickSortsNumbersByTheirValueAndTheUnknownLast() throws IOException, InterruptedException {
        String value = FIGURES + " th:nth-child(4)";
        browser.click(value + " button");

        assertThat(text("document.querySelector('" + value + "').getAttribute('aria-sort')"))
                .isEqualTo("ascending");
        List<String> up = column(FIGURES, 3);
        assertThat(up).containsSubsequence("1", "38.25", "1,250.125", "61,200.00", "407,500.50", "at least 7,350,000");
        assertThat(up.get(up.size() - 1)).isIn("not known", "as needed");

        browser.click(value + " button");
        assertThat(text("document.querySelector('" + value + "').getAttribute('aria-sort')"))
                .isEqualTo("descending");
        List<String> down = column(FIGURES, 3);
        assertThat(down).containsSubsequence("at least 7,350,000", "407,500.50", "61,200.00", "1,250.125", "1");
        assertThat(down.get(down.size() - 1)).isIn("not known", "as needed");
    }

    @Test
    void theKeyboardSorts() throws IOException, InterruptedException {
        browser.run("document.querySelector('" + FILTER + "').focus()");
        String focused = "document.activeElement.innerText";
        for (int i = 0; i < 3 && !text(focused).equals("Subject"); i++) {
            browser.pressTab();
        }
        assertThat(text(focused)).isEqualTo("Subject");

        browser.pressTab();
        browser.pressEnter();

        assertThat(text("document.querySelector('" + FIGURES + " th:nth-child(2)').getAttribute('aria-sort')"))
                .isEqualTo("ascending");
        assertThat(column(FIGURES, 1).get(0)).startsWith("Average monthly Azure usage");
    }

    @Test
    void aFilterLeavesTheRowsThatHoldItsWords() throws IOException, InterruptedException {
        int all = column(FIGURES, 1).size();
        browser.type(FILTER, "e1 INCIDENTS total");

        assertThat(column(FIGURES, 1)).containsExactly("Incidents awarded, Total");
        assertThat(text("document.querySelector('#figures .filter output').textContent"))
                .isEqualTo("1 of " + all + " rows");
    }

    @Test
    void aFilterUnfoldsFindingsThatNeedNothingDone() throws IOException, InterruptedException {
        assertThat(column("#findings table.data", 0)).hasSize(5);

        browser.type("#findings .filter input", "select_plus");

        assertThat(column("#findings table.data", 0)).containsExactly("Agreement E2-東京");
    }

    @Test
    void aLinkToAFigureUnfoldsItsWorking() throws IOException, InterruptedException {
        browser.click(FIGURES + " tbody tr:nth-child(3) a");

        String target = text("document.querySelector('" + FIGURES + " tbody tr:nth-child(3) a').hash");
        assertThat(browser.run("return document.querySelector('" + target + "').open")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void withoutScriptsEverythingIsThereAndNothingIsDead() throws IOException, InterruptedException {
        browser.withoutScripts(true);
        try {
            browser.open(account);
            assertThat(browser.run("return document.querySelectorAll('button, input').length")
                            .asInt())
                    .isZero();
            assertThat(column(FIGURES, 1)).hasSizeGreaterThan(20);
        } finally {
            browser.withoutScripts(false);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "account, light, 1280",
        "account, dark, 390",
        "portfolio, light, 390",
        "portfolio, dark, 1280",
        "runs, light, 390",
        "runs, dark, 1280",
        "solution, light, 1280",
        "solution, dark, 390"
    })
    void nobodyIsKeptOut(String page, String scheme, int width) throws IOException, InterruptedException {
        browser.prefer(scheme);
        browser.width(width);
        browser.open(Map.of("account", account, "portfolio", portfolio, "runs", runs, "solution", solution)
                .getOrDefault(page, account));
        browser.run("document.querySelectorAll('details').forEach(part => part.open = true)");
        browser.run(axe());

        JsonNode violations = browser.await(
                "const done = arguments[0]; axe.run(document, {resultTypes: ['violations']}).then(result => done("
                        + "result.violations.map(v => v.id + ': ' + v.help + ' '"
                        + " + v.nodes.map(n => n.html.slice(0, 200) + ' ' + n.failureSummary).slice(0, 3).join(' | '))))");

        assertThat(violations.valueStream().map(JsonNode::asString)).isEmpty();
        assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth")
                        .asBoolean())
                .as("the page is no wider than the window")
                .isTrue();
    }

    private static String axe() throws IOException {
        try (var script = Objects.requireNonNull(PageTest.class.getResourceAsStream("/axe-core/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
