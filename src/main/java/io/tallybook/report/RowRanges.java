package io.tallybook.report;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Rows of one sheet, gathered from ranges such as {@code 2-19;23} that may overlap, and written in the same way. */
final class RowRanges {
    private final TreeMap<Long, Long> ends = new TreeMap<>();

    void add(String ranges) {
        for (String range : ranges.split(";", -1)) {
            String[] bounds = range.strip().split("-", 2);
            if (bounds[0].matches("[0-9]{1,18}")) {
                long from = Long.parseLong(bounds[0]);
                add(from, bounds.length > 1 ? Long.parseLong(bounds[1]) : from);
            }
        }
    }

    /** Joins what overlaps or follows without a gap. */
    private void add(long from, long to) {
        long start = from;
        long end = to;
        Map.Entry<Long, Long> before = ends.floorEntry(start);
        if (before != null && before.getValue() >= start - 1) {
            start = before.getKey();
            end = Math.max(end, before.getValue());
        }
        for (Map.Entry<Long, Long> next = ends.ceilingEntry(start);
                next != null && next.getKey() <= end + 1;
                next = ends.ceilingEntry(start)) {
            end = Math.max(end, next.getValue());
            ends.remove(next.getKey());
        }
        ends.put(start, end);
    }

    @Override
    public String toString() {
        return ends.entrySet().stream()
                .map(range -> range.getKey().equals(range.getValue())
                        ? range.getKey().toString()
                        : range.getKey() + "-" + range.getValue())
                .collect(Collectors.joining("; "));
    }
}
