package io.tallybook.report.excel;

/**
 * One corner of a reference.
 *
 * @param column  column from 0, or -1 in a reference to whole rows
 * @param fixedColumn  whether a {@code $} stands before it
 * @param row  row from 0, or -1 in a reference to whole columns
 * @param fixedRow  whether a {@code $} stands before it
 */
record Corner(int column, boolean fixedColumn, int row, boolean fixedRow) {
    static final int LAST_ROW = 1_048_575;
    static final int LAST_COLUMN = 16_383;

    boolean hasRow() {
        return row >= 0;
    }

    Corner atRow(int newRow) {
        return new Corner(column, fixedColumn, newRow, fixedRow);
    }

    /** Returns the corner as it is in a cell so many rows and columns further on, as Excel fills down and right. */
    Corner filled(int rows, int columns) {
        return new Corner(
                column < 0 || fixedColumn ? column : column + columns,
                fixedColumn,
                row < 0 || fixedRow ? row : row + rows,
                fixedRow);
    }

    static String columnName(int column) {
        StringBuilder name = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            name.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return name.toString();
    }

    static int columnNumber(String name) {
        int number = 0;
        for (int i = 0; i < name.length(); i++) {
            number = number * 26 + Character.toUpperCase(name.charAt(i)) - 'A' + 1;
        }
        return number - 1;
    }

    @Override
    public String toString() {
        return (column < 0 ? "" : (fixedColumn ? "$" : "") + columnName(column))
                + (row < 0 ? "" : (fixedRow ? "$" : "") + (row + 1));
    }
}
