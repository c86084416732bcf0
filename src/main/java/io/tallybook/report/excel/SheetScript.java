package io.tallybook.report.excel;

import io.tallybook.report.excel.RowTemplate.Repeat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The Freemarker text of a sheet: a directive for each row, with the values of its expressions, or with the item that it
 * takes plain fields of. A repeated row is one loop,
 * so no cell is a template of its own. Every expression stands on a line of its own, so a line names a cell.
 */
final class SheetScript {
    static final String ROW = "_row";

    /** An expression and the cell that it stands in. */
    record Expression(String cell, String text) {}

    private final StringBuilder text = new StringBuilder();
    private final List<Optional<Expression>> lines = new ArrayList<>();

    void row(int row, Optional<Repeat> repeat, List<Expression> expressions) {
        if (repeat.isEmpty()) {
            call(row, "", expressions, false);
            return;
        }
        Repeat loop = repeat.get();
        line("<#list (" + loop.list() + ") as " + loop.name() + ">", new Expression(loop.cell(), loop.list()));
        call(row, " item=" + loop.name(), expressions, false);
        line("<#else>");
        call(row, "", List.of(new Expression(loop.cell(), loop.otherwise())), true);
        line("</#list>");
    }

    private void call(int row, String item, List<Expression> expressions, boolean isEmpty) {
        line("<@" + ROW + " n=" + row + " empty=" + isEmpty + item + " v=[");
        for (int i = 0; i < expressions.size(); i++) {
            Expression expression = expressions.get(i);
            line("(" + expression.text() + ")" + (i + 1 < expressions.size() ? "," : ""), expression);
        }
        line("]/>");
    }

    /** Makes this the script that asks lists for their lists. */
    void sizes(List<Expression> lists) {
        line("<@" + WorkbookTemplate.SIZES + " v=[");
        for (int i = 0; i < lists.size(); i++) {
            String list = "(" + lists.get(i).text() + ")";
            String size = list + "?is_enumerable?then(" + list + "?size, " + WorkbookTemplate.NO_LIST + ")";
            line(size + (i + 1 < lists.size() ? "," : ""), lists.get(i));
        }
        line("]/>");
    }

    private void line(String line) {
        text.append(line).append('\n');
        lines.add(Optional.empty());
    }

    private void line(String line, Expression expression) {
        // Line breaks within would put the lines out of step.
        text.append(line.replaceAll("[\\r\\n]+", " ")).append('\n');
        lines.add(Optional.of(expression));
    }

    String text() {
        return text.toString();
    }

    /** The expression on a line, counted from 1; the next one below for a line without. */
    Expression at(int line) {
        for (int i = Math.max(0, line - 1); i < lines.size(); i++) {
            if (lines.get(i).isPresent()) {
                return lines.get(i).get();
            }
        }
        return new Expression("", "");
    }

    List<Expression> expressions() {
        return lines.stream().flatMap(Optional::stream).toList();
    }
}
