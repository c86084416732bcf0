package io.tallybook.report.template;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Replaces the control characters that HTML does not allow: cells of inputs hold them. */
public final class PageWriter extends FilterWriter {
    PageWriter(Writer out) {
        super(out);
    }

    /** Returns the text as a reader of a page sees it. */
    public static String seen(String text) {
        StringBuilder seen = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (!isLegal(text.charAt(i))) {
                seen.setCharAt(i, '\uFFFD');
            }
        }
        return seen.toString();
    }

    @Override
    public void write(int c) throws IOException {
        super.write(isLegal((char) c) ? c : '\uFFFD');
    }

    @Override
    public void write(char[] text, int start, int length) throws IOException {
        for (int i = start; i < start + length; i++) {
            if (!isLegal(text[i])) {
                char[] clean = new char[length];
                for (int j = 0; j < length; j++) {
                    clean[j] = isLegal(text[start + j]) ? text[start + j] : '\uFFFD';
                }
                super.write(clean, 0, length);
                return;
            }
        }
        super.write(text, start, length);
    }

    @Override
    public void write(String text, int start, int length) throws IOException {
        write(text.toCharArray(), start, length);
    }

    private static boolean isLegal(char c) {
        boolean isSpace = c == '\n' || c == '\t' || c == '\r';
        return isSpace || (c >= ' ' && c != '\u007F' && c < '\uFFFE');
    }
}
