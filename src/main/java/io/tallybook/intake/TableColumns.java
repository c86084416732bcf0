package io.tallybook.intake;

import io.tallybook.intake.Profile.Source;
import io.tallybook.intake.Profile.UnlessListed;
import io.tallybook.ledger.AzureUsage;
import io.tallybook.ledger.ColumnDefinition;
import io.tallybook.ledger.ColumnType;
import io.tallybook.ledger.RecordDefinition;
import io.tallybook.ledger.SourceTable;
import io.tallybook.ledger.UsageSums;
import io.tallybook.sheet.ColumnSelection;
import io.tallybook.sheet.PreparedColumns;
import io.tallybook.sheet.RowBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the values of a record type stand in the rows of one table: a reader for each column of the records. */
final class TableColumns {
    private final SourceTable table;
    private final RecordDefinition<?> type;
    private final Layout layout;
    private final IntakeContext context;
    private final boolean summed;
    private final List<ColumnReader> readers = new ArrayList<>();
    private final List<int[]> groups = new ArrayList<>();
    private final List<Listed> listed = new ArrayList<>();
    private final Map<Integer, Set<String>> skipped = new TreeMap<>();
    // What every row has where no cell is looked at.
    private final @Nullable Object[] constants;

    /**
     * A column that is blank in a row whose value of another one a table of masters lists.
     *
     * @param column  the column
     * @param by  the other one
     * @param in  what is listed
     */
    private record Listed(int column, int by, Map<String, String> in) {}

    /**
     * @param table  the table, as the survey wrote it down
     * @param layout  its headers, and the profile that says what they mean
     * @param context  what the reading depends on
     */
    TableColumns(SourceTable table, Layout layout, IntakeContext context) {
        this.table = table;
        this.type = layout.type();
        this.layout = layout;
        this.context = context;
        Profile profile = layout.profile();
        this.summed = type.type() == AzureUsage.class
                && profile.columns().values().stream().anyMatch(Source::rowName);
        for (ColumnDefinition column : type.columns()) {
            Source source = isSummedAway(column) || isTagOfNoName(column)
                    ? Source.plain(List.of())
                    : profile.columns().getOrDefault(column.name(), plainSource(column));
            UnlessListed unless = source.unlessListed();
            if (!unless.table().isEmpty()) {
                type.indexOf(unless.column())
                        .ifPresent(by -> listed.add(
                                new Listed(readers.size(), by, context.owners().apply(unless.table()))));
            }
            readers.add(reader(column, source));
        }
        this.constants = readers.stream().map(ColumnReader::constant).toArray();
        profile.skipped()
                .forEach((header, words) -> layout.position(header).ifPresent(column -> skipped.put(column, words)));
    }

    /** Texts that a sum leaves blank need not be read; they cannot be wrong. */
    private boolean isSummedAway(ColumnDefinition column) {
        return summed && UsageSums.LEFT_BLANK.contains(column.name());
    }

    /** Lists of tags need not be read where no setting says which of them counts. */
    private boolean isTagOfNoName(ColumnDefinition column) {
        Source source = layout.profile().columns().get(column.name());
        return source != null
                && !source.tagSetting().isEmpty()
                && context.setting(source.tagSetting()).isBlank();
    }

    private Source plainSource(ColumnDefinition column) {
        return Source.plain(layout.profile().isPlain() ? List.of(column.name()) : List.of());
    }

    private ColumnReader reader(ColumnDefinition column, Source source) {
        int[] from = source.from().stream()
                .map(layout::position)
                .flatMap(Optional::stream)
                .mapToInt(Integer::intValue)
                .toArray();
        int override = source.override().from().isEmpty()
                ? -1
                : layout.position(source.override().from()).orElse(-1);
        return new ColumnReader(
                column,
                source,
                from,
                override,
                layout.profile().blanks(),
                new ValueParser(column, context.zone(), layout.dates(), layout.decimalComma()),
                new Tags(source.tagSetting().isEmpty() ? "" : context.setting(source.tagSetting())),
                source.setting().isEmpty() ? "" : context.setting(source.setting()),
                table.fileName() + " " + table.sheet(),
                from.length > 0 && isRepeated(column.type()) ? seenCells(from, override) : null);
    }

    private SeenCells seenCells(int[] from, int override) {
        groups.add(ColumnReader.positions(from, override).toArray());
        return new SeenCells(groups.size() - 1);
    }

    /** Where lines are summed all but their amounts repeat: otherwise there would be nothing to sum. */
    private boolean isRepeated(ColumnType of) {
        return switch (of) {
            case DECIMAL, MONEY -> false;
            case ID, TEXT, DATETIME, INTEGER -> summed;
            case CODE, CODES, CURRENCY, COUNTRY, YESNO, DATE, MONTH -> true;
        };
    }

    /** Whether the rows are lines of usage, of which the sums are kept. */
    boolean areSummed() {
        return summed;
    }

    /** How many columns the records have. */
    int size() {
        return readers.size();
    }

    ColumnReader reader(int column) {
        return readers.get(column);
    }

    private ColumnReader reader(String name) {
        return readers.get(type.indexOf(name).orElseThrow());
    }

    /** How many headers the table has. */
    int headers() {
        return layout.headers().size();
    }

    /** Fills in what every row has where no cell is looked at. */
    void constants(@Nullable Object[] values) {
        System.arraycopy(constants, 0, values, 0, constants.length);
    }

    /** The columns that have to be looked at in each row. */
    int[] varying() {
        return columns(c -> readers.get(c).isRead()
                || readers.get(c).isRowName()
                || readers.get(c).fault(constants[c]) != null);
    }

    /** The columns that are read and totalled. */
    int[] totalled() {
        return columns(c -> readers.get(c).isRead() && isTotalled(c));
    }

    private int[] columns(IntPredicate which) {
        return IntStream.range(0, readers.size()).filter(which).toArray();
    }

    /** Where lines are summed their amounts are totalled, and no whole numbers such as terms. */
    boolean isTotalled(int column) {
        ColumnReader reader = readers.get(column);
        return reader.isNumber() && !(summed && reader.column().type() == ColumnType.INTEGER);
    }

    /** The columns of the sheet that are mapped, and need to be decoded: in a real export only a few. */
    ColumnSelection selection() {
        return ColumnSelection.of(Stream.of(
                        readers.stream().flatMapToInt(ColumnReader::positions),
                        skipped.keySet().stream().mapToInt(Integer::intValue),
                        layout.closed() ? IntStream.of(headers()) : IntStream.empty())
                .flatMapToInt(Function.identity())
                .toArray());
    }

    /**
     * What can be found out about cells while the sheet is parsed.
     *
     * @param amounts  the columns of the sheet whose digits are wanted
     */
    PreparedColumns prepared(int[] amounts) {
        return PreparedColumns.of(groups, amounts, layout.decimalComma() ? ',' : '.');
    }

    /** Returns null where the day or an amount is made of more than one cell, or where some rows are no data. */
    @Nullable
    SeenRows seenRows() {
        ColumnReader day = reader("date");
        ColumnReader amount = reader("amount");
        ColumnReader usd = reader("usd_amount");
        if (day.plainPosition() < 0
                || amount.plainPosition() < 0
                || (usd.isRead() && usd.plainPosition() < 0)
                || !skipped.isEmpty()
                || layout.profile().blanks().stream().anyMatch(Text::isNumber)) {
            return null;
        }
        List<ColumnReader> others = readers.stream()
                .filter(reader -> reader.isRead() && reader != day && reader != amount && reader != usd)
                .toList();
        if (!others.stream().allMatch(ColumnReader::isNumbered)) {
            return null;
        }
        return new SeenRows(
                others,
                day,
                amount.plainPosition(),
                usd.plainPosition(),
                layout.closed() ? headers() : Integer.MAX_VALUE,
                type.indexOf("amount").orElseThrow(),
                type.indexOf("usd_amount").orElseThrow());
    }

    /** Whether the row has more fields than the table has columns, and no column may be added. */
    boolean isRagged(RowBlock block, int i) {
        return layout.closed() && block.columns(i) > headers();
    }

    /** Does the profile say that such a row is no data, e.g. a template of machines among the machines? */
    boolean isSkipped(RowBlock block, int i) {
        if (skipped.isEmpty()) {
            return false;
        }
        for (Map.Entry<Integer, Set<String>> cell : skipped.entrySet()) {
            String word = Text.trimmed(block.text(i, cell.getKey())).toLowerCase(Locale.ROOT);
            if (cell.getValue().contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Exports that were joined to one file have their headers again between the rows. */
    boolean isHeader(RowBlock block, int i) {
        return readers.stream()
                .flatMapToInt(ColumnReader::positions)
                .allMatch(position -> Text.trimmed(block.text(i, position))
                        .equals(layout.headers().get(position)));
    }

    /** Blanks the values that count only where a table of masters does not list another one of the row. */
    void blankListed(@Nullable Object[] values) {
        for (int n = 0; n < listed.size(); n++) {
            Listed one = listed.get(n);
            if (one.in().containsKey(String.valueOf(values[one.by()]))) {
                values[one.column()] = "";
            }
        }
    }
}
