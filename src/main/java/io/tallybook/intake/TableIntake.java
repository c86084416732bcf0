package io.tallybook.intake;

import io.tallybook.ledger.AzureUsage;
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
import io.tallybook.sheet.ColumnSelection;
import io.tallybook.sheet.ReadOptions;
import io.tallybook.sheet.RowBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one table block by block: every data row becomes a ledger row or rejects, and nothing else.
 *
 * <p>Memory: one block. A totals row counts as passed over only if nothing follows it but remarks, so it and a few of them
 * are held back until more is seen. Lines of big usage exports are summed instead of kept (memory: some {@value #MANY_SUMS}
 * sums, filed with the block that exceeds them); such a table is read again from its start after a crash.
 */
public final class TableIntake {
    /** So many sums are filed on the way: the memory depends neither on the rows nor on how different they are. */
    private static final int MANY_SUMS = 100_000;

    private final SourceTable table;
    private final RecordDefinition<?> type;
    private final IntakeContext context;
    private final TableColumns columns;
    private final int[] varying;
    private final int[] totalled;
    private final int[] key;
    private final AccountFinder accounts;
    private final Unpivoted unpivoted;
    private final ColumnTotals totals;
    private final boolean summed;
    private final HeldRows held;
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
    private long passedOver;
    private int position;

    /**
     * @param table  the table, as the survey wrote it down
     * @param profiles  the profiles of the run
     * @param context  what the reading depends on
     */
    public TableIntake(SourceTable table, Profiles profiles, IntakeContext context) {
        this.table = table;
        this.type = RecordTypes.named(table.record()).orElseThrow();
        this.context = context;
        Profile profile = table.profile().isEmpty()
                ? Profile.plain(type.name())
                : profiles.named(table.profile()).orElseThrow();
        Layout layout = Layout.parse(type, profile, table.headerRow(), table.layout());
        this.columns = new TableColumns(table, layout, context);
        this.varying = columns.varying();
        this.totalled = columns.totalled();
        this.summed = columns.areSummed();
        this.held = new HeldRows(columns);
        this.key = type.key();
        this.rules = new RowRules(type);
        this.ruled = rules.columns();
        this.values = new Object[columns.size()];
        this.accounts = new AccountFinder(type, context);
        this.unpivoted = Unpivoted.of(layout, context.zone());
        this.totals = new ColumnTotals(columns.size());
        this.sums = UsageSums.upTo(context.asOf());
        this.seen = summed && unpivoted.isNone() ? columns.seenRows() : null;
        this.position = table.headerRow() + 1;
    }

    /**
     * How to read the rows that are still to be taken.
     *
     * @param blockRows  the most rows in a block
     */
    public ReadOptions reading(int blockRows) {
        int[] amounts = seen == null ? new int[0] : seen.amounts();
        // Of a table with our own headers all columns: the word that marks a totals row may stand in any of them.
        ColumnSelection read =
                table.profile().isEmpty() || !unpivoted.isNone() ? ColumnSelection.ALL : columns.selection();
        return new ReadOptions(read, position, blockRows, columns.prepared(amounts));
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
        List<ControlTotal> controls = held.controls(totals, this::origin);
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
        if (columns.isSkipped(block, i)) {
            rows++;
            passedOver++;
            return;
        }
        // A sum keeps no values of its lines, so one array serves them all.
        @Nullable Object[] values = summed ? this.values : new Object[columns.size()];
        columns.constants(values);
        List<Reject> faults = List.of();
        for (int c : varying) {
            ColumnReader column = columns.reader(c);
            values[c] = column.isRowName() ? rowName(row) : column.value(block, i);
            BadValue fault = column.fault(values[c]);
            if (fault != null && !unpivoted.fills(c)) {
                faults = added(faults, reject(row, column, column.found(block, i), fault, values));
            }
        }
        if (columns.isRagged(block, i)) {
            faults = added(faults, ragged(block, i, values));
        }
        if (!faults.isEmpty() && held.takesRemark(block, i, values, faults)) {
            return;
        }
        rejectHeld(bad);
        if (!faults.isEmpty() && held.takesTotals(block, i, values, faults)) {
            return;
        }
        rows++;
        if (!faults.isEmpty() && columns.isHeader(block, i)) {
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

    /** Something follows, so it was no totals row but a data row with faults, and what stood below it too. */
    private void rejectHeld(List<Reject> bad) {
        if (held.isEmpty()) {
            return;
        }
        for (HeldRows.Held row : held.release()) {
            count(row.values(), row.row());
            rows++;
            rejected++;
            bad.addAll(row.faults());
        }
    }

    private String rowName(int row) {
        return summed ? table.fileName() : table.fileName() + "#" + row;
    }

    private static List<Reject> added(List<Reject> faults, Reject fault) {
        List<Reject> more = faults.isEmpty() ? new ArrayList<>() : faults;
        more.add(fault);
        return more;
    }

    private void count(@Nullable Object[] values, int row) {
        for (int c : totalled) {
            totals.add(c, values[c], row);
        }
    }

    /** One record of one row; returns what speaks against it. */
    private List<Reject> whole(int row, @Nullable Object[] values, List<LedgerRow> good) {
        List<Reject> faults = List.of();
        for (int c : ruled) {
            BadValue broken = rules.check(c, values);
            if (broken != null) {
                faults = added(faults, reject(row, columns.reader(c), String.valueOf(values[c]), broken, values));
            }
        }
        if (!faults.isEmpty()) {
            return faults;
        }
        columns.blankListed(values);
        String account = type.isShared() ? "" : accounts.account(values);
        if (account.isEmpty() && !type.isShared()) {
            ColumnReader column = columns.reader(accounts.column());
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
            return List.of(reject(block.row(i), columns.reader(unpivoted.cell()), unpivoted.found(), bad, values));
        }
        for (int part = 0; part < records.size(); part++) {
            good.add(LedgerRow.of(key, block.row(i), part, "", records.get(part)));
        }
        return List.of();
    }

    private Reject ragged(RowBlock block, int i, @Nullable Object[] values) {
        BadValue bad = new BadValue(
                Problem.RAGGED_ROW.code(),
                "no field beyond the " + columns.headers() + " of the header",
                "put quotes around a field that holds the separator");
        return reject(block.row(i), "", block.text(i, block.columns(i) - 1), bad, values);
    }

    private Reject reject(int row, ColumnReader column, String found, BadValue bad, @Nullable Object[] values) {
        return reject(row, column.column().name(), found, bad, values);
    }

    private Reject reject(int row, String column, String found, BadValue bad, @Nullable Object[] values) {
        return new Reject(
                origin(row),
                type.name(),
                column,
                bad.code(),
                found.length() > 200 ? found.substring(0, 197) + "..." : found,
                bad.expected(),
                bad.remedy(),
                type.isShared() ? "" : accounts.owner(values));
    }

    private Origin origin(int row) {
        return new Origin(table.fileName(), table.sheet(), table.id(), row);
    }

    // --- restart

    /** Whether the lines are summed: then there is nothing to go on from after a crash but the start. */
    public boolean isSummed() {
        return summed;
    }

    /** Where the reading stands, to be committed with the rows. Rows held back are read again. */
    public String state() {
        int next = held.isEmpty() ? position : held.firstRow();
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
        held.release();
        sums = UsageSums.upTo(context.asOf());
    }
}
