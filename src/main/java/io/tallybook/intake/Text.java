package io.tallybook.intake;

/** What cells and headers have around and between their letters. */
final class Text {
    /** More digits than any amount in a spreadsheet; longer texts are no numbers but mistakes. */
    static final int LONGEST_NUMBER = 60;

    private Text() {}

    /** Strips blanks at both ends, the no-break space and the byte order mark too. */
    static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Whether there is nothing in a text but digits, signs and marks. */
    static boolean isNumber(String text) {
        return text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '-' || c == '+');
    }

    private static boolean isBlank(char c) {
        return c <= ' '
                || c == '\u00a0'
                || c == '\ufeff'
                || c == '\u200b'
                || c == '\u202f'
                || Character.isWhitespace(c);
    }

    /** A header name without what does not matter in it: case, blanks, underscores, hyphens, asterisks (as on what is required). */
    static String header(String text) {
        StringBuilder key = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isBlank(c) && c != '_' && c != '-' && c != '*' && c != '\u2010' && c != '\u2011' && c != '\u2013') {
                key.append(Character.toLowerCase(c));
            }
        }
        return key.toString();
    }
}
