package io.tallybook.report.excel;

import io.tallybook.report.template.CellLink;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the row that shows an item of a list. */
final class LinkTargets {
    private record Run(String sheet, int firstRow) {}

    private final Map<String, Run> runs = new HashMap<>();

    /** Notes that a sheet shows a list from a row on. Of several sheets the first one is the target. */
    void put(String list, String sheet, int firstRow) {
        runs.putIfAbsent(list, new Run(sheet, firstRow));
    }

    /** The place of an item within the workbook, e.g. {@code 'Working'!A12}. */
    Optional<String> location(CellLink link) {
        return Optional.ofNullable(runs.get(link.list()))
                .map(run -> "'" + run.sheet().replace("'", "''") + "'!A" + (run.firstRow() + link.index() + 1));
    }
}
