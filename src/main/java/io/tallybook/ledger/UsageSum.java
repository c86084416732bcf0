package io.tallybook.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Usage lines that the rules cannot tell apart, summed while they were read; see {@link UsageSums}.
 *
 * <p>The amounts are exact sums. Lines are only summed when each of them has a USD amount or none has.
 *
 * @param line  the columns that all lines share; its {@code line} is empty, its {@code amount} the sum, its
 *     {@code usdAmount} the sum of the USD amounts or null, its {@code date} the first day
 * @param count  the number of lines
 * @param file  the file they stand in
 * @param sheet  the sheet they stand in
 * @param firstRow  row number of the first
 * @param lastRow  row number of the last
 * @param days  the days of a month that it is made of, where each is converted at a rate of its own; empty otherwise
 */
public record UsageSum(
        AzureUsage line, long count, String file, String sheet, int firstRow, int lastRow, List<UsageMonth.Part> days) {
    public UsageSum {
        days = List.copyOf(days);
    }

    /** Returns a sum that has one day, or needs none. */
    static UsageSum of(AzureUsage line, long count, String file, String sheet, int firstRow, int lastRow) {
        return new UsageSum(line, count, file, sheet, firstRow, lastRow, List.of());
    }

    /**
     * Returns the sum of some days, which stay apart within it.
     *
     * @param example  a line with the columns that all lines share
     */
    static UsageSum of(AzureUsage example, String file, String sheet, List<UsageMonth.Part> days) {
        LocalDate firstDay = days.get(0).firstDay();
        BigDecimal amount = BigDecimal.ZERO;
        long count = 0;
        int firstRow = Integer.MAX_VALUE;
        int lastRow = Integer.MIN_VALUE;
        for (UsageMonth.Part day : days) {
            firstDay = day.firstDay().isBefore(firstDay) ? day.firstDay() : firstDay;
            amount = amount.add(day.amount());
            count += day.count();
            firstRow = Math.min(firstRow, day.firstRow());
            lastRow = Math.max(lastRow, day.lastRow());
        }
        AzureUsage line = UsageKey.line(example, firstDay, amount, null);
        return new UsageSum(line, count, file, sheet, firstRow, lastRow, days);
    }

    /** Returns the lines up to a day; empty if all are later. */
    public Optional<UsageSum> upTo(LocalDate last) {
        if (days.isEmpty()) {
            return line.date().isAfter(last) ? Optional.empty() : Optional.of(this);
        }
        List<UsageMonth.Part> kept =
                days.stream().filter(day -> !day.firstDay().isAfter(last)).toList();
        if (kept.size() == days.size()) {
            return Optional.of(this);
        }
        return kept.isEmpty() ? Optional.empty() : Optional.of(of(line, file, sheet, kept));
    }

    /** Returns the same lines with the account that they are charged to and the solution that they serve. */
    public UsageSum serving(String account, String solution) {
        RecordDefinition<AzureUsage> type = RecordTypes.of(AzureUsage.class);
        @Nullable Object[] values = type.values(line);
        values[type.indexOf("account").orElseThrow()] = account;
        values[type.indexOf("solution").orElseThrow()] = solution;
        return new UsageSum(type.create(values), count, file, sheet, firstRow, lastRow, days);
    }
}
