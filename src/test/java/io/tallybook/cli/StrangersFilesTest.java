package io.tallybook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tallybook.ledger.LedgerRow;
import io.tallybook.ledger.LedgerStore.ControlTotal;
import io.tallybook.ledger.Reject;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as people make them who never read our documentation: all is read right, or it is said what is wrong. */
class StrangersFilesTest {
    /** One order line, its cells with | between them; #12.5 is a number, 2026-10-31 a date. */
    private static final String HEADERS =
            "AGREEMENT | Line No. | Order\u00a0Date | product | Offering | QUANTITY | Net amount | Amount | Currency | Line";

    private static final String FIRST = "E1 | | 2026-06-12 | SQL Server | SA | #2 | | #1200.5 | EUR | 007";
    private static final String SECOND = "E1 | | 2026-07-01 | Büro-Paket | SA | #3 | | #99.5 | eur | 008";
    private static final String TOTALS = "Summe: | | | | | #5 | | #1300";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before the tests run
    Path folder;

    @Test
    void titlesOddHeadersBlankRowsAndATotalsRowAreUnderstood() throws Exception {
        TableRead table = only(write(
                new XSSFWorkbook(),
                "orders.xlsx",
                "Purchases 2026-10",
                "Bestellungen",
                "Stand: Oktober",
                "",
                HEADERS,
                FIRST,
                "",
                SECOND,
                "",
                TOTALS));
        assertThat(table.what().headerRow()).isEqualTo(4);
        assertThat(texts(table)).containsExactly("5 A", "7 A");
        assertThat(table.rejects()).isEmpty();
        assertThat(table.counts().passedOver()).isEqualTo(1);
        assertThat(verdicts(table)).containsExactly("quantity OK", "amount OK");
        assertThat(table.notices())
                .anyMatch(notice -> notice.contains("unknown columns \"Line No.\", \"Net amount\" not used"));
    }

    @Test
    void aFootnoteBelowTheTotalsDoesNotMakeThemARow() throws Exception {
        TableRead table = only(write(
                new XSSFWorkbook(),
                "orders.xlsx",
                "purchases",
                HEADERS,
                FIRST,
                SECOND,
                TOTALS,
                "",
                "* without tax, as of October",
                "Source: purchasing"));
        assertThat(table.rejects()).isEmpty();
        assertThat(table.counts().accepted()).isEqualTo(2);
        assertThat(table.counts().rows()).isEqualTo(5);
        assertThat(table.counts().passedOver()).isEqualTo(3);
        assertThat(verdicts(table)).containsExactly("quantity OK", "amount OK");
    }

    @Test
    void aRowBehindWhatLookedLikeTheEndIsStillRead() throws Exception {
        TableRead table = only(
                write(new XSSFWorkbook(), "orders.xlsx", "purchases", HEADERS, FIRST, TOTALS, "* and later:", SECOND));
        assertThat(texts(table)).containsExactly("2 A", "5 A");
        assertThat(table.counts().rejected()).isEqualTo(2);
        assertThat(table.counts().rows()).isEqualTo(4);
        assertThat(table.rejects()).extracting(reject -> reject.origin().row()).contains(3, 4);
        assertThat(table.totals()).isEmpty();
    }

    @Test
    void aStarThatMarksRequiredColumnsDoesNotMatter() throws Exception {
        TableRead table = only(write(
                new XSSFWorkbook(),
                "orders.xlsx",
                "purchases",
                HEADERS.replace("Order\u00a0Date", "*ORDER-DATE").replace("Currency", "Currency *"),
                FIRST));
        assertThat(texts(table)).containsExactly("2 A");
    }

    @Test
    void anOldWorkbookIsReadLikeANewOne() throws Exception {
        TableRead table =
                only(write(new HSSFWorkbook(), "orders.xls", "purchases", "Orders", HEADERS, FIRST, SECOND, TOTALS));
        assertThat(texts(table)).containsExactly("3 A", "4 A");
        assertThat(table.rejects()).isEmpty();
        assertThat(verdicts(table)).containsExactly("quantity OK", "amount OK");
    }

    @Test
    void anOpenDocumentIsReadToo() throws Exception {
        String cells = List.of(HEADERS, FIRST).stream()
                .map(row -> List.of(row.split("\\|", -1)).stream()
                        .map(String::strip)
                        .map(cell -> cell.isEmpty()
                                ? "<t:table-cell/>"
                                : cell.startsWith("#")
                                        ? "<t:table-cell o:value-type='float' o:value='" + cell.substring(1) + "'/>"
                                        : "<t:table-cell o:value-type='string'><x:p>" + cell + "</x:p></t:table-cell>")
                        .collect(Collectors.joining("", "<t:table-row>", "</t:table-row>")))
                .collect(Collectors.joining());
        Path file = folder.resolve("orders.ods");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            part(zip, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
            part(
                    zip,
                    "content.xml",
                    "<o:document-content xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                            + " xmlns:t='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"
                            + " xmlns:x='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><o:body><o:spreadsheet>"
                            + "<t:table t:name='purchases'>" + cells + "</t:table></o:spreadsheet></o:body>"
                            + "</o:document-content>");
        }
        TableRead table = only(file);
        assertThat(texts(table)).containsExactly("2 A");
        assertThat(table.rejects()).isEmpty();
    }

    private static void part(ZipOutputStream zip, String name, String text) throws Exception {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Test
    void aCsvOfAGermanExcelIsReadWithItsUmlautsAndCommas() throws Exception {
        TableRead table = only(csv(
                "agreement;line;order_date;product;offering;quantity;amount;currency",
                "E1;1;2026-06-12;Bürogröße;SA;2;1200,50;EUR",
                "E1;2;2026-07-01;SQL Server;SA;3;99,5;EUR"));
        assertThat(texts(table)).containsExactly("2 A", "3 A");
        assertThat(table.rows().get(0).text()).contains("Bürogröße", "1200.50");
        assertThat(table.notices())
                .anyMatch(notice -> notice.contains("decimal comma"))
                .anyMatch(notice -> notice.toLowerCase(java.util.Locale.ROOT).contains("1252"));
    }

    @Test
    void datesThatMayBeReadTwoWaysAreRefusedWithWhatToWrite() throws Exception {
        TableRead table = only(csv(
                "agreement;line;order_date;product;offering;quantity;amount;currency",
                "E1;1;12.06.2026;Bürogröße;SA;2;1.200,50;EUR"));
        assertThat(table.rejects())
                .extracting(Reject::column, Reject::code, Reject::remedy)
                .containsExactly(
                        tuple("order_date", "not-a-date", "write it as 2026-10-31"),
                        tuple(
                                "amount",
                                "not-a-number",
                                "write it with a decimal point, without thousands separators and units, like 1234.50"));
    }

    @Test
    void aSheetWithoutARequiredColumnSaysWhichOneIsMissing() throws Exception {
        TableRead table =
                only(write(new XSSFWorkbook(), "orders.xlsx", "purchases", HEADERS.replace("Offering", "Kind"), FIRST));
        assertThat(table.what().known()).isFalse();
        assertThat(table.what().reason()).contains("row 1 lacks offering", "add them to the header");
    }

    // --- making and reading files

    private Path csv(String... lines) throws Exception {
        return Files.writeString(
                folder.resolve("purchases.csv"), String.join("\r\n", lines) + "\r\n", Charset.forName("windows-1252"));
    }

    private Path write(Workbook workbook, String name, String sheetName, String... lines) throws Exception {
        Path file = folder.resolve(name);
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet(sheetName);
            CellStyle date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("dd.mm.yyyy"));
            for (int i = 0; i < lines.length; i++) {
                Row row = sheet.createRow(i);
                String[] cells = lines[i].split("\\|", -1);
                for (int column = 0; column < cells.length; column++) {
                    put(row.createCell(column), cells[column].strip(), date);
                }
            }
            workbook.write(out);
        }
        return file;
    }

    private static void put(Cell cell, String text, CellStyle date) {
        if (text.startsWith("#")) {
            cell.setCellValue(Double.parseDouble(text.substring(1)));
        } else if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            cell.setCellValue(java.time.LocalDate.parse(text));
            cell.setCellStyle(date);
        } else if (!text.isEmpty()) {
            cell.setCellValue(text);
        }
    }

    private static TableRead only(Path file) throws Exception {
        List<TableRead> tables = TableRead.of(file);
        assertThat(tables).hasSize(1);
        return tables.get(0);
    }

    /** Row number and account of each row that was taken. */
    private static List<String> texts(TableRead table) {
        return table.rows().stream().map(StrangersFilesTest::text).toList();
    }

    private static String text(LedgerRow row) {
        return row.row() + " " + row.account();
    }

    private static List<String> verdicts(TableRead table) {
        return table.totals().stream().map(StrangersFilesTest::verdict).toList();
    }

    private static String verdict(ControlTotal total) {
        return total.column() + " " + total.verdict();
    }
}
