import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * Sums the amounts of a workbook by currency with fastexcel-reader, as its documentation shows:
 * {@code IN.xlsx AMOUNT_COLUMN CURRENCY_COLUMN}.
 */
public final class ReadFastexcel {
    private static final MathContext EXCEL = new MathContext(15, RoundingMode.HALF_UP);

    private ReadFastexcel() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, BigDecimal> sums = new TreeMap<>();
        int[] columns = {-1, -1};
        try (ReadableWorkbook book = new ReadableWorkbook(new File(arguments[0]));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            rows.forEach(row -> {
                if (columns[0] < 0) {
                    for (Cell cell : row) {
                        columns[0] = cell.getText().equals(arguments[1]) ? cell.getColumnIndex() : columns[0];
                        columns[1] = cell.getText().equals(arguments[2]) ? cell.getColumnIndex() : columns[1];
                    }
                } else {
                    sums.merge(
                            row.getCell(columns[1]).asString(),
                            row.getCell(columns[0]).asNumber().round(EXCEL),
                            BigDecimal::add);
                }
            });
        }
        sums.forEach((currency, sum) -> System.out.println(currency + " " + sum.stripTrailingZeros().toPlainString()));
    }
}
