package io.tallybook.report.excel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reference to a cell or an area, as it stands in a formula.
 *
 * @param sheet  name of the sheet, or empty for the formula's own
 * @param prefix  the sheet as it is written, with its exclamation mark; empty for the formula's own
 * @param from  first corner
 * @param to  last corner; the same as the first for a single cell
 * @param isArea  whether it is written with a colon
 */
record Reference(String sheet, String prefix, Corner from, Corner to, boolean isArea) {
    private static final Pattern CORNER = Pattern.compile("(\\$?)([A-Za-z]{1,3})(\\$?)([0-9]{1,7})");
    private static final Pattern COLUMN = Pattern.compile("(\\$?)([A-Za-z]{1,3})");
    private static final Pattern ROW = Pattern.compile("(\\$?)([0-9]{1,7})");

    /** Reads a cell such as {@code $B5}, or nothing if the text is none. */
    static Optional<Corner> cell(String text) {
        Matcher parts = CORNER.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return within(new Corner(
                Corner.columnNumber(parts.group(2)),
                !parts.group(1).isEmpty(),
                Integer.parseInt(parts.group(4)) - 1,
                !parts.group(3).isEmpty()));
    }

    /** Reads a whole column such as {@code $B}. */
    static Optional<Corner> column(String text) {
        Matcher parts = COLUMN.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int column = Corner.columnNumber(parts.group(2));
        return column > Corner.LAST_COLUMN
                ? Optional.empty()
                : Optional.of(new Corner(column, !parts.group(1).isEmpty(), -1, false));
    }

    /** Reads a whole row such as {@code $5}. */
    static Optional<Corner> row(String text) {
        Matcher parts = ROW.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return within(new Corner(
                -1, false, Integer.parseInt(parts.group(2)) - 1, !parts.group(1).isEmpty()));
    }

    private static Optional<Corner> within(Corner corner) {
        boolean exists = corner.row() >= 0 && corner.row() <= Corner.LAST_ROW && corner.column() <= Corner.LAST_COLUMN;
        return exists ? Optional.of(corner) : Optional.empty();
    }

    Reference filled(int rows, int columns) {
        return new Reference(sheet, prefix, from.filled(rows, columns), to.filled(rows, columns), isArea);
    }

    /**
     * Makes sure that this reference can be moved.
     *
     * @param origin  where its formula stands
     * @param rows  the rows of the sheet that it refers to; only which of them repeat counts
     * @throws UnmovableException if it cannot
     */
    void check(Origin origin, RowMap rows) {
        if (!from.hasRow()) {
            return;
        }
        if (from.row() > to.row()) {
            throw new UnmovableException(this + " is written upside down; write the upper row first");
        }
        for (Corner corner : new Corner[] {from, to}) {
            if (origin.isRepeated() && !corner.fixedRow() && !isOwnRow(origin, corner)) {
                throw new UnmovableException(
                        this + " stands in a repeated row and refers to another row by a relative row number;"
                                + " write $ before it");
            }
        }
        if (!isArea && rows.isRepeated(from.row()) && !isOwnRow(origin, from) && !origin.takesWholeRun()) {
            throw new UnmovableException(this + " is a single cell of a repeated row; write " + prefix + from + ":"
                    + from + " for all its rows");
        }
    }

    /** Returns the reference as it is once the repeated rows are filled. */
    String moved(Origin origin, int ownRow, RowMap rows) {
        if (!from.hasRow()) {
            return toString();
        }
        int first = isOwnRow(origin, from) ? ownRow : rows.first(from.row());
        int last = isOwnRow(origin, to) ? ownRow : rows.last(to.row());
        if (isArea || (first != last && origin.takesWholeRun())) {
            return prefix + from.atRow(first) + ":" + to.atRow(last);
        }
        return prefix + from.atRow(first);
    }

    private boolean isOwnRow(Origin origin, Corner corner) {
        return origin.isOwn(sheet) && !corner.fixedRow() && corner.row() == origin.row();
    }

    @Override
    public String toString() {
        return prefix + from + (isArea ? ":" + to : "");
    }
}
