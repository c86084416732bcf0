import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Makes a workbook with shared strings, dates and numbers of a csv that GenerateUsage or GeneratePurchases wrote:
 * {@code IN.csv OUT.xlsx SHEET}.
 */
public final class GenerateWorkbook {
    private static final Set<String> NUMBERS =
            Set.of("Quantity", "EffectivePrice", "CostInBillingCurrency", "UnitPrice", "PayGPrice", "quantity", "amount", "sa_amount");

    private static final Set<String> DATES =
            Set.of("Date", "order_date", "coverage_start", "coverage_end");

    private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("M/d/yyyy");

    private GenerateWorkbook() {}

    public static void main(String[] arguments) throws IOException {
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(Path.of(arguments[0]));
                SXSSFWorkbook book = new SXSSFWorkbook(new XSSFWorkbook(), 100, false, true);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[1])))) {
            CellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            SXSSFSheet sheet = book.createSheet(arguments[2]);
            List<String> header = List.of();
            int number = 0;
            for (CsvRecord record : rows) {
                SXSSFRow row = sheet.createRow(number++);
                for (int i = 0; i < record.getFieldCount(); i++) {
                    String text = record.getField(i);
                    if (text.isEmpty()) {
                        continue;
                    }
                    Cell cell = row.createCell(i);
                    String column = header.isEmpty() ? "" : header.get(i);
                    if (NUMBERS.contains(column)) {
                        cell.setCellValue(new BigDecimal(text).doubleValue());
                    } else if (DATES.contains(column)) {
                        LocalDate day = LocalDate.parse(text, text.contains("/") ? AMERICAN : DateTimeFormatter.ISO_LOCAL_DATE);
                        cell.setCellValue(DateUtil.getExcelDate(day));
                        cell.setCellStyle(date);
                    } else {
                        cell.setCellValue(text);
                    }
                }
                header = header.isEmpty() ? record.getFields() : header;
            }
            book.write(out);
        }
    }
}
