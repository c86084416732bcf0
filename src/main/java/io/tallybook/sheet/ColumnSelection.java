package io.tallybook.sheet;

import java.util.BitSet;

/** The columns a caller wants decoded. Immutable. */
public final class ColumnSelection {

    /** Every column. */
    public static final ColumnSelection ALL = new ColumnSelection(new BitSet(), true);

    private final BitSet columns;
    private final boolean all;

    private ColumnSelection(BitSet columns, boolean all) {
        this.columns = columns;
        this.all = all;
    }

    /**
     * Returns a selection of some columns.
     *
     * @param columns  the 0-based columns
     */
    public static ColumnSelection of(int... columns) {
        BitSet set = new BitSet();
        for (int column : columns) {
            set.set(column);
        }
        return new ColumnSelection(set, false);
    }

    /** Returns whether the column is wanted. */
    public boolean contains(int column) {
        return all || columns.get(column);
    }

    @Override
    public String toString() {
        return all ? "all" : columns.toString();
    }
}
