package io.tallybook.sample;

import io.tallybook.sheet.WorkbookBytes;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook as a person in a licensing office would keep it: titles, headers, dates as dates, ids as text. */
final class SampleBook {
    private enum Look {
        TITLE,
        HEADER,
        TEXT,
        DATE,
        TIME,
        NUMBER,
        TOTAL
    }

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Map<Look, XSSFCellStyle> looks = new EnumMap<>(Look.class);

    SampleBook() {
        looks.put(Look.TITLE, style("General", font(14)));
        XSSFCellStyle header = style("@", font(11));
        header.setFillForegroundColor(
                new org.apache.poi.xssf.usermodel.XSSFColor(new byte[] {(byte) 0xDD, (byte) 0xE6, (byte) 0xEE}));
        header.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        looks.put(Look.HEADER, header);
        looks.put(Look.TEXT, style("@", workbook.getFontAt(0)));
        looks.put(Look.DATE, style("yyyy-mm-dd", workbook.getFontAt(0)));
        looks.put(Look.TIME, style("yyyy-mm-dd hh:mm", workbook.getFontAt(0)));
        looks.put(Look.NUMBER, style("#,##0.00##", workbook.getFontAt(0)));
        XSSFCellStyle total = style("#,##0.00", font(11));
        total.setBorderTop(BorderStyle.THIN);
        looks.put(Look.TOTAL, total);
    }

    private XSSFFont font(int points) {
        XSSFFont font = workbook.createFont();
        font.setBold(true);
        font.setFontHeightInPoints((short) points);
        return font;
    }

    private XSSFCellStyle style(String format, XSSFFont font) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        style.setFont(font);
        return style;
    }

    /** Begins a sheet, with lines of a title above its header. */
    Sheet sheet(String name, List<String> titles, String... headers) {
        return new Sheet(workbook.createSheet(name), titles, headers);
    }

    Sheet sheet(String name, String... headers) {
        return sheet(name, List.of(), headers);
    }

    /** Hides the sheet that was begun last. */
    void hideLast() {
        workbook.setSheetHidden(workbook.getNumberOfSheets() - 1, true);
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, WorkbookBytes.of(workbook));
        workbook.close();
    }

    /** A sheet that grows row by row. */
    final class Sheet {
        private final XSSFSheet sheet;
        private int next;

        private Sheet(XSSFSheet sheet, List<String> titles, String... headers) {
            this.sheet = sheet;
            for (String title : titles) {
                put(sheet.createRow(next++), 0, title, Look.TITLE);
            }
            next += titles.isEmpty() ? 0 : 1;
            XSSFRow row = sheet.createRow(next++);
            for (int i = 0; i < headers.length; i++) {
                put(row, i, headers[i], Look.HEADER);
                sheet.setColumnWidth(i, 256 * Math.max(12, headers[i].length() + 3));
            }
            sheet.createFreezePane(0, next);
        }

        /**
         * Adds a row, its cells with {@code |} between them: {@code #12.50} is a number, {@code 2026-10-31} a date,
         * {@code 2026-10-31T09:30} a time, everything else text, in which {@code ¦} stands for {@code |}; a blank
         * cell is left out.
         */
        Sheet row(String line) {
            XSSFRow row = sheet.createRow(next++);
            String[] cells = line.split("\\|", -1);
            for (int i = 0; i < cells.length; i++) {
                String cell = cells[i].strip();
                if (!cell.isEmpty()) {
                    put(row, i, typed(cell), Look.TEXT);
                }
            }
            return this;
        }

        private Object typed(String cell) {
            if (cell.startsWith("#")) {
                return new BigDecimal(cell.substring(1));
            }
            if (cell.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return LocalDate.parse(cell);
            }
            return cell.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}")
                    ? LocalDateTime.parse(cell)
                    : cell.replace('¦', '|');
        }

        /** Adds a row with one text as it is. */
        Sheet remark(String text) {
            put(sheet.createRow(next++), 0, text, Look.TEXT);
            return this;
        }

        /** Adds a totals row behind the data. */
        Sheet totals(String line) {
            row(line).sheet.getRow(next - 1).forEach(cell -> cell.setCellStyle(look(Look.TOTAL)));
            return this;
        }

        private void put(XSSFRow row, int column, Object value, Look text) {
            XSSFCell cell = row.createCell(column);
            cell.setCellStyle(look(text));
            if (value instanceof LocalDate date) {
                cell.setCellValue(date);
                cell.setCellStyle(look(Look.DATE));
            } else if (value instanceof LocalDateTime time) {
                cell.setCellValue(time);
                cell.setCellStyle(look(Look.TIME));
            } else if (value instanceof BigDecimal number) {
                cell.setCellValue(number.doubleValue());
                cell.setCellStyle(look(Look.NUMBER));
            } else {
                cell.setCellValue(String.valueOf(value));
            }
        }

        private XSSFCellStyle look(Look look) {
            XSSFCellStyle style = looks.get(look);
            if (style == null) {
                throw new IllegalStateException("No look " + look);
            }
            return style;
        }
    }
}
