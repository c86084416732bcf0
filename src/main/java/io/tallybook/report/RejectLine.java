package io.tallybook.report;

/**
 * A row that was rejected, as it stands in {@code rejects.csv}.
 *
 * @param row  row number in the source, header included; 0 if the whole table is meant
 */
public record RejectLine(
        String record,
        String file,
        String sheet,
        int row,
        String column,
        String code,
        String found,
        String expected,
        String remedy) {}
