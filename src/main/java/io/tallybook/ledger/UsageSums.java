package io.tallybook.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sums usage lines while they are read, so that an export of millions of lines becomes some thousand sums.
 *
 * <p>Lines are summed when no rule can tell them apart ({@link UsageKey} says by which columns). The result does not
 * depend on the order of adding, nor on how the lines were spread over several instances before {@link #merge}.
 *
 * <p>For example, 40,000 lines of one subscription, month, currency and charge type from one sheet become one sum with
 * count 40000, their first and last row and their first day.
 *
 * <p>Not for use by several threads at once: give each partition its own and merge them.
 */
public final class UsageSums {
    /** Columns that no rule reads: a sum leaves them blank, so they need not be filled in on a line. */
    public static final Set<String> LEFT_BLANK = Set.of("service", "resource", "meter");

    private final LocalDate asOf;
    private final Map<UsageKey, Sum> sums = new HashMap<>();

    private UsageSums(LocalDate asOf) {
        this.asOf = asOf;
    }

    /**
     * Starts without lines.
     *
     * @param asOf  the as-of date of the run: lines dated after it are kept in sums of their own, because the rules
     *     ignore them and count how many they are
     */
    public static UsageSums upTo(LocalDate asOf) {
        return new UsageSums(asOf);
    }

    /**
     * Adds a line.
     *
     * @param line  the line, with {@code account} filled in where the export leaves it blank
     * @param file  the file it stands in
     * @param sheet  the sheet it stands in
     * @param row  its row number
     */
    public void add(AzureUsage line, String file, String sheet, int row) {
        Sum sum = sums.computeIfAbsent(UsageKey.of(line, asOf, file, sheet), key -> new Sum());
        sum.add(line.amount(), line.usdAmount(), line.date(), 1, row, row);
    }

    /**
     * Adds the sums of another instance.
     *
     * @throws IllegalArgumentException if it was started for another as-of date
     */
    public void merge(UsageSums other) {
        if (!asOf.equals(other.asOf)) {
            throw new IllegalArgumentException("Sums up to " + asOf + " and up to " + other.asOf);
        }
        other.sums.forEach((key, sum) -> sums.computeIfAbsent(key, same -> new Sum())
                .add(sum.amount, sum.usdAmount, sum.firstDay, sum.count, sum.firstRow, sum.lastRow));
    }

    public int size() {
        return sums.size();
    }

    /** Returns the sums and starts anew, without lines. */
    public List<UsageSum> take() {
        List<UsageSum> taken = sums();
        sums.clear();
        return taken;
    }

    /** Returns the sums in the order of their keys; empty without lines. */
    public List<UsageSum> sums() {
        List<Map.Entry<UsageKey, Sum>> sorted = new ArrayList<>(sums.entrySet());
        sorted.sort(Map.Entry.comparingByKey());
        return sorted.stream()
                .map(entry -> entry.getValue().under(entry.getKey()))
                .toList();
    }

    private static final class Sum {
        private BigDecimal amount = BigDecimal.ZERO;
        private @Nullable BigDecimal usdAmount;
        private LocalDate firstDay = LocalDate.MAX;
        private long count;
        private int firstRow = Integer.MAX_VALUE;
        private int lastRow = Integer.MIN_VALUE;

        private void add(
                BigDecimal moreAmount, @Nullable BigDecimal moreUsd, LocalDate day, long lines, int first, int last) {
            amount = amount.add(moreAmount);
            if (moreUsd != null) {
                usdAmount = usdAmount == null ? moreUsd : usdAmount.add(moreUsd);
            }
            if (day.isBefore(firstDay)) {
                firstDay = day;
            }
            count += lines;
            firstRow = Math.min(firstRow, first);
            lastRow = Math.max(lastRow, last);
        }

        private UsageSum under(UsageKey key) {
            return new UsageSum(
                    key.line(firstDay, amount, usdAmount), count, key.file(), key.sheet(), firstRow, lastRow);
        }
    }
}
