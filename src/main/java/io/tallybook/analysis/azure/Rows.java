package io.tallybook.analysis.azure;

import io.tallybook.analysis.Sources;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Origin;
import io.tallybook.ledger.UsageSum;
import io.tallybook.result.SourceRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers the rows that a result rests on: single rows by number, summed ones from the first to the last. */
final class Rows {
    private record Sheet(String file, String sheet) implements Comparable<Sheet> {
        @Override
        public int compareTo(Sheet other) {
            return Comparator.comparing(Sheet::file).thenComparing(Sheet::sheet).compare(this, other);
        }
    }

    private record Range(int first, int last, long count) {
        Range and(Range other) {
            return new Range(Math.min(first, other.first), Math.max(last, other.last), count + other.count);
        }
    }

    private final List<Origin> origins = new ArrayList<>();
    private final Map<Sheet, Range> ranges = new TreeMap<>();

    void add(Charge charge) {
        Origin origin = charge.origin();
        if (origin != null) {
            origins.add(origin);
        }
        UsageSum sum = charge.sum();
        if (sum != null) {
            ranges.merge(
                    new Sheet(sum.file(), sum.sheet()),
                    new Range(sum.firstRow(), sum.lastRow(), sum.count()),
                    Range::and);
        }
    }

    void add(Collection<? extends Entry<?>> entries) {
        entries.forEach(entry -> origins.add(entry.origin()));
    }

    List<SourceRows> list() {
        List<SourceRows> all = new ArrayList<>(Sources.ofOrigins(origins));
        ranges.forEach((sheet, range) -> all.add(new SourceRows(
                sheet.file(),
                sheet.sheet(),
                range.first() == range.last() ? "" + range.first() : range.first() + "-" + range.last(),
                range.count())));
        return all;
    }
}
