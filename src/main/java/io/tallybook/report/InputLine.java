package io.tallybook.report;

/**
 * A table that arrived, or a file in which none was found.
 *
 * @param file  the file
 * @param sheet  the sheet; empty for a file that was not read
 * @param record  the record type it was taken for; empty if none
 * @param profile  the import profile; empty for a table of our own form
 * @param status  {@code READ}, {@code UNRECOGNISED} or {@code REFUSED}
 * @param reason  for a file that was not read: why
 * @param rows  data rows below the header
 * @param accepted  rows taken
 * @param rejected  rows rejected
 * @param passedOver  rows that do not count, e.g. totals
 */
public record InputLine(
        String file,
        String sheet,
        String record,
        String profile,
        String status,
        String reason,
        long rows,
        long accepted,
        long rejected,
        long passedOver) {}
