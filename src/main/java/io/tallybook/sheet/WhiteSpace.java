package io.tallybook.sheet;

import java.nio.charset.StandardCharsets;

/** White space as people leave it in cells, with the no-break and zero-width kinds. */
final class WhiteSpace {
    private WhiteSpace() {}

    static boolean isBlank(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (!is(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isBlank(char[] chars, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!is(chars[i])) {
                return false;
            }
        }
        return true;
    }

    /** As {@link #isBlank(CharSequence)} of the UTF-8 bytes. */
    static boolean isBlank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] > ' ') {
                return false;
            }
            if (bytes[i] < 0) {
                return isBlank(new String(bytes, i, to - i, StandardCharsets.UTF_8));
            }
        }
        return true;
    }

    static boolean is(char c) {
        if (c > ' ' && c < 0x85) {
            return false;
        }
        return c <= ' ' || c == '\u0085' || c == '\u00A0' || c == '\u200B' || c == '\uFEFF' || Character.isSpaceChar(c);
    }
}
