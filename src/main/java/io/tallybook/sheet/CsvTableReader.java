package io.tallybook.sheet;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Streams the records of delimited text; FastCSV parses, the fields go straight into the block. */
final class CsvTableReader implements TableReader {
    private final Rows rows;
    private final CloseableIterator<Boolean> records;
    private boolean ended;

    CsvTableReader(TextDecoder text, char separator, ReadOptions options, Limits limits) {
        rows = new Rows(options, limits);
        // A quote that is never closed makes one field of the rest of the file; this stops it early.
        int longestField = Math.max(1 << 16, limits.cellCharacters() * 2);
        records = CsvDialect.reader(separator)
                .allowUnclosedQuote(false)
                .maxBufferSize(longestField)
                .build(rows, text)
                .iterator();
    }

    @Override
    public Optional<RowBlock> next() throws UnreadableFileException {
        try {
            while (!ended && !rows.cells.isFull()) {
                if (records.hasNext()) {
                    records.next();
                } else {
                    ended = true;
                }
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw translate(e);
        }
        return rows.cells.isEmpty() ? Optional.empty() : Optional.of(rows.cells.build());
    }

    private UnreadableFileException translate(RuntimeException e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof IOException io) {
                return CsvFile.translate(io);
            }
        }
        String message = String.valueOf(e.getMessage()).toLowerCase(java.util.Locale.ROOT);
        String where = "row " + (rows.row + 1);
        if (message.contains("after closing quote")) {
            return new UnreadableFileException(
                    Unreadable.DAMAGED,
                    where
                            + " has characters after a closing quote; quotes within a field must be doubled: correct the row",
                    e);
        }
        if (message.contains("unclosed") || message.contains("buffer size")) {
            return new UnreadableFileException(
                    Unreadable.DAMAGED,
                    where
                            + " opens a quote that is never closed, so the rows after it cannot be told apart; correct the row",
                    e);
        }
        return new UnreadableFileException(
                Unreadable.DAMAGED, where + " cannot be parsed as delimited text; correct the row", e);
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            System.getLogger(CsvTableReader.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
        }
    }

    private static final class Rows extends CsvCallbackHandler<Boolean> {
        private final BlockBuilder cells;
        private final int fromRow;
        private final Limits limits;
        private int row;
        private int field;
        private boolean empty;

        Rows(ReadOptions options, Limits limits) {
            this.cells = new BlockBuilder(options, DateSystem.FROM_1900);
            this.fromRow = options.fromRow();
            this.limits = limits;
        }

        @Override
        protected void beginRecord(long startingLineNumber) {
            field = 0;
            empty = false;
            cells.beginRow(false);
        }

        @Override
        protected void addField(char[] buf, int offset, int len, boolean quoted) {
            int col = field++;
            if (row + 1 < fromRow) {
                return;
            }
            if (len > limits.cellCharacters()) {
                throw tooLarge(CellAddress.of(row + 1, col) + " has more than " + limits.cellCharacters()
                        + " characters (perhaps a quote is not closed); shorten or correct it");
            }
            if (col >= limits.columns()) {
                throw tooLarge(
                        "row " + (row + 1) + " has more than " + limits.columns() + " fields; check the separator");
            }
            if (cells.wants(col)) {
                int mark = cells.mark();
                cells.append(buf, offset, len);
                cells.plainText(col, mark);
            } else if (!cells.isFilled() && !WhiteSpace.isBlank(buf, offset, offset + len)) {
                cells.fill();
            }
        }

        private static UncheckedIOException tooLarge(String message) {
            return new UncheckedIOException(new RefusedIoException(Unreadable.TOO_LARGE, message));
        }

        @Override
        protected void setComment(char[] buf, int offset, int len) {
            throw new IllegalStateException("comments are not enabled");
        }

        @Override
        protected void setEmpty() {
            empty = true;
        }

        @Override
        protected RecordType getRecordType() {
            return empty ? RecordType.EMPTY : RecordType.DATA;
        }

        @Override
        protected int getFieldCount() {
            return field;
        }

        @Override
        protected Boolean buildRecord() {
            row++;
            cells.endRow(row);
            return Boolean.TRUE;
        }
    }
}
