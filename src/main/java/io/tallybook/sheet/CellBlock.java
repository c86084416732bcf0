package io.tallybook.sheet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.BitSet;

/** A block whose cells lie in flat arrays, row after row, each row sorted by column. */
final class CellBlock implements RowBlock {
    static final SharedText NO_SHARED = new SharedText(0);

    // Forms: how a cell is stored. A payload is a range of bytes (offset and length), a table index or the bits of a
    // double.
    static final int TEXT = 1;
    static final int SHARED = 2;
    static final int NUMBER = 3;
    static final int DOUBLE = 4;
    static final int BOOLEAN = 5;
    static final int ERROR = 6;
    static final int UNCACHED = 7;

    // The forms from DATE on are dates.
    static final int DATE = 8;
    static final int TIME = 9;
    static final int ELAPSED = 10;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final CellKind[] KINDS = {
        CellKind.BLANK,
        CellKind.TEXT,
        CellKind.TEXT,
        CellKind.NUMBER,
        CellKind.NUMBER,
        CellKind.BOOLEAN,
        CellKind.ERROR,
        CellKind.UNCACHED
    };

    private final DateSystem dates;
    private final SharedText shared;
    private final int[] rowNumbers;
    private final int[] firstCells;
    private final BitSet hidden;
    private final int[] cols;
    private final byte[] forms;
    private final long[] payloads;
    private final byte[] bytes;
    private final PreparedRows prepared;

    CellBlock(
            DateSystem dates,
            SharedText shared,
            int[] rowNumbers,
            int[] firstCells,
            BitSet hidden,
            int[] cols,
            byte[] forms,
            long[] payloads,
            byte[] bytes,
            PreparedRows prepared) {
        this.dates = dates;
        this.shared = shared;
        this.rowNumbers = rowNumbers;
        this.firstCells = firstCells;
        this.hidden = hidden;
        this.cols = cols;
        this.forms = forms;
        this.payloads = payloads;
        this.bytes = bytes;
        this.prepared = prepared;
    }

    @Override
    public int size() {
        return rowNumbers.length;
    }

    @Override
    public int row(int i) {
        return rowNumbers[i];
    }

    @Override
    public boolean hidden(int i) {
        return hidden.get(i);
    }

    @Override
    public int columns(int i) {
        return firstCells[i] == firstCells[i + 1] ? 0 : cols[firstCells[i + 1] - 1] + 1;
    }

    @Override
    public CellKind kind(int i, int col) {
        int cell = cell(i, col);
        if (cell < 0) {
            return CellKind.BLANK;
        }
        return forms[cell] >= DATE ? CellKind.DATE : KINDS[forms[cell]];
    }

    @Override
    public boolean isFilled(int i, int col) {
        return cell(i, col) >= 0;
    }

    @Override
    public String text(int i, int col) {
        int cell = cell(i, col);
        if (cell < 0) {
            return "";
        }
        long payload = payloads[cell];
        return switch (forms[cell]) {
            case TEXT, ERROR -> new String(bytes, offset(payload), (int) payload, StandardCharsets.UTF_8);
            case SHARED -> shared.get((int) payload);
            case NUMBER -> Decimals.text(bytes, offset(payload), (int) payload);
            case DOUBLE -> Decimals.of(Double.longBitsToDouble(payload)).toPlainString();
            case BOOLEAN -> payload == 0 ? "FALSE" : "TRUE";
            case UNCACHED -> "formula without a stored value";
            case TIME -> dates.text(Double.longBitsToDouble(payload), DateStyle.TIME);
            case ELAPSED -> dates.text(Double.longBitsToDouble(payload), DateStyle.ELAPSED);
            default -> dates.text(Double.longBitsToDouble(payload), DateStyle.DATE);
        };
    }

    @Override
    public BigDecimal number(int i, int col) {
        int cell = cell(i, col);
        int form = cell < 0 ? 0 : forms[cell];
        if (form == NUMBER) {
            return Decimals.of(bytes, offset(payloads[cell]), (int) payloads[cell]);
        }
        if (form == DOUBLE || form >= DATE) {
            return Decimals.of(Double.longBitsToDouble(payloads[cell]));
        }
        throw new IllegalStateException(CellAddress.of(row(i), col) + " is " + kind(i, col) + ", not a number");
    }

    @Override
    public LocalDateTime dateTime(int i, int col) {
        int cell = cell(i, col);
        if (cell >= 0 && forms[cell] >= DATE) {
            return dates.dateTime(Double.longBitsToDouble(payloads[cell]));
        }
        throw new IllegalStateException(CellAddress.of(row(i), col) + " is " + kind(i, col) + ", not a date");
    }

    @Override
    public int content(int i, int group) {
        return prepared.content(i, group);
    }

    @Override
    public Object numbering() {
        return prepared.numbering();
    }

    @Override
    public long digits(int i, int amount) {
        return prepared.digits(i, amount);
    }

    @Override
    public int places(int i, int amount) {
        return prepared.places(i, amount);
    }

    /** Returns the number of what a row holds in some columns. */
    int number(int i, DistinctCells of) {
        int[] columns = of.columns();
        if (columns.length > 1) {
            byte[] raw = raw(i, columns);
            return of.ofBytes(0, raw, 0, raw.length);
        }
        int cell = cell(i, columns[0]);
        int form = cell < 0 ? 0 : forms[cell];
        long payload = form == 0 ? 0 : payloads[cell];
        if (form == SHARED) {
            return of.ofShared((int) payload);
        }
        return isRange(form)
                ? of.ofBytes(form, bytes, offset(payload), (int) payload)
                : of.ofWord(form, payload, form == 0 ? 0 : Long.BYTES);
    }

    private static boolean isRange(int form) {
        return form == TEXT || form == NUMBER || form == ERROR;
    }

    /** What the cells hold, with the form and the length of each before it. */
    private byte[] raw(int i, int[] columns) {
        int size = 0;
        for (int col : columns) {
            int cell = cell(i, col);
            size += 9 + (cell >= 0 && isRange(forms[cell]) ? (int) payloads[cell] : 0);
        }
        byte[] raw = new byte[size];
        int at = 0;
        for (int col : columns) {
            int cell = cell(i, col);
            int form = cell < 0 ? 0 : forms[cell];
            long payload = form == 0 ? 0 : payloads[cell];
            int length = isRange(form) ? (int) payload : 0;
            raw[at] = (byte) form;
            LONG.set(raw, at + 1, isRange(form) ? length : payload);
            if (length > 0) {
                System.arraycopy(bytes, offset(payload), raw, at + 9, length);
            }
            at += 9 + length;
        }
        return raw;
    }

    /** Takes an amount, if it is a number or a text that is plain, and fits. */
    boolean exact(int i, int col, char decimalMark, ExactNumber into) {
        int cell = cell(i, col);
        int form = cell < 0 ? 0 : forms[cell];
        if (form == TEXT) {
            return into.parse(bytes, offset(payloads[cell]), (int) payloads[cell], decimalMark);
        }
        return form == NUMBER
                && into.parse(bytes, offset(payloads[cell]), (int) payloads[cell], '.')
                && into.roundToExcel();
    }

    /** Returns this block with what somebody finds out of its rows. */
    CellBlock preparedBy(RowPreparer preparer) {
        return new CellBlock(
                dates, shared, rowNumbers, firstCells, hidden, cols, forms, payloads, bytes, preparer.of(this));
    }

    /** Returns this block with row numbers that count on from another row, where they count from the block's beginning. */
    CellBlock behind(int row, int relativeRows) {
        for (int i = 0; i < rowNumbers.length && i < relativeRows; i++) {
            rowNumbers[i] += row;
        }
        return this;
    }

    /** Returns some of the rows as a block. */
    CellBlock rows(int from, int to) {
        return from == 0 && to == size()
                ? this
                : new CellBlock(
                        dates,
                        shared,
                        Arrays.copyOfRange(rowNumbers, from, to),
                        Arrays.copyOfRange(firstCells, from, to + 1),
                        hidden.get(from, to),
                        cols,
                        forms,
                        payloads,
                        bytes,
                        prepared.rows(from, to));
    }

    private static int offset(long payload) {
        return (int) (payload >>> 32);
    }

    private int cell(int i, int col) {
        int from = firstCells[i];
        int to = firstCells[i + 1];
        // In a table without holes the cell is where its column says.
        int guess = from + col;
        if (guess < to && guess >= from && cols[guess] == col) {
            return guess;
        }
        return Arrays.binarySearch(cols, from, to, col);
    }
}
