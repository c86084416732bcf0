package io.tallybook.sheet;

/**
 * Parses pieces of delimited text as RFC 4180 has it: fields may stand in quotes, quotes within them are doubled, and a line
 * ends with CR, LF or both. Everything else is irregular.
 */
final class CsvParser implements PieceParser {
    private static final long QUOTE = ByteScan.pattern('"');

    private final BlockBuilder cells;
    private final byte separator;
    private final long separators;
    private final int longestField;
    private final int mostFields;

    private byte[] bytes = {};
    private int at;
    private int to;

    CsvParser(char separator, ReadOptions options, Limits limits) {
        this.cells = new BlockBuilder(options, DateSystem.FROM_1900);
        this.separator = (byte) separator;
        this.separators = ByteScan.pattern(separator);
        this.longestField = limits.cellCharacters();
        this.mostFields = limits.columns();
    }

    @Override
    public Parsed parse(PieceSource.Piece piece) throws IrregularException {
        bytes = piece.bytes();
        at = piece.from();
        to = piece.to();
        cells.beginPiece(bytes);
        int records = 0;
        while (at < to) {
            cells.beginRow(false);
            record();
            records++;
            cells.endRow(records);
        }
        boolean isEmpty = cells.isEmpty();
        CellBlock block = cells.build();
        return new Parsed(isEmpty ? null : block, block.size(), records, 0, records, true);
    }

    private void record() throws IrregularException {
        for (int col = 0; ; col++) {
            if (col >= mostFields) {
                throw new IrregularException("more fields than a row may have");
            }
            if (bytes[at] == '"' && at < to) {
                quoted(col);
            } else {
                int end = ByteScan.indexOfFieldEnd(bytes, at, to, separators);
                field(col, at, end);
                at = end;
            }
            if (at >= to) {
                return;
            }
            byte next = bytes[at++];
            if (next != separator) {
                if (next == '\r' && at < to && bytes[at] == '\n') {
                    at++;
                }
                return;
            }
        }
    }

    private void field(int col, int from, int end) throws IrregularException {
        if (end - from > longestField) {
            throw new IrregularException("a long field");
        }
        if (end > from && (!cells.isFilled() || cells.wants(col))) {
            cells.textAt(col, from, end);
        }
    }

    private void quoted(int col) throws IrregularException {
        int from = at + 1;
        int end = ByteScan.indexOf(bytes, from, to, QUOTE);
        int read = end;
        while (read + 1 < to && bytes[read + 1] == '"') {
            // One quote of two stays; what follows moves up to it.
            int next = ByteScan.indexOf(bytes, read + 2, to, QUOTE);
            int length = next - read - 1;
            System.arraycopy(bytes, read + 1, bytes, end, length);
            end += length;
            read = next;
        }
        if (read >= to) {
            throw new IrregularException("a quote that is not closed");
        }
        at = read + 1;
        if (at < to && bytes[at] != separator && bytes[at] != '\n' && bytes[at] != '\r') {
            throw new IrregularException("characters after a closing quote");
        }
        field(col, from, end);
    }
}
