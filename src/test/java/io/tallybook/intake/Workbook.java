package io.tallybook.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes small workbooks: one sheet, cells by the Java type of their value. */
final class Workbook {
    /** A formula whose value was never stored. */
    record Uncached(String formula) {}

    private Workbook() {}

    static Path write(Path folder, String sheetName, Object[]... rows) throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = book.createSheet(sheetName);
            CellStyle day = style(book, "yyyy-mm-dd");
            CellStyle time = style(book, "hh:mm");
            for (int r = 0; r < rows.length; r++) {
                Row row = sheet.createRow(r);
                for (int c = 0; c < rows[r].length; c++) {
                    fill(row, c, rows[r][c], day, time);
                }
            }
            book.write(out);
        }
        return file;
    }

    private static CellStyle style(XSSFWorkbook book, String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }

    private static void fill(Row row, int column, Object value, CellStyle day, CellStyle time) {
        if (value.equals("")) {
            return;
        }
        Cell cell = row.createCell(column);
        if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(day);
        } else if (value instanceof LocalTime at) {
            cell.setCellValue(at.toSecondOfDay() / 86_400.0);
            cell.setCellStyle(time);
        } else if (value instanceof Boolean answer) {
            cell.setCellValue(answer);
        } else if (value instanceof FormulaError error) {
            cell.setCellErrorValue(error.getCode());
        } else if (value instanceof Uncached formula) {
            cell.setCellFormula(formula.formula());
            if (((XSSFCell) cell).getCTCell().isSetV()) {
                ((XSSFCell) cell).getCTCell().unsetV();
            }
        } else if (value instanceof Integer || value instanceof BigDecimal) {
            cell.setCellValue(new BigDecimal(value.toString()).doubleValue());
        } else {
            cell.setCellValue(value.toString());
        }
    }
}
