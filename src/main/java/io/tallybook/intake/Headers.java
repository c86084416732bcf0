package io.tallybook.intake;

import io.tallybook.ledger.ColumnDefinition;
import io.tallybook.ledger.RecordDefinition;
import io.tallybook.sheet.RowBlock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A row looked at as a header row. */
record Headers(int row, List<String> cells) {
    Headers {
        cells = List.copyOf(cells);
    }

    static Headers of(RowBlock block, int i) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < block.columns(i); column++) {
            cells.add(Text.trimmed(block.text(i, column)));
        }
        return new Headers(block.row(i), cells);
    }

    /** The names in it, normalised; a name in trailing parentheses counts beside the whole. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (String cell : cells) {
            if (!cell.isEmpty()) {
                names.add(Text.header(cell));
                names.add(inParentheses(cell));
            }
        }
        names.remove("");
        return names;
    }

    static String inParentheses(String header) {
        int open = header.lastIndexOf('(');
        return open > 0 && header.endsWith(")") ? Text.header(header.substring(open + 1, header.length() - 1)) : "";
    }

    boolean namesAllRequired(RecordDefinition<?> type) {
        Set<String> names = names();
        return type.columns().stream()
                .filter(ColumnDefinition::required)
                .allMatch(column -> names.contains(Text.header(column.name())));
    }

    /** The required columns that it does not name. */
    List<String> missing(RecordDefinition<?> type) {
        Set<String> names = names();
        return type.columns().stream()
                .filter(ColumnDefinition::required)
                .map(ColumnDefinition::name)
                .filter(name -> !names.contains(Text.header(name)))
                .toList();
    }

    /** How many of its cells name columns of the record type. */
    long matched(RecordDefinition<?> type) {
        Set<String> names = names();
        return type.columns().stream()
                .filter(column -> names.contains(Text.header(column.name())))
                .count();
    }

    long filled() {
        return cells.stream().filter(cell -> !cell.isEmpty()).count();
    }
}
