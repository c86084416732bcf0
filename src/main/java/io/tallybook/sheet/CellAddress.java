package io.tallybook.sheet;

/** Names cells as Excel does. */
public final class CellAddress {
    private CellAddress() {}

    /**
     * Returns the address of a cell. For example, row 17 and column 5 is "F17".
     *
     * @param row1  the row number, 1-based
     * @param col0  the column, 0-based
     */
    public static String of(int row1, int col0) {
        return column(col0) + row1;
    }

    /**
     * Returns the letters of a column. For example, column 0 is "A" and column 26 is "AA".
     *
     * @param col0  the column, 0-based
     */
    public static String column(int col0) {
        StringBuilder letters = new StringBuilder(3);
        for (int rest = col0 + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.append((char) ('A' + (rest - 1) % 26));
        }
        return letters.reverse().toString();
    }
}
