package io.tallybook.sheet;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The columns a caller wants decoded. Immutable. */
public final class ColumnSelection {

    /** Every column. */
    public static final ColumnSelection ALL = new ColumnSelection(new boolean[0], true);

    /** Looked at once for every cell. */
    private final boolean[] columns;

    private final boolean all;

    private ColumnSelection(boolean[] columns, boolean all) {
        this.columns = columns;
        this.all = all;
    }

    /**
     * Returns a selection of some columns.
     *
     * @param columns  the 0-based columns
     */
    public static ColumnSelection of(int... columns) {
        boolean[] wanted = new boolean[Arrays.stream(columns).max().orElse(-1) + 1];
        for (int column : columns) {
            wanted[column] = true;
        }
        return new ColumnSelection(wanted, false);
    }

    /** Returns whether the column is wanted. */
    public boolean contains(int column) {
        return all || (column < columns.length && columns[column]);
    }

    @Override
    public String toString() {
        return all
                ? "all"
                : IntStream.range(0, columns.length)
                        .filter(column -> columns[column])
                        .boxed()
                        .toList()
                        .toString();
    }
}
