package io.tallybook.sheet;

import org.jspecify.annotations.Nullable;

/** Cuts a table into pieces of whole records, which can then be parsed apart. For one thread. */
interface PieceSource extends AutoCloseable {
    /** The bytes behind a piece that a parser may look at without asking whether they are still part of it. */
    int PADDING = 16;

    /**
     * Some whole records, with {@link #PADDING} bytes of anything behind them. Who gets a piece owns its bytes.
     *
     * @param bytes  the bytes
     * @param from  index of the first
     * @param to  index behind the last
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over and never compared
    record Piece(byte[] bytes, int from, int to) {}

    /**
     * Returns the next piece, or null at the end, once the source has been proven whole as far as its format allows.
     *
     * @throws UnreadableFileException if the file is damaged or too large
     * @throws IrregularException if the source holds what cannot be cut this way
     */
    @Nullable
    Piece next() throws UnreadableFileException, IrregularException;

    @Override
    void close();
}
