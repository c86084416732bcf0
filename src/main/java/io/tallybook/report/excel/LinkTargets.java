package io.tallybook.report.excel;

import io.tallybook.report.template.CellLink;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the row that shows an item of a list. */
final class LinkTargets {
    private record Run(List<String> sheets, int firstRow, int rows) {}

    private final Map<String, Run> runs = new HashMap<>();

    /**
     * Notes that a sheet shows a list from a row on. Of several sheets the first one is the target.
     *
     * @param sheets  the sheet, and those that it continues on
     * @param rows  how many rows of the list each of them holds
     */
    void put(String list, List<String> sheets, int firstRow, int rows) {
        runs.putIfAbsent(list, new Run(sheets, firstRow, rows));
    }

    /** The place of an item within the workbook, e.g. {@code 'Working'!A12}. */
    Optional<String> location(CellLink link) {
        return Optional.ofNullable(runs.get(link.list()))
                .map(run -> location(
                        run.sheets().get(link.index() / run.rows()), run.firstRow() + link.index() % run.rows()));
    }

    static String location(String sheet, int row) {
        return "'" + sheet.replace("'", "''") + "'!A" + (row + 1);
    }
}
