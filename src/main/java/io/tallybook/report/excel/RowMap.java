package io.tallybook.report.excel;

import java.util.Arrays;

/**
 * Where the rows of a template sheet come to stand once its repeated rows are filled. Rows count from 0.
 *
 * <p>For example, with row 4 repeated ten times, row 3 stays, row 4 becomes rows 4 to 13 and row 5 becomes row 14.
 */
final class RowMap {
    /** A sheet whose rows stay where they are. */
    static final RowMap UNMOVED = new RowMap(new int[0], new int[0]);

    private final int[] repeated;
    private final int[] counts;

    /**
     * Makes the map.
     *
     * @param repeated  the repeated rows, ascending
     * @param counts  how many rows each becomes, at least one
     */
    RowMap(int[] repeated, int[] counts) {
        this.repeated = repeated.clone();
        this.counts = counts.clone();
    }

    /** Whether no row repeats, so that nothing moves. */
    boolean isUnmoved() {
        return repeated.length == 0;
    }

    boolean isRepeated(int row) {
        return Arrays.binarySearch(repeated, row) >= 0;
    }

    /** Whether a row repeats between two rows, or anywhere if they are negative, as in a reference to whole columns. */
    boolean repeatsWithin(int from, int to) {
        return Arrays.stream(repeated).anyMatch(row -> from < 0 || (row >= from && row <= to));
    }

    /** The row that a template row becomes; the first of them if it is repeated. */
    int first(int row) {
        long moved = row;
        for (int i = 0; i < repeated.length && repeated[i] < row; i++) {
            moved += counts[i] - 1L;
        }
        return Math.toIntExact(moved);
    }

    /** The last row that a template row becomes. */
    int last(int row) {
        int found = Arrays.binarySearch(repeated, row);
        return first(row) + (found < 0 ? 0 : counts[found] - 1);
    }
}
