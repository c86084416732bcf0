package io.tallybook.intake;

import io.tallybook.ledger.UsageSums.Group;
import io.tallybook.ledger.UsageSums.Sum;
import io.tallybook.sheet.ExactNumber;
import io.tallybook.sheet.RowBlock;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Adds usage lines that differ from an accepted one in nothing but the day, the amount and columns that nobody reads.
 *
 * <p>Most lines of an export do. Their other cells need not be looked at again: the same bytes give the same values, so the
 * line is summed where that other one was. A line that is new in any way is left to {@link TableIntake}, as is one whose
 * amount is not a plain number. For one thread.
 */
final class SeenRows {
    /** Rows with more in the cells that matter are rare, and are read the usual way. */
    private static final int LONGEST = 2_000;

    /** So many different rows are remembered; an export with more has something unique in each of its rows. */
    private static final int MOST_ROWS = 200_000;

    private static final int MOST_DAYS = 10_000;

    private final int[] others;
    private final int[] day;
    private final int amount;
    private final int usd;
    private final char decimalMark;
    private final int amountTotal;
    private final int usdTotal;

    private final SeenBytes<Group> groups = new SeenBytes<>(MOST_ROWS);
    private final SeenBytes<LocalDate> days = new SeenBytes<>(MOST_DAYS);
    private final byte[] raw = new byte[LONGEST];
    private final ExactNumber number = new ExactNumber();
    private final ExactNumber dollars = new ExactNumber();

    /**
     * @param others  the columns that decide about a line, but for the following ones
     * @param day  the column of its date
     * @param amount  the column of its amount
     * @param usd  the column of its amount in USD, or -1
     * @param decimalMark  the decimal mark of numbers that are text
     * @param amountTotal  under which number the amounts are totalled
     * @param usdTotal  under which number those in USD are
     */
    SeenRows(int[] others, int day, int amount, int usd, char decimalMark, int amountTotal, int usdTotal) {
        this.others = others.clone();
        this.day = new int[] {day};
        this.amount = amount;
        this.usd = usd;
        this.decimalMark = decimalMark;
        this.amountTotal = amountTotal;
        this.usdTotal = usdTotal;
    }

    /** Adds the line if one like it was seen; otherwise does nothing and returns false. */
    boolean add(RowBlock block, int i, ColumnTotals totals) {
        Group group = groups.get(raw, other(block, i));
        if (group == null || !block.exact(i, amount, decimalMark, number)) {
            return false;
        }
        LocalDate date = days.get(raw, block.raw(i, day, raw));
        if (date == null) {
            return false;
        }
        boolean inUsd = hasUsd(block, i);
        if (inUsd && !block.exact(i, usd, decimalMark, dollars)) {
            return false;
        }
        Sum sum = group.sum(date);
        sum.count(date, block.row(i));
        sum.amount(date, number.unscaled(), number.scale());
        totals.add(amountTotal, number);
        if (inUsd) {
            sum.usd(date, dollars.unscaled(), dollars.scale());
            totals.add(usdTotal, dollars);
        }
        return true;
    }

    /** Remembers an accepted line, and where it was summed. */
    void remember(RowBlock block, int i, Group group, LocalDate date) {
        if (!group.hasOwnAmount()) {
            groups.put(raw, other(block, i), group);
            days.put(raw, block.raw(i, day, raw), date);
        }
    }

    /** Writes down the columns that decide, and whether there is an amount in USD. */
    private int other(RowBlock block, int i) {
        int length = block.raw(i, others, raw);
        if (length < 0 || length == raw.length) {
            return -1;
        }
        raw[length] = (byte) (hasUsd(block, i) ? 1 : 0);
        return length + 1;
    }

    private boolean hasUsd(RowBlock block, int i) {
        return usd >= 0 && block.isFilled(i, usd);
    }

    /** What was said about some bytes. */
    private static final class SeenBytes<T> {
        private static final VarHandle LONG =
                MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
        private static final long SPREAD = 0x9E3779B97F4A7C15L;

        private final int most;
        private int[] starts = new int[1 << 10];
        private int[] hashes = new int[1 << 10];
        private @Nullable Object[] values = new @Nullable Object[1 << 10];
        /** Length and bytes of each entry. */
        private byte[] bytes = new byte[1 << 14];

        private int used = 1;
        private int size;

        SeenBytes(int most) {
            this.most = most;
        }

        @SuppressWarnings("unchecked") // only put puts
        @Nullable
        T get(byte[] key, int length) {
            if (length < 0) {
                return null;
            }
            int slot = slot(key, length, hash(key, length));
            return starts[slot] == 0 ? null : (T) values[slot];
        }

        void put(byte[] key, int length, T value) {
            if (length < 0 || size >= most) {
                return;
            }
            int hash = hash(key, length);
            int slot = slot(key, length, hash);
            if (starts[slot] != 0) {
                return;
            }
            if (used + length + 4 > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, used + length + 4));
            }
            starts[slot] = used;
            hashes[slot] = hash;
            values[slot] = value;
            bytes[used] = (byte) length;
            bytes[used + 1] = (byte) (length >>> 8);
            System.arraycopy(key, 0, bytes, used + 2, length);
            used += length + 2;
            if (++size * 2 > starts.length) {
                grow();
            }
        }

        private void grow() {
            int[] oldStarts = starts;
            int[] oldHashes = hashes;
            @Nullable Object[] oldValues = values;
            starts = new int[oldStarts.length * 2];
            hashes = new int[starts.length];
            values = new @Nullable Object[starts.length];
            for (int i = 0; i < oldStarts.length; i++) {
                if (oldStarts[i] != 0) {
                    int slot = oldHashes[i] & (starts.length - 1);
                    while (starts[slot] != 0) {
                        slot = (slot + 1) & (starts.length - 1);
                    }
                    starts[slot] = oldStarts[i];
                    hashes[slot] = oldHashes[i];
                    values[slot] = oldValues[i];
                }
            }
        }

        /** Returns the slot of the key, or the free one where it belongs. */
        private int slot(byte[] key, int length, int hash) {
            int slot = hash & (starts.length - 1);
            while (starts[slot] != 0 && !(hashes[slot] == hash && isAt(starts[slot], key, length))) {
                slot = (slot + 1) & (starts.length - 1);
            }
            return slot;
        }

        private boolean isAt(int start, byte[] key, int length) {
            return bytes[start] == (byte) length
                    && bytes[start + 1] == (byte) (length >>> 8)
                    && Arrays.equals(bytes, start + 2, start + 2 + length, key, 0, length);
        }

        private static int hash(byte[] key, int length) {
            long hash = length;
            int i = 0;
            for (; i + 8 <= length; i += 8) {
                hash = (hash ^ (long) LONG.get(key, i)) * SPREAD;
                hash ^= hash >>> 29;
            }
            for (; i < length; i++) {
                hash = (hash ^ key[i]) * SPREAD;
            }
            return (int) (hash ^ (hash >>> 32));
        }
    }
}
