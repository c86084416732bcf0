package io.tallybook.sheet;

/**
 * How to read a table.
 *
 * @param columns  the columns to decode; the others may come as blank
 * @param fromRow  the first row wanted, 1-based source row number; earlier rows are skipped as cheaply as possible
 * @param blockRows  the most rows in a block; blocks of very wide rows may be shorter
 * @param prepared  what is to be found out of the rows beside their cells
 */
public record ReadOptions(ColumnSelection columns, int fromRow, int blockRows, PreparedColumns prepared) {

    public ReadOptions {
        if (fromRow < 1 || blockRows < 1) {
            throw new IllegalArgumentException("fromRow " + fromRow + ", blockRows " + blockRows);
        }
    }

    /** Reads cells and nothing else. */
    public ReadOptions(ColumnSelection columns, int fromRow, int blockRows) {
        this(columns, fromRow, blockRows, PreparedColumns.NONE);
    }

    /** Returns the options that read everything, in blocks of 5,000 rows. */
    public static ReadOptions everything() {
        return new ReadOptions(ColumnSelection.ALL, 1, 5_000);
    }

    /** Returns the same without a row and those before it. */
    ReadOptions behind(int row) {
        return new ReadOptions(columns, Math.max(fromRow, row + 1), blockRows, prepared);
    }
}
