package io.tallybook.intake;

import io.tallybook.intake.Profile.Source;
import io.tallybook.intake.Profile.UnlessListed;
import io.tallybook.ledger.AzureUsage;
import io.tallybook.ledger.ColumnDefinition;
import io.tallybook.ledger.ColumnType;
import io.tallybook.ledger.LedgerRow;
import io.tallybook.ledger.LedgerStore.ControlTotal;
import io.tallybook.ledger.Origin;
import io.tallybook.ledger.RecordDefinition;
import io.tallybook.ledger.RecordTypes;
import io.tallybook.ledger.Reject;
import io.tallybook.ledger.SourceTable;
import io.tallybook.ledger.SourceTable.Counts;
import io.tallybook.ledger.UsageMonth;
import io.tallybook.ledger.UsageSums;
import io.tallybook.ledger.YesNo;
import io.tallybook.sheet.CellKind;
import io.tallybook.sheet.ColumnSelection;
import io.tallybook.sheet.PreparedColumns;
import io.tallybook.sheet.ReadOptions;
import io.tallybook.sheet.RowBlock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one table block by block: every data row becomes a ledger row or rejects, and nothing else.
 *
 * <p>Memory: one block. A totals row counts as passed over only if nothing follows it but remarks, so it and a few of them
 * are held back until more is seen. Lines of big usage exports are summed instead of kept (memory: some {@value #MANY_SUMS}
 * sums, filed with the block that exceeds them); such a table is read again from its start after a crash.
 */
public final class TableIntake {
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

    /** Below a totals row; more of them are a list that has lost its columns. */
    private static final int MOST_REMARKS = 50;

    /** So many sums are filed on the way: the memory depends neither on the rows nor on how different they are. */
    private static final int MANY_SUMS = 100_000;

    private final SourceTable table;
    private final RecordDefinition<?> type;
    private final IntakeContext context;
    private final List<String> headers;
    private final boolean closed;
    private final List<ColumnReader> columns = new ArrayList<>();
    // What every row has where no cell is looked at, the other columns, and those whose numbers are totalled.
    private final @Nullable Object[] constants;
    private final int[] varying;
    private final int[] totalled;
    private final List<int[]> groups = new ArrayList<>();
    private final char decimalMark;
    private final int[] key;
    private final Map<String, String>[] listed;
    private final int[] listedBy;
    private final AccountFinder accounts;
    private final Unpivoted unpivoted;
    private final ColumnTotals totals;
    private final boolean summed;
    private final RowRules rules;
    private final int[] ruled;
    private @Nullable Object[] values;
    private UsageSums sums;
    private final @Nullable SeenRows seen;
    private UsageSums.@Nullable Group lastGroup;

    private long rows;
    private long accepted;
    private long rejected;
    private long hidden;
    private final Map<Integer, Set<String>> skipped = new TreeMap<>();
    private long passedOver;
    private int position;
    /** A row that looks like a totals row, and the remarks below it; empty while there is none. */
    private final List<Held> held = new ArrayList<>();

    /** A row that may be none of the data: its values and what is wrong with it as a data row. */
    private static final class Held {
        private final int row;
        private final @Nullable Object[] values;
        private final List<Reject> rejects;

        private Held(int row, @Nullable Object[] values, List<Reject> rejects) {
            this.row = row;
            this.values = values;
            this.rejects = rejects;
        }
    }

    /**
     * @param table  the table, as the survey wrote it down
     * @param profiles  the profiles of the run
     * @param context  what the reading depends on
     */
    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of maps
    public TableIntake(SourceTable table, Profiles profiles, IntakeContext context) {
        this.table = table;
        this.type = RecordTypes.named(table.record()).orElseThrow();
        this.context = context;
        Profile profile = table.profile().isEmpty()
                ? Profile.plain(type.name())
                : profiles.named(table.profile()).orElseThrow();
        Layout layout = Layout.parse(type, profile, table.headerRow(), table.layout());
        this.headers = layout.headers();
        this.decimalMark = layout.decimalComma() ? ',' : '.';
        this.closed = layout.closed();
        this.key = type.key();
        int size = type.columns().size();
        this.summed = type.type() == AzureUsage.class
                && profile.columns().values().stream().anyMatch(Source::rowName);
        this.rules = new RowRules(type);
        this.ruled = rules.columns();
        this.values = new Object[size];
        this.listed = new Map[size];
        this.listedBy = new int[size];
        for (int i = 0; i < size; i++) {
            ColumnDefinition column = type.columns().get(i);
            Source source = isSummedAway(column) || isTagOfNoName(profile, column)
                    ? Source.plain(List.of())
                    : profile.columns().getOrDefault(column.name(), plainSource(profile, column));
            columns.add(reader(column, source, layout));
            UnlessListed unless = source.unlessListed();
            listed[i] = unless.table().isEmpty() ? Map.of() : context.owners().apply(unless.table());
            listedBy[i] = unless.table().isEmpty()
                    ? -1
                    : type.indexOf(unless.column()).orElse(-1);
        }
        this.constants = columns.stream().map(ColumnReader::constant).toArray();
        this.varying = IntStream.range(0, size)
                .filter(c -> columns.get(c).isRead()
                        || columns.get(c).isRowName()
                        || fault(columns.get(c), constants[c]) != null)
                .toArray();
        this.totalled = IntStream.range(0, size)
                .filter(c -> columns.get(c).isRead() && isTotalled(columns.get(c)))
                .toArray();
        profile.skipped()
                .forEach((header, words) -> layout.position(header).ifPresent(column -> skipped.put(column, words)));
        this.accounts = new AccountFinder(type, context);
        this.unpivoted = Unpivoted.of(layout, context.zone());
        this.totals = new ColumnTotals(size);
        this.sums = UsageSums.upTo(context.asOf());
        this.seen = summed ? seenRows(layout) : null;
        this.position = table.headerRow() + 1;
    }

    /** Returns null where the day or an amount is made of more than one cell, or where some rows are no data. */
    private @Nullable SeenRows seenRows(Layout layout) {
        ColumnReader day = column("date");
        ColumnReader amount = column("amount");
        ColumnReader usd = column("usd_amount");
        if (day.plainPosition() < 0
                || amount.plainPosition() < 0
                || (usd.isRead() && usd.plainPosition() < 0)
                || !unpivoted.isNone()
                || !skipped.isEmpty()
                || layout.profile().blanks().stream().anyMatch(TableIntake::isNumber)) {
            return null;
        }
        List<ColumnReader> others = columns.stream()
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
                closed ? headers.size() : Integer.MAX_VALUE,
                type.indexOf("amount").orElseThrow(),
                type.indexOf("usd_amount").orElseThrow());
    }

    private ColumnReader column(String name) {
        return columns.get(type.indexOf(name).orElseThrow());
    }

    /** Texts that a sum leaves blank need not be read; they cannot be wrong. */
    private boolean isSummedAway(ColumnDefinition column) {
        return summed && UsageSums.LEFT_BLANK.contains(column.name());
    }

    /** Lists of tags need not be read where no setting says which of them counts. */
    private boolean isTagOfNoName(Profile profile, ColumnDefinition column) {
        Source source = profile.columns().get(column.name());
        return source != null
                && !source.tagSetting().isEmpty()
                && context.setting(source.tagSetting()).isBlank();
    }

    private static Source plainSource(Profile profile, ColumnDefinition column) {
        return Source.plain(profile.isPlain() ? List.of(column.name()) : List.of());
    }

    private ColumnReader reader(ColumnDefinition column, Source source, Layout layout) {
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

    /**
     * How to read the rows that are still to be taken.
     *
     * @param blockRows  the most rows in a block
     */
    public ReadOptions reading(int blockRows) {
        int[] amounts = seen == null ? new int[0] : seen.amounts();
        return new ReadOptions(selection(), position, blockRows, PreparedColumns.of(groups, amounts, decimalMark));
    }

    /**
     * The columns of the sheet that have to be decoded: of a real export only the few that are mapped; of a table with our
     * own headers all, because the word that marks a totals row may stand in any of them.
     */
    private ColumnSelection selection() {
        if (table.profile().isEmpty() || !unpivoted.isNone()) {
            return ColumnSelection.ALL;
        }
        return ColumnSelection.of(Stream.of(
                        columns.stream().flatMapToInt(ColumnReader::positions),
                        skipped.keySet().stream().mapToInt(Integer::intValue),
                        closed ? IntStream.of(headers.size()) : IntStream.empty())
                .flatMapToInt(Function.identity())
                .toArray());
    }

    /** Takes the rows of a block, which have to be the next ones of {@link #reading}. */
    public BlockResult take(RowBlock block) {
        List<LedgerRow> good = new ArrayList<>(summed ? 0 : block.size());
        List<Reject> bad = new ArrayList<>();
        SeenRows like = seen;
        if (like != null) {
            like.begin(block);
        }
        for (int i = 0; i < block.size(); i++) {
            hidden += block.hidden(i) ? 1 : 0;
        }
        int i = 0;
        while (i < block.size()) {
            int added = like == null || !held.isEmpty() ? 0 : like.addLines(block, i, totals);
            rows += added;
            accepted += added;
            i += added;
            if (i < block.size()) {
                row(block, i, good, bad);
                i++;
            }
        }
        position = block.row(block.size() - 1) + 1;
        List<UsageMonth> some = sums.size() > MANY_SUMS ? sums.take() : List.of();
        return new BlockResult(good, bad, some, Optional.empty());
    }

    /** Ends the table. */
    public BlockResult finish() {
        List<ControlTotal> controls = new ArrayList<>();
        if (!held.isEmpty()) {
            controls.addAll(controls(held.get(0)));
        }
        rows += held.size();
        Counts counts = new Counts(rows, accepted, rejected, passedOver + held.size());
        List<String> notices = hidden == 0
                ? List.of()
                : List.of(hidden == 1 ? "1 hidden row was read" : hidden + " hidden rows were read");
        BlockResult.End end = new BlockResult.End(counts, controls, sums.take(), notices);
        return new BlockResult(List.of(), List.of(), List.of(), Optional.of(end));
    }

    private void row(RowBlock block, int i, List<LedgerRow> good, List<Reject> bad) {
        int row = block.row(i);
        boolean isRagged = closed && block.columns(i) > headers.size();
        if (isSkipped(block, i)) {
            rows++;
            passedOver++;
            return;
        }
        // A sum keeps no values of its lines, so one array serves them all.
        @Nullable Object[] values = summed ? this.values : new Object[constants.length];
        System.arraycopy(constants, 0, values, 0, values.length);
        List<Reject> faults = List.of();
        for (int c : varying) {
            ColumnReader column = columns.get(c);
            values[c] = column.isRowName() ? rowName(row) : column.value(block, i);
            BadValue fault = fault(column, values[c]);
            if (fault != null && !unpivoted.fills(c)) {
                faults = added(faults, reject(row, column, column.found(block, i), fault, values));
            }
        }
        if (isRagged) {
            faults = added(faults, ragged(block, i, values));
        }
        if (!faults.isEmpty() && !held.isEmpty() && held.size() <= MOST_REMARKS && isRemark(block, i)) {
            held.add(new Held(row, values.clone(), faults));
            return;
        }
        rejectHeld(bad);
        if (!faults.isEmpty() && isTotalsRow(block, i, values)) {
            held.add(new Held(row, values.clone(), faults));
            return;
        }
        rows++;
        if (!faults.isEmpty() && isHeader(block, i)) {
            passedOver++;
            return;
        }
        count(values, row);
        if (faults.isEmpty()) {
            faults = unpivoted.isNone() ? whole(row, values, good) : parts(block, i, values, good);
        }
        if (faults.isEmpty()) {
            accepted++;
            if (seen != null && lastGroup != null) {
                seen.remember(i, lastGroup);
            }
        } else {
            rejected++;
            bad.addAll(faults);
        }
    }

    /** Does the profile say that such a row is no data, e.g. a template of machines among the machines? */
    private boolean isSkipped(RowBlock block, int i) {
        for (Map.Entry<Integer, Set<String>> cell : skipped.entrySet()) {
            String word = Text.trimmed(block.text(i, cell.getKey())).toLowerCase(Locale.ROOT);
            if (cell.getValue().contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Something follows, so it was no totals row but a data row with faults, and what stood below it too. */
    private void rejectHeld(List<Reject> bad) {
        for (Held before : held) {
            count(before.values, before.row);
            rows++;
            rejected++;
            bad.addAll(before.rejects);
        }
        held.clear();
    }

    private String rowName(int row) {
        return summed ? table.fileName() : table.fileName() + "#" + row;
    }

    private static List<Reject> added(List<Reject> faults, Reject fault) {
        List<Reject> more = faults.isEmpty() ? new ArrayList<>() : faults;
        more.add(fault);
        return more;
    }

    private static @Nullable BadValue fault(ColumnReader column, @Nullable Object value) {
        if (value instanceof BadValue bad) {
            return bad;
        }
        if (column.column().required() && isBlank(value)) {
            return new BadValue(
                    Problem.MISSING_VALUE.code(), column.column().type().about(), "fill in the cell");
        }
        return null;
    }

    private static boolean isBlank(@Nullable Object value) {
        return value == null || value.equals("") || value == YesNo.UNKNOWN;
    }

    private void count(@Nullable Object[] values, int row) {
        for (int c : totalled) {
            totals.add(c, values[c], row);
        }
    }

    /** Where lines are summed their amounts are totalled, and no whole numbers such as terms. */
    private boolean isTotalled(ColumnReader column) {
        return column.isNumber() && !(summed && column.column().type() == ColumnType.INTEGER);
    }

    /** One record of one row; returns what speaks against it. */
    private List<Reject> whole(int row, @Nullable Object[] values, List<LedgerRow> good) {
        List<Reject> faults = List.of();
        for (int c : ruled) {
            BadValue broken = rules.check(c, values);
            if (broken != null) {
                faults = added(faults, reject(row, columns.get(c), String.valueOf(values[c]), broken, values));
            }
        }
        if (!faults.isEmpty()) {
            return faults;
        }
        for (int c = 0; c < values.length; c++) {
            if (listedBy[c] >= 0 && listed[c].containsKey(String.valueOf(values[listedBy[c]]))) {
                values[c] = "";
            }
        }
        String account = type.isShared() ? "" : accounts.account(values);
        if (account.isEmpty() && !type.isShared()) {
            ColumnReader column = columns.get(accounts.column());
            BadValue noWay = new BadValue(Problem.NO_ACCOUNT.code(), accounts.expected(), accounts.remedy());
            return List.of(reject(row, column, String.valueOf(values[accounts.column()]), noWay, values));
        }
        if (type.type() == AzureUsage.class) {
            values[accountColumn()] = account;
        }
        if (summed) {
            AzureUsage line = (AzureUsage) type.create(values);
            lastGroup = sums.add(line, table.fileName(), table.sheet(), row);
        } else {
            good.add(LedgerRow.of(key, row, 0, account, values));
        }
        return List.of();
    }

    private int accountColumn() {
        return type.indexOf("account").orElseThrow();
    }

    /** Several records of one row of a wide table. */
    private List<Reject> parts(RowBlock block, int i, @Nullable Object[] values, List<LedgerRow> good) {
        List<@Nullable Object[]> records = new ArrayList<>();
        BadValue bad = unpivoted.records(block, i, values, records);
        if (bad != null) {
            return List.of(reject(block.row(i), columns.get(unpivoted.cell()), unpivoted.found(), bad, values));
        }
        for (int part = 0; part < records.size(); part++) {
            good.add(LedgerRow.of(key, block.row(i), part, "", records.get(part)));
        }
        return List.of();
    }

    private Reject ragged(RowBlock block, int i, @Nullable Object[] values) {
        BadValue bad = new BadValue(
                Problem.RAGGED_ROW.code(),
                "no field beyond the " + headers.size() + " of the header",
                "put quotes around a field that holds the separator");
        return reject(block.row(i), "", block.text(i, block.columns(i) - 1), bad, values);
    }

    private Reject reject(int row, ColumnReader column, String found, BadValue bad, @Nullable Object[] values) {
        return reject(row, column.column().name(), found, bad, values);
    }

    private Reject reject(int row, String column, String found, BadValue bad, @Nullable Object[] values) {
        return new Reject(
                new Origin(table.fileName(), table.sheet(), table.id(), row),
                type.name(),
                column,
                bad.code(),
                found.length() > 200 ? found.substring(0, 197) + "..." : found,
                bad.expected(),
                bad.remedy(),
                type.isShared() ? "" : accounts.owner(values));
    }

    // --- rows that are no data

    /** Exports that were joined to one file have their headers again between the rows. */
    private boolean isHeader(RowBlock block, int i) {
        return columns.stream()
                .flatMapToInt(ColumnReader::positions)
                .allMatch(position -> Text.trimmed(block.text(i, position)).equals(headers.get(position)));
    }

    /** Numbers without what makes a row a row, and beside them nothing but a word for a total. */
    private boolean isTotalsRow(RowBlock block, int i, @Nullable Object[] values) {
        boolean numbers = false;
        boolean word = false;
        boolean text = false;
        for (int c = 0; c < block.columns(i); c++) {
            CellKind kind = block.kind(i, c);
            if (kind == CellKind.TEXT) {
                String cell = Text.trimmed(block.text(i, c));
                String lower = cell.toLowerCase(Locale.ROOT)
                        .replaceAll("[:\\s_-]+", " ")
                        .strip();
                boolean isWord = TOTAL_WORDS.contains(lower);
                word |= isWord;
                text |= !cell.isEmpty() && !isWord && !isNumber(cell);
            } else if (kind != CellKind.BLANK && kind != CellKind.NUMBER && kind != CellKind.UNCACHED) {
                text = true;
            }
        }
        int missing = 0;
        for (int c = 0; c < values.length; c++) {
            ColumnReader column = columns.get(c);
            numbers |= column.isNumber() && (values[c] instanceof BigDecimal || values[c] instanceof Integer);
            numbers |= column.isNumber()
                    && values[c] instanceof BadValue bad
                    && bad.code().equals(Problem.UNCACHED_FORMULA.code());
            missing += column.column().required() && isBlank(values[c]) ? 1 : 0;
        }
        return numbers && !text && missing > 0 && (word || missing > 1);
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

    private static boolean isNumber(String text) {
        return text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '-' || c == '+');
    }

    private List<ControlTotal> controls(Held total) {
        List<ControlTotal> controls = new ArrayList<>();
        Origin origin = new Origin(table.fileName(), table.sheet(), table.id(), total.row);
        for (int c = 0; c < total.values.length; c++) {
            Object stated = total.values[c];
            if (!isTotalled(columns.get(c)) || stated == null) {
                continue;
            }
            String column = columns.get(c).column().name();
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

    // --- restart

    /** Whether the lines are summed: then there is nothing to go on from after a crash but the start. */
    public boolean isSummed() {
        return summed;
    }

    /** Where the reading stands, to be committed with the rows. Rows held back are read again. */
    public String state() {
        int next = held.isEmpty() ? position : held.get(0).row;
        return String.join(
                "|",
                Integer.toString(next),
                Long.toString(rows),
                Long.toString(accepted),
                Long.toString(rejected),
                Long.toString(hidden),
                Long.toString(passedOver),
                totals.written());
    }

    /** Goes on from a committed state. */
    public void restore(String state) {
        List<String> parts = Arrays.asList(state.split("\\|", -1));
        position = Integer.parseInt(parts.get(0));
        rows = Long.parseLong(parts.get(1));
        accepted = Long.parseLong(parts.get(2));
        rejected = Long.parseLong(parts.get(3));
        hidden = Long.parseLong(parts.get(4));
        passedOver = Long.parseLong(parts.get(5));
        totals.restore(parts.get(6));
        held.clear();
        sums = UsageSums.upTo(context.asOf());
    }
}
