package io.tallybook.report.excel;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The row maps of all sheets, by name without regard to case, as Excel names sheets. */
final class Layout {
    private final Map<String, RowMap> sheets = new LinkedHashMap<>();

    void put(String sheet, RowMap rows) {
        sheets.put(sheet.toLowerCase(Locale.ROOT), rows);
    }

    RowMap of(String sheet) {
        return sheets.getOrDefault(sheet.toLowerCase(Locale.ROOT), RowMap.UNMOVED);
    }
}
