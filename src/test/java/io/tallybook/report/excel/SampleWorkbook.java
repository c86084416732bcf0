package io.tallybook.report.excel;

import static io.tallybook.report.excel.TemplateFiles.note;
import static io.tallybook.report.excel.TemplateFiles.put;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A template {@code account.xlsx} with a list, a table around it, a total below and a chart of it, all on the sheet Data. It
 * is in order; what a sample changes is what is wrong with it.
 *
 * @param cells  texts and formulas by cell
 * @param notes  notes by cell, beside {@code repeat figures as f or "none"} on A3
 * @param parts  by part: texts in it, and what stands there instead
 */
public record SampleWorkbook(
        Map<String, String> cells, Map<String, String> notes, Map<String, Map<String, String>> parts) {

    /** The bytes of the file. */
    public byte[] bytes() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet("Data");
            put(sheet, "A1", "${account.name}");
            put(sheet, "A2", "Title");
            put(sheet, "B2", "Value");
            put(sheet, "A3", "${f.title}");
            put(sheet, "B3", "${f.value}");
            put(sheet, "A4", "Total");
            put(sheet, "B4", "=COUNT(B3:B3)");
            note(sheet, "A3", "repeat figures as f or \"none\"");
            table(workbook, sheet);
            chart(sheet);
            cells.forEach((address, text) -> put(sheet, address, text));
            notes.forEach((address, text) -> note(sheet, address, text));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return changed(out.toByteArray());
        }
    }

    private static void table(XSSFWorkbook workbook, XSSFSheet sheet) {
        XSSFTable table = sheet.createTable(workbook.getCreationHelper()
                .createAreaReference(
                        new org.apache.poi.ss.util.CellReference("A2"),
                        new org.apache.poi.ss.util.CellReference("B3")));
        table.setName("Items");
        table.setDisplayName("Items");
        table.getCTTable().addNewAutoFilter().setRef("A2:B3");
    }

    private static void chart(XSSFSheet sheet) {
        XSSFChart chart = sheet.createDrawingPatriarch().createChart(new XSSFClientAnchor(0, 0, 0, 0, 4, 5, 9, 15));
        XDDFChartData bars = chart.createData(
                ChartTypes.BAR,
                chart.createCategoryAxis(AxisPosition.LEFT),
                chart.createValueAxis(AxisPosition.BOTTOM));
        bars.addSeries(
                XDDFDataSourcesFactory.fromStringCellRange(sheet, CellRangeAddress.valueOf("A3")),
                XDDFDataSourcesFactory.fromNumericCellRange(sheet, CellRangeAddress.valueOf("B3")));
        chart.plot(bars);
    }

    private byte[] changed(byte[] workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int left = parts.size();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] bytes = from.readAllBytes();
                Map<String, String> changes = parts.get(entry.getName());
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(
                        changes == null
                                ? bytes
                                : changed(new String(bytes, StandardCharsets.UTF_8), changes)
                                        .getBytes(StandardCharsets.UTF_8));
                left -= changes == null ? 0 : 1;
            }
        }
        if (left > 0) {
            throw new IllegalArgumentException("No such part: " + parts.keySet());
        }
        return out.toByteArray();
    }

    /** Each text that is replaced has to be there, or the sample would be a good workbook. */
    private static String changed(String text, Map<String, String> changes) {
        String changed = text;
        for (Map.Entry<String, String> change : changes.entrySet()) {
            if (!changed.contains(change.getKey())) {
                throw new IllegalArgumentException("No such text: " + change.getKey() + " in " + text);
            }
            changed = changed.replace(change.getKey(), change.getValue());
        }
        return changed;
    }
}
