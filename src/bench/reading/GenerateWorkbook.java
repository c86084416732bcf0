import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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

/** Makes a workbook with shared strings, dates and numbers of a csv that GenerateUsage wrote: {@code IN.csv OUT.xlsx}. */
public final class GenerateUsageWorkbook {
    private static final Set<String> NUMBERS =
            Set.of("Quantity", "EffectivePrice", "CostInBillingCurrency", "UnitPrice", "PayGPrice");

    private GenerateUsageWorkbook() {}

    public static void main(String[] arguments) throws IOException {
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(Path.of(arguments[0]));
                SXSSFWorkbook book = new SXSSFWorkbook(new XSSFWorkbook(), 100, false, true);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[1])))) {
            CellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            SXSSFSheet sheet = book.createSheet("Usage");
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
                    } else if (column.equals("Date")) {
                        String[] parts = text.split("/", -1);
                        LocalDate day = LocalDate.of(
                                Integer.parseInt(parts[2]), Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
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
