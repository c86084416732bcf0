package io.tallybook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.intake.Tables.Read;
import io.tallybook.job.FolderRun;
import io.tallybook.job.RunOutcome;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables of the sample data, written in each format, come to the same rows and the same results. */
class SameBooksTest {
    @TempDir
    static Path folder;

    /** The cells of each sheet, by the place of its file without an ending. */
    private static final Map<String, List<List<Object>>> SHEETS = new LinkedHashMap<>();

    private static final Map<Format, List<String>> RESULTS = new LinkedHashMap<>();

    private enum Format {
        XLSX(".xlsx") {
            @Override
            void write(Path file, String sheet, List<List<Object>> rows) throws IOException {
                save(new XSSFWorkbook(), file, sheet, rows);
            }
        },
        XLS(".xls") {
            @Override
            void write(Path file, String sheet, List<List<Object>> rows) throws IOException {
                save(new HSSFWorkbook(), file, sheet, rows);
            }
        },
        ODS(".ods") {
            @Override
            void write(Path file, String sheet, List<List<Object>> rows) throws IOException {
                try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                    entry(zip, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
                    entry(zip, "content.xml", document(sheet, rows));
                }
            }
        },
        CSV(".csv") {
            @Override
            void write(Path file, String sheet, List<List<Object>> rows) throws IOException {
                Files.writeString(file, lines(rows));
            }
        },
        CSV_GZ(".csv.gz") {
            @Override
            void write(Path file, String sheet, List<List<Object>> rows) throws IOException {
                try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                    out.write(lines(rows).getBytes(StandardCharsets.UTF_8));
                }
            }
        };

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }

        abstract void write(Path file, String sheet, List<List<Object>> rows) throws IOException;

        Path file(String name) {
            return folder.resolve(name()).resolve(name + ending);
        }
    }

    @BeforeAll
    static void writeAndRunEachFormat() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("sample-data"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".xlsx"))
                    .sorted()
                    .toList()) {
                take(file);
            }
        }
        for (Format format : Format.values()) {
            for (Map.Entry<String, List<List<Object>>> sheet : SHEETS.entrySet()) {
                write(format, sheet.getKey(), sheet.getValue());
            }
            RESULTS.put(format, run(format));
        }
    }

    private static void write(Format format, String name, List<List<Object>> rows) throws IOException {
        Path file = format.file(name);
        Files.createDirectories(file.getParent());
        format.write(file, Path.of(name).getFileName().toString(), rows);
    }

    private static void take(Path file) throws Exception {
        try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
            for (Sheet sheet : book) {
                List<List<Object>> rows = new ArrayList<>();
                for (int r = 0; r <= sheet.getLastRowNum(); r++) {
                    rows.add(sheet.getRow(r) == null ? List.of() : cells(sheet.getRow(r)));
                }
                String name = file.getFileName().toString().replace(".xlsx", "/") + sheet.getSheetName();
                write(Format.XLSX, name, rows);
                if (Tables.recognise(Format.XLSX.file(name)).known()) {
                    SHEETS.put(name, rows);
                } else {
                    // Notes, which a workbook may hold beside its tables, but which are no table for themselves.
                    Files.delete(Format.XLSX.file(name));
                }
            }
        }
    }

    /** The values of a row: texts, numbers, days and times; "" for none. */
    private static List<Object> cells(Row row) {
        List<Object> cells = new ArrayList<>();
        for (int c = 0; c < row.getLastCellNum(); c++) {
            Cell cell = row.getCell(c, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            CellType type =
                    cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
            cells.add(
                    switch (type) {
                        case NUMERIC ->
                            DateUtil.isCellDateFormatted(cell)
                                    ? cell.getLocalDateTimeCellValue()
                                    : cell.getNumericCellValue();
                        case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
                        default -> cell.getStringCellValue();
                    });
        }
        return cells;
    }

    private static List<String> run(Format format) throws IOException {
        Path out = folder.resolve("out-" + format);
        RunOutcome outcome = FolderRun.of(folder.resolve(format.name()), out);
        assertThat(outcome.status()).as("%s", outcome.messages()).isEqualTo(RunOutcome.Status.COMPLETE);
        List<String> lines = new ArrayList<>(Files.readAllLines(out.resolve("results.jsonl")));
        lines.addAll(Files.readAllLines(out.resolve("rejects.csv")));
        lines.replaceAll(line -> line.replaceAll(Pattern.quote(format.ending) + "(?=[\",) ])", ""));
        return lines;
    }

    private static void save(Workbook workbook, Path file, String sheetName, List<List<Object>> rows)
            throws IOException {
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            CellStyle dated = workbook.createCellStyle();
            dated.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd hh:mm"));
            Sheet sheet = workbook.createSheet(sheetName);
            for (int r = 0; r < rows.size(); r++) {
                Row row = sheet.createRow(r);
                for (int c = 0; c < rows.get(r).size(); c++) {
                    Cell cell = row.createCell(c);
                    Object value = rows.get(r).get(c);
                    if (value instanceof Double number) {
                        cell.setCellValue(number);
                    } else if (value instanceof LocalDateTime time) {
                        cell.setCellValue(time);
                        cell.setCellStyle(dated);
                    } else if (!value.equals("")) {
                        cell.setCellValue(value.toString());
                    }
                }
            }
            workbook.write(out);
        }
    }

    private static String text(Object value) {
        if (value instanceof Double number) {
            return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        }
        return value instanceof LocalDateTime time && time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : value.toString();
    }

    private static String lines(List<List<Object>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<Object> row : rows) {
            text.append(String.join(
                            ",",
                            row.stream()
                                    .map(value -> '"' + text(value).replace("\"", "\"\"") + '"')
                                    .toList()))
                    .append("\r\n");
        }
        return text.toString();
    }

    private static String document(String sheet, List<List<Object>> rows) {
        StringBuilder xml =
                new StringBuilder("<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x'>"
                        + "<office:body><office:spreadsheet><table:table table:name='" + sheet + "'>");
        for (List<Object> row : rows) {
            xml.append("<table:table-row>");
            for (Object value : row) {
                String text = text(value).replace("&", "&amp;").replace("<", "&lt;");
                if (value instanceof Double) {
                    xml.append("<table:table-cell office:value-type='float' office:value='" + text + "'/>");
                } else if (value instanceof LocalDateTime) {
                    xml.append("<table:table-cell office:value-type='date' office:date-value='" + text + "'/>");
                } else if (text.isEmpty()) {
                    xml.append("<table:table-cell/>");
                } else {
                    xml.append("<table:table-cell office:value-type='string'><text:p>" + text
                            + "</text:p></table:table-cell>");
                }
            }
            xml.append(row.isEmpty() ? "<table:table-cell/></table:table-row>" : "</table:table-row>");
        }
        return xml + "</table:table></office:spreadsheet></office:body></office:document-content>";
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void everyTableHasTheSameRows(Format format) throws Exception {
        for (String name : SHEETS.keySet()) {
            Read expected = Tables.read(Format.XLSX.file(name));
            Read read = Tables.read(format.file(name));
            assertThat(read.values()).as(name).isEqualTo(expected.values());
            assertThat(read.problems()).as(name).isEqualTo(expected.problems());
            assertThat(read.sums()).as(name).isEqualTo(expected.sums());
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void resultsAreTheSame(Format format) {
        List<String> expected = RESULTS.getOrDefault(Format.XLSX, List.of());
        List<String> results = RESULTS.getOrDefault(format, List.of());
        assertThat(results).hasSameSizeAs(expected);
        for (int i = 0; i < results.size(); i++) {
            assertThat(results.get(i)).isEqualTo(expected.get(i));
        }
    }

    @Test
    void sampleDataIsNoSmallBook() {
        assertThat(SHEETS).hasSizeGreaterThan(40);
        assertThat(RESULTS.get(Format.XLSX)).hasSizeGreaterThan(1_000);
    }
}
