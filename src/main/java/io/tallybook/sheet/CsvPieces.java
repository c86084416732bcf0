package io.tallybook.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts delimited text behind line ends that stand outside quotes.
 * <p>
 * A piece begins outside quotes, so a line end within it is outside if an even number of quotes stands before it. A quote in
 * the middle of a field without quotes upsets that count; then a piece ends within a field in quotes, which its parser notices.
 */
final class CsvPieces implements PieceSource {
    private static final int FIRST_PIECE = 1 << 16;
    /** Less than half of a region of the smallest heaps: larger arrays are a burden to the collector. */
    private static final int PIECE = 400_000;

    private static final int LONGEST_RECORD = 1 << 24;
    private static final long QUOTE = ByteScan.pattern('"');

    private final InputStream in;
    private int size = FIRST_PIECE;
    private byte[] carry = {};
    private boolean ended;

    /**
     * @param in  the text
     * @param skip  the number of bytes before its first record
     */
    CsvPieces(InputStream in, int skip) throws IOException {
        this.in = in;
        in.skipNBytes(skip);
    }

    @Override
    public @Nullable Piece next() throws UnreadableFileException, IrregularException {
        if (ended) {
            return null;
        }
        byte[] bytes = Arrays.copyOf(carry, carry.length + size + PADDING);
        int filled = carry.length;
        while (true) {
            int capacity = bytes.length - PADDING;
            filled = fill(bytes, filled, capacity);
            ended = filled < capacity;
            int cut = ended ? filled : lastLineEnd(bytes, filled);
            if (cut > 0 || ended) {
                carry = Arrays.copyOfRange(bytes, cut, filled);
                size = Math.min(PIECE, size * 4);
                return piece(bytes, cut);
            }
            if (capacity > LONGEST_RECORD) {
                throw new IrregularException("no line end");
            }
            bytes = Arrays.copyOf(bytes, capacity * 2 + PADDING);
        }
    }

    private int fill(byte[] bytes, int from, int to) throws UnreadableFileException {
        try {
            return from + in.readNBytes(bytes, from, to - from);
        } catch (IOException e) {
            throw CsvFile.translate(e);
        }
    }

    private static int lastLineEnd(byte[] bytes, int filled) {
        int quotesBefore = ByteScan.count(bytes, 0, filled, QUOTE);
        for (int i = filled - 1; i >= 0; i--) {
            if (bytes[i] == '\n' && quotesBefore % 2 == 0) {
                return i + 1;
            }
            quotesBefore -= bytes[i] == '"' ? 1 : 0;
        }
        return 0;
    }

    private static @Nullable Piece piece(byte[] bytes, int to) throws IrregularException {
        if (to == 0) {
            return null;
        }
        if (!ByteScan.isText(bytes, 0, to)) {
            throw new IrregularException("not UTF-8");
        }
        return new Piece(bytes, 0, to);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            System.getLogger(CsvPieces.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
        }
    }
}
