package io.tallybook.report.excel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/**
 * How many characters fit into a line of each cell whose text wraps. From it the height of a row is estimated: not every
 * reader of workbooks fits rows to their text on opening.
 */
final class TextWidths {
    private static final double DEFAULT_WIDTH = 8.43;

    /** A text that is not seen takes no more than a line. */
    private static final double HIDDEN = 40_000;

    /** The column is wider than its text by a padding of about one character. */
    private static final double PADDING = 1.0;

    private final Map<Integer, Double> widths = new HashMap<>();
    private final List<Reference> merged = new ArrayList<>();
    private final Styles styles;

    TextWidths(Element worksheet, Styles styles) {
        this.styles = styles;
        for (Element column : XmlPart.below(worksheet, "col")) {
            boolean isHidden = List.of("1", "true").contains(column.getAttribute("hidden"));
            String given = column.hasAttribute("width") ? column.getAttribute("width") : "";
            double width = isHidden ? HIDDEN : given.isEmpty() ? DEFAULT_WIDTH : Double.parseDouble(given);
            int last = Math.min(Integer.parseInt(column.getAttribute("max")), 1_000);
            for (int i = Integer.parseInt(column.getAttribute("min")); i <= last; i++) {
                widths.put(i - 1, width);
            }
        }
        XmlPart.below(worksheet, "mergeCell")
                .forEach(merge -> merged.addAll(
                        FormulaText.parse(merge.getAttribute("ref")).references()));
    }

    /** Characters in a line of a cell; 0 if its text does not wrap. */
    int of(int row, int column, int style) {
        if (!styles.isWrapped(style)) {
            return 0;
        }
        int last = merged.stream()
                .filter(area -> area.from().row() == row && area.from().column() == column)
                .mapToInt(area -> area.to().column())
                .findFirst()
                .orElse(column);
        double width = -PADDING;
        for (int i = column; i <= last; i++) {
            width += widths.getOrDefault(i, DEFAULT_WIDTH);
        }
        return Math.max(1, (int) width);
    }

    /** How many lines a text takes. Words are not broken, so a line is not filled to its end; wide letters count twice. */
    static int lines(String text, int characters) {
        int lines = 1;
        int used = 0;
        int word = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                lines++;
                used = 0;
                word = 0;
                continue;
            }
            int size = c >= '\u2E80' ? 2 : 1;
            word = c == ' ' ? 0 : word + size;
            used += size;
            if (used > characters && c != ' ') {
                lines++;
                // The word that does not fit goes on to the next line, or is broken if it is longer than a line.
                used = word > characters ? size : word;
                word = used;
            }
        }
        return lines;
    }
}
