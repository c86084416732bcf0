package io.tallybook.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tallybook.job.FolderRun;
import io.tallybook.job.RunOutcome;
import io.tallybook.ledger.ColumnDefinition;
import io.tallybook.ledger.RecordDefinition;
import io.tallybook.ledger.RecordTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Text that wants to be a formula, markup, a script or a template, in every id and text column of every input table: in
 * all that is written it stays text.
 */
class HostileTextTest {
    /** Stands in every formula, so that one that got through is found. */
    private static final String MARK = "7391";

    private static final List<String> FORMULAS = List.of(
            "=" + MARK + "+1",
            "+" + MARK + "+1",
            "-" + MARK + "+1",
            "@SUM(" + MARK + ")",
            "\t=" + MARK,
            "\uFF1D" + MARK + "+1",
            "\uFF0B" + MARK + "+1",
            "\uFF0D" + MARK + "+1",
            "\uFF20SUM(" + MARK + ")",
            "=cmd|' /C calc'!A" + MARK,
            "=HYPERLINK(\"http://evil.example/" + MARK + "\",\"click\")",
            "=WEBSERVICE(\"http://evil.example/" + MARK + "\")",
            "=IMPORTXML(CONCAT(\"http://evil.example/" + MARK + "\"),\"//a\")",
            "'=" + MARK + "+1",
            "\"=" + MARK + "+1");

    private static final List<String> SCRIPTS = List.of(
            "<script>window.hit=1</script>",
            "</title><script>window.hit=1</script>",
            "</script><script>window.hit=1</script>",
            "<img src=x onerror=window.hit=1>",
            "\"><img src=http://evil.example/i onerror=window.hit=1>",
            "' onmouseover='window.hit=1",
            "\" autofocus onfocus=\"window.hit=1",
            "<svg onload=window.hit=1>",
            "<iframe src=\"javascript:parent.hit=1\"></iframe>",
            "<a href=\"javascript:window.hit=1\">x</a>",
            "<base href=\"http://evil.example/\">",
            "<meta http-equiv=refresh content=\"0;url=http://evil.example/\">",
            "<link rel=stylesheet href=//evil.example/s>",
            "<style>@import 'http://evil.example/s'</style>",
            "--><script>window.hit=1</script><!--",
            "]]><script>window.hit=1</script>",
            "<scr\u0000ipt>window.hit=1</scr\u0000ipt>".replace("\u0000", ""),
            "&lt;script&gt;window.hit=1&lt;/script&gt;",
            "&#60;script&#62;window.hit=1&#60;/script&#62;",
            "<details open ontoggle=window.hit=1>",
            "<math><mi xlink:href=\"javascript:window.hit=1\">",
            "<template><script>window.hit=1</script></template>",
            "javascript:window.hit=1",
            "data:text/html,<script>window.hit=1</script>");

    private static final List<String> TEMPLATES = List.of(
            "${" + MARK + "*7}",
            "#{" + MARK + "*7}",
            "[=" + MARK + "*7]",
            "<#assign x=" + MARK + "*7>${x}",
            "<@x/>",
            "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
            "${.data_model?keys}",
            "${x?api.class}",
            "</#list>",
            "<#include \"/etc/passwd\">");

    /** What {@link #TEMPLATES} would come to. */
    private static final String COMPUTED = String.valueOf(Integer.parseInt(MARK) * 7);

    @TempDir
    static Path folder;

    @BeforeAll
    static void run() throws IOException {
        List<String> hostile =
                Stream.of(FORMULAS, SCRIPTS, TEMPLATES).flatMap(List::stream).toList();
        Path in = Files.createDirectories(folder.resolve("in"));
        for (RecordDefinition<?> type : RecordTypes.all()) {
            StringBuilder rows = new StringBuilder(String.join(
                            ",",
                            type.columns().stream().map(ColumnDefinition::name).toList()))
                    .append('\n');
            hostile.forEach(text -> rows.append(row(type, text)).append('\n'));
            if (type.name().equals("accounts")) {
                rows.append(row(type, "A1")).append('\n');
            }
            Files.writeString(in.resolve(type.name() + ".csv"), rows.toString());
        }
        RunOutcome outcome = FolderRun.withReports(in, folder.resolve("out"));
        assertThat(outcome.status()).as("%s", outcome.messages()).isEqualTo(RunOutcome.Status.COMPLETE);
        assertThat(outcome.counts().get("accepted")).isGreaterThan(hostile.size() * 10L);
        assertThat(outcome.rejected()).isGreaterThan(hostile.size());
    }

    /** The text in every id and text column, and something that fits in all others. */
    private static String row(RecordDefinition<?> type, String text) {
        List<String> cells = new ArrayList<>();
        for (ColumnDefinition column : type.columns()) {
            String cell = switch (column.type()) {
                // One account has them all, and each has one of its own.
                case ID -> column.name().equals("account") && !type.name().equals("accounts") ? "A1" : text;
                case TEXT -> text;
                case CODE, CODES ->
                    column.values().isEmpty() ? text : column.values().get(0);
                case DATE, DATETIME -> "2026-10-01";
                case MONTH -> "2026-10";
                // Some rows have to be refused.
                case DECIMAL, MONEY, INTEGER -> type.name().equals("rates") ? text : "1";
                case YESNO -> "Y";
                case CURRENCY -> "USD";
                case COUNTRY -> "DE";
            };
            cells.add('"' + cell.replace("\"", "\"\"") + '"');
        }
        return String.join(",", cells);
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void noTextBecomesAFormulaOrALinkInAWorkbook() throws IOException {
        Set<String> unseen = new TreeSet<>(FORMULAS.stream().map(String::strip).toList());
        int formulas = 0;
        int cells = 0;
        for (Path file : files(".xlsx")) {
            try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
                for (Sheet sheet : workbook) {
                    for (Hyperlink link : sheet.getHyperlinkList()) {
                        assertThat(link.getAddress()).doesNotContain("evil.example");
                    }
                    for (Row row : sheet) {
                        for (Cell cell : row) {
                            cells++;
                            if (cell.getCellType() == CellType.FORMULA) {
                                formulas++;
                                assertThat(cell.getCellFormula())
                                        .as("%s %s", file, cell.getAddress())
                                        .doesNotContain(MARK);
                            } else if (cell.getCellType() == CellType.STRING) {
                                String text = cell.getStringCellValue();
                                assertThat(text).doesNotContain(COMPUTED);
                                if (unseen.contains(text) && "=+-@".indexOf(text.charAt(0)) >= 0) {
                                    assertThat(cell.getCellStyle().getQuotePrefixed())
                                            .as("%s %s is quoted", file, cell.getAddress())
                                            .isTrue();
                                }
                                unseen.remove(text);
                            }
                        }
                    }
                }
            }
        }
        assertThat(unseen).as("texts that no cell shows as they are").isEmpty();
        System.out.printf(
                "figure: %d workbooks, %d cells, %d formulas, 0 from an input%n",
                files(".xlsx").size(), cells, formulas);
    }

    @Test
    void everyFieldOfACsvIsGuarded() throws IOException {
        String rejects = Files.readString(folder.resolve("out/rejects.csv"));
        assertThat(rejects).contains("'=" + MARK);
        assertThat(rejects.lines().flatMap(line -> Stream.of(line.split(",", -1))))
                .noneMatch(field -> field.matches("\"?[=+@\t\uFF1D\uFF0B\uFF0D\uFF20].*" + MARK + ".*")
                        || field.matches("\"?-" + MARK + ".*"));
    }

    @Test
    void noTemplateInATextIsComputed() throws IOException {
        List<Path> pages = files(".html");
        assertThat(pages).hasSizeGreaterThan(40);
        for (Path page : pages) {
            assertThat(Files.readString(page)).doesNotContain(COMPUTED).doesNotContain("root:x:0");
        }
        assertThat(Files.readString(folder.resolve("out/accounts/A1.html"))).contains("${" + MARK + "*7}");
    }

    @Test
    void noTextRunsOrLoadsAnythingInABrowser() throws Exception {
        assumeTrue(Browser.isThere(), "Chromium is not installed here: no page is opened");
        try (Browser browser = new Browser(folder.resolve("profile"))) {
            for (Path page : files(".html")) {
                browser.open(page);
                assertThat(browser.run("document.querySelectorAll('*').forEach(e => {"
                                        + "for (const t of ['mouseover', 'focus', 'toggle'])"
                                        + " e.dispatchEvent(new Event(t)); }); return String(window.hit)")
                                .asString())
                        .as("%s ran a script", page)
                        .isEqualTo("undefined");
                assertThat(browser.run("return performance.getEntriesByType('resource').length + ' '"
                                        + " + document.querySelectorAll('iframe, base, img, [onerror], [onfocus],"
                                        + " [onmouseover], [onload], [ontoggle], meta[http-equiv=refresh]').length"
                                        + " + Array.from(document.links).filter(a => a.protocol === 'javascript:'"
                                        + " || a.protocol === 'data:' || a.hostname === 'evil.example').length")
                                .asString())
                        .as("requests and foreign elements of %s", page)
                        .isEqualTo("0 00");
                assertThat(browser.complaints()).as("%s", page).isEmpty();
            }
        }
        System.out.printf(
                "figure: %d pages with %d hostile texts: dialogs 0, scripts 0, requests 0%n",
                files(".html").size(), FORMULAS.size() + SCRIPTS.size() + TEMPLATES.size());
    }
}
