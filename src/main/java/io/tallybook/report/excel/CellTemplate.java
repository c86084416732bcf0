package io.tallybook.report.excel;

import java.util.List;
import java.util.Optional;

/**
 * A cell of a template.
 *
 * @param column  its column from 0
 * @param style  its format
 * @param lineLength  how many characters fit into a line of it; 0 if its text does not wrap
 * @param fixed  the rest of its element behind the style, if it depends on nothing; empty otherwise
 * @param texts  texts before, between and behind its expressions; empty unless it has expressions
 * @param field  the field of the item of a repeated row that is its value, if it is nothing but that
 * @param formula  its formula, if it has one
 * @param isCached  whether a note gives the value that the formula comes to
 */
record CellTemplate(
        int column,
        int style,
        int lineLength,
        String fixed,
        List<String> texts,
        Optional<String> field,
        Optional<FormulaText> formula,
        boolean isCached) {

    /** Whether what the cell shows depends on what it is filled with. */
    boolean isFilled() {
        return values() > 0 || field.isPresent() || formula.isPresent();
    }

    /** How many values the cell takes from the script. */
    int values() {
        return isCached ? 1 : Math.max(0, texts.size() - 1);
    }

    /** Whether the value is taken as it is, with its type, rather than put into a text. */
    boolean isSingleValue() {
        return texts.size() == 2 && texts.get(0).isEmpty() && texts.get(1).isEmpty();
    }
}
