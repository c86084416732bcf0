package io.tallybook.sheet;

import java.util.List;

/**
 * An input file, opened.
 * <p>
 * Tables of one file may be read at the same time by several threads, each with its own {@link TableReader}.
 */
public interface SourceFile extends AutoCloseable {

    /** Returns the format found in the bytes. */
    FileFormat format();

    /** Returns the sheets in the order of the file. Chart and dialog sheets hold no cells and are left out. */
    List<SheetInfo> sheets();

    /**
     * Returns what has to be said aloud about the file: a guessed encoding, a separator, hidden sheets.
     * <p>
     * In order of discovery, each text once; may be empty. A byte deep inside a csv file is met only while reading,
     * so the list is complete when the tables have been read to their ends.
     */
    List<String> notices();

    /**
     * Starts reading a sheet.
     *
     * @param sheetIndex  the index of the sheet, see {@link SheetInfo#index()}
     * @param options  which rows and columns, and the size of a block
     * @return the reader, positioned before the first row; close it before the file
     * @throws UnreadableFileException if the sheet cannot be read
     * @throws IndexOutOfBoundsException if there is no such sheet
     */
    TableReader read(int sheetIndex, ReadOptions options) throws UnreadableFileException;

    @Override
    void close();
}
