package io.tallybook.result;

/**
 * Rows of one sheet that a result rests on.
 *
 * @param file  the file
 * @param sheet  the sheet; for csv the file's own name
 * @param rows  row numbers as ranges, e.g. {@code 2-19;23}
 * @param count  how many rows
 */
public record SourceRows(String file, String sheet, String rows, long count) {}
