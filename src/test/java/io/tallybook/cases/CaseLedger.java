package io.tallybook.cases;

import io.tallybook.intake.DateStyle;
import io.tallybook.intake.RowRules;
import io.tallybook.intake.ValueParser;
import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.AzureSubscription;
import io.tallybook.ledger.AzureUsage;
import io.tallybook.ledger.ColumnDefinition;
import io.tallybook.ledger.Dossier;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.LedgerRecord;
import io.tallybook.ledger.Origin;
import io.tallybook.ledger.RecordDefinition;
import io.tallybook.ledger.RecordType;
import io.tallybook.ledger.RecordTypes;
import io.tallybook.ledger.RejectedRow;
import io.tallybook.ledger.SharedRecords;
import io.tallybook.ledger.Solution;
import io.tallybook.ledger.UsageSum;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a worked example as dossiers: a small stand-in for intake and store, so that rules are tested without files.
 * The same examples run through the whole job elsewhere.
 */
public final class CaseLedger {
    private record Row(RecordDefinition<?> type, LedgerRecord record, Origin origin) {}

    private final Map<String, Map<Class<?>, List<? extends Entry<?>>>> accounts = new TreeMap<>();
    private final Map<Class<?>, List<? extends Entry<?>>> shared = new HashMap<>();
    private final Map<String, List<RejectedRow>> rejectedOf = new HashMap<>();
    private final Set<String> rejects = new HashSet<>();
    private final Map<String, Row> byId = new HashMap<>();

    private CaseLedger() {}

    /**
     * Reads the rows.
     *
     * @param inputs  rows by record type, each a map of column to text
     * @param zone  the job's zone
     * @param azureAccount  the setting {@code azure.account}
     */
    public static CaseLedger of(Map<String, List<Map<String, String>>> inputs, ZoneId zone, String azureAccount) {
        CaseLedger ledger = new CaseLedger();
        List<Row> rows = new ArrayList<>();
        int table = 0;
        for (Map.Entry<String, List<Map<String, String>>> input : inputs.entrySet()) {
            RecordDefinition<?> type = RecordTypes.named(input.getKey()).orElseThrow();
            ledger.read(type, input.getValue(), table++, zone, rows);
        }
        for (Row row : rows) {
            if (row.type().isShared()) {
                ledger.file(ledger.shared, row);
                continue;
            }
            String account = ledger.account(row, azureAccount);
            if (account.isEmpty()) {
                ledger.rejects.add(key(row));
            } else {
                ledger.file(ledger.accounts.computeIfAbsent(account, id -> new HashMap<>()), row);
            }
        }
        return ledger;
    }

    private void read(
            RecordDefinition<?> type, List<Map<String, String>> inputs, int table, ZoneId zone, List<Row> rows) {
        Set<List<Object>> keys = new HashSet<>();
        for (int n = 0; n < inputs.size(); n++) {
            Map<String, String> cells = inputs.get(n);
            Origin origin = new Origin(type.name() + ".csv", type.name(), table, n + 2);
            @Nullable Object[] values = new Object[type.columns().size()];
            boolean good = true;
            for (int i = 0; i < values.length; i++) {
                ColumnDefinition column = type.columns().get(i);
                values[i] = new ValueParser(column, zone, DateStyle.ISO, false)
                        .parse(cells.getOrDefault(column.name(), ""));
                good &= !isBad(values[i]);
                good &= !column.required()
                        || !cells.getOrDefault(column.name(), "").isBlank();
            }
            if (good) {
                RowRules rules = new RowRules(type);
                good = IntStream.of(rules.columns()).allMatch(column -> rules.check(column, values) == null);
            }
            if (good) {
                List<Object> key = new ArrayList<>();
                for (int i : type.key()) {
                    key.add(String.valueOf(values[i]));
                }
                good = keys.add(key);
            }
            if (good) {
                Row row = new Row(type, type.create(values), origin);
                rows.add(row);
                byId.put(type.name() + ":" + values[type.key()[0]], row);
            } else {
                rejects.add(type.name() + ":" + origin.row());
                String own = cells.getOrDefault("account", "");
                rejectedOf
                        .computeIfAbsent(own, id -> new ArrayList<>())
                        .add(new RejectedRow(type.name(), origin, "rejected", ""));
            }
        }
    }

    private static boolean isBad(@Nullable Object value) {
        return value != null && value.getClass().getSimpleName().equals("BadValue");
    }

    private static String key(Row row) {
        return row.type().name() + ":" + row.origin().row();
    }

    private void file(Map<Class<?>, List<? extends Entry<?>>> files, Row row) {
        @SuppressWarnings("unchecked") // filed under its own class
        List<Entry<?>> entries =
                (List<Entry<?>>) files.computeIfAbsent(row.type().type(), type -> new ArrayList<Entry<?>>());
        entries.add(new Entry<>(row.record(), row.origin()));
    }

    private String account(Row row, String azureAccount) {
        if (row.record() instanceof AzureUsage usage) {
            return usageAccount(usage, azureAccount);
        }
        String own = value(row, "account");
        if (!own.isEmpty() || row.type().account().equals(RecordType.OWN)) {
            return own;
        }
        RecordDefinition<?> over = RecordTypes.named(row.type().account()).orElseThrow();
        Row owner = byId.get(
                over.name() + ":" + value(row, over.columns().get(over.key()[0]).name()));
        return owner == null ? "" : account(owner, azureAccount);
    }

    private String usageAccount(AzureUsage usage, String azureAccount) {
        if (!usage.account().isEmpty()) {
            return usage.account();
        }
        Row owner = byId.getOrDefault(
                "azure_subscriptions:" + usage.subscription(), byId.get("agreements:" + usage.billingAccount()));
        if (owner != null) {
            return value(owner, "account");
        }
        return usage.billingAccount().isEmpty() ? azureAccount : usage.billingAccount();
    }

    private static String value(Row row, String column) {
        var index = row.type().indexOf(column);
        return index.isEmpty() ? "" : String.valueOf(row.type().values(row.record())[index.getAsInt()]);
    }

    public SharedRecords shared() {
        return new SharedRecords(shared);
    }

    /** Returns the dossiers in the order of their accounts. */
    public List<Dossier> dossiers() {
        List<Dossier> dossiers = new ArrayList<>();
        accounts.forEach((account, entries) -> dossiers.add(withOthers(
                new Dossier(account, Map.copyOf(entries), List.of(), rejectedOf.getOrDefault(account, List.of())))));
        return dossiers;
    }

    private Dossier withOthers(Dossier dossier) {
        return dossier.withUsageOfOthers(usageOfOthers(dossier))
                .withSubscriptionsOfOthers(dossier.subscriptionsNamedElsewhere().stream()
                        .map(id -> byId.get("azure_subscriptions:" + id))
                        .filter(Objects::nonNull)
                        .map(row -> (AzureSubscription) row.record())
                        .toList())
                .withAgreementsOfOthers(dossier.agreementsNamedElsewhere().stream()
                        .map(id -> byId.get("agreements:" + id))
                        .filter(Objects::nonNull)
                        .map(row -> new Entry<>((Agreement) row.record(), row.origin()))
                        .toList());
    }

    /** The lines charged to other accounts that serve a solution of this one. */
    private List<UsageSum> usageOfOthers(Dossier dossier) {
        Set<String> solutions = dossier.all(Solution.class).stream()
                .map(entry -> entry.record().solution())
                .collect(Collectors.toSet());
        List<UsageSum> found = new ArrayList<>();
        accounts.forEach((account, entries) -> {
            for (Entry<AzureUsage> entry : new Dossier(account, entries, List.of(), List.of()).all(AzureUsage.class)) {
                AzureUsage line = entry.record();
                Row subscription = byId.get("azure_subscriptions:" + line.subscription());
                String solution = !line.solution().isEmpty() || subscription == null
                        ? line.solution()
                        : value(subscription, "solution");
                if (!account.equals(dossier.account()) && solutions.contains(solution)) {
                    Origin origin = entry.origin();
                    found.add(
                            new UsageSum(line, 1, origin.file(), origin.sheet(), origin.row(), origin.row(), List.of())
                                    .serving(account, solution));
                }
            }
        });
        return found;
    }

    /** Whether a row (header = 1) was refused while it was read. */
    public boolean isRejected(String record, int row) {
        return rejects.contains(record + ":" + row);
    }
}
