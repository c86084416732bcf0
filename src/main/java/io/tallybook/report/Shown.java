package io.tallybook.report;

import io.tallybook.report.template.Amount;
import io.tallybook.report.template.Day;
import io.tallybook.result.FigureState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A value as reports show it.
 *
 * @param cell  for a cell of a workbook: a number, a date, or words
 * @param text  for a page, with the separators of its language
 * @param isNumber  whether it is a number, which is aligned to the right
 */
record Shown(Object cell, String text, boolean isNumber) {
    /** A leading zero makes an identifier, not a number. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,300})(\\.[0-9]{1,300})?");

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private static final Map<String, Integer> DECIMALS = Currency.getAvailableCurrencies().stream()
            .collect(Collectors.toUnmodifiableMap(
                    Currency::getCurrencyCode, currency -> Math.max(0, currency.getDefaultFractionDigits())));

    private static final Set<String> DECIMAL_COMMA = Set.of("de");

    /**
     * Shows a value with its state: an unknown one is said to be unknown, an unlimited one is as needed, a bound says of
     * which kind it is.
     */
    static Shown of(FigureState state, String value, String unit, Labels labels) {
        String words = labels.word("state." + state + ".value", state.toString());
        return switch (state) {
            case UNKNOWN, UNLIMITED -> new Shown(words, words, false);
            case KNOWN -> of(value, unit, "", labels);
            case LOWER_BOUND, UPPER_BOUND -> of(value, unit, words, labels);
        };
    }

    /** Shows a value that is a number, a date or a word. */
    static Shown of(String value, String unit, Labels labels) {
        return of(value, unit, "", labels);
    }

    private static Shown of(String value, String unit, String prefix, Labels labels) {
        String before = prefix.isEmpty() ? "" : prefix + " ";
        if (NUMBER.matcher(value).matches()) {
            BigDecimal number = new BigDecimal(value);
            int decimals = Math.max(Math.max(0, number.scale()), DECIMALS.getOrDefault(unit, 0));
            String text = before + separated(number.setScale(decimals), labels.language());
            return new Shown(new Amount(number, decimals, prefix), text, true);
        }
        if (DATE.matcher(value).matches()) {
            try {
                return new Shown(new Day(LocalDate.parse(value), prefix), before + value, false);
            } catch (DateTimeParseException e) {
                // It only looks like a date, e.g. 2026-02-31: shown as the words that it is.
                return new Shown(before + value, before + value, false);
            }
        }
        return new Shown(before + value, before + value, false);
    }

    static boolean isNumber(String value) {
        return NUMBER.matcher(value).matches();
    }

    static boolean isCurrency(String unit) {
        return DECIMALS.containsKey(unit);
    }

    /** A count for a page. */
    static String count(long count, Labels labels) {
        return separated(BigDecimal.valueOf(count), labels.language());
    }

    /** Separates thousands: 1,234.50 in English, 1.234,50 in German. Done here, for it must not vary with the JDK. */
    static String separated(BigDecimal number, String language) {
        boolean isComma = DECIMAL_COMMA.contains(language);
        String plain = number.abs().toPlainString();
        int point = plain.indexOf('.');
        int end = point < 0 ? plain.length() : point;
        StringBuilder out = new StringBuilder(plain.length() + 8);
        out.append(number.signum() < 0 ? "-" : "");
        for (int i = 0; i < end; i++) {
            if (i > 0 && (end - i) % 3 == 0) {
                out.append(isComma ? '.' : ',');
            }
            out.append(plain.charAt(i));
        }
        return point < 0
                ? out.toString()
                : out.append(isComma ? ',' : '.')
                        .append(plain, point + 1, plain.length())
                        .toString();
    }
}
