/**
 * Opens spreadsheet files as they were delivered and gives their rows as typed, located cells.
 * <p>
 * Start with {@link io.tallybook.sheet.SourceFiles#open}: it looks at the bytes, never at the extension, and answers
 * with a {@link io.tallybook.sheet.SourceFile} or with an {@link io.tallybook.sheet.UnreadableFileException} whose
 * message is one line for the person who sent the file. Rows come in {@link io.tallybook.sheet.RowBlock}s, in source
 * order; nothing is held in memory but the block and, for workbooks, the shared strings.
 * {@link io.tallybook.sheet.CsvTable} writes csv.
 * <p>
 * Values are raw: what the file stores, not what a number format shows. The package knows nothing about licensing and
 * does not interpret headers. It uses POI (xls only), Aalto, FastCSV and Commons Compress.
 */
@NullMarked
package io.tallybook.sheet;

import org.jspecify.annotations.NullMarked;
