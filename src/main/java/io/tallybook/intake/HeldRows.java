package io.tallybook.intake;

import io.tallybook.ledger.LedgerStore.ControlTotal;
import io.tallybook.ledger.Origin;
import io.tallybook.ledger.Reject;
import io.tallybook.sheet.CellKind;
import io.tallybook.sheet.RowBlock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows at the end of a table that are no data: a totals row, and the remarks below it. Only when nothing else follows are
 * they known to be that, so they are held back until more is seen.
 */
final class HeldRows {
    private static final Set<String> TOTAL_WORDS = Set.of(
            "total",
            "totals",
            "grand total",
            "sum",
            "summe",
            "gesamt",
            "gesamtsumme",
            "gesamtergebnis",
            "totale",
            "totaal",
            "somme",
            "total general",
            "total général",
            "sub total",
            "subtotal",
            "zwischensumme");

    private static final Pattern GAPS = Pattern.compile("[:\\s_-]+");

    /** Below a totals row; more of them are a list that has lost its columns. */
    private static final int MOST_REMARKS = 50;

    private final TableColumns columns;
    private List<Held> held = new ArrayList<>();

    /** A row that may be none of the data: its values and what is wrong with it as a data row. */
    static final class Held {
        private final int row;
        private final @Nullable Object[] values;
        private final List<Reject> faults;

        private Held(int row, @Nullable Object[] values, List<Reject> faults) {
            this.row = row;
            this.values = values.clone();
            this.faults = faults;
        }

        int row() {
            return row;
        }

        @Nullable
        Object[] values() {
            return values;
        }

        List<Reject> faults() {
            return faults;
        }
    }

    HeldRows(TableColumns columns) {
        this.columns = columns;
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    int size() {
        return held.size();
    }

    /** The totals row. */
    int firstRow() {
        return held.get(0).row;
    }

    /** Holds a row with faults back if it is a remark below a totals row. */
    boolean takesRemark(RowBlock block, int i, @Nullable Object[] values, List<Reject> faults) {
        boolean takes = !held.isEmpty() && held.size() <= MOST_REMARKS && isRemark(block, i);
        if (takes) {
            held.add(new Held(block.row(i), values, faults));
        }
        return takes;
    }

    /** Holds a row with faults back if it looks like a totals row. */
    boolean takesTotals(RowBlock block, int i, @Nullable Object[] values, List<Reject> faults) {
        boolean takes = isTotalsRow(block, i, values);
        if (takes) {
            held.add(new Held(block.row(i), values, faults));
        }
        return takes;
    }

    /** Gives the rows up: data follows, so they are data with faults. */
    List<Held> release() {
        List<Held> released = held;
        held = new ArrayList<>();
        return released;
    }

    /** Numbers without what makes a row a row, and beside them nothing but a word for a total. */
    private boolean isTotalsRow(RowBlock block, int i, @Nullable Object[] values) {
        // The values first: where all rows have faults, to look at the texts of each takes longer than reading them.
        int missing = missing(values);
        if (missing == 0 || !holdsNumber(values)) {
            return false;
        }
        boolean word = false;
        for (int c = 0; c < block.columns(i); c++) {
            CellKind kind = block.kind(i, c);
            if (kind == CellKind.TEXT) {
                String cell = Text.trimmed(block.text(i, c));
                if (isTotalWord(cell)) {
                    word = true;
                } else if (!cell.isEmpty() && !Text.isNumber(cell)) {
                    return false;
                }
            } else if (kind != CellKind.BLANK && kind != CellKind.NUMBER && kind != CellKind.UNCACHED) {
                return false;
            }
        }
        return word || missing > 1;
    }

    private int missing(@Nullable Object[] values) {
        int missing = 0;
        for (int c = 0; c < values.length; c++) {
            missing += columns.reader(c).column().required() && ColumnReader.isBlank(values[c]) ? 1 : 0;
        }
        return missing;
    }

    /** A formula whose value was never stored is one too. */
    private boolean holdsNumber(@Nullable Object[] values) {
        for (int c = 0; c < values.length; c++) {
            Object value = values[c];
            boolean number = value instanceof BigDecimal
                    || value instanceof Integer
                    || (value instanceof BadValue bad && bad.code().equals(Problem.UNCACHED_FORMULA.code()));
            if (number && columns.reader(c).isNumber()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTotalWord(String cell) {
        return TOTAL_WORDS.contains(
                GAPS.matcher(cell.toLowerCase(Locale.ROOT)).replaceAll(" ").strip());
    }

    /** One text and nothing else, as a footnote has. */
    private static boolean isRemark(RowBlock block, int i) {
        int texts = 0;
        for (int c = 0; c < block.columns(i); c++) {
            CellKind kind = block.kind(i, c);
            if (kind != CellKind.BLANK && kind != CellKind.TEXT) {
                return false;
            }
            texts += kind == CellKind.TEXT && !Text.trimmed(block.text(i, c)).isEmpty() ? 1 : 0;
        }
        return texts == 1;
    }

    /**
     * What the totals row states beside what the rows above it come to; nothing if there is none.
     *
     * @param totals  the sums of all data rows
     * @param origins  gives the origin of a row
     */
    List<ControlTotal> controls(ColumnTotals totals, IntFunction<Origin> origins) {
        List<ControlTotal> controls = new ArrayList<>();
        if (held.isEmpty()) {
            return controls;
        }
        Held total = held.get(0);
        Origin origin = origins.apply(total.row);
        for (int c = 0; c < total.values.length; c++) {
            Object stated = total.values[c];
            if (!columns.isTotalled(c) || stated == null) {
                continue;
            }
            String column = columns.reader(c).column().name();
            String summedUp = totals.sum(c).toPlainString();
            if (stated instanceof BadValue) {
                controls.add(new ControlTotal(origin, column, "formula without a stored value", summedUp, "OPEN"));
            } else if (totals.unreadable(c) > 0) {
                controls.add(new ControlTotal(
                        origin,
                        column,
                        String.valueOf(stated),
                        "row " + totals.unreadable(c) + " holds no number",
                        "OPEN"));
            } else {
                boolean same = totals.sum(c).compareTo(new BigDecimal(String.valueOf(stated))) == 0;
                controls.add(new ControlTotal(origin, column, plain(stated), summedUp, same ? "OK" : "OFF"));
            }
        }
        return controls;
    }

    private static String plain(Object number) {
        return number instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(number);
    }
}
