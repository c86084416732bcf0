package io.tallybook.sheet;

import org.jspecify.annotations.Nullable;

/** Parses pieces, each on its own. For one thread at a time. */
interface PieceParser {

    /**
     * What a piece holds.
     *
     * @param block  its rows that have a value, or null if there are none
     * @param relativeRows  how many of the first rows of the block are numbered from the beginning of the piece, because no
     *     row before them says its number
     * @param records  the number of records, with those that have no value
     * @param firstNumber  the first row number that the piece itself says, or 0
     * @param lastRow  the row number of the last record
     * @param isRelative  whether that number, too, counts from the beginning of the piece
     */
    record Parsed(
            @Nullable CellBlock block,
            int relativeRows,
            int records,
            int firstNumber,
            int lastRow,
            boolean isRelative) {}

    /**
     * Parses a piece.
     *
     * @throws UnreadableFileException if something else that it needs is unreadable
     * @throws IrregularException if it holds anything but the few forms that are known
     */
    Parsed parse(PieceSource.Piece piece) throws UnreadableFileException, IrregularException;
}
