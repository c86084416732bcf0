package io.tallybook.intake;

import io.tallybook.ledger.UsageSums.Group;
import io.tallybook.ledger.UsageSums.Sum;
import io.tallybook.sheet.ExactNumber;
import io.tallybook.sheet.RowBlock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds usage lines that differ from an accepted one in nothing but the day, the amount and columns that nobody reads.
 *
 * <p>Most lines of an export do. What their other cells mean was found out before, so the line is summed where that other one
 * was. A line that is new in any way is left to {@link TableIntake}, as is one whose amount is not a plain number. For one
 * thread.
 */
final class SeenRows {
    /** An export with more different rows has something unique in each of them. */
    private static final int MOST_ROWS = 100_000;

    private static final int SPREAD = 0x9E3779B9;

    private final ColumnReader[] others;
    private final ColumnReader day;
    private final int amount;
    private final int usd;
    private final char decimalMark;
    private final int amountTotal;
    private final int usdTotal;

    private final int[] key;
    // A table of slots: where the key of a group stands, and the group; its size is a power of two.
    private int[] keys;
    private @Nullable Group[] groups = new @Nullable Group[64];
    private int size;
    private final ExactNumber number = new ExactNumber();
    private final ExactNumber dollars = new ExactNumber();

    /**
     * @param others  the columns that decide about a line, but for the following ones
     * @param day  the column of its date
     * @param amount  the column of the sheet with its amount
     * @param usd  the column of the sheet with its amount in USD, or -1
     * @param decimalMark  the decimal mark of numbers that are text
     * @param amountTotal  under which number the amounts are totalled
     * @param usdTotal  under which number those in USD are
     */
    SeenRows(
            List<ColumnReader> others,
            ColumnReader day,
            int amount,
            int usd,
            char decimalMark,
            int amountTotal,
            int usdTotal) {
        this.others = others.toArray(ColumnReader[]::new);
        this.day = day;
        this.amount = amount;
        this.usd = usd;
        this.decimalMark = decimalMark;
        this.amountTotal = amountTotal;
        this.usdTotal = usdTotal;
        this.key = new int[others.size() + 1];
        this.keys = new int[groups.length * key.length];
    }

    /** Adds the line if one like it was seen; otherwise does nothing and returns false. */
    boolean add(RowBlock block, int i, ColumnTotals totals) {
        if (!hasKey(block, i)) {
            return false;
        }
        Group group = groups[slot()];
        if (group == null
                || !(day.value(block, i) instanceof LocalDate date)
                || !block.exact(i, amount, decimalMark, number)) {
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

    /** Remembers where an accepted line was summed. */
    void remember(RowBlock block, int i, Group group) {
        if (group.hasOwnAmount() || size == MOST_ROWS || !hasKey(block, i)) {
            return;
        }
        int slot = slot();
        if (groups[slot] == null) {
            groups[slot] = group;
            System.arraycopy(key, 0, keys, slot * key.length, key.length);
            if (++size * 2 > groups.length) {
                grow();
            }
        }
    }

    private void grow() {
        int[] oldKeys = keys;
        @Nullable Group[] oldGroups = groups;
        groups = new @Nullable Group[oldGroups.length * 2];
        keys = new int[groups.length * key.length];
        for (int i = 0; i < oldGroups.length; i++) {
            if (oldGroups[i] != null) {
                System.arraycopy(oldKeys, i * key.length, key, 0, key.length);
                int slot = slot();
                groups[slot] = oldGroups[i];
                System.arraycopy(key, 0, keys, slot * key.length, key.length);
            }
        }
    }

    /** Returns the slot of the key at hand, or the free one where it belongs. */
    private int slot() {
        int hash = 0;
        for (int value : key) {
            hash = (hash ^ value) * SPREAD;
            hash ^= hash >>> 15;
        }
        int slot = hash & (groups.length - 1);
        while (groups[slot] != null && !isAt(slot * key.length)) {
            slot = (slot + 1) & (groups.length - 1);
        }
        return slot;
    }

    private boolean isAt(int start) {
        for (int i = 0; i < key.length; i++) {
            if (keys[start + i] != key[i]) {
                return false;
            }
        }
        return true;
    }

    /** Takes the values of the columns that decide, and whether there is an amount in USD; false if one has no number. */
    private boolean hasKey(RowBlock block, int i) {
        for (int c = 0; c < others.length; c++) {
            int value = others[c].number(block, i);
            if (value < 0) {
                return false;
            }
            key[c] = value;
        }
        key[others.length] = hasUsd(block, i) ? 1 : 0;
        return true;
    }

    private boolean hasUsd(RowBlock block, int i) {
        return usd >= 0 && block.isFilled(i, usd);
    }
}
