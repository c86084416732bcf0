package io.tallybook.report.excel;

import static io.tallybook.report.excel.TemplateFiles.cell;
import static io.tallybook.report.excel.TemplateFiles.note;
import static io.tallybook.report.excel.TemplateFiles.put;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.report.template.CellLink;
import io.tallybook.sheet.Limits;
import io.tallybook.sheet.ReadOptions;
import io.tallybook.sheet.RowBlock;
import io.tallybook.sheet.SourceFile;
import io.tallybook.sheet.SourceFiles;
import io.tallybook.sheet.TableReader;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class ContinuationTest {
    private final XSSFWorkbook template = new XSSFWorkbook();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private TemplateFiles files;

    @BeforeEach
    void setUp() {
        files = new TemplateFiles(folder);
    }

    /** A sheet before, the long list with header and footer, and a sheet behind that links into it. */
    private XSSFSheet list() {
        put(template.createSheet("Before"), "A1", "before");
        XSSFSheet sheet = template.createSheet("Data");
        put(sheet, "A1", "Title");
        put(sheet, "A2", "${t.name}");
        put(sheet, "B2", "${t.value}");
        put(sheet, "C2", "Twice");
        put(sheet, "A3", "${i.name}");
        put(sheet, "B3", "${i.value}");
        put(sheet, "C3", "=2*B3");
        put(sheet, "A4", "below");
        note(sheet, "A3", "repeat items as i or \"none\"");
        sheet.setRepeatingRows(CellRangeAddress.valueOf("2:2"));
        sheet.addMergedRegion(CellRangeAddress.valueOf("A1:C1"));
        XSSFSheet behind = template.createSheet("Behind");
        put(behind, "A1", "${l.link}");
        note(behind, "A1", "repeat links as l");
        return sheet;
    }

    private static Map<String, Object> items(int count) {
        return Map.of(
                "t",
                Map.of("name", "Name", "value", "Wert", "parts", "Teile"),
                "items",
                IntStream.rangeClosed(1, count)
                        .mapToObj(i -> Map.<String, Object>of("name", "item " + i, "value", BigDecimal.valueOf(i)))
                        .toList(),
                "links",
                IntStream.of(0, count - 1)
                        .mapToObj(i -> Map.of("link", new CellLink("to " + i, "items", i)))
                        .toList());
    }

    private static List<String> sheets(XSSFWorkbook workbook) {
        return IntStream.range(0, workbook.getNumberOfSheets())
                .mapToObj(workbook::getSheetName)
                .toList();
    }

    @Test
    void aLongListGoesOnOnFurtherSheetsWithItsHeader() throws IOException {
        list();

        // Six rows a sheet: title, header and footer leave room for three items.
        XSSFWorkbook filled = files.fill(template, items(7), 6);

        assertThat(sheets(filled)).containsExactly("Before", "Data", "Data (2)", "Data (3)", "Behind", "Teile");
        assertThat(cell(filled, "Data", "A5").getStringCellValue()).isEqualTo("item 3");
        assertThat(filled.getSheet("Data").getLastRowNum()).isEqualTo(4);
        assertThat(cell(filled, "Data (2)", "A1").getStringCellValue()).isEqualTo("Title");
        assertThat(cell(filled, "Data (2)", "A2").getStringCellValue()).isEqualTo("Name");
        assertThat(cell(filled, "Data (2)", "A3").getStringCellValue()).isEqualTo("item 4");
        assertThat(cell(filled, "Data (2)", "C4").getCellFormula()).isEqualTo("2*B4");
        assertThat(cell(filled, "Data (3)", "A3").getStringCellValue()).isEqualTo("item 7");
        assertThat(cell(filled, "Data (3)", "A4").getStringCellValue()).isEqualTo("below");
        assertThat(filled.getSheet("Data (3)").getRepeatingRows()).isEqualTo(CellRangeAddress.valueOf("2:2"));
        assertThat(filled.getSheet("Data (3)").getMergedRegions()).containsExactly(CellRangeAddress.valueOf("A1:C1"));
        assertThat(IntStream.range(0, filled.getNumberOfSheets())
                        .mapToObj(filled::getSheetAt)
                        .filter(XSSFSheet::isSelected))
                .hasSize(1);
    }

    @Test
    void linksAndTheIndexLeadToTheRightSheet() throws IOException {
        list();

        XSSFWorkbook filled = files.fill(template, items(7), 6);

        assertThat(cell(filled, "Behind", "A1").getHyperlink().getLocation()).isEqualTo("'Data'!A3");
        assertThat(cell(filled, "Behind", "A2").getHyperlink().getLocation()).isEqualTo("'Data (3)'!A3");
        assertThat(cell(filled, "Teile", "A3").getStringCellValue()).isEqualTo("Data (2)");
        assertThat(cell(filled, "Teile", "A3").getHyperlink().getLocation()).isEqualTo("'Data (2)'!A1");
        assertThat(cell(filled, "Teile", "B3").getNumericCellValue()).isEqualTo(4);
        assertThat(cell(filled, "Teile", "C4").getNumericCellValue()).isEqualTo(7);
    }

    @Test
    void aTableGoesOnAsATableOfEachSheet() throws IOException {
        XSSFSheet sheet = list();
        table(sheet);

        XSSFWorkbook filled = files.fill(template, items(7), 6);

        List<String> tables = new ArrayList<>();
        for (String name : List.of("Data", "Data (2)", "Data (3)")) {
            XSSFTable table = filled.getSheet(name).getTables().get(0);
            tables.add(table.getDisplayName() + " " + table.getArea().formatAsString());
            assertThat(table.getCTTable()
                            .getTableColumns()
                            .getTableColumnArray(1)
                            .getName())
                    .isEqualTo("Wert");
        }
        assertThat(tables).containsExactly("Items A2:C5", "Items_2 A2:C5", "Items_3 A2:C3");
    }

    private static XSSFTable table(XSSFSheet sheet) {
        XSSFTable table = sheet.createTable(sheet.getWorkbook()
                .getCreationHelper()
                .createAreaReference(new CellReference("A2"), new CellReference("C3")));
        table.setName("Items");
        table.setDisplayName("Items");
        table.getCTTable().addNewAutoFilter().setRef("A2:C3");
        return table;
    }

    @Test
    void whatFitsStaysOnOneSheetWithoutAnIndex() throws IOException {
        list();

        assertThat(sheets(files.fill(template, items(3), 6))).containsExactly("Before", "Data", "Behind");
        assertThat(sheets(files.fill(template, items(4), 6)))
                .containsExactly("Before", "Data", "Data (2)", "Behind", "Teile");
    }

    /** Real limits: 1,048,576 rows a sheet. Switched on by {@code -Dtallybook.rows=2200000}, the number of items. */
    @Test
    @EnabledIfSystemProperty(named = "tallybook.rows", matches = "[0-9]+")
    void moreThanAMillionRowsAreAllThere() throws Exception {
        int count = Integer.getInteger("tallybook.rows", 2_200_000);
        list();
        Map<String, Object> model = new java.util.HashMap<>(items(1));
        model.put("links", List.of(Map.of("link", new CellLink("last", "items", count - 1))));
        model.put("items", new AbstractList<Map<String, Object>>() {
            @Override
            public Map<String, Object> get(int index) {
                return Map.of("name", "item " + (index + 1), "value", BigDecimal.valueOf(index + 1L));
            }

            @Override
            public int size() {
                return count;
            }
        });
        Path file = folder.resolve("big.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            files.open(template).fill(model, LocalDate.of(2026, 10, 31), "Big", out);
        }

        long rows = 0;
        int sheets = 0;
        try (SourceFile workbook = SourceFiles.open(file, Limits.standard())) {
            for (var sheet : workbook.sheets()) {
                if (sheet.name().startsWith("Data")) {
                    sheets++;
                    try (TableReader reader = workbook.read(sheet.index(), ReadOptions.everything())) {
                        for (Optional<RowBlock> next = reader.next(); next.isPresent(); next = reader.next()) {
                            RowBlock block = next.get();
                            for (int i = 0; i < block.size(); i++) {
                                rows += block.text(i, 0).equals("item " + (rows + 1)) ? 1 : 0;
                            }
                        }
                    }
                }
            }
        }
        assertThat(rows).isEqualTo(count);
        assertThat(sheets).isEqualTo((count - 1) / (Corner.LAST_ROW - 2) + 1);
    }
}
