package io.tallybook.ledger;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * What tells the lines of each day of a month from others where their sum is that of the whole month: how many they are, and
 * a mark of 64 bits of their amounts.
 *
 * <p>The mark is the sum of the amounts in units of 10<sup>-18</sup>, of which the upper bits are left out. So it depends
 * neither on the order of the lines nor on how they spell their amounts, and costs one multiplication a line. For one thread.
 */
final class DayMarks {
    private static final int DAYS = 31;
    private static final int PLACES = ExactSum.MOST_PLACES;

    /** Odd, so that an amount in USD leaves its own trace beside the same amount in the currency of the line. */
    private static final long USD = 0x9E3779B97F4A7C15L;

    private static final String BETWEEN = ",";
    private static final String WITHIN = ":";

    private final int[] lines = new int[DAYS];
    private final long[] marks = new long[DAYS];

    void count(int day) {
        lines[day - 1]++;
    }

    void amount(int day, long digits, int places) {
        marks[day - 1] += mark(digits, places);
    }

    void amount(int day, BigDecimal amount) {
        marks[day - 1] += mark(amount);
    }

    void usd(int day, long digits, int places) {
        marks[day - 1] += mark(digits, places) * USD;
    }

    void usd(int day, BigDecimal amount) {
        marks[day - 1] += mark(amount) * USD;
    }

    private static long mark(long digits, int places) {
        return places <= PLACES ? digits * ExactSum.POWERS[PLACES - places] : mark(BigDecimal.valueOf(digits, places));
    }

    private static long mark(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.scale() > PLACES
                ? plain.hashCode()
                : plain.scaleByPowerOfTen(PLACES).toBigInteger().longValue();
    }

    /** Returns the days that have lines as text, for the store. */
    String written() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < DAYS; i++) {
            if (lines[i] > 0) {
                text.append(text.isEmpty() ? "" : BETWEEN)
                        .append(i + 1)
                        .append(WITHIN)
                        .append(lines[i])
                        .append(WITHIN)
                        .append(Long.toString(marks[i], Character.MAX_RADIX));
            }
        }
        return text.toString();
    }

    /** Returns how many lines two months have in days that are the same, given as text. */
    static long sharedLines(String one, String other) {
        Map<String, String> days = new HashMap<>();
        for (String day : other.split(BETWEEN, -1)) {
            days.put(day.substring(0, day.indexOf(WITHIN)), day);
        }
        long shared = 0;
        for (String day : one.split(BETWEEN, -1)) {
            int count = day.indexOf(WITHIN);
            if (day.equals(days.get(day.substring(0, count)))) {
                shared += Long.parseLong(day.substring(count + 1, day.lastIndexOf(WITHIN)));
            }
        }
        return shared;
    }
}
