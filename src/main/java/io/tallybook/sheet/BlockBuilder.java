package io.tallybook.sheet;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Collects the cells of a block in flat arrays, without an object per cell.
 * <p>
 * Readers append the characters of a value, then say what they are: {@code mark}, {@code append}, {@code text} or
 * {@code number}. A row without a value is dropped when it ends.
 */
final class BlockBuilder {
    /** A block ends early when it holds this much, so that wide rows do not make huge blocks. */
    private static final int MANY_CELLS = 1 << 20;

    private static final int MANY_BYTES = 1 << 22;

    private final ColumnSelection columns;
    private final int maxRows;
    private final DateSystem dates;
    private final RowPreparer preparer;

    private int[] rowNumbers = new int[16];
    private int[] firstCells = new int[17];
    private BitSet hidden = new BitSet();
    private int rows;
    private int[] cols = new int[256];
    private byte[] forms = new byte[256];
    private long[] payloads = new long[256];
    private int cells;
    /** UTF-8 of the texts and numbers of the block, or the piece of the source that they stand in. */
    private byte[] bytes = new byte[1024];

    private int used;
    private boolean isPiece;
    /** The value at hand, until it is known what it is. */
    private char[] chars = new char[256];

    private int charCount;
    private @Nullable SharedText shared;

    private int rowMark;
    private boolean rowHidden;
    private boolean filled;
    private boolean unsorted;

    BlockBuilder(ReadOptions options, DateSystem dates) {
        this.columns = options.columns();
        this.maxRows = options.blockRows();
        this.dates = dates;
        this.preparer = new RowPreparer(options.prepared());
    }

    void beginRow(boolean isHidden) {
        rowMark = used;
        rowHidden = isHidden;
        filled = false;
        unsorted = false;
        if (rows + 1 >= firstCells.length) {
            rowNumbers = Arrays.copyOf(rowNumbers, rows * 2);
            firstCells = Arrays.copyOf(firstCells, rows * 2 + 1);
        }
        firstCells[rows] = cells;
    }

    /** Tells whether the row in progress is already known to have a value. */
    boolean isFilled() {
        return filled;
    }

    /** Says that the row in progress has a value in a column that is not wanted. */
    void fill() {
        filled = true;
    }

    boolean wants(int col) {
        return columns.contains(col);
    }

    int mark() {
        return charCount;
    }

    /** Returns the number of characters since the mark. */
    int length(int mark) {
        return charCount - mark;
    }

    void append(char[] source, int offset, int length) {
        if (charCount + length > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(chars.length * 2, charCount + length));
        }
        System.arraycopy(source, offset, chars, charCount, length);
        charCount += length;
    }

    void append(String source) {
        append(source.toCharArray(), 0, source.length());
    }

    /** Gives the characters since the mark back and forgets them. */
    String take(int mark) {
        String taken = new String(chars, mark, charCount - mark);
        charCount = mark;
        return taken;
    }

    /** Reads the characters since the mark as a non-negative integer and forgets them; -1 if they are none. */
    int takeInt(int mark) {
        int end = charCount;
        charCount = mark;
        int from = mark;
        while (from < end && WhiteSpace.is(chars[from])) {
            from++;
        }
        while (end > from && WhiteSpace.is(chars[end - 1])) {
            end--;
        }
        long value = 0;
        for (int i = from; i < end; i++) {
            int digit = chars[i] - '0';
            if (digit < 0 || digit > 9 || value > Integer.MAX_VALUE / 10) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return from < end && value <= Integer.MAX_VALUE ? (int) value : -1;
    }

    /** The characters since the mark are text of a workbook, with its escapes. Returns the length of the text. */
    int text(int col, int mark) {
        charCount = XmlEscapes.decode(chars, mark, charCount);
        int length = charCount - mark;
        plainText(col, mark);
        return length;
    }

    /** The characters since the mark are text. */
    void plainText(int col, int mark) {
        if (WhiteSpace.isBlank(chars, mark, charCount)) {
            charCount = mark;
        } else {
            putChars(col, CellBlock.TEXT, mark);
        }
    }

    /** The next rows stand in these bytes, of which the cells show parts; they may be written to. */
    void beginPiece(byte[] piece) {
        bytes = piece;
        used = piece.length;
        isPiece = true;
    }

    /** The bytes are text. */
    void textAt(int col, int from, int to) {
        if (columns.contains(col)) {
            if (!WhiteSpace.isBlank(bytes, from, to)) {
                put(col, CellBlock.TEXT, (long) from << 32 | to - from);
            }
        } else if (!filled) {
            filled = !WhiteSpace.isBlank(bytes, from, to);
        }
    }

    /** The bytes are a number; returns false if they are not. */
    boolean numberAt(int col, int from, int to, DateStyle style) {
        if (!Decimals.isNumber(bytes, from, to - from)) {
            return false;
        }
        if (style != DateStyle.NONE) {
            double serial = serial(from, to);
            if (dates.holds(serial, style)) {
                put(col, dateForm(style), Double.doubleToRawLongBits(serial));
                return true;
            }
        }
        put(col, CellBlock.NUMBER, (long) from << 32 | to - from);
        return true;
    }

    private double serial(int from, int to) {
        double serial = Decimals.plainDouble(bytes, from, to);
        return serial >= 0
                ? serial
                : Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    }

    /** The bytes are the name of an error. */
    void errorAt(int col, int from, int to) {
        put(col, CellBlock.ERROR, (long) from << 32 | to - from);
    }

    /** The characters since the mark are a number; if they are not, they stay text, for the reader to be told. */
    void number(int col, int mark, DateStyle style) {
        while (charCount > mark && WhiteSpace.is(chars[charCount - 1])) {
            charCount--;
        }
        int from = mark;
        while (from < charCount && WhiteSpace.is(chars[from])) {
            from++;
        }
        int start = used;
        encode(from, charCount);
        if (numberAt(col, start, used, style)) {
            charCount = mark;
            if (!columns.contains(col) || forms[cells - 1] != CellBlock.NUMBER) {
                used = start;
            }
        } else {
            used = start;
            plainText(col, mark);
        }
    }

    void number(int col, double value, DateStyle style) {
        if (!Double.isFinite(value)) {
            // No program stores these; Excel shows them as an error.
            int mark = charCount;
            append("#NUM!");
            error(col, mark);
            return;
        }
        int form = style != DateStyle.NONE && dates.holds(value, style) ? dateForm(style) : CellBlock.DOUBLE;
        put(col, form, Double.doubleToRawLongBits(value));
    }

    /**
     * The cell is a date that the file gives as text.
     *
     * @throws DateTimeException if its year is not one of 1 to 9999
     */
    void date(int col, LocalDateTime dateTime, DateStyle style) {
        if (dateTime.getYear() < 1 || dateTime.getYear() > 9999) {
            throw new DateTimeException("year " + dateTime.getYear());
        }
        put(col, dateForm(style), Double.doubleToRawLongBits(dates.serial(dateTime)));
    }

    void shared(int col, SharedText table, int index) {
        if (!table.isBlank(index)) {
            shared = table;
            put(col, CellBlock.SHARED, index);
        }
    }

    void bool(int col, boolean value) {
        put(col, CellBlock.BOOLEAN, value ? 1 : 0);
    }

    /** The characters since the mark are the name of an error. */
    void error(int col, int mark) {
        putChars(col, CellBlock.ERROR, mark);
    }

    void uncached(int col) {
        put(col, CellBlock.UNCACHED, 0);
    }

    private static int dateForm(DateStyle style) {
        return switch (style) {
            case NONE -> CellBlock.DOUBLE;
            case DATE -> CellBlock.DATE;
            case TIME -> CellBlock.TIME;
            case ELAPSED -> CellBlock.ELAPSED;
        };
    }

    private void putChars(int col, int form, int from) {
        int start = used;
        if (columns.contains(col)) {
            encode(from, charCount);
        }
        charCount = from;
        put(col, form, (long) start << 32 | used - start);
    }

    private void encode(int from, int to) {
        if (used + (to - from) * 3L > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, used + (to - from) * 3));
        }
        int at = used;
        for (int i = from; i < to; i++) {
            char c = chars[i];
            if (c >= 128) {
                byte[] rest = new String(chars, i, to - i).getBytes(StandardCharsets.UTF_8);
                System.arraycopy(rest, 0, bytes, at, rest.length);
                at += rest.length;
                break;
            }
            bytes[at++] = (byte) c;
        }
        used = at;
    }

    private void put(int col, int form, long payload) {
        filled = true;
        if (!columns.contains(col)) {
            return;
        }
        if (cells == cols.length) {
            cols = Arrays.copyOf(cols, cells * 2);
            forms = Arrays.copyOf(forms, cells * 2);
            payloads = Arrays.copyOf(payloads, cells * 2);
        }
        unsorted |= cells > firstCells[rows] && cols[cells - 1] >= col;
        cols[cells] = col;
        forms[cells] = (byte) form;
        payloads[cells++] = payload;
    }

    /** Ends the row. Returns the column that two cells of the row claim, or -1 if all is well. */
    int endRow(int row) {
        if (!filled) {
            return -1;
        }
        int doubled = unsorted ? sort() : -1;
        rowNumbers[rows] = row;
        hidden.set(rows, rowHidden);
        firstCells[++rows] = cells;
        filled = false;
        return doubled;
    }

    /** Forgets the row in progress. */
    void dropRow() {
        cells = firstCells[rows];
        used = rowMark;
        filled = false;
    }

    private int sort() {
        int doubled = -1;
        for (int i = firstCells[rows] + 1; i < cells; i++) {
            int col = cols[i];
            byte form = forms[i];
            long payload = payloads[i];
            int to = i;
            for (; to > firstCells[rows] && cols[to - 1] >= col; to--) {
                doubled = cols[to - 1] == col ? col : doubled;
                cols[to] = cols[to - 1];
                forms[to] = forms[to - 1];
                payloads[to] = payloads[to - 1];
            }
            cols[to] = col;
            forms[to] = form;
            payloads[to] = payload;
        }
        return doubled;
    }

    boolean isFull() {
        return rows > 0 && (rows >= maxRows || cells >= MANY_CELLS || used >= MANY_BYTES);
    }

    int size() {
        return rows;
    }

    boolean isEmpty() {
        return rows == 0;
    }

    /** Gives the finished rows as a block and starts anew. */
    CellBlock build() {
        CellBlock block = new CellBlock(
                dates,
                shared == null ? CellBlock.NO_SHARED : shared,
                Arrays.copyOf(rowNumbers, rows),
                Arrays.copyOf(firstCells, rows + 1),
                hidden,
                Arrays.copyOf(cols, cells),
                Arrays.copyOf(forms, cells),
                Arrays.copyOf(payloads, cells),
                isPiece ? bytes : Arrays.copyOf(bytes, used),
                PreparedRows.NONE);
        hidden = new BitSet();
        rows = 0;
        cells = 0;
        used = 0;
        return block.preparedBy(preparer);
    }
}
