package io.tallybook.intake;

import io.tallybook.intake.Profile.Source;
import io.tallybook.ledger.ColumnDefinition;
import io.tallybook.ledger.ColumnType;
import io.tallybook.ledger.YesNo;
import io.tallybook.sheet.CellKind;
import io.tallybook.sheet.RowBlock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one column of a record, from the columns of a table that it maps to. For one thread. */
final class ColumnReader {
    private static final String STORE_VALUES = "save the file in a spreadsheet program, so that values are stored";

    private final ColumnDefinition column;
    private final Source source;
    private final int[] from;
    private final int override;
    private final Set<String> blanks;
    private final ValueParser parser;
    private final Tags tags;
    private final @Nullable Object fallback;
    private final @Nullable SeenCells seen;

    /**
     * @param column  the column of the record
     * @param source  how it is made
     * @param from  the columns of the sheet it is made of
     * @param override  the column of the sheet that may decide instead, or -1
     * @param blanks  the texts that stand for a blank
     * @param parser  reads the cells
     * @param tags  finds the tag in a list of them
     * @param set  the value of all rows that a setting gives, or empty
     * @param tableName  file and sheet
     * @param seen  what its cells mean, if they are expected to repeat, so that it pays to remember that
     */
    ColumnReader(
            ColumnDefinition column,
            Source source,
            int[] from,
            int override,
            Set<String> blanks,
            ValueParser parser,
            Tags tags,
            String set,
            String tableName,
            @Nullable SeenCells seen) {
        this.column = column;
        this.source = source;
        this.from = from.clone();
        this.override = override;
        this.blanks = blanks;
        this.parser = parser;
        this.tags = tags;
        this.fallback = parser.parse(set.isEmpty() ? byName(source, tableName) : set);
        this.seen = seen;
    }

    private static String byName(Source source, String tableName) {
        String lower = tableName.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> word : source.name().entrySet()) {
            if (lower.contains(word.getKey())) {
                return word.getValue();
            }
        }
        return source.fixed();
    }

    ColumnDefinition column() {
        return column;
    }

    /** Whether the value is made of the row's place and not of a cell. */
    boolean isRowName() {
        return source.rowName() && from.length == 0;
    }

    /** The one column of the sheet whose cells are its values, without translation; -1 if there is no such column. */
    int plainPosition() {
        return from.length == 1
                        && override < 0
                        && source.isPlain()
                        && source.join().isEmpty()
                ? from[0]
                : -1;
    }

    /** The columns of the sheet that it looks at. */
    IntStream positions() {
        return positions(from, override);
    }

    static IntStream positions(int[] from, int override) {
        return override < 0 ? IntStream.of(from) : IntStream.concat(IntStream.of(from), IntStream.of(override));
    }

    boolean isRead() {
        return from.length > 0;
    }

    /** The value of all rows where no cell is looked at. */
    @Nullable
    Object constant() {
        return fallback;
    }

    /** Whether equal values have a number. */
    boolean isNumbered() {
        return seen != null;
    }

    boolean isNumber() {
        return column.type() == ColumnType.DECIMAL
                || column.type() == ColumnType.MONEY
                || column.type() == ColumnType.INTEGER;
    }

    /** Returns what is wrong with a value of a row, or null. */
    @Nullable
    BadValue fault(@Nullable Object value) {
        if (value instanceof BadValue bad) {
            return bad;
        }
        if (column.required() && isBlank(value)) {
            return new BadValue(Problem.MISSING_VALUE.code(), column.type().about(), "fill in the cell");
        }
        return null;
    }

    static boolean isBlank(@Nullable Object value) {
        return value == null || value.equals("") || value == YesNo.UNKNOWN;
    }

    /** Returns the value, or null for a blank that has none, or a {@link BadValue}. */
    @Nullable
    Object value(RowBlock block, int i) {
        SeenCells cells = seen;
        if (cells == null) {
            return read(block, i);
        }
        int number = cells.number(block, i);
        if (number != SeenCells.NONE) {
            return cells.value(number);
        }
        Object value = read(block, i);
        cells.add(value);
        return value;
    }

    /**
     * Fills in, for each row of a block, a number that equal values share, or -1 where there is none; of a column that is
     * {@link #isNumbered}.
     *
     * @param into  takes the numbers, from {@code from} on and {@code step} apart
     */
    void numbers(RowBlock block, int[] into, int from, int step) {
        SeenCells cells = Objects.requireNonNull(seen);
        cells.numbers(block, into, from, step);
        for (int i = 0; i < block.size(); i++) {
            // One that came before in this block is known by now.
            if (into[from + i * step] == SeenCells.NONE) {
                value(block, i);
                into[from + i * step] = cells.number(block, i);
            }
        }
    }

    /** Returns the value of a number. */
    @Nullable
    Object value(int number) {
        return Objects.requireNonNull(seen).value(number);
    }

    private @Nullable Object read(RowBlock block, int i) {
        if (!source.join().isEmpty()) {
            return parser.parse(joined(block, i));
        }
        for (int position : from) {
            CellKind kind = block.kind(i, position);
            if (kind != CellKind.BLANK) {
                Object value = source.isPlain() ? plain(block, i, position, kind) : mapped(block, i, position, kind);
                if (value != null && !value.equals(parser.blank())) {
                    return value;
                }
            }
        }
        return fallback;
    }

    /** The texts of all columns that are not blank, one behind the other. */
    private String joined(RowBlock block, int i) {
        return IntStream.of(from)
                .mapToObj(position -> Text.trimmed(block.text(i, position)))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(source.join()));
    }

    private @Nullable Object plain(RowBlock block, int i, int position, CellKind kind) {
        return switch (kind) {
            case TEXT -> {
                String text = block.text(i, position);
                yield !blanks.isEmpty() && blanks.contains(text.strip()) ? parser.blank() : parser.parse(text);
            }
            // The text of a number costs as much as the number, and only other columns look at it.
            case NUMBER -> parser.parse(block.number(i, position), isNumber() ? "" : block.text(i, position));
            case DATE -> parser.parse(block.dateTime(i, position), block.text(i, position));
            case BOOLEAN ->
                isNumber()
                        ? new BadValue(Problem.WRONG_TYPE.code(), column.type().about(), "write a number")
                        : parser.parse(block.text(i, position));
            case ERROR -> error();
            case UNCACHED -> uncached();
            case BLANK -> parser.blank();
        };
    }

    static BadValue uncached() {
        return new BadValue(Problem.UNCACHED_FORMULA.code(), "a stored value", STORE_VALUES);
    }

    static BadValue error() {
        return new BadValue(Problem.ERROR_CELL.code(), "a value", "mend the formula in the cell, or type the value");
    }

    private @Nullable Object mapped(RowBlock block, int i, int position, CellKind kind) {
        if (kind == CellKind.ERROR) {
            return error();
        }
        if (kind == CellKind.UNCACHED) {
            return uncached();
        }
        if (override >= 0
                && Text.trimmed(block.text(i, override))
                        .equalsIgnoreCase(source.override().text())) {
            return parser.parse(source.override().value());
        }
        String text = Text.trimmed(block.text(i, position));
        if (blanks.contains(text)) {
            return parser.blank();
        }
        if (!source.tagSetting().isEmpty()) {
            return tags.find(text).map(parser::parse).orElseGet(parser::blank);
        }
        return parser.parse(translated(text));
    }

    private String translated(String text) {
        if (!source.after().isEmpty()) {
            int at = text.toLowerCase(Locale.ROOT).lastIndexOf(source.after());
            return at < 0 ? text : text.substring(at + source.after().length());
        }
        String lower = text.toLowerCase(Locale.ROOT);
        String value = source.values().get(lower);
        if (value != null) {
            return value;
        }
        for (Map.Entry<String, String> start : source.starts().entrySet()) {
            if (lower.startsWith(start.getKey())) {
                return start.getValue();
            }
        }
        return source.otherwise().equals(Source.AS_IS) ? text : source.otherwise();
    }

    /** What stands in the cell at fault, for the reject. */
    String found(RowBlock block, int i) {
        for (int position : from) {
            if (block.kind(i, position) != CellKind.BLANK) {
                return block.text(i, position);
            }
        }
        return "";
    }
}
