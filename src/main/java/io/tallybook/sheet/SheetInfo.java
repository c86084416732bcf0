package io.tallybook.sheet;

/**
 * One sheet of a file.
 *
 * @param index  the index to pass to {@link SourceFile#read}, 0-based over the sheets that hold cells
 * @param name  the name as stored; for csv the file name without its endings
 * @param hidden  whether Excel hides the sheet, with or without offering to show it
 */
public record SheetInfo(int index, String name, boolean hidden) {}
