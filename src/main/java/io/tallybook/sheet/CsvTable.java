package io.tallybook.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes a table as csv: RFC 4180 quoting, UTF-8 without byte order mark, LF.
 * <p>
 * The same rows give the same bytes. Closing flushes and closes the stream.
 */
public final class CsvTable implements Closeable {
    /** What makes a spreadsheet program take a text for a formula, with the full-width forms it also accepts. */
    private static final String TRIGGERS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final Pattern PLAIN_NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

    private final CsvWriter writer;

    /** Starts a table on a stream. */
    public CsvTable(OutputStream out) {
        writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
    }

    /**
     * Writes a row whose cells are our own words, numbers and dates.
     *
     * @throws IOException if the stream does not take it
     */
    public void row(List<String> cells) throws IOException {
        try {
            writer.writeRecord(cells);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Writes a row with text from an input file, each cell {@linkplain #guarded guarded}.
     *
     * @throws IOException if the stream does not take it
     */
    public void guardedRow(List<String> cells) throws IOException {
        row(cells.stream().map(CsvTable::guarded).toList());
    }

    /**
     * Returns text that no spreadsheet program takes for a formula.
     * <p>
     * A text that starts with a formula trigger gets a leading apostrophe. For example, "=1+1" becomes "'=1+1";
     * "-5.00" is a plain number and stays.
     */
    public static String guarded(String text) {
        boolean trigger = !text.isEmpty() && TRIGGERS.indexOf(text.charAt(0)) >= 0;
        return trigger && !PLAIN_NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
