package io.tallybook.sheet;

import java.util.Optional;

/** Reads one sheet from its first row to its last. For one thread at a time. */
public interface TableReader extends AutoCloseable {

    /**
     * Returns the next block of rows in source order, or an empty Optional at the end.
     * <p>
     * A block is never empty. The end is reported only after the file has been proven whole as far as its format
     * allows (checksums of the part, closing tags), so rows are never silently missing.
     *
     * @throws UnreadableFileException if the file turns out to be damaged or too large
     */
    Optional<RowBlock> next() throws UnreadableFileException;

    @Override
    void close();
}
