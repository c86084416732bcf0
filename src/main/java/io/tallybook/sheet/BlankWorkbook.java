package io.tallybook.sheet;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook to fill in: a first sheet that says how, then a sheet a table with its header, a note on each header, lists to
 * choose from, and formats that keep what is typed.
 * <p>
 * The same tables give the same bytes. Memory: the workbook.
 */
public final class BlankWorkbook {
    /** What the cells of a column hold. */
    public enum Cells {
        /** Kept as typed: {@code 0071} stays {@code 0071}, {@code 2026-10} becomes no date. */
        TEXT("@"),
        NUMBER("General"),
        WHOLE_NUMBER("0"),
        DATE("yyyy-mm-dd"),
        TIME("yyyy-mm-dd hh:mm");

        private final String format;

        Cells(String format) {
            this.format = format;
        }
    }

    /**
     * A column.
     *
     * @param name  its header
     * @param required  whether each row has to fill it; shows in the look of the header
     * @param note  what it means, shown beside the header
     * @param cells  what its cells hold
     * @param choices  the values to choose from; empty for any
     */
    public record Column(String name, boolean required, String note, Cells cells, List<String> choices) {
        public Column {
            choices = List.copyOf(choices);
            if (String.join(",", choices).length() > LONGEST_LIST) {
                throw new IllegalArgumentException(name + ": the choices are longer than a list in a sheet can be");
            }
        }
    }

    /**
     * A table.
     *
     * @param name  name of its sheet
     * @param about  what a row is, in one line
     * @param columns  its columns in order
     */
    public record Table(String name, String about, List<Column> columns) {
        public Table {
            columns = List.copyOf(columns);
            if (name.length() > LONGEST_NAME) {
                throw new IllegalArgumentException(name + ": longer than the name of a sheet can be");
            }
        }
    }

    /** What Excel allows. */
    private static final int LONGEST_LIST = 255;

    private static final int LONGEST_NAME = 31;
    private static final int LAST_ROW = 1_048_575;

    private static final byte[] DARK = {0x1F, 0x3A, 0x4D};
    private static final byte[] LIGHT = {(byte) 0xDD, (byte) 0xE6, (byte) 0xEC};

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Map<Cells, XSSFCellStyle> styles = new EnumMap<>(Cells.class);
    private final XSSFCellStyle required;
    private final XSSFCellStyle optional;

    private BlankWorkbook() {
        for (Cells cells : Cells.values()) {
            XSSFCellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(cells.format));
            styles.put(cells, style);
        }
        required = header(DARK, IndexedColors.WHITE.getIndex());
        optional = header(LIGHT, IndexedColors.AUTOMATIC.getIndex());
    }

    /**
     * Makes the workbook.
     *
     * @param title  title of the first sheet
     * @param lines  what stands below it, before the list of the tables
     * @param tables  the tables, in order
     * @return its bytes
     * @throws IOException if it cannot be written
     */
    public static byte[] bytes(String title, List<String> lines, List<Table> tables) throws IOException {
        BlankWorkbook blank = new BlankWorkbook();
        try (XSSFWorkbook workbook = blank.workbook) {
            blank.readMe(title, lines, tables);
            tables.forEach(blank::table);
            return WorkbookBytes.of(workbook);
        }
    }

    private XSSFCellStyle header(byte[] paper, short ink) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFillForegroundColor(new XSSFColor(paper));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderBottom(BorderStyle.THIN);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setFont(bold(11, ink));
        return style;
    }

    private XSSFFont bold(int points, short ink) {
        XSSFFont font = workbook.createFont();
        font.setBold(true);
        font.setFontHeightInPoints((short) points);
        font.setColor(ink);
        return font;
    }

    private void readMe(String title, List<String> lines, List<Table> tables) {
        XSSFSheet sheet = workbook.createSheet("Read me");
        sheet.setDisplayGridlines(false);
        sheet.setColumnWidth(0, 34 * 256);
        sheet.setColumnWidth(1, 120 * 256);
        XSSFCellStyle large = workbook.createCellStyle();
        large.setFont(bold(16, IndexedColors.AUTOMATIC.getIndex()));
        text(sheet.createRow(0), 0, title).setCellStyle(large);
        int next = 2;
        for (String line : lines) {
            text(sheet.createRow(next++), 0, line);
        }
        next++;
        for (Table table : tables) {
            XSSFRow row = sheet.createRow(next++);
            text(row, 0, table.name());
            text(row, 1, table.about());
        }
        next++;
        text(sheet.createRow(next++), 0, "every row fills it").setCellStyle(required);
        text(sheet.createRow(next), 0, "may stay blank").setCellStyle(optional);
    }

    private static XSSFCell text(XSSFRow row, int column, String text) {
        XSSFCell cell = row.createCell(column);
        cell.setCellValue(text);
        return cell;
    }

    private void table(Table table) {
        XSSFSheet sheet = workbook.createSheet(table.name());
        XSSFRow header = sheet.createRow(0);
        header.setHeightInPoints(22);
        XSSFDrawing notes = sheet.createDrawingPatriarch();
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            XSSFCell cell = text(header, i, column.name());
            cell.setCellStyle(column.required() ? required : optional);
            note(notes, cell, column.note());
            sheet.setDefaultColumnStyle(i, styles.get(column.cells()));
            sheet.setColumnWidth(i, 256 * width(column));
            validate(sheet, i, column);
        }
        sheet.createFreezePane(0, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, 0, 0, table.columns().size() - 1));
    }

    private static int width(Column column) {
        int choice = column.choices().stream().mapToInt(String::length).max().orElse(0);
        // Room for the filter's button beside the name.
        return Math.min(40, Math.max(12, Math.max(column.name().length() + 5, choice + 3)));
    }

    private void note(XSSFDrawing notes, XSSFCell cell, String text) {
        int lines = 1 + text.lines().mapToInt(line -> 1 + line.length() / 42).sum();
        int column = cell.getColumnIndex();
        ClientAnchor anchor = notes.createAnchor(0, 0, 0, 0, column + 1, 1, column + 4, 2 + lines);
        Comment note = notes.createCellComment(anchor);
        note.setString(workbook.getCreationHelper().createRichTextString(text));
        note.setAuthor("Tallybook");
        cell.setCellComment(note);
    }

    private static void validate(XSSFSheet sheet, int index, Column column) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidationConstraint constraint;
        String message;
        if (!column.choices().isEmpty()) {
            constraint = helper.createExplicitListConstraint(column.choices().toArray(String[]::new));
            message = "Choose a value of the list.";
        } else {
            switch (column.cells()) {
                case WHOLE_NUMBER -> {
                    constraint = helper.createIntegerConstraint(OperatorType.BETWEEN, "-2147483648", "2147483647");
                    message = "Write a whole number.";
                }
                case NUMBER -> {
                    constraint = helper.createDecimalConstraint(OperatorType.BETWEEN, "-1E+300", "1E+300");
                    message = "Write a number.";
                }
                case DATE, TIME -> {
                    // 1 is the first day that a sheet knows.
                    constraint = helper.createDateConstraint(OperatorType.GREATER_OR_EQUAL, "1", null, null);
                    message = "Write a date like 2026-10-31.";
                }
                default -> {
                    return;
                }
            }
        }
        DataValidation validation =
                helper.createValidation(constraint, new CellRangeAddressList(1, LAST_ROW, index, index));
        validation.setEmptyCellAllowed(true);
        validation.setShowErrorBox(true);
        validation.createErrorBox(column.name(), message);
        // The other way round than it says: with true the arrow of the list is hidden in xlsx.
        validation.setSuppressDropDownArrow(true);
        sheet.addValidationData(validation);
    }
}
