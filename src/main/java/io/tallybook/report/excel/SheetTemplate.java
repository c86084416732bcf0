package io.tallybook.report.excel;

import freemarker.template.Template;
import java.util.List;
import java.util.Optional;

/**
 * A compiled sheet of a template.
 *
 * @param place  template and sheet, for messages
 * @param part  name of its part
 * @param head  everything before the rows
 * @param rows  its rows, from the top
 * @param script  what feeds the rows
 * @param filler  the script, compiled
 * @param tail  what stands behind the rows, in order
 * @param merged  merged cells within one repeated row: each copy of the row has its own
 */
record SheetTemplate(
        Place place,
        String part,
        MovingXml head,
        List<RowTemplate> rows,
        SheetScript script,
        Template filler,
        List<TailElement> tail,
        List<Reference> merged) {

    /** An element behind the rows, with its place in the order that the format demands. */
    record TailElement(String name, MovingXml xml) {}

    /** The order of the elements behind the rows. */
    private static final List<String> ORDER = List.of(
            "sheetData",
            "sheetCalcPr",
            "sheetProtection",
            "autoFilter",
            "mergeCells",
            "phoneticPr",
            "conditionalFormatting",
            "dataValidations",
            "hyperlinks",
            "printOptions",
            "pageMargins",
            "pageSetup",
            "headerFooter",
            "rowBreaks",
            "colBreaks",
            "ignoredErrors",
            "drawing",
            "drawingHF",
            "picture",
            "tableParts");

    /** The rank of an element behind the rows, or nothing for one that we do not know how to move. */
    static Optional<Integer> rank(String name) {
        int rank = ORDER.indexOf(name);
        return rank < 0 ? Optional.empty() : Optional.of(rank);
    }

    List<RowTemplate> repeatedRows() {
        return rows.stream().filter(row -> row.repeat().isPresent()).toList();
    }
}
