package io.tallybook.ledger;

import java.util.List;

/**
 * A table of a run: a sheet of a workbook, or a csv, with what it was recognised as.
 *
 * @param id  number in the order of reading
 * @param file  number of its file
 * @param fileName  the file's name
 * @param sheetIndex  position of the sheet in the file
 * @param sheet  name of the sheet
 * @param record  name of the record type
 * @param profile  name of the import profile; empty when the headers are the record type's own
 * @param headerRow  row number of the header
 * @param layout  how its columns map, as intake wrote it down
 * @param counts  how many rows it had; zero until it was read
 * @param notices  what was said aloud about it
 */
public record SourceTable(
        int id,
        int file,
        String fileName,
        int sheetIndex,
        String sheet,
        String record,
        String profile,
        int headerRow,
        String layout,
        Counts counts,
        List<String> notices) {

    public SourceTable {
        notices = List.copyOf(notices);
    }

    /** The data rows of a table: accepted + rejected + passed over = rows. */
    public record Counts(long rows, long accepted, long rejected, long passedOver) {
        public static final Counts NONE = new Counts(0, 0, 0, 0);

        /** Returns the counts of both together. */
        public Counts and(Counts other) {
            return new Counts(
                    rows + other.rows,
                    accepted + other.accepted,
                    rejected + other.rejected,
                    passedOver + other.passedOver);
        }
    }
}
