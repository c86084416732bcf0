package io.tallybook.report;

import io.tallybook.result.Result;
import io.tallybook.result.SourceRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rows that a result rests on. */
final class SourceTable {
    private SourceTable() {}

    static List<Map<String, Object>> of(Result result, Labels labels) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (SourceRows source : result.sources()) {
            rows.add(Map.of(
                    "file", source.file(),
                    "sheet", source.sheet(),
                    "rows", spaced(source.rows()),
                    "count", source.count(),
                    "countText", Shown.count(source.count(), labels)));
        }
        return rows;
    }

    /** The sources in one text, one a line. */
    static String text(Result result) {
        List<String> lines = result.sources().stream()
                .map(source -> source.file()
                        + (source.sheet().isEmpty() || source.sheet().equals(source.file())
                                ? ""
                                : " | " + source.sheet())
                        + ": " + spaced(source.rows()))
                .toList();
        return String.join("\n", lines);
    }

    /** Lets a long list of rows break into lines. */
    private static String spaced(String rows) {
        return rows.replace(";", "; ");
    }
}
