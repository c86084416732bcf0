package io.tallybook.report.excel;

import java.util.List;
import java.util.Optional;

/**
 * A row of a template.
 *
 * @param row  its number from 0
 * @param attributes  height and format, as they stand in its element
 * @param cells  its cells, from left to right
 * @param repeat  the list it is repeated over, if it is
 */
record RowTemplate(int row, String attributes, List<CellTemplate> cells, Optional<Repeat> repeat) {

    /**
     * What a note says: {@code repeat LIST as NAME}, and optionally {@code or EXPRESSION} for the one row that stands there
     * when the list is empty.
     *
     * @param cell  the cell that bears the note
     */
    record Repeat(String cell, String list, String name, String otherwise) {}
}
