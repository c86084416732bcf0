package io.tallybook.report;

import io.tallybook.report.excel.CellText;
import io.tallybook.report.template.PageWriter;
import io.tallybook.result.FigureState;
import io.tallybook.sheet.CellKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * A value as a reader sees it: the number, date or words of a cell, or the text of a page.
 *
 * @param value  a plain number in a cell with a number, otherwise the text
 */
record SeenValue(CellKind kind, String value) {

    static SeenValue onPage(String text) {
        return new SeenValue(CellKind.TEXT, text);
    }

    /**
     * The value that is meant, as a plain text without the words of its state, if this shows it.
     *
     * @return nothing if this shows another value or state
     */
    Optional<String> as(FigureState state, String meant, Labels labels) {
        String words = labels.word("state." + state + ".value", "");
        if (state == FigureState.UNKNOWN || state == FigureState.UNLIMITED) {
            return given(kind == CellKind.TEXT && value.equals(words), "");
        }
        if (kind != CellKind.TEXT) {
            return kind == CellKind.DATE
                    ? given(value.equals(meant), value)
                    : given(
                            Shown.isNumber(meant) && new BigDecimal(value).compareTo(excel(new BigDecimal(meant))) == 0,
                            value);
        }
        String prefix = words.isEmpty() || state == FigureState.KNOWN ? "" : words + " ";
        if (!value.startsWith(prefix)) {
            return Optional.empty();
        }
        String text = value.substring(prefix.length());
        // A number that Excel cannot hold, or a date before its calendar, is the plain text in a workbook.
        if (text.equals(CellText.seen(meant)) || text.equals(PageWriter.seen(meant))) {
            return Optional.of(text);
        }
        return Shown.isNumber(meant)
                ? number(text, labels.language())
                        .filter(number -> number.compareTo(new BigDecimal(meant)) == 0)
                        .map(BigDecimal::toPlainString)
                : Optional.empty();
    }

    private static Optional<String> given(boolean isSame, String shown) {
        return isSame ? Optional.of(shown) : Optional.empty();
    }

    /** Readers of workbooks have 15 digits. */
    private static BigDecimal excel(BigDecimal number) {
        return number.round(new MathContext(15));
    }

    private static Optional<BigDecimal> number(String text, String language) {
        boolean isComma = language.equals("de");
        String plain = text.replace(isComma ? "." : ",", "").replace(',', '.');
        return Shown.isNumber(plain) ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }
}
