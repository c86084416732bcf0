package io.tallybook.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A cost export as csv: many columns of which a line fills some. */
final class CostExport {
    private final List<String> headers;
    private final String lineEnd;
    private final StringBuilder text;

    /**
     * @param start  what stands before the header, e.g. a byte order mark
     * @param lineEnd  how lines end
     * @param headers  the header names, separated by commas
     */
    CostExport(String start, String lineEnd, String headers) {
        this.headers = Arrays.asList(headers.split(",", -1));
        this.lineEnd = lineEnd;
        this.text = new StringBuilder(start).append(headers).append(lineEnd);
    }

    /** Adds a line; what the map does not name stays empty. */
    void line(Map<String, String> cells) {
        if (!headers.containsAll(cells.keySet())) {
            throw new IllegalArgumentException("Unknown header among " + cells.keySet());
        }
        List<String> fields = new ArrayList<>();
        headers.forEach(header -> fields.add(quoted(cells.getOrDefault(header, ""))));
        text.append(String.join(",", fields)).append(lineEnd);
    }

    private static String quoted(String field) {
        return field.indexOf(',') < 0 && field.indexOf('"') < 0 ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    String csv() {
        return text.toString();
    }
}
