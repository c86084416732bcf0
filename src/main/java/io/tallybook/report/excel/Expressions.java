package io.tallybook.report.excel;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of a cell, cut at its {@code ${...}} expressions.
 *
 * @param texts  the texts before, between and behind the expressions: one more than there are expressions
 * @param expressions  the expressions, without dollar and braces
 */
record Expressions(List<String> texts, List<String> expressions) {

    /** Cuts a text. Braces and quotes within an expression may nest. */
    static Expressions of(String text) {
        List<String> texts = new ArrayList<>();
        List<String> expressions = new ArrayList<>();
        int from = 0;
        for (int start = text.indexOf("${"); start >= 0; start = text.indexOf("${", from)) {
            int end = closing(text, start + 2);
            texts.add(text.substring(from, start));
            expressions.add(
                    text.substring(start + 2, end).replaceAll("\\s+", " ").strip());
            from = end + 1;
        }
        texts.add(text.substring(from));
        return new Expressions(texts, expressions);
    }

    private static int closing(String text, int start) {
        int depth = 1;
        char quote = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
        }
        throw new UnmovableException("an expression is not closed; write ${...}");
    }
}
