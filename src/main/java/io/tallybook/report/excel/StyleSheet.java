package io.tallybook.report.excel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The styles of one workbook being written: those of its template, and the variants that its values ask for. A column
 * whose format is General shows each value in the format that fits it, a currency with its own decimals.
 */
final class StyleSheet {
    private record Variant(int format, String code, boolean isQuoted) {}

    /** What a value asks for: a number with so many decimals, or a date. */
    private record Wish(int format, int decimals, String prefix) {
        static final int DATE = -1;
    }

    private final Styles styles;
    private final Map<Wish, Integer> wishes = new HashMap<>();
    private final Map<Variant, Integer> variants = new LinkedHashMap<>();
    private final List<Styles.Format> added = new ArrayList<>();
    private final Map<String, Integer> codes = new LinkedHashMap<>();

    StyleSheet(Styles styles) {
        this.styles = styles;
    }

    /** The style for text that must not be taken for a formula. */
    int quoted(int format) {
        return variant(new Variant(format, "", true));
    }

    /** The style for a number with so many decimals, behind words where it has a prefix. */
    int number(int format, int decimals, String prefix) {
        return wishes.computeIfAbsent(
                new Wish(format, decimals, prefix), unused -> newNumber(format, decimals, prefix));
    }

    private int newNumber(int format, int decimals, String prefix) {
        String own = styles.code(format);
        boolean isOpen = own.equals(Styles.GENERAL) || own.equals("@") || own.isEmpty();
        if (!isOpen && prefix.isEmpty()) {
            return format;
        }
        return variant(new Variant(format, prefixed(prefix, isOpen ? decimals(decimals) : own), false));
    }

    /** The style for a date. */
    int date(int format, String prefix) {
        return wishes.computeIfAbsent(new Wish(format, Wish.DATE, prefix), unused -> newDate(format, prefix));
    }

    private int newDate(int format, String prefix) {
        String own = styles.code(format);
        boolean isDate = own.toLowerCase(Locale.ROOT).contains("yy");
        if (isDate && prefix.isEmpty()) {
            return format;
        }
        String words = prefix.isEmpty() ? "" : "\"" + prefix.replace("\"", "") + " \"";
        return variant(new Variant(format, words + (isDate ? own : "yyyy-mm-dd"), false));
    }

    private static String decimals(int decimals) {
        return decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    }

    private static String prefixed(String prefix, String code) {
        if (prefix.isEmpty()) {
            return code;
        }
        String words = "\"" + prefix.replace("\"", "") + " \"";
        StringBuilder out = new StringBuilder();
        // Each section of a format (positive; negative; zero) takes the words, and the minus sign comes behind them.
        for (String section : code.split(";", -1)) {
            out.append(out.isEmpty() ? "" : ";").append(words).append(section);
        }
        return code.contains(";") ? out.toString() : out + ";" + words + "-" + code;
    }

    private int variant(Variant variant) {
        Integer known = variants.get(variant);
        if (known != null) {
            return known;
        }
        Map<String, String> attributes = new LinkedHashMap<>(
                variant.format() < styles.formats().size()
                        ? styles.formats().get(variant.format()).attributes()
                        : Map.of("numFmtId", "0", "fontId", "0", "fillId", "0", "borderId", "0"));
        if (variant.isQuoted()) {
            attributes.put("quotePrefix", "1");
        }
        if (!variant.code().isEmpty()) {
            int code = codes.computeIfAbsent(variant.code(), unused -> styles.firstFreeCode() + codes.size());
            attributes.put("numFmtId", Integer.toString(code));
            attributes.put("applyNumberFormat", "1");
        }
        String inner = variant.format() < styles.formats().size()
                ? styles.formats().get(variant.format()).inner()
                : "";
        int index = styles.formats().size() + added.size();
        added.add(new Styles.Format(attributes, inner));
        variants.put(variant, index);
        return index;
    }

    String xml() {
        return styles.xml(added, codes);
    }
}
