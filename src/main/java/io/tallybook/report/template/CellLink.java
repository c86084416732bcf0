package io.tallybook.report.template;

/**
 * A value that leads to an item of a list, wherever a workbook template shows that list.
 *
 * <p>For example, the number of working steps of a figure leads to the row of its first step. In a template that does not
 * repeat a row over the list it is the bare value.
 *
 * @param shown  the text or number that is shown
 * @param list  the list, by the expression that a row repeats over, e.g. {@code steps}
 * @param index  which item, from 0
 */
public record CellLink(Object shown, String list, int index) {
    @Override
    public String toString() {
        return shown.toString();
    }
}
