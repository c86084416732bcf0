package io.tallybook.analysis;

import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Origin;
import io.tallybook.result.SourceRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Turns the rows that a result rests on into ranges, sheet by sheet, in reading order. */
public final class Sources {
    private Sources() {}

    public static List<SourceRows> of(Collection<? extends Entry<?>> entries) {
        return ofOrigins(entries.stream().map(Entry::origin).toList());
    }

    public static List<SourceRows> of(Entry<?> entry) {
        return ofOrigins(List.of(entry.origin()));
    }

    /** Returns one item a sheet; a row that is named twice counts once. */
    public static List<SourceRows> ofOrigins(Collection<Origin> origins) {
        List<SourceRows> sources = new ArrayList<>();
        List<Origin> sheet = new ArrayList<>();
        // Mostly in order already: a sorted set would take several times as long.
        List<Origin> sorted = new ArrayList<>(origins);
        sorted.sort(null);
        Origin last = null;
        for (Origin origin : sorted) {
            if (last != null && last.compareTo(origin) == 0) {
                continue;
            }
            if (last != null && last.table() != origin.table()) {
                sources.add(rows(sheet));
                sheet.clear();
            }
            sheet.add(origin);
            last = origin;
        }
        if (!sheet.isEmpty()) {
            sources.add(rows(sheet));
        }
        return sources;
    }

    private static SourceRows rows(List<Origin> sheet) {
        StringBuilder ranges = new StringBuilder();
        int first = sheet.get(0).row();
        int last = first;
        for (Origin origin : sheet.subList(1, sheet.size())) {
            if (origin.row() != last + 1) {
                range(ranges, first, last);
                first = origin.row();
            }
            last = origin.row();
        }
        range(ranges, first, last);
        return new SourceRows(sheet.get(0).file(), sheet.get(0).sheet(), ranges.toString(), sheet.size());
    }

    private static void range(StringBuilder ranges, int first, int last) {
        ranges.append(ranges.isEmpty() ? "" : ";").append(first);
        if (last > first) {
            ranges.append('-').append(last);
        }
    }
}
