package io.tallybook.intake;

import io.tallybook.ledger.ColumnDefinition;
import io.tallybook.ledger.RecordDefinition;
import io.tallybook.sheet.CellKind;
import io.tallybook.sheet.RowBlock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns a row of a wide table, e.g. one column a currency, into several records. */
final class Unpivoted {
    private final RecordDefinition<?> type;
    private final Layout layout;
    private final int header;
    private final int cell;
    private final RowRules rules;
    private final ValueParser headerParser;
    private final ValueParser cellParser;
    /** Positions of the columns whose header is a value of the header column, with that value. */
    private final Map<Integer, Object> spread = new TreeMap<>();

    private String found = "";

    private Unpivoted(Layout layout, int header, int cell, ZoneId zone) {
        this.type = layout.type();
        this.layout = layout;
        this.rules = new RowRules(type);
        this.header = header;
        this.cell = cell;
        this.headerParser = parser(header, zone);
        this.cellParser = parser(cell, zone);
    }

    private ValueParser parser(int column, ZoneId zone) {
        ColumnDefinition definition = type.columns().get(Math.max(column, 0));
        return new ValueParser(definition, zone, layout.dates(), layout.decimalComma());
    }

    static Unpivoted of(Layout layout, ZoneId zone) {
        Profile.Unpivot rule = layout.profile().unpivot();
        if (rule.isNone()) {
            return new Unpivoted(layout, -1, -1, zone);
        }
        Unpivoted unpivoted = new Unpivoted(
                layout,
                layout.type().indexOf(rule.header()).orElseThrow(),
                layout.type().indexOf(rule.cell()).orElseThrow(),
                zone);
        for (int i = 0; i < layout.headers().size(); i++) {
            String name = layout.headers().get(i).strip().toUpperCase(Locale.ROOT);
            Object value = name.isEmpty() ? "" : unpivoted.headerParser.parse(name);
            if (value != null && !(value instanceof BadValue) && !value.equals("")) {
                unpivoted.spread.put(i, value);
            }
        }
        return unpivoted;
    }

    boolean isNone() {
        return header < 0;
    }

    int cell() {
        return cell;
    }

    /** Whether the column gets its value from the wide part, so that it may be missing before. */
    boolean fills(int column) {
        return column == header || column == cell;
    }

    /** Adds one record for each filled cell; returns what is wrong with one of them, or null. */
    @Nullable
    BadValue records(RowBlock block, int i, @Nullable Object[] values, List<@Nullable Object[]> records) {
        for (Map.Entry<Integer, Object> column : spread.entrySet()) {
            int position = column.getKey();
            CellKind kind = block.kind(i, position);
            found = Text.trimmed(block.text(i, position));
            if (found.isEmpty() || layout.profile().blanks().contains(found)) {
                continue;
            }
            Object value = switch (kind) {
                case NUMBER -> cellParser.parse(block.number(i, position), found);
                case ERROR -> ColumnReader.error();
                case UNCACHED -> ColumnReader.uncached();
                default -> cellParser.parse(found);
            };
            @Nullable Object[] record = values.clone();
            record[header] = column.getValue();
            record[cell] = value;
            BadValue bad = value instanceof BadValue unusable ? unusable : rules.check(cell, record);
            if (bad != null) {
                return bad;
            }
            records.add(record);
        }
        return null;
    }

    /** What stood in the cell that was looked at last. */
    String found() {
        return found;
    }
}
