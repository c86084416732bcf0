package io.tallybook.report.excel;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where rows come to stand: the row maps of all sheets, by name without regard to case, as Excel names sheets. A sheet that
 * continues on further sheets has a layout for each of its parts.
 */
final class Layout {
    private final Map<String, RowMap> sheets = new LinkedHashMap<>();
    private final Set<String> held = new HashSet<>();
    private final Map<String, String> headers = new HashMap<>();
    private final Optional<Layout> whole;
    private final int part;

    Layout() {
        this(Optional.empty(), 0);
    }

    private Layout(Optional<Layout> whole, int part) {
        this.whole = whole;
        this.part = part;
    }

    void put(String sheet, RowMap rows) {
        sheets.put(key(sheet), rows);
    }

    RowMap of(String sheet) {
        RowMap own = sheets.get(key(sheet));
        return own != null ? own : whole.map(all -> all.of(sheet)).orElse(RowMap.UNMOVED);
    }

    /** The layout of one part of a sheet, counted from 0; all other sheets stay as they are here. */
    Layout ofPart(String sheet, RowMap rows, int number) {
        Layout one = new Layout(Optional.of(this), number);
        one.put(sheet, rows);
        return one;
    }

    /** Which part of its sheet this is the layout of, counted from 0. */
    int part() {
        return part;
    }

    /** Notes that something computes with the repeated rows of a sheet: they have to stay together. */
    void hold(String sheet) {
        held.add(key(sheet));
    }

    boolean isHeld(String sheet) {
        return held.contains(key(sheet));
    }

    /** Notes the words that a header cell of a table was filled with. */
    void header(String sheet, int column, int row, String words) {
        headers.put(key(sheet) + ' ' + row + ' ' + column, words);
    }

    String header(String sheet, int column, int row) {
        return headers.getOrDefault(key(sheet) + ' ' + row + ' ' + column, "");
    }

    private static String key(String sheet) {
        return sheet.toLowerCase(Locale.ROOT);
    }
}
