package io.tallybook.sheet;

/** Decodes the {@code _x000D_} escapes with which workbooks write characters that XML cannot hold. */
final class XmlEscapes {
    private static final int LENGTH = "_x000D_".length();

    private XmlEscapes() {}

    static String decode(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        char[] chars = text.toCharArray();
        return new String(chars, 0, decode(chars, 0, chars.length));
    }

    /**
     * Decodes in place. An underscore that must stay is itself escaped: {@code _x005F_x000D_} is {@code _x000D_}.
     *
     * @return the new end of the text
     */
    static int decode(char[] chars, int from, int end) {
        int to = from;
        for (int i = from; i < end; ) {
            int code = chars[i] == '_' ? code(chars, i, end) : -1;
            if (code >= 0) {
                chars[to++] = (char) code;
                i += LENGTH;
            } else {
                chars[to++] = chars[i++];
            }
        }
        return to;
    }

    private static int code(char[] chars, int at, int end) {
        if (at + LENGTH > end || chars[at + 1] != 'x' || chars[at + 6] != '_') {
            return -1;
        }
        int code = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = chars[i] < 128 ? Character.digit(chars[i], 16) : -1;
            if (digit < 0) {
                return -1;
            }
            code = code << 4 | digit;
        }
        return code;
    }
}
