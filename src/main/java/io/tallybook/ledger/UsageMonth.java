package io.tallybook.ledger;

import io.tallybook.ledger.AzureUsage.ChargeType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    private static final char BETWEEN = ';';
    private static final char WITHIN = ' ';
    private static final char NO_AMOUNT = '-';

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

    /** Returns the sums: one by one, but days that are apart for the sake of their rates as one. */
    public List<UsageSum> sums() {
        if (parts.size() > 1 && hasDaysForRates()) {
            return List.of(UsageSum.of(line, file, sheet, parts));
        }
        return parts.stream()
                .map(part -> UsageSum.of(
                        UsageKey.line(line, part.firstDay(), part.amount(), part.usdAmount()),
                        part.count(),
                        file,
                        sheet,
                        part.firstRow(),
                        part.lastRow()))
                .toList();
    }

    /** Of a purchase and of the charges of a model the day itself counts too. */
    private boolean hasDaysForRates() {
        return line.chargeType() != ChargeType.PURCHASE
                && line.foundryModel().isEmpty()
                && !line.soldDirectly().isKnown()
                && parts.stream().allMatch(part -> part.days().isEmpty() && part.usdAmount() == null);
    }

    /** Returns the parts as text, for the store. */
    String written() {
        StringBuilder text = new StringBuilder(parts.size() * 40);
        for (Part part : parts) {
            BigDecimal usd = part.usdAmount();
            if (!text.isEmpty()) {
                text.append(BETWEEN);
            }
            text.append(part.firstDay().toEpochDay())
                    .append(WITHIN)
                    .append(part.amount())
                    .append(WITHIN)
                    .append(usd == null ? NO_AMOUNT : usd)
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
        Fields fields = new Fields(written);
        while (fields.hasNext()) {
            parts.add(new Part(
                    LocalDate.ofEpochDay(fields.nextNumber()),
                    Objects.requireNonNull(fields.nextAmount()),
                    fields.nextAmount(),
                    fields.nextNumber(),
                    (int) fields.nextNumber(),
                    (int) fields.nextNumber(),
                    fields.next()));
        }
        return parts;
    }

    /** Goes through the fields of a text, of which a large export has a million. */
    private static final class Fields {
        private final char[] text;
        private int at;

        private Fields(String text) {
            this.text = text.toCharArray();
        }

        boolean hasNext() {
            return at < text.length;
        }

        String next() {
            int from = at;
            int to = end();
            return from == to ? "" : new String(text, from, to - from);
        }

        @Nullable
        BigDecimal nextAmount() {
            int from = at;
            int to = end();
            return to - from == 1 && text[from] == NO_AMOUNT ? null : new BigDecimal(text, from, to - from);
        }

        long nextNumber() {
            int from = at;
            int to = end();
            boolean isNegative = text[from] == '-';
            long number = 0;
            for (int i = isNegative ? from + 1 : from; i < to; i++) {
                number = number * 10 + (text[i] - '0');
            }
            return isNegative ? -number : number;
        }

        /** Returns where the field ends, and goes behind it. */
        private int end() {
            int to = at;
            while (to < text.length && text[to] != WITHIN && text[to] != BETWEEN) {
                to++;
            }
            at = to + 1;
            return to;
        }
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
