package io.tallybook.analysis;

import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Origin;
import io.tallybook.result.SourceRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Turns the rows that a result rests on into ranges, sheet by sheet, in reading order. */
public final class Sources {
    private Sources() {}

    public static List<SourceRows> of(Collection<? extends Entry<?>> entries) {
        return of(entries, Entry::origin);
    }

    public static List<SourceRows> of(Entry<?> entry) {
        Origin origin = entry.origin();
        return List.of(new SourceRows(origin.file(), origin.sheet(), Integer.toString(origin.row()), 1));
    }

    /** Returns one item a sheet; a row that is named twice counts once. */
    public static List<SourceRows> ofOrigins(Collection<Origin> origins) {
        return of(origins, Function.identity());
    }

    /**
     * Returns one item a sheet; a row that is named twice counts once.
     *
     * @param items  what the result rests on
     * @param origin  says where an item was read
     */
    public static <T> List<SourceRows> of(Collection<? extends T> items, Function<? super T, Origin> origin) {
        if (items.isEmpty()) {
            return List.of();
        }
        // As numbers that sort in reading order: results rest on thousands of rows each, and to compare two origins
        // takes many times as long.
        long[] rows = new long[items.size()];
        Map<Integer, Origin> tables = new HashMap<>();
        int table = -1;
        int count = 0;
        for (T item : items) {
            Origin read = origin.apply(item);
            if (read.table() != table) {
                table = read.table();
                tables.put(table, read);
            }
            rows[count++] = (long) table << Integer.SIZE | read.row();
        }
        count = inOrder(rows);
        List<SourceRows> sources = new ArrayList<>(tables.size());
        for (int from = 0, to; from < count; from = to) {
            table = (int) (rows[from] >>> Integer.SIZE);
            to = from + 1;
            while (to < count && (int) (rows[to] >>> Integer.SIZE) == table) {
                to++;
            }
            Origin sheet = Objects.requireNonNull(tables.get(table));
            sources.add(rows(sheet, rows, from, to));
        }
        return List.copyOf(sources);
    }

    /** Puts rows in order, each once, and returns how many there are. */
    private static int inOrder(long[] rows) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (long row : rows) {
            least = Math.min(least, row);
            most = Math.max(most, row);
        }
        int count = 0;
        if (most - least < (long) Long.SIZE * rows.length) {
            // Close together, as the rows of an account mostly are: to mark them takes a fifth of the time of sorting.
            BitSet marks = new BitSet((int) (most - least) + 1);
            for (long row : rows) {
                marks.set((int) (row - least));
            }
            for (int mark = marks.nextSetBit(0); mark >= 0; mark = marks.nextSetBit(mark + 1)) {
                rows[count++] = least + mark;
            }
            return count;
        }
        Arrays.sort(rows);
        for (long row : rows) {
            if (count == 0 || row != rows[count - 1]) {
                rows[count++] = row;
            }
        }
        return count;
    }

    private static SourceRows rows(Origin sheet, long[] rows, int from, int to) {
        StringBuilder ranges = new StringBuilder();
        int first = (int) rows[from];
        int last = first;
        for (int i = from + 1; i < to; i++) {
            int row = (int) rows[i];
            if (row != last + 1) {
                range(ranges, first, last);
                first = row;
            }
            last = row;
        }
        range(ranges, first, last);
        return new SourceRows(sheet.file(), sheet.sheet(), ranges.toString(), to - from);
    }

    private static void range(StringBuilder ranges, int first, int last) {
        if (!ranges.isEmpty()) {
            ranges.append(';');
        }
        ranges.append(first);
        if (last > first) {
            ranges.append('-').append(last);
        }
    }
}
