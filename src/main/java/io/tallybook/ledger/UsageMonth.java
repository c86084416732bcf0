package io.tallybook.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sums of a calendar month of usage lines that differ in nothing but their days and amounts, see {@link UsageSums}.
 *
 * @param line  the columns that the lines share; {@code date} is the first of the month, the amounts are zero
 * @param file  the file they stand in
 * @param sheet  the sheet they stand in
 * @param parts  one sum, or one for each day where the rate of the day is needed; those after the as-of date are apart
 */
public record UsageMonth(AzureUsage line, String file, String sheet, List<Part> parts) {
    private static final String BETWEEN = ";";
    private static final String WITHIN = " ";

    public UsageMonth {
        parts = List.copyOf(parts);
    }

    /**
     * One of the sums.
     *
     * @param firstDay  the first day
     * @param amount  the sum of the amounts
     * @param usdAmount  the sum of the USD amounts, or null if the lines have none
     * @param count  the number of lines
     * @param firstRow  row number of the first
     * @param lastRow  row number of the last
     * @param days  what tells its days from those of another export, see {@link DayMarks}; empty for one day and a purchase
     */
    public record Part(
            LocalDate firstDay,
            BigDecimal amount,
            @Nullable BigDecimal usdAmount,
            long count,
            int firstRow,
            int lastRow,
            String days) {
        /** How many of its lines stand in the other one too: those of the days that are the same, or all or none. */
        private long sharedLines(Part other) {
            if (!days.isEmpty() && !other.days.isEmpty()) {
                return DayMarks.sharedLines(days, other.days);
            }
            // Compared as text: the sums have no trailing zeros.
            return firstDay.equals(other.firstDay)
                            && String.valueOf(amount).equals(String.valueOf(other.amount))
                            && String.valueOf(usdAmount).equals(String.valueOf(other.usdAmount))
                            && count == other.count
                    ? count
                    : 0;
        }
    }

    /** Returns the sums one by one. */
    public List<UsageSum> sums() {
        return parts.stream()
                .map(part -> new UsageSum(
                        UsageKey.line(line, part.firstDay(), part.amount(), part.usdAmount()),
                        part.count(),
                        file,
                        sheet,
                        part.firstRow(),
                        part.lastRow()))
                .toList();
    }

    /** Returns the parts as text, for the store. */
    String written() {
        StringBuilder text = new StringBuilder(parts.size() * 40);
        for (Part part : parts) {
            BigDecimal usd = part.usdAmount();
            text.append(text.isEmpty() ? "" : BETWEEN)
                    .append(part.firstDay().toEpochDay())
                    .append(WITHIN)
                    .append(part.amount())
                    .append(WITHIN)
                    .append(usd == null ? "-" : usd)
                    .append(WITHIN)
                    .append(part.count())
                    .append(WITHIN)
                    .append(part.firstRow())
                    .append(WITHIN)
                    .append(part.lastRow())
                    .append(WITHIN)
                    .append(part.days());
        }
        return text.toString();
    }

    static List<Part> parts(String written) {
        List<Part> parts = new ArrayList<>();
        for (String part : written.split(BETWEEN, -1)) {
            List<String> values = List.of(part.split(WITHIN, -1));
            parts.add(new Part(
                    LocalDate.ofEpochDay(Long.parseLong(values.get(0))),
                    new BigDecimal(values.get(1)),
                    values.get(2).equals("-") ? null : new BigDecimal(values.get(2)),
                    Long.parseLong(values.get(3)),
                    Integer.parseInt(values.get(4)),
                    Integer.parseInt(values.get(5)),
                    values.get(6)));
        }
        return parts;
    }

    /** Returns how many lines of one month stand in the other too, given their parts as text. */
    static long sharedLines(String one, String other) {
        List<Part> others = parts(other);
        return parts(one).stream()
                .mapToLong(part ->
                        others.stream().mapToLong(part::sharedLines).max().orElse(0))
                .sum();
    }
}
