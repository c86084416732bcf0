package io.tallybook.report.excel;

import java.util.regex.Pattern;

/** Makes text fit for a cell: nothing in it is a formula, illegal XML, or longer than a cell can hold. */
public final class CellText {
    /** What a cell can hold, by the limits of Excel. */
    static final int LONGEST = 32_767;

    private static final char REPLACEMENT = '\uFFFD';

    /** Excel reads {@code _x0041_} in a text as the letter A. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    /** What needs no replacement wherever it stands. An underline may begin an escape. */
    private static final boolean[] PLAIN = new boolean[0x80];

    static {
        for (char c = ' '; c < PLAIN.length; c++) {
            PLAIN[c] = isPlain(c) && c != '_';
        }
    }

    private CellText() {}

    /**
     * Whether a text could be taken for a formula when it is edited or copied on: it begins with {@code = + - @}, their
     * full-width forms, a tab or a line break.
     */
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty()
                && switch (text.charAt(0)) {
                    case '=', '+', '-', '@', '\t', '\r', '\n', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20' -> true;
                    default -> false;
                };
    }

    /**
     * Whether a text is XML for a cell as it stands, in ASCII and without a space at its ends. Almost all are; of the others
     * some would do as well.
     */
    static boolean isPlain(String text) {
        int count = text.length();
        if (count == 0 || count > LONGEST || text.charAt(0) == ' ' || text.charAt(count - 1) == ' ') {
            return false;
        }
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || !PLAIN[c]) {
                return false;
            }
        }
        return true;
    }

    /** Returns the text as XML for a cell. A text that is too long ends with a mark that says how much is left out. */
    static String forCell(String text) {
        String plain = plain(text);
        return escaped(plain.indexOf("_x") < 0 ? plain : ESCAPE.matcher(plain).replaceAll("_x005F_"));
    }

    /** Returns the text as a reader of the workbook sees it: cut to what a cell holds, without illegal characters. */
    public static String seen(String text) {
        String plain = plain(text);
        StringBuilder seen = new StringBuilder(plain);
        for (int i = 0; i < seen.length(); i++) {
            char c = seen.charAt(i);
            if (isPair(plain, i)) {
                i++;
            } else if (!isLegal(c) && c != '\n' && c != '\t') {
                seen.setCharAt(i, REPLACEMENT);
            }
        }
        return seen.toString();
    }

    private static String plain(String text) {
        String cut = shortened(text);
        return cut.indexOf('\r') < 0 ? cut : cut.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        // The mark says a count of at most ten digits, so that its own length is known.
        int kept = LONGEST - 40;
        if (Character.isHighSurrogate(text.charAt(kept - 1))) {
            kept--;
        }
        return text.substring(0, kept) + " [cut: " + (text.length() - kept) + " more characters]";
    }

    /** Escapes for XML text and attributes. Characters that XML does not allow become a replacement character. */
    static String escaped(String text) {
        int i = 0;
        while (i < text.length() && isPlain(text.charAt(i))) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, i);
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\n' -> out.append("&#10;");
                case '\t' -> out.append("&#9;");
                case '\r' -> out.append("&#13;");
                default -> {
                    if (isPair(text, i)) {
                        out.append(c).append(text.charAt(++i));
                    } else {
                        out.append(isLegal(c) ? c : REPLACEMENT);
                    }
                }
            }
        }
        return out.toString();
    }

    private static boolean isPair(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < '\uD800' && c != '<' && c != '>' && c != '&' && c != '"';
    }

    private static boolean isLegal(char c) {
        return c >= ' ' && !Character.isSurrogate(c) && c != '\uFFFE' && c != '\uFFFF';
    }
}
