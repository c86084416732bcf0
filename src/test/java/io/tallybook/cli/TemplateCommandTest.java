package io.tallybook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIterable;

import io.tallybook.ledger.ColumnDefinition;
import io.tallybook.ledger.RecordDefinition;
import io.tallybook.ledger.RecordTypes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before the tests run
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("inputs.xlsx");
    }

    @Test
    void theUsualTablesComeInTheOrderOfTheDocumentation() throws Exception {
        assertThat(CommandRun.of("template", file.toString()).exit()).isZero();
        assertThat(TableRead.of(file))
                .extracting(TableRead::sheet)
                .startsWith("Read me", "accounts", "agreements", "purchases")
                .contains("support_cases", "azure_subscriptions", "azure_usage", "azure_exports")
                .doesNotContain("lawsuits", "partners");
    }

    @Test
    void aTemplateThatNobodyFilledInHasTablesWithoutRows() throws Exception {
        CommandRun.of("template", file.toString(), "--all");
        List<TableRead> tables = TableRead.of(file);
        assertThat(tables.get(0).what().known())
                .as("the first sheet is for people")
                .isFalse();
        assertThat(tables.subList(1, tables.size()))
                .hasSameSizeAs(RecordTypes.all())
                .allSatisfy(table -> {
                    assertThat(table.what().known()).as(table.sheet()).isTrue();
                    assertThat(table.what().record()).isEqualTo(table.sheet());
                    assertThat(table.what().notices()).as(table.sheet()).isEmpty();
                    assertThat(table.counts().rows()).as(table.sheet()).isZero();
                });
    }

    @Test
    void whatIsTypedIntoItIsReadWithoutAReject() throws Exception {
        CommandRun.of("template", file.toString(), "--all");
        fill();
        List<TableRead> tables = TableRead.of(file);
        assertThat(tables.subList(1, tables.size())).allSatisfy(table -> {
            assertThat(table.rejects()).as(table.sheet()).isEmpty();
            assertThat(table.counts().accepted()).as(table.sheet()).isEqualTo(1);
        });
        assertThat(tables)
                .filteredOn(table -> table.sheet().equals("accounts"))
                .singleElement()
                .satisfies(table -> assertThat(table.rows().get(0).text()).contains("0071"));
    }

    private void fill() throws IOException {
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            for (RecordDefinition<?> type : RecordTypes.all()) {
                XSSFSheet sheet = workbook.getSheet(type.name());
                XSSFRow row = sheet.createRow(1);
                for (int i = 0; i < type.columns().size(); i++) {
                    XSSFCell cell = row.createCell(i);
                    cell.setCellStyle(sheet.getColumnStyle(i));
                    fill(cell, type.columns().get(i));
                }
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
    }

    private static void fill(XSSFCell cell, ColumnDefinition column) {
        switch (column.type()) {
            case ID -> cell.setCellValue("0071");
            case TEXT -> cell.setCellValue("some text");
            case CODE -> cell.setCellValue(column.values().get(0));
            case CODES -> cell.setCellValue(String.join(";", column.values()));
            case DATE -> cell.setCellValue(LocalDate.of(2026, 10, 31));
            case MONTH -> cell.setCellValue("2026-10");
            case DATETIME -> cell.setCellValue(LocalDateTime.of(2026, 10, 31, 9, 30));
            case DECIMAL, MONEY -> cell.setCellValue(1234.5);
            case INTEGER -> cell.setCellValue(2);
            case YESNO -> cell.setCellValue("Y");
            case CURRENCY -> cell.setCellValue("EUR");
            case COUNTRY -> cell.setCellValue("DE");
        }
    }

    @Test
    void columnsCarryNotesListsAndFormats() throws IOException {
        CommandRun.of("template", file.toString(), "--records", "agreements,purchases");
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
            XSSFSheet sheet = workbook.getSheet("purchases");
            assertThatIterable(sheet.getRow(0)).allSatisfy(cell -> {
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell.getCellComment().getString().getString()).startsWith(cell.getStringCellValue());
            });
            assertThat(sheet.getColumnStyle(0).getDataFormatString())
                    .as("agreement")
                    .isEqualTo("@");
            assertThat(sheet.getColumnStyle(3).getDataFormatString())
                    .as("order_date")
                    .isEqualTo("yyyy-mm-dd");
            assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 1);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).startsWith("A1:");
            assertThat(choices(sheet, 8)).as("pool").containsExactly("APPLICATIONS", "SYSTEMS", "SERVER", "CAL");
            assertThat(sheet.getRow(0).getCell(0).getCellStyle())
                    .as("a required column looks unlike one that may stay blank")
                    .isNotEqualTo(sheet.getRow(0).getCell(2).getCellStyle());
        }
    }

    private static String[] choices(XSSFSheet sheet, int column) {
        return sheet.getDataValidations().stream()
                .filter(validation ->
                        validation.getRegions().getCellRangeAddress(0).getFirstColumn() == column)
                .map(DataValidation::getValidationConstraint)
                .findFirst()
                .orElseThrow()
                .getExplicitListValues();
    }

    @Test
    void twoTemplatesAreTheSameBytes() {
        Path other = folder.resolve("other.xlsx");
        CommandRun.of("template", file.toString(), "--all");
        CommandRun.of("template", other.toString(), "--all");
        assertThat(file).hasSameBinaryContentAs(other);
    }

    @Test
    void aFilledWorkbookIsNotWrittenOver() throws IOException {
        Files.writeString(file, "a month's work");
        assertThat(CommandRun.of("template", file.toString()).exit()).isEqualTo(64);
        assertThat(file).hasContent("a month's work");
        assertThat(CommandRun.of("template", file.toString(), "--force").exit()).isZero();
    }

    @Test
    void anUnknownTableIsWrongUsageAndTheClosestIsNamed() {
        CommandRun run = CommandRun.of("template", file.toString(), "--records", "agrements");
        assertThat(run.exit()).isEqualTo(64);
        assertThat(run.err()).contains("closest: agreements");
        assertThat(file).doesNotExist();
    }

    @Test
    void aFolderThatIsNotThereCannotBeWrittenTo() {
        assertThat(CommandRun.of("template", folder.resolve("none/inputs.xlsx").toString())
                        .exit())
                .isEqualTo(74);
    }
}
