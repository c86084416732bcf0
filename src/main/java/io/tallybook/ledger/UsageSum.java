package io.tallybook.ledger;

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
 */
public record UsageSum(AzureUsage line, long count, String file, String sheet, int firstRow, int lastRow) {
    /** Returns the same lines with the account that they are charged to and the solution that they serve. */
    public UsageSum serving(String account, String solution) {
        RecordDefinition<AzureUsage> type = RecordTypes.of(AzureUsage.class);
        @Nullable Object[] values = type.values(line);
        values[type.indexOf("account").orElseThrow()] = account;
        values[type.indexOf("solution").orElseThrow()] = solution;
        return new UsageSum(type.create(values), count, file, sheet, firstRow, lastRow);
    }
}
