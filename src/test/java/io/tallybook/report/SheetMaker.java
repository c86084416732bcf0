package io.tallybook.report;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFFontFormatting;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;
import org.apache.poi.xssf.usermodel.XSSFTable;

/** Builds one sheet of a template: titles, blocks of a header and a repeated row, print set-up. */
final class SheetMaker {
    /** A column of a block: its heading, its expression, and the look of its cells. */
    record Column(String heading, String expression, Looks.Cell look, int width) {}

    private final XSSFSheet sheet;
    private final Looks looks;
    private final XSSFDrawing notes;
    private final List<Integer> widths = new ArrayList<>();
    private int next;

    SheetMaker(Looks looks, String name) {
        this.looks = looks;
        this.sheet = looks.workbook().createSheet(name);
        this.notes = sheet.createDrawingPatriarch();
        sheet.setDisplayGridlines(false);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize((short) 9);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.LEFT, 0.4);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.RIGHT, 0.4);
        sheet.getFooter().setLeft("&A");
        sheet.getFooter().setRight("&P / &N");
    }

    XSSFSheet sheet() {
        return sheet;
    }

    int nextRow() {
        return next;
    }

    SheetMaker skip() {
        next++;
        return this;
    }

    SheetMaker title(String text) {
        line(text, Looks.Cell.TITLE).getRow().setHeightInPoints(26);
        return this;
    }

    SheetMaker subtitle(String text) {
        line(text, Looks.Cell.SUBTITLE);
        return this;
    }

    SheetMaker heading(String text) {
        line(text, Looks.Cell.HEADING).getRow().setHeightInPoints(22);
        return this;
    }

    XSSFCell line(String text, Looks.Cell look) {
        return cell(sheet.createRow(next++), 0, text, look);
    }

    /** A line over several columns that repeats over a list. */
    SheetMaker repeatedLine(String repeat, String expression, int columns, Looks.Cell look) {
        XSSFRow row = sheet.createRow(next++);
        cell(row, 0, expression, look);
        for (int i = 1; i < columns; i++) {
            cell(row, i, "", look);
        }
        sheet.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), 0, columns - 1));
        note(row.getRowNum(), repeat);
        return this;
    }

    /** A header and a row that repeats over a list; returns the number of the repeated row. */
    int block(String repeat, List<Column> columns) {
        XSSFRow header = sheet.createRow(next++);
        header.setHeightInPoints(20);
        XSSFRow row = sheet.createRow(next++);
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            boolean isNumber = column.look() == Looks.Cell.NUMBER
                    || column.look() == Looks.Cell.VALUE
                    || column.look() == Looks.Cell.PERCENT;
            cell(header, i, column.heading(), isNumber ? Looks.Cell.HEADER_RIGHT : Looks.Cell.HEADER);
            cell(row, i, column.expression(), column.look());
            if (widths.size() <= i) {
                widths.add(column.width());
                sheet.setColumnWidth(i, column.width() * 256);
            }
        }
        note(row.getRowNum(), repeat);
        return row.getRowNum();
    }

    /** Makes a block the table of its sheet: frozen below its header, with filters, its header on each printed page. */
    SheetMaker table(int row, int columns) {
        sheet.createFreezePane(0, row);
        AreaReference area = new AreaReference(
                new CellReference(row - 1, 0), new CellReference(row, columns - 1), SpreadsheetVersion.EXCEL2007);
        XSSFTable table = sheet.createTable(area);
        table.setName(sheet.getSheetName());
        table.setDisplayName(sheet.getSheetName());
        table.getCTTable().addNewAutoFilter().setRef(area.formatAsString());
        sheet.setRepeatingRows(new CellRangeAddress(row - 1, row - 1, -1, -1));
        return this;
    }

    /** Colours a cell of a row by a code in another, hidden column; the words in it say the same. */
    SheetMaker colours(int row, int column, int codeColumn) {
        XSSFSheetConditionalFormatting rules = sheet.getSheetConditionalFormatting();
        String code = "$" + CellReference.convertNumToColString(codeColumn) + (row + 1);
        for (Looks.Status status : Looks.Status.values()) {
            XSSFConditionalFormattingRule rule =
                    rules.createConditionalFormattingRule(code + "=\"" + status.name() + "\"");
            XSSFFontFormatting font = rule.createFontFormatting();
            font.setFontStyle(false, true);
            font.setFontColor(Looks.color(status.ink()));
            rule.createPatternFormatting().setFillBackgroundColor(Looks.color(status.paper()));
            rules.addConditionalFormatting(
                    new CellRangeAddress[] {new CellRangeAddress(row, row, column, column)}, rule);
        }
        sheet.setColumnHidden(codeColumn, true);
        return this;
    }

    /** Makes a cell a formula, with the expression for the value that it comes to. */
    void formula(int row, int column, String formula, String cached) {
        sheet.getRow(row).getCell(column).setCellFormula(formula);
        note(row, column, "cached " + cached);
    }

    /** Prints the columns up to this one. */
    void printColumns(int last) {
        looks.workbook().setPrintArea(looks.workbook().getSheetIndex(sheet), 0, last, 0, next - 1);
    }

    private XSSFCell cell(XSSFRow row, int column, String text, Looks.Cell look) {
        XSSFCell cell = row.createCell(column);
        XSSFCellStyle style = looks.style(look);
        cell.setCellStyle(style);
        if (!text.isEmpty()) {
            cell.setCellValue(text);
        }
        return cell;
    }

    private void note(int row, String text) {
        note(row, 0, text);
    }

    void note(int row, int column, String text) {
        ClientAnchor anchor = notes.createAnchor(0, 0, 0, 0, column + 1, row, column + 4, row + 3);
        Comment comment = notes.createCellComment(anchor);
        comment.setString(looks.workbook().getCreationHelper().createRichTextString(text));
        sheet.getRow(row).getCell(column).setCellComment(comment);
    }
}
