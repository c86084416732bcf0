package io.tallybook.report.excel;

import io.tallybook.report.template.Amount;
import io.tallybook.report.template.CellLink;
import io.tallybook.report.template.Day;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

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

    private static final byte[] QUOTE = XmlBytes.constant("\"");
    private static final byte[] EMPTY = XmlBytes.constant("/>");
    private static final byte[] VALUE = XmlBytes.constant("><v>");
    private static final byte[] VALUE_END = XmlBytes.constant("</v></c>");
    private static final byte[] TEXT = XmlBytes.constant(" t=\"inlineStr\"><is><t>");
    private static final byte[] SPACED_TEXT = XmlBytes.constant(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
    private static final byte[] TEXT_END = XmlBytes.constant("</t></is></c>");

    private final StyleSheet styles;
    private final long epoch;
    private final XmlBytes xml = new XmlBytes();
    private final List<String> links = new ArrayList<>();
    private final List<byte[]> starts = new ArrayList<>();
    private final List<byte[]> styleEnds = new ArrayList<>();
    private final XmlBytes rowNumber = new XmlBytes();
    private int row;
    private String rowAttributes = "";
    private int rowLines = 1;

    CellWriter(StyleSheet styles, boolean is1904) {
        this.styles = styles;
        this.epoch = (is1904 ? EPOCH_1904 : EPOCH_1900).toEpochDay();
    }

    /** The links of the cells written so far, each as its element. */
    List<String> links() {
        return links;
    }

    void startRow(int newRow, String attributes) {
        row = newRow;
        rowAttributes = attributes;
        rowLines = 1;
        xml.clear();
        rowNumber.clear();
        rowNumber.add(row + 1L);
    }

    /** Adds the row written so far, as its element. */
    void addRow(XmlBytes out) {
        out.add("<row r=\"").add(rowNumber).add("\"").add(rowAttributes);
        if (rowLines > 1 && !rowAttributes.contains(" ht=")) {
            double height = Math.min(HIGHEST, rowLines * LINE_HEIGHT + 2);
            out.add(" ht=\"").add(Double.toString(height)).add("\"");
        }
        out.add(">").add(xml).add("</row>");
    }

    void fixed(CellTemplate cell) {
        start(cell, cell.style()).add(cell.fixed());
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
            start(cell, cell.style()).add(" t=\"b\"><v>").add(truth ? "1" : "0").add(VALUE_END);
        } else {
            text(cell, value.toString());
        }
    }

    private void number(CellTemplate cell, BigDecimal number, int style) {
        if (isTooLong(number)) {
            text(cell, number.toPlainString());
        } else {
            start(cell, style).add(VALUE).add(number).add(VALUE_END);
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
                .add(VALUE)
                .add(day.date().toEpochDay() - epoch)
                .add(VALUE_END);
    }

    private void text(CellTemplate cell, String text) {
        if (text.isEmpty()) {
            start(cell, cell.style()).add(EMPTY);
            return;
        }
        if (cell.lineLength() > 0) {
            rowLines = Math.max(rowLines, TextWidths.lines(text, cell.lineLength()));
        }
        int style = CellText.looksLikeFormula(text) ? styles.quoted(cell.style()) : cell.style();
        if (CellText.isPlain(text)) {
            start(cell, style).add(TEXT).addAscii(text).add(TEXT_END);
        } else {
            start(cell, style).add(SPACED_TEXT).add(CellText.forCell(text)).add(TEXT_END);
        }
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
            xml.add("><f>")
                    .add(CellText.escaped(formula))
                    .add("</f><v>")
                    .add(number)
                    .add(VALUE_END);
        } else if (cached.toString().isEmpty()) {
            xml.add("><f>").add(CellText.escaped(formula)).add("</f></c>");
        } else {
            xml.add(" t=\"str\"><f>").add(CellText.escaped(formula)).add("</f><v>");
            xml.add(CellText.forCell(cached.toString())).add(VALUE_END);
        }
    }

    private XmlBytes start(CellTemplate cell, int style) {
        xml.add(known(starts, cell.column(), column -> "<c r=\"" + Corner.columnName(column)))
                .add(rowNumber);
        return xml.add(style == 0 ? QUOTE : known(styleEnds, style, number -> "\" s=\"" + number + "\""));
    }

    /** What is written for a column or style again and again. */
    private static byte[] known(List<byte[]> known, int number, IntFunction<String> made) {
        while (known.size() <= number) {
            known.add(XmlBytes.constant(made.apply(known.size())));
        }
        return known.get(number);
    }

    private String address(CellTemplate cell) {
        return Corner.columnName(cell.column()) + (row + 1);
    }
}
