package io.tallybook.report.excel;

import io.tallybook.report.template.Amount;
import io.tallybook.report.template.CellLink;
import io.tallybook.report.template.Day;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Writes cells with their types: numbers as numbers, dates as dates, everything else as text that is no formula. */
final class CellWriter {
    /** Excel keeps 15 digits of a number. One with more is written as text, so that no digit is lost. */
    private static final int MOST_DIGITS = 15;

    /** Height of a line of body text, and of the highest row that Excel allows, in points. */
    private static final double LINE_HEIGHT = 13.5;

    private static final double HIGHEST = 409;

    /** What a sheet can hold, by the limits of Excel. */
    private static final int MOST_LINKS = 65_530;

    /** Excel takes 1900 for a leap year: before this day its dates are off by one. */
    private static final LocalDate FIRST_DATE = LocalDate.of(1900, 3, 1);

    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

    private final StyleSheet styles;
    private final LocalDate epoch;
    private final StringBuilder xml = new StringBuilder(1024);
    private final List<String> links = new ArrayList<>();
    private int row;
    private String rowAttributes = "";
    private int rowLines = 1;

    CellWriter(StyleSheet styles, boolean is1904) {
        this.styles = styles;
        this.epoch = is1904 ? EPOCH_1904 : EPOCH_1900;
    }

    /** The links of the cells written so far, each as its element. */
    List<String> links() {
        return links;
    }

    void startRow(int newRow, String attributes) {
        row = newRow;
        rowAttributes = attributes;
        rowLines = 1;
    }

    /** The row written so far, as its element. */
    String row() {
        StringBuilder out = new StringBuilder(xml.length() + 64);
        out.append("<row r=\"").append(row + 1).append('"').append(rowAttributes);
        if (rowLines > 1 && !rowAttributes.contains(" ht=")) {
            double height = Math.min(HIGHEST, rowLines * LINE_HEIGHT + 2);
            out.append(" ht=\"").append(height).append('"');
        }
        return out.append('>').append(xml).append("</row>").toString();
    }

    void endRow(Writer out) throws IOException {
        out.append(row());
        xml.setLength(0);
    }

    void fixed(CellTemplate cell) {
        start(cell, cell.style()).append(cell.fixed());
    }

    void value(CellTemplate cell, Object value, LinkTargets targets) {
        if (value instanceof CellLink link) {
            targets.location(link).ifPresent(location -> link(cell, location));
            value(cell, link.shown());
        } else {
            value(cell, value);
        }
    }

    private void link(CellTemplate cell, String location) {
        if (links.size() < MOST_LINKS) {
            links.add("<hyperlink ref=\"" + address(cell) + "\" location=\"" + CellText.escaped(location) + "\"/>");
        }
    }

    void value(CellTemplate cell, Object value) {
        if (value instanceof BigDecimal number) {
            number(cell, number, cell.style());
        } else if (value instanceof Amount amount) {
            if (isTooLong(amount.value())) {
                text(cell, amount.toString());
            } else {
                number(cell, amount.value(), styles.number(cell.style(), amount.decimals(), amount.prefix()));
            }
        } else if (value instanceof LocalDate date) {
            date(cell, new Day(date, ""));
        } else if (value instanceof Day day) {
            date(cell, day);
        } else if (value instanceof Boolean truth) {
            start(cell, cell.style())
                    .append(" t=\"b\"><v>")
                    .append(truth ? '1' : '0')
                    .append("</v></c>");
        } else {
            text(cell, value.toString());
        }
    }

    private void number(CellTemplate cell, BigDecimal number, int style) {
        if (isTooLong(number)) {
            text(cell, number.toPlainString());
        } else {
            start(cell, style).append("><v>").append(number.toPlainString()).append("</v></c>");
        }
    }

    private static boolean isTooLong(BigDecimal number) {
        return number.precision() > MOST_DIGITS && number.stripTrailingZeros().precision() > MOST_DIGITS;
    }

    private void date(CellTemplate cell, Day day) {
        if (day.date().isBefore(FIRST_DATE)) {
            text(cell, day.toString());
            return;
        }
        start(cell, styles.date(cell.style(), day.prefix()))
                .append("><v>")
                .append(ChronoUnit.DAYS.between(epoch, day.date()))
                .append("</v></c>");
    }

    private void text(CellTemplate cell, String text) {
        if (text.isEmpty()) {
            start(cell, cell.style()).append("/>");
            return;
        }
        if (cell.lineLength() > 0) {
            rowLines = Math.max(rowLines, TextWidths.lines(text, cell.lineLength()));
        }
        int style = CellText.looksLikeFormula(text) ? styles.quoted(cell.style()) : cell.style();
        start(cell, style)
                .append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                .append(CellText.forCell(text))
                .append("</t></is></c>");
    }

    /** Writes a formula, with the value that it comes to where that is known; otherwise it is computed on opening. */
    void formula(CellTemplate cell, String formula, Object cached) {
        boolean isAmount = cached instanceof Amount;
        int style = cached instanceof Amount amount
                ? styles.number(cell.style(), amount.decimals(), amount.prefix())
                : cell.style();
        start(cell, style);
        if (isAmount || cached instanceof BigDecimal) {
            BigDecimal number = cached instanceof Amount amount ? amount.value() : (BigDecimal) cached;
            xml.append("><f>")
                    .append(CellText.escaped(formula))
                    .append("</f><v>")
                    .append(number.toPlainString());
            xml.append("</v></c>");
        } else if (cached.toString().isEmpty()) {
            xml.append("><f>").append(CellText.escaped(formula)).append("</f></c>");
        } else {
            xml.append(" t=\"str\"><f>").append(CellText.escaped(formula)).append("</f><v>");
            xml.append(CellText.forCell(cached.toString())).append("</v></c>");
        }
    }

    private StringBuilder start(CellTemplate cell, int style) {
        xml.append("<c r=\"").append(address(cell)).append('"');
        if (style != 0) {
            xml.append(" s=\"").append(style).append('"');
        }
        return xml;
    }

    private String address(CellTemplate cell) {
        return Corner.columnName(cell.column()) + (row + 1);
    }
}
