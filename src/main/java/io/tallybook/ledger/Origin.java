package io.tallybook.ledger;

/**
 * The place a row was read from.
 *
 * @param file  name of the file, relative to the input it was found under
 * @param sheet  name of the sheet; the file's own name for csv
 * @param table  number of the table within the run, in reading order
 * @param row  row number in the source, header included
 */
public record Origin(String file, String sheet, int table, int row) implements Comparable<Origin> {
    @Override
    public int compareTo(Origin other) {
        int byTable = Integer.compare(table, other.table);
        return byTable != 0 ? byTable : Integer.compare(row, other.row);
    }

    @Override
    public String toString() {
        return "[" + file + "]" + sheet + " row " + row;
    }
}
