package io.tallybook.ledger;

import io.tallybook.ledger.LedgerPages.Found;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Puts the dossiers of a block of accounts together. Memory: the rows of one block. Thread-safe. */
public final class DossierReader {
    private static final int NAMED = 3;
    private static final Comparator<Origin> ORIGINS =
            Comparator.comparingInt(Origin::table).thenComparingInt(Origin::row);
    private static final Comparator<Reject> READING_ORDER = Comparator.comparing(Reject::origin, ORIGINS);

    private final LedgerStore store;
    private final Database database;
    private final LedgerPages pages;
    private final RejectTable rejectTable;
    private final Map<Integer, SourceTable> tables;
    /** What the accounts of rejected rows were found through, by account. */
    private final Map<String, List<String>> ownersOfRejects = new HashMap<>();

    /** Codecs by record type, for one thread at a time. */
    private final Queue<Map<String, RowCodec<?>>> idleCodecs = new ConcurrentLinkedQueue<>();

    private final Map<String, Map<String, String>> ownersByRecord = new ConcurrentHashMap<>();
    private @Nullable Map<String, List<UsageSum>> usageOfOthers;

    DossierReader(
            LedgerStore store,
            Database database,
            LedgerPages pages,
            RejectTable rejectTable,
            Map<Integer, SourceTable> tables) {
        this.store = store;
        this.database = database;
        this.pages = pages;
        this.rejectTable = rejectTable;
        this.tables = tables;
        Map<String, Map<String, String>> masters = new HashMap<>();
        for (String owner : rejectTable.owners()) {
            int colon = owner.indexOf(':');
            if (colon > 0) {
                String through = owner.substring(0, colon);
                String id = owner.substring(colon + 1);
                String account = through.equals("account")
                        ? id
                        : masters.computeIfAbsent(through, store::owners).getOrDefault(id, "");
                if (!account.isEmpty()) {
                    ownersOfRejects
                            .computeIfAbsent(account, name -> new ArrayList<>())
                            .add(owner);
                }
            }
        }
    }

    /**
     * Returns the rejects that are known to belong to an account, in reading order.
     *
     * @param most  no more than this many, the first ones
     */
    public List<Reject> rejectsOf(String account, int most) {
        List<Reject> rejects = new ArrayList<>();
        for (String owner : ownersOfRejects.getOrDefault(account, List.of())) {
            rejects.addAll(rejectTable.ofOwner(tables, owner, most));
        }
        return rejects.stream().sorted(READING_ORDER).limit(most).toList();
    }

    /** Returns how many rejects are known to belong to an account, by record type. */
    public SortedMap<String, Long> rejectCounts(String account) {
        SortedMap<String, Long> counts = new TreeMap<>();
        for (String owner : ownersOfRejects.getOrDefault(account, List.of())) {
            rejectTable.countsOfOwner(owner).forEach((record, count) -> counts.merge(record, count, Long::sum));
        }
        return counts;
    }

    /** Returns the records that belong to no account. */
    public SharedRecords shared() {
        return new SharedRecords(read("", "").getOrDefault("", Map.of()));
    }

    /** Returns the dossiers of the accounts from {@code first} to {@code last}, in the order of their ids. */
    public List<Dossier> dossiers(String first, String last) {
        Map<String, Map<Class<?>, List<? extends Entry<?>>>> rows = read(first, last);
        Map<String, List<UsageSum>> usage = usage(first, last);
        usage.keySet().forEach(account -> rows.computeIfAbsent(account, id -> new HashMap<>()));
        List<Dossier> dossiers = new ArrayList<>();
        rows.forEach((account, entries) -> dossiers.add(
                withOthers(new Dossier(account, entries, usage.getOrDefault(account, List.of()), rejected(account)))));
        return dossiers;
    }

    private Dossier withOthers(Dossier dossier) {
        Dossier whole = dossier.all(Solution.class).isEmpty()
                ? dossier
                : dossier.withUsageOfOthers(usageOfOthers().getOrDefault(dossier.account(), List.of()));
        Set<String> subscriptions = dossier.subscriptionsNamedElsewhere();
        if (!subscriptions.isEmpty()) {
            List<AzureSubscription> found = new ArrayList<>();
            ofOthers(dossier, AzureSubscription.class, subscriptions).forEach(row -> found.add(row.record()));
            found.removeIf(row -> !subscriptions.contains(row.subscription()));
            whole = whole.withSubscriptionsOfOthers(found);
        }
        Set<String> agreements = dossier.agreementsNamedElsewhere();
        if (!agreements.isEmpty()) {
            List<Entry<Agreement>> found = new ArrayList<>();
            ofOthers(dossier, Agreement.class, agreements)
                    .forEach(row -> found.add(new Entry<>(row.record(), origin(row.place()))));
            found.removeIf(row -> !agreements.contains(row.record().agreement()));
            whole = whole.withAgreementsOfOthers(found);
        }
        return whole;
    }

    /** All records of one type of the other accounts that have some of these ids. */
    private <R extends LedgerRecord> List<Found<R>> ofOthers(Dossier dossier, Class<R> type, Set<String> ids) {
        RecordDefinition<R> definition = RecordTypes.of(type);
        // Read when the first account names an id that is not its own.
        Map<String, String> owners = ownersByRecord.computeIfAbsent(definition.name(), store::owners);
        Set<String> accounts = new TreeSet<>();
        ids.forEach(id -> accounts.add(owners.getOrDefault(id, dossier.account())));
        accounts.remove(dossier.account());
        List<Found<R>> found = new ArrayList<>();
        accounts.forEach(account -> pages.of(account, definition).forEach(found::add));
        return found;
    }

    /**
     * The usage that serves the solution of another account than it is charged to, by the account of the solution. Read when
     * the first account with a solution is: all usage is looked at, little is kept.
     */
    private synchronized Map<String, List<UsageSum>> usageOfOthers() {
        Map<String, List<UsageSum>> found = usageOfOthers;
        if (found == null) {
            Map<String, List<UsageSum>> of = new HashMap<>();
            Served served = served();
            BiConsumer<String, UsageSum> keep = (account, sum) -> {
                String owner = served.owner(account, sum.line());
                if (!owner.equals(account)) {
                    of.computeIfAbsent(owner, name -> new ArrayList<>())
                            .add(sum.serving(account, served.solution(sum.line())));
                }
            };
            for (Found<AzureUsage> line : pages.all(RecordTypes.of(AzureUsage.class), served::isOfAnother)) {
                Origin at = origin(line.place());
                keep.accept(line.account(), UsageSum.of(line.record(), 1, at.file(), at.sheet(), at.row(), at.row()));
            }
            eachUsage("", (account, sums) -> sums.forEach(sum -> keep.accept(account, sum)));
            usageOfOthers = of;
            found = of;
        }
        return found;
    }

    /**
     * Whom usage serves.
     *
     * @param owners  accounts by their solutions
     * @param solutions  solutions by their subscriptions
     */
    private record Served(Map<String, String> owners, Map<String, String> solutions) {
        String solution(AzureUsage line) {
            return line.solution().isEmpty() ? solutions.getOrDefault(line.subscription(), "") : line.solution();
        }

        /** The account of the solution that a line serves; the one it is charged to if there is none. */
        String owner(String account, AzureUsage line) {
            return owners.getOrDefault(solution(line), account);
        }

        boolean isOfAnother(String account, AzureUsage line) {
            return !owner(account, line).equals(account);
        }
    }

    private Served served() {
        Map<String, String> solutions = new HashMap<>();
        store.all(AzureSubscription.class).forEach(row -> solutions.putIfAbsent(row.subscription(), row.solution()));
        return new Served(pages.owners(RecordTypes.of(Solution.class)), solutions);
    }

    private Origin origin(LedgerPage.Place place) {
        return LedgerStore.origin(tables, place.table(), place.row());
    }

    /** Returns the dossiers of the accounts with a record of one of the types, in the order of their ids, one at a time. */
    public Iterable<Dossier> having(Set<Class<? extends LedgerRecord>> types) {
        Set<String> accounts = new TreeSet<>();
        for (Class<? extends LedgerRecord> type : types) {
            accounts.addAll(database.query(
                    "SELECT DISTINCT account FROM ledger_page WHERE record = '"
                            + RecordTypes.of(type).name() + "' AND account <> ''",
                    row -> row.getString(1)));
        }
        return () -> accounts.stream()
                .flatMap(account -> dossiers(account, account).stream())
                .iterator();
    }

    /** The first rejects of each record type and owner, of which the last stands for all others: results name three. */
    private List<RejectedRow> rejected(String account) {
        List<RejectedRow> rows = new ArrayList<>();
        for (String owner : ownersOfRejects.getOrDefault(account, List.of())) {
            rejectTable.countsOfOwner(owner).forEach((record, count) -> {
                List<Reject> first = rejectTable.ofOwner(tables, owner, record, NAMED);
                for (int i = 0; i < first.size(); i++) {
                    Reject reject = first.get(i);
                    long stands = i == NAMED - 1 ? count - i : 1;
                    rows.add(new RejectedRow(record, reject.origin(), reject.code(), owner, stands));
                }
            });
        }
        rows.sort(Comparator.comparing(RejectedRow::origin, ORIGINS));
        return rows;
    }

    private Map<String, Map<Class<?>, List<? extends Entry<?>>>> read(String first, String last) {
        Map<String, Map<Class<?>, List<? extends Entry<?>>>> accounts = new TreeMap<>();
        // What one block has made known serves the next.
        Map<String, RowCodec<?>> idle = idleCodecs.poll();
        Map<String, RowCodec<?>> codecs = idle == null ? new HashMap<>() : idle;
        pages.eachOfAccounts(first, last, (record, page) -> {
            RecordDefinition<?> type = RecordTypes.named(record).orElseThrow();
            RowCodec<?> codec = codecs.computeIfAbsent(record, name -> new RowCodec<>(type));
            @SuppressWarnings("unchecked") // filed under its own class
            List<Entry<?>> entries = (List<Entry<?>>) accounts.computeIfAbsent(page.account(), name -> new HashMap<>())
                    .computeIfAbsent(type.type(), name -> new ArrayList<Entry<?>>());
            for (LedgerPage.Cursor row = page.cursor(); row.next(); ) {
                entries.add(new Entry<>(row.record(codec), origin(row.place())));
            }
        });
        idleCodecs.add(codecs);
        return accounts;
    }

    private Map<String, List<UsageSum>> usage(String first, String last) {
        Map<String, List<UsageSum>> usage = new TreeMap<>();
        eachUsage(
                " WHERE account >= ? AND account <= ?",
                (account, sums) -> usage.computeIfAbsent(account, name -> new ArrayList<>())
                        .addAll(sums),
                first,
                last);
        return usage;
    }

    private void eachUsage(String where, BiConsumer<String, List<UsageSum>> to, String... arguments) {
        RowCodec<AzureUsage> codec = new RowCodec<>(RecordTypes.of(AzureUsage.class));
        database.each(
                "SELECT account, table_id, payload, parts FROM usage_sum" + where + " ORDER BY account, table_id, seq",
                row -> {
                    Origin origin = LedgerStore.origin(tables, row.getInt(2), 0);
                    to.accept(
                            row.getString(1),
                            new UsageMonth(
                                            codec.decode(row.getString(3)),
                                            origin.file(),
                                            origin.sheet(),
                                            UsageMonth.parts(row.getString(4)))
                                    .sums());
                },
                arguments);
    }
}
