package io.tallybook.job;

import io.tallybook.ledger.SourceTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;

/**
 * The parts in which tables are read: a table each, or several small ones, since a part costs as much as some hundred rows.
 */
final class TableParts {
    /** Bytes of files; some ten thousand rows. */
    private static final long MOST = 1 << 18;

    private TableParts() {}

    /**
     * Returns the parts for so many threads. Each is a run of neighbours, so that its first and last say it.
     *
     * @param tables  the tables in reading order
     * @param size  the bytes of a file, by its number
     * @param many  how many parts are read at once
     */
    static List<List<SourceTable>> of(List<SourceTable> tables, IntToLongFunction size, int many) {
        Map<Integer, Integer> tablesOfFile = new HashMap<>();
        tables.forEach(table -> tablesOfFile.merge(table.file(), 1, Integer::sum));
        long[] sizes = tables.stream()
                .mapToLong(table -> size.applyAsLong(table.file()) / tablesOfFile.getOrDefault(table.file(), 1))
                .toArray();
        long all = 0;
        for (long one : sizes) {
            all += one;
        }
        long most = Math.min(MOST, all / many + 1);
        List<List<SourceTable>> parts = new ArrayList<>();
        long sum = 0;
        for (int i = 0; i < sizes.length; i++) {
            sum += sizes[i];
            if (parts.isEmpty() || sum > most) {
                parts.add(new ArrayList<>());
                sum = sizes[i];
            }
            parts.get(parts.size() - 1).add(tables.get(i));
        }
        return parts;
    }
}
