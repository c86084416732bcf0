package io.tallybook.report.excel;

import static io.tallybook.report.excel.TemplateFiles.note;
import static io.tallybook.report.excel.TemplateFiles.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.report.template.Amount;
import io.tallybook.report.template.CellLink;
import io.tallybook.report.template.Day;
import io.tallybook.report.template.TemplateException;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookTemplateTest {
    private final XSSFWorkbook template = new XSSFWorkbook();
    private final XSSFSheet sheet = template.createSheet("Data");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private TemplateFiles files;

    @BeforeEach
    void setUp() {
        files = new TemplateFiles(folder);
    }

    /** A list of rows with a name and a value, 1, 2, 3, ... */
    private static Map<String, Object> items(int count) {
        List<Map<String, Object>> items = IntStream.rangeClosed(1, count)
                .mapToObj(i -> Map.<String, Object>of("name", "item " + i, "value", BigDecimal.valueOf(i)))
                .toList();
        return Map.of("items", items);
    }

    /** A header in row 1, a repeated row 2, a total in row 3. */
    private void list() {
        put(sheet, "A1", "Name");
        put(sheet, "B1", "Value");
        put(sheet, "A2", "${i.name}");
        put(sheet, "B2", "${i.value}");
        put(sheet, "A3", "Total");
        put(sheet, "B3", "=SUM(B2:B2)");
        note(sheet, "A2", "repeat items as i or \"none\"");
    }

    private static XSSFCell cell(XSSFWorkbook workbook, String address) {
        return TemplateFiles.cell(workbook, "Data", address);
    }

    @Test
    void aRowRepeatsAndItsTotalGrows() throws IOException {
        list();

        XSSFWorkbook filled = files.fill(template, items(5));

        assertThat(cell(filled, "A6").getStringCellValue()).isEqualTo("item 5");
        assertThat(cell(filled, "B6").getNumericCellValue()).isEqualTo(5);
        assertThat(cell(filled, "A7").getStringCellValue()).isEqualTo("Total");
        assertThat(cell(filled, "B7").getCellFormula()).isEqualTo("SUM(B2:B6)");
        assertThat(cell(filled, "A2").getCellComment()).isNull();
    }

    @Test
    void anEmptyListLeavesOneRowThatSaysSo() throws IOException {
        list();

        XSSFWorkbook filled = files.fill(template, items(0));

        assertThat(cell(filled, "A2").getStringCellValue()).isEqualTo("none");
        assertThat(cell(filled, "B2").getCellType()).isEqualTo(CellType.BLANK);
        assertThat(cell(filled, "B3").getCellFormula()).isEqualTo("SUM(B2:B2)");
    }

    @Test
    void everythingThatRefersToRowsFollows() throws IOException {
        list();
        put(sheet, "C2", "=B2/B$3");
        put(sheet, "D3", "=$B$3*2");
        put(sheet, "A5", "below");
        XSSFName name = template.createName();
        name.setNameName("values");
        name.setRefersToFormula("Data!$B$2:$B$2");
        template.setPrintArea(0, 0, 2, 0, 2);
        sheet.setAutoFilter(new CellRangeAddress(0, 1, 0, 1));
        sheet.addMergedRegion(CellRangeAddress.valueOf("A5:B5"));
        sheet.addMergedRegion(CellRangeAddress.valueOf("D2:E2"));
        sheet.getRow(1).createCell(3).setCellValue("wide");
        XSSFConditionalFormattingRule rule =
                sheet.getSheetConditionalFormatting().createConditionalFormattingRule("$B2>$B$3");
        sheet.getSheetConditionalFormatting()
                .addConditionalFormatting(new CellRangeAddress[] {CellRangeAddress.valueOf("A2:B2")}, rule);
        XSSFDataValidationHelper validations = new XSSFDataValidationHelper(sheet);
        sheet.addValidationData(validations.createValidation(
                validations.createFormulaListConstraint("$A$2:$A$2"), new CellRangeAddressList(1, 1, 0, 0)));
        XSSFSheet other = template.createSheet("Other");
        put(other, "A1", "=SUM(Data!B2:B2)+Data!B3");

        XSSFWorkbook filled = files.fill(template, items(4));

        XSSFSheet data = filled.getSheet("Data");
        assertThat(cell(filled, "C4").getCellFormula()).isEqualTo("B4/B$6");
        assertThat(cell(filled, "D6").getCellFormula()).isEqualTo("$B$6*2");
        assertThat(cell(filled, "A8").getStringCellValue()).isEqualTo("below");
        assertThat(filled.getName("values").getRefersToFormula()).isEqualTo("Data!$B$2:$B$5");
        assertThat(filled.getPrintArea(0)).isEqualTo("Data!$A$1:$C$6");
        assertThat(data.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:B5");
        assertThat(data.getMergedRegions().stream().map(CellRangeAddress::formatAsString))
                .containsExactlyInAnyOrder("A8:B8", "D2:E2", "D3:E3", "D4:E4", "D5:E5");
        var formatting = data.getSheetConditionalFormatting().getConditionalFormattingAt(0);
        assertThat(formatting.getFormattingRanges()[0].formatAsString()).isEqualTo("A2:B5");
        assertThat(formatting.getRule(0).getFormula1()).isEqualTo("$B2>$B$6");
        var validation = data.getDataValidations().get(0);
        assertThat(validation.getRegions().getCellRangeAddress(0).formatAsString())
                .isEqualTo("A2:A5");
        assertThat(validation.getValidationConstraint().getFormula1()).isEqualTo("$A$2:$A$5");
        assertThat(TemplateFiles.cell(filled, "Other", "A1").getCellFormula()).isEqualTo("SUM(Data!B2:B5)+Data!B6");
    }

    @Test
    void aTableGrowsWithItsFilter() throws IOException {
        put(sheet, "A1", "Name");
        put(sheet, "B1", "Value");
        put(sheet, "A2", "${i.name}");
        put(sheet, "B2", "${i.value}");
        note(sheet, "A2", "repeat items as i");
        var table =
                sheet.createTable(new org.apache.poi.ss.util.AreaReference("A1:B2", template.getSpreadsheetVersion()));
        table.getCTTable().addNewAutoFilter().setRef("A1:B2");

        XSSFWorkbook filled = files.fill(template, items(7));

        var grown = filled.getSheet("Data").getTables().get(0).getCTTable();
        assertThat(grown.getRef()).isEqualTo("A1:B8");
        assertThat(grown.getAutoFilter().getRef()).isEqualTo("A1:B8");
    }

    @Test
    void valuesKeepTheirTypes() throws IOException {
        put(sheet, "A1", "${number}");
        put(sheet, "B1", "${date}");
        put(sheet, "C1", "${truth}");
        put(sheet, "D1", "${text}, as of ${date}");
        put(sheet, "E1", "${bound}");
        put(sheet, "F1", "${dated}");
        put(sheet, "G1", "${long}");

        XSSFWorkbook filled = files.fill(
                template,
                Map.of(
                        "number", new BigDecimal("1234.50"),
                        "date", LocalDate.of(2026, 10, 31),
                        "truth", true,
                        "text", "0049",
                        "bound", new Amount(new BigDecimal("-1250.125"), 3, "at least"),
                        "dated", new Day(LocalDate.of(2026, 10, 31), "at most"),
                        "long", new BigDecimal("1234567890123456.78")));

        DataFormatter formatter = new DataFormatter(java.util.Locale.ROOT);
        assertThat(cell(filled, "A1").getNumericCellValue()).isEqualTo(1234.50);
        assertThat(cell(filled, "B1").getLocalDateTimeCellValue()).isEqualTo("2026-10-31T00:00:00");
        assertThat(cell(filled, "C1").getBooleanCellValue()).isTrue();
        assertThat(cell(filled, "D1").getStringCellValue()).isEqualTo("0049, as of 2026-10-31");
        assertThat(formatter.formatCellValue(cell(filled, "E1"))).isEqualTo("at least -1,250.125");
        assertThat(cell(filled, "E1").getNumericCellValue()).isEqualTo(-1250.125);
        assertThat(cell(filled, "F1").getCellStyle().getDataFormatString()).isEqualTo("\"at most \"yyyy-mm-dd");
        assertThat(cell(filled, "F1").getNumericCellValue()).isEqualTo(46_326);
        assertThat(cell(filled, "G1").getStringCellValue()).isEqualTo("1234567890123456.78");
    }

    @Test
    void textOfTheInputIsNeverAFormulaNorATemplate() throws IOException {
        put(sheet, "A1", "${text}");
        put(sheet, "B1", "${other}");

        XSSFWorkbook filled = files.fill(template, Map.of("text", "=cmd|' /C calc'!A0", "other", "${7*7}"));

        assertThat(cell(filled, "A1").getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell(filled, "A1").getStringCellValue()).isEqualTo("=cmd|' /C calc'!A0");
        assertThat(cell(filled, "A1").getCellStyle().getQuotePrefixed()).isTrue();
        assertThat(cell(filled, "B1").getStringCellValue()).isEqualTo("${7*7}");
        assertThat(cell(filled, "B1").getCellStyle().getQuotePrefixed()).isFalse();
    }

    /** What a strict reader would repair or refuse: control characters, half pairs, ends of CDATA, 40,000 characters. */
    @Test
    void noTextOfTheInputBreaksTheWorkbook() throws Exception {
        put(sheet, "A1", "${text}");
        StringBuilder all = new StringBuilder();
        IntStream.range(0, 0x20).forEach(c -> all.append((char) c));
        List<String> texts = List.of(
                all.toString(),
                "\uD83D",
                "\uDE00\uD83D",
                "\uFFFE\uFFFF",
                "]]>",
                "<v>&amp;",
                "_x000D_",
                "x".repeat(40_000));
        for (String text : texts) {
            Path file = folder.resolve("hostile.xlsx");
            try (OutputStream out = Files.newOutputStream(file)) {
                files.open(template).fill(Map.of("text", text), LocalDate.of(2026, 10, 31), "Hostile", out);
            }
            try (ZipFile parts = new ZipFile(file.toFile())) {
                for (ZipEntry part : Collections.list(parts.entries())) {
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(parts.getInputStream(part));
                }
            }
            try (XSSFWorkbook read = new XSSFWorkbook(Files.newInputStream(file))) {
                assertThat(cell(read, "A1").getStringCellValue())
                        .isEqualTo(CellText.seen(text))
                        .hasSizeLessThanOrEqualTo(32_767);
            }
        }
    }

    @Test
    void aLinkLeadsToTheRowOfItsItem() throws IOException {
        put(sheet, "A1", "${link}");
        XSSFSheet other = template.createSheet("Other");
        put(other, "A1", "Head");
        put(other, "A2", "${i.name}");
        note(other, "A2", "repeat items as i");

        XSSFWorkbook filled =
                files.fill(template, Map.of("link", new CellLink("see", "items", 2), "items", items(4).get("items")));

        assertThat(cell(filled, "A1").getHyperlink().getAddress()).isEqualTo("'Other'!A4");
        assertThat(cell(filled, "A1").getStringCellValue()).isEqualTo("see");
    }

    @Test
    void aFormulaMayCarryTheValueThatItComesTo() throws IOException {
        put(sheet, "A1", "${i.value}");
        put(sheet, "B1", "=A1*2");
        note(sheet, "A1", "repeat items as i");
        note(sheet, "B1", "cached i.value");

        XSSFWorkbook filled = files.fill(template, items(3));

        assertThat(cell(filled, "B3").getCellFormula()).isEqualTo("A3*2");
        assertThat(cell(filled, "B3").getNumericCellValue()).isEqualTo(3);
    }

    @Test
    void twoFillingsAreTheSameBytes() throws IOException {
        list();

        assertThat(files.bytes(template, items(50))).isEqualTo(files.bytes(template, items(50)));
    }

    /** They look like names, and names are not compiled each for itself. */
    @ParameterizedTest
    @ValueSource(strings = {"gt", "in", "using"})
    void aWordOfTheLanguageIsRefusedInItsCell(String word) {
        put(sheet, "A1", "${first}");
        put(sheet, "B2", "${" + word + "}");
        put(sheet, "C3", "${last}");

        assertThatThrownBy(() -> files.open(template))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith("test.xlsx, sheet Data, cell B2: ${" + word + "}: is no expression");
    }
}
