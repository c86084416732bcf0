package io.tallybook.intake;

import io.tallybook.ledger.UsageSums.Group;
import io.tallybook.ledger.UsageSums.Sum;
import io.tallybook.sheet.RowBlock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds usage lines that differ from an accepted one in nothing but the day, the amount and columns that nobody reads.
 *
 * <p>Most lines of an export do. What their other cells mean was found out before, so the line is summed where that other one
 * was. A line that is new in any way is left to {@link TableIntake}, as is one whose amount is not a plain number.
 *
 * <p>A block is looked at column by column, in loops that are short enough for the processor to go on with the next row while
 * it waits for memory. For one thread.
 */
final class SeenRows {
    /** An export with more different rows has something unique in each of them. */
    private static final int MOST_ROWS = 100_000;

    private static final int SPREAD = 0x9E3779B9;

    private final ColumnReader[] others;
    private final ColumnReader day;
    private final int amount;
    private final int usd;
    private final int widest;
    private final int amountTotal;
    private final int usdTotal;

    /** How many numbers tell rows apart: that of the value of each column, and whether there is an amount in USD. */
    private final int width;

    // A table of slots: where the key of a group stands, and the group; its size is a power of two.
    private int[] keys;
    private @Nullable Group[] groups = new @Nullable Group[64];
    private int size;

    // The block at hand: for each row its key, the number of its day, and where lines like it are summed.
    private int[] keyOf = {};
    private int[] dayOf = {};
    private @Nullable Group[] groupOf = {};

    /**
     * @param others  the columns that decide about a line, but for its date and its amounts; their contents are numbered
     * @param day  the column of its date, likewise
     * @param amount  the column of the sheet with its amount
     * @param usd  the column of the sheet with its amount in USD, or -1
     * @param widest  the most columns that a line may have
     * @param amountTotal  under which number the amounts are totalled
     * @param usdTotal  under which number those in USD are
     */
    SeenRows(
            List<ColumnReader> others,
            ColumnReader day,
            int amount,
            int usd,
            int widest,
            int amountTotal,
            int usdTotal) {
        this.others = others.toArray(ColumnReader[]::new);
        this.day = day;
        this.amount = amount;
        this.usd = usd;
        this.widest = widest;
        this.amountTotal = amountTotal;
        this.usdTotal = usdTotal;
        this.width = others.size() + 1;
        this.keys = new int[groups.length * width];
    }

    /** The columns of the sheet whose digits it needs: the amount, and that in USD if there is one. */
    int[] amounts() {
        return usd < 0 ? new int[] {amount} : new int[] {amount, usd};
    }

    /** Takes a block, whose rows can be added from now on. */
    void begin(RowBlock rows) {
        int many = rows.size();
        if (many > dayOf.length) {
            keyOf = new int[many * width];
            dayOf = new int[many];
            groupOf = new @Nullable Group[many];
        }
        for (int c = 0; c < others.length; c++) {
            others[c].numbers(rows, keyOf, c, width);
        }
        day.numbers(rows, dayOf, 0, 1);
        for (int i = 0; i < many; i++) {
            keyOf[i * width + width - 1] = usd >= 0 && rows.isFilled(i, usd) ? 1 : 0;
        }
        for (int i = 0; i < many; i++) {
            groupOf[i] = groups[slot(keyOf, i * width)];
        }
    }

    /** Adds lines of the block that was begun, up to the first that is not like one that was seen. Returns how many. */
    int addLines(RowBlock rows, int from, ColumnTotals totals) {
        int i = from;
        while (i < rows.size() && add(rows, i, totals)) {
            i++;
        }
        return i - from;
    }

    private boolean add(RowBlock rows, int i, ColumnTotals totals) {
        Group group = groupOf[i];
        if (group == null) {
            // It may have become known since the block began.
            group = groups[slot(keyOf, i * width)];
        }
        boolean inUsd = keyOf[i * width + width - 1] > 0;
        if (group == null
                || dayOf[i] < 0
                || !(day.value(dayOf[i]) instanceof LocalDate date)
                || rows.places(i, 0) < 0
                || (inUsd && rows.places(i, 1) < 0)
                || rows.columns(i) > widest) {
            return false;
        }
        Sum sum = group.sum(date);
        sum.add(date, rows.row(i), rows.digits(i, 0), rows.places(i, 0));
        totals.add(amountTotal, rows.digits(i, 0), rows.places(i, 0));
        if (inUsd) {
            sum.addUsd(date, rows.digits(i, 1), rows.places(i, 1));
            totals.add(usdTotal, rows.digits(i, 1), rows.places(i, 1));
        }
        return true;
    }

    /** Remembers where an accepted line of the block was summed. */
    void remember(int i, Group group) {
        if (group.hasOwnAmount() || size == MOST_ROWS || hasUnknown(i)) {
            return;
        }
        int slot = slot(keyOf, i * width);
        if (groups[slot] == null) {
            groups[slot] = group;
            System.arraycopy(keyOf, i * width, keys, slot * width, width);
            if (++size * 2 > groups.length) {
                grow();
            }
        }
    }

    /** Whether there is a value that has no number, so that it cannot be told from others of that kind. */
    private boolean hasUnknown(int i) {
        for (int k = i * width; k < (i + 1) * width; k++) {
            if (keyOf[k] < 0) {
                return true;
            }
        }
        return false;
    }

    private void grow() {
        int[] oldKeys = keys;
        @Nullable Group[] oldGroups = groups;
        groups = new @Nullable Group[oldGroups.length * 2];
        keys = new int[groups.length * width];
        for (int i = 0; i < oldGroups.length; i++) {
            if (oldGroups[i] != null) {
                int slot = slot(oldKeys, i * width);
                groups[slot] = oldGroups[i];
                System.arraycopy(oldKeys, i * width, keys, slot * width, width);
            }
        }
    }

    /** Returns the slot of a key, or the free one where it belongs. */
    private int slot(int[] of, int from) {
        int hash = 0;
        for (int k = from; k < from + width; k++) {
            hash = (hash ^ of[k]) * SPREAD;
            hash ^= hash >>> 15;
        }
        int slot = hash & (groups.length - 1);
        while (groups[slot] != null && !isAt(slot * width, of, from)) {
            slot = (slot + 1) & (groups.length - 1);
        }
        return slot;
    }

    private boolean isAt(int start, int[] of, int from) {
        for (int k = 0; k < width; k++) {
            if (keys[start + k] != of[from + k]) {
                return false;
            }
        }
        return true;
    }
}
