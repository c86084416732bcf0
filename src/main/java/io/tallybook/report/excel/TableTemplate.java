package io.tallybook.report.excel;

import io.tallybook.report.template.TemplateException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A table of a template sheet: it grows with the rows in it, and its columns are called what its header cells say.
 *
 * @param part  name of its part
 * @param name  its name
 * @param xml  its definition
 * @param headerRow  the row of its header, from 0
 * @param firstColumn  its first column, from 0
 * @param columns  its columns: their names, empty for one whose header cell is filled
 */
record TableTemplate(String part, String name, MovingXml xml, int headerRow, int firstColumn, List<String> columns) {

    /** The name of its part for a part of its sheet, counted from 0. */
    String partOf(int sheetPart) {
        return sheetPart == 0 ? part : part.replace(".xml", "-" + (sheetPart + 1) + ".xml");
    }

    /**
     * Makes sure that the filled header is one that a table can have.
     *
     * @throws TemplateException if a column has no name, or the name of another one
     */
    void check(Place place, Layout layout) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i).isEmpty()
                    ? layout.header(place.sheet(), firstColumn + i, headerRow)
                    : columns.get(i);
            if (column.isEmpty() || !names.add(column.toLowerCase(Locale.ROOT))) {
                throw place.wrong(
                        Corner.columnName(firstColumn + i) + (headerRow + 1),
                        column,
                        "each header cell of a table has to hold a text of its own");
            }
        }
    }
}
