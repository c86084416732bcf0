import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The same sheet by fastexcel, with inline strings, as its documentation suggests: {@code ROWS FILE}. */
final class WriteDetailFastexcel {
    private WriteDetailFastexcel() {}

    public static void main(String[] arguments) throws IOException {
        try (OutputStream out = Files.newOutputStream(Path.of(arguments[1]));
                Workbook workbook = new Workbook(out, "bench", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Usage");
            for (int i = 0; i < DetailRows.COLUMNS.length; i++) {
                sheet.inlineString(0, i, DetailRows.COLUMNS[i]);
            }
            for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
                int row = i + 1;
                sheet.inlineString(row, 0, DetailRows.invoice(i));
                sheet.inlineString(row, 1, DetailRows.enrollment(i));
                sheet.inlineString(row, 2, DetailRows.subscription(i));
                sheet.value(row, 3, DetailRows.date(i));
                sheet.style(row, 3).format("yyyy-mm-dd").set();
                sheet.inlineString(row, 4, DetailRows.category(i));
                sheet.inlineString(row, 5, DetailRows.region(i));
                sheet.value(row, 6, DetailRows.quantity(i));
                sheet.value(row, 7, DetailRows.price(i));
                sheet.value(row, 8, DetailRows.cost(i));
                sheet.style(row, 8).format("#,##0.00").set();
                sheet.inlineString(row, 9, DetailRows.currency(i));
                sheet.inlineString(row, 10, DetailRows.charge(i));
                sheet.inlineString(row, 11, DetailRows.resource(i));
                if (row % 1000 == 0) {
                    sheet.flush();
                }
            }
        }
    }
}
