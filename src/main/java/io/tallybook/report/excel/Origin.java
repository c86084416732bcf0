package io.tallybook.report.excel;

/**
 * Where a formula stands in the template.
 *
 * @param sheet  its sheet; empty for one that stands in none
 * @param row  its row from 0, or -1 if it has none
 * @param isRepeated  whether that row repeats
 * @param takesWholeRun  whether a single cell of a repeated row means all its rows, as in the series of a chart
 */
record Origin(String sheet, int row, boolean isRepeated, boolean takesWholeRun) {
    static final Origin NOWHERE = new Origin("", -1, false, false);
    static final Origin CHART = new Origin("", -1, false, true);

    boolean isOwn(String otherSheet) {
        return row >= 0 && (otherSheet.isEmpty() || otherSheet.equalsIgnoreCase(sheet));
    }

    /** The sheet that a reference without a sheet means. */
    String sheetOf(Reference reference) {
        return reference.sheet().isEmpty() ? sheet : reference.sheet();
    }
}
