package io.tallybook.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.result.Figure;
import io.tallybook.result.Finding;
import io.tallybook.result.FindingStatus;
import io.tallybook.result.Result;
import io.tallybook.terms.ClauseRegister;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    private static final Reports REPORTS = new Reports(Optional.empty(), ClauseRegister.builtIn());
    private static final DataFormatter FORMATTER = new DataFormatter(Locale.ROOT);

    private static byte[] workbook(AccountReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        REPORTS.accountWorkbook(report, out);
        return out.toByteArray();
    }

    private static String page(AccountReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        REPORTS.accountPage(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static XSSFWorkbook open(byte[] workbook) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(workbook));
    }

    /** The rows of a sheet as texts, as a reader sees them. */
    private static List<String> rows(XSSFSheet sheet) {
        List<String> rows = new ArrayList<>();
        for (Row row : sheet) {
            StringBuilder line = new StringBuilder();
            for (Cell cell : row) {
                line.append(line.isEmpty() ? "" : " | ").append(FORMATTER.formatCellValue(cell));
            }
            rows.add(line.toString());
        }
        return rows;
    }

    @Test
    void everyFigureIsInTheWorkbookWithItsStateAndUnit() throws IOException {
        List<String> rows = rows(open(workbook(SampleReports.account())).getSheet("Figures"));

        assertThat(rows)
                .anySatisfy(row -> assertThat(row)
                        .startsWith("Agreement E1 | Software Assurance spend | Server and CAL | Known | 61,200.00 | EUR"
                                + " | 2 steps | SA-BEN-03, SA-BEN-04, SA-PRS-10"))
                .anySatisfy(row -> assertThat(row)
                        .startsWith("Agreement E2-東京 | Software Assurance spend | Server and CAL | At least |"
                                + " at least 7,350,000 | JPY"))
                .anySatisfy(row -> assertThat(row)
                        .contains("| Not known | not known | JPY |")
                        .contains("deliver both amounts"))
                .anySatisfy(row -> assertThat(row).contains("| At most | at most 120,000 | JPY |"))
                .anySatisfy(row -> assertThat(row).contains("Phone contacts permitted |  | As needed | as needed |"))
                .anySatisfy(row -> assertThat(row).contains("Charged for the solution |  | Known | 1,250.125 | KWD"));
        long figures = SampleReports.results("A1").stream()
                .filter(Figure.class::isInstance)
                .count();
        assertThat(rows).hasSize((int) figures + 3); // title, subtitle and header above
    }

    @Test
    void anUnknownValueIsNeverANumberNorBlank() throws IOException {
        XSSFSheet sheet = open(workbook(SampleReports.account())).getSheet("Figures");

        for (Row row : sheet) {
            Cell state = row.getCell(3);
            if (state != null
                    && state.getCellType() == CellType.STRING
                    && state.getStringCellValue().equals("Not known")) {
                assertThat(row.getCell(4).getCellType()).isEqualTo(CellType.STRING);
                assertThat(row.getCell(4).getStringCellValue()).isEqualTo("not known");
                assertThat(row.getCell(8).getStringCellValue()).isNotEmpty();
            }
        }
    }

    @Test
    void findingsAskForTheMostUrgentFirst() throws IOException {
        List<String> rows = rows(open(workbook(SampleReports.account())).getSheet("Findings"));

        assertThat(rows.subList(3, rows.size()))
                .extracting(row -> row.replaceAll(" \\| .*", ""))
                .containsExactly(
                        "Fails",
                        "At risk",
                        "At risk",
                        "Undetermined",
                        "To attest",
                        "Passes",
                        "Passes",
                        "Passes",
                        "Does not apply");
        assertThat(rows.get(4)).contains("2026-11-05");
        assertThat(rows.get(5)).contains("2026-11-12");
    }

    @Test
    void noCellFromTheInputIsAFormula() throws IOException {
        for (XSSFSheet sheet : sheets(open(workbook(SampleReports.account())))) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    boolean looksLikeFormula = cell.getCellType() == CellType.STRING
                            && cell.getStringCellValue().matches("(?s)[=+@-].*");
                    if (looksLikeFormula) {
                        assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                    }
                    if (cell.getCellType() == CellType.FORMULA) {
                        assertThat(cell.getCellFormula()).doesNotContain("evil", "cmd");
                    }
                }
            }
        }
    }

    private static List<XSSFSheet> sheets(XSSFWorkbook workbook) {
        List<XSSFSheet> sheets = new ArrayList<>();
        workbook.sheetIterator().forEachRemaining(sheet -> sheets.add((XSSFSheet) sheet));
        return sheets;
    }

    @Test
    void aFigureLeadsToItsWorkingAndTheWorkingBack() throws IOException {
        XSSFWorkbook workbook = open(workbook(SampleReports.account()));
        XSSFSheet figures = workbook.getSheet("Figures");
        // Row 3 is blank, and so not among the rows.
        int row = 1
                + rows(figures)
                        .indexOf(rows(figures).stream()
                                .filter(text -> text.contains("Server and CAL | Known | 2 | incidents"))
                                .findFirst()
                                .orElseThrow());

        String there = figures.getRow(row).getCell(6).getHyperlink().getAddress();
        XSSFSheet working = workbook.getSheet("Working");
        Row step = working.getRow(Integer.parseInt(there.replaceAll(".*![A-Z]+", "")) - 1);

        assertThat(there).startsWith("'Working'!");
        assertThat(step.getCell(3).getStringCellValue()).isEqualTo("increment");
        assertThat(step.getCell(4).getNumericCellValue()).isEqualTo(21_500);
        assertThat(working.getHyperlink(step.getRowNum(), 1).getAddress()).isEqualTo("'Figures'!A" + (row + 1));
    }

    @Test
    void aRenderingIsRepeatableToTheByte() throws IOException {
        assertThat(workbook(SampleReports.account())).isEqualTo(workbook(SampleReports.account()));
        assertThat(new Reports(Optional.empty(), ClauseRegister.builtIn())).satisfies(others -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            others.accountWorkbook(SampleReports.account(), out);
            assertThat(out.toByteArray()).isEqualTo(workbook(SampleReports.account()));
        });
        assertThat(page(SampleReports.account())).isEqualTo(page(SampleReports.account()));
    }

    @Test
    void thePropertiesNameTheDateOfTheRun() throws IOException {
        var properties = open(workbook(SampleReports.account())).getProperties();

        assertThat(properties.getCoreProperties().getCreated()).isEqualTo("2026-10-31T00:00:00Z");
        assertThat(properties.getCoreProperties().getModified()).isEqualTo("2026-10-31T00:00:00Z");
        assertThat(properties.getExtendedProperties().getApplication()).isEqualTo("Tallybook");
    }

    @Test
    void thePageSaysFirstWhatItRestsOn() throws IOException {
        String page = page(SampleReports.account());

        assertThat(page.indexOf("id=\"coverage\"")).isPositive().isLessThan(page.indexOf("id=\"summary\""));
        assertThat(page)
                .contains("4 of 6 expected tables arrived.")
                .contains("Missing: Licenses (required), Rates.")
                .contains("old-export.xls: refused: the file is protected by a password")
                .contains("Rejected rows of Purchases that are not in it: 2");
    }

    @Test
    void thePageEscapesWhatItIsGiven() throws IOException {
        String page = page(SampleReports.account());

        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; ${7*7} own staff.")
                .contains("Northwind Trading GmbH &amp; Co. &lt;KG&gt;")
                .containsOnlyOnce("<script")
                .doesNotContain("<b>bold</b>")
                .doesNotContain("\u0007");
    }

    @Test
    void thePageNeedsNothingElse() throws IOException {
        String page = page(SampleReports.account());

        assertThat(page)
                .contains(
                        "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'")
                .contains("script-src 'sha256-")
                .doesNotContain("src=\"", "<link", "@import", "url(");
    }

    @Test
    void everyLinkOfThePageLeadsSomewhere() throws IOException {
        String page = page(SampleReports.account());

        List<String> targets = java.util.regex.Pattern.compile("href=\"#([^\"]+)\"")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
        assertThat(targets)
                .hasSizeGreaterThan(30)
                .allSatisfy(target -> assertThat(page).contains("id=\"" + target + "\""));
    }

    @Test
    void numbersOnPagesAreSeparatedAsInTheirLanguage() throws IOException {
        assertThat(page(SampleReports.account())).contains("407,500.50 EUR").contains("lang=\"en\"");
        assertThat(page(SampleReports.account("A1", "Nordwind", "de")))
                .contains("407.500,50 EUR")
                .contains("lang=\"de\"")
                .contains("nicht bekannt");
    }

    @Test
    void anAccountWithoutAnyResultStillHasItsReports() throws IOException {
        AccountReport empty =
                new AccountReport(SampleReports.run(), "A9", "", "", "en", List.of(), List.of(), List.of(), List.of());

        assertThat(page(empty)).contains("No figures were computed.").contains("No findings.");
        assertThat(rows(open(workbook(empty)).getSheet("Figures")))
                .contains("No figures |  |  |  |  |  |  |  |  |  |  |  | ");
    }

    @Test
    void nothingIsSaidOfTablesWhereNoneIsExpected() throws IOException {
        AccountReport report = SampleReports.account();
        for (String language : List.of("en", "de")) {
            AccountReport unexpected = new AccountReport(
                    report.run(), "A1", "", "", language, report.results(), report.inputs(), List.of(), List.of());
            String all = page(unexpected) + rows(open(workbook(unexpected)).getSheet("Coverage"));

            assertThat(all).doesNotContain("0 of 0", "0 von 0");
            assertThat(all).contains(Labels.of(language).phrase("none_expected"));
        }
    }

    @Test
    void theSameReasonOfOneSubjectIsShownOnceWithAllItsClauses() throws IOException {
        String reason = "There is no SA line.";
        List<Result> results = new ArrayList<>();
        for (String agreement : List.of("agreement:E1", "agreement:E2")) {
            for (int i = 1; i <= 9; i++) {
                results.add(Finding.of("SA-BEN-0" + i, "A1", agreement, FindingStatus.UNDETERMINED, reason));
            }
        }
        String page = page(
                new AccountReport(SampleReports.run(), "A1", "", "", "en", results, List.of(), List.of(), List.of()));

        assertThat(page.split(reason, -1)).hasSize(2 + 1);
        for (int i = 1; i <= 18; i++) {
            assertThat(page).contains("<a id=\"v" + i + "\" href=\"#c");
        }
    }

    @Test
    void chartsSayInWordsWhatTheyShow() throws IOException {
        String page = page(SampleReports.account());

        assertThat(page)
                .contains("From 2025-11 to 2026-10: 5 of 12 months lie below the 1,000.00 USD that are asked for.")
                .contains("Agreement E1, Server and CAL: 3,300.00 EUR to go, of 21,500.00 EUR for one incident.")
                .contains("<rect class=\"bar short\"", "role=\"img\"");
        // 18,200 of 21,500 are spent: that share of the 230 pixels of a full bar.
        assertThat(page).contains("width=\"194\" height=\"22\"");
    }

    @Test
    void monthsAreDrawnAgainstTheSettingOfTheJob() throws IOException {
        RunInfo run = SampleReports.run();
        SortedMap<String, String> settings = new TreeMap<>(run.settings());
        settings.put("azure.usage-threshold-usd", "2500");
        RunInfo asked = new RunInfo(
                run.job(),
                run.version(),
                run.asOf(),
                run.complete(),
                run.incompleteReasons(),
                settings,
                Set.of("azure.usage-threshold-usd"),
                run.editions());
        List<Result> results = SampleReports.account().results();

        assertThat(page(new AccountReport(asked, "A1", "", "", "en", results, List.of(), List.of(), List.of())))
                .contains("lie below the 2,500.00 USD that are asked for.");
    }

    @Test
    void thePortfolioListsAccountsAndAddsNoCurrencies() throws IOException {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        REPORTS.portfolioPage(SampleReports.portfolio(), page);
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        REPORTS.portfolioWorkbook(SampleReports.portfolio(), workbook);

        assertThat(page.toString(StandardCharsets.UTF_8))
                .contains("183,600.00</td><td>EUR")
                .contains("not known</td><td>JPY")
                .contains("1,200 more rejected rows are listed in rejects.csv.")
                .contains("href=\"accounts/A1.html\"");
        assertThat(rows(open(workbook.toByteArray()).getSheet("Accounts")))
                .anySatisfy(
                        row -> assertThat(row).startsWith("A10 | =Fabrikam() | Nora Lindqvist | 1 | 2 | 1 | 1 | 3"));
    }

    @Test
    void aTemplateOfTheJobTakesThePlaceOfTheBuiltInOne(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("account.ftlh"), "<p>${account.name}</p>");
        Reports reports = new Reports(Optional.of(folder), ClauseRegister.builtIn());
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        reports.accountPage(SampleReports.account(), out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("<p>Northwind Trading GmbH &amp; Co. &lt;KG&gt;</p>");
    }

    /** Follows a link of a cell, and returns the row that it leads to. */
    private static XSSFRow followed(XSSFWorkbook workbook, XSSFCell cell) {
        String[] place = cell.getHyperlink().getLocation().split("!", -1);
        return workbook.getSheet(place[0].replace("'", "")).getRow(new CellReference(place[1]).getRow());
    }

    @Test
    void linksLeadFromAResultToItsRowsAndFromAClauseToItsResults() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Reports(Optional.empty(), ClauseRegister.builtIn()).accountWorkbook(SampleReports.account(), out);
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            int followed = 0;
            for (var row : workbook.getSheet("Figures")) {
                var sources = (XSSFCell) row.getCell(10);
                if (row.getRowNum() > 3 && sources.getHyperlink() != null) {
                    var source = followed(workbook, sources);
                    assertThat(sources.getStringCellValue())
                            .startsWith(source.getCell(2).getStringCellValue());
                    assertThat(followed(workbook, source.getCell(0)).getRowNum())
                            .isEqualTo(row.getRowNum());
                    followed++;
                }
            }
            assertThat(followed).isGreaterThan(5);
            for (var row : workbook.getSheet("Method")) {
                var clause = row.getCell(0);
                var users = (XSSFCell) row.getCell(7);
                if (users != null && users.getHyperlink() != null) {
                    var result = followed(workbook, users);
                    assertThat(result.getCell(result.getSheet().getSheetName().equals("Figures") ? 7 : 2)
                                    .getStringCellValue())
                            .contains(clause.getStringCellValue());
                    followed++;
                }
            }
            assertThat(followed).isGreaterThan(10);
        }
    }
}
