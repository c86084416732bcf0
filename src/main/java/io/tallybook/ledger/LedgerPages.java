package io.tallybook.ledger;

import io.tallybook.ledger.LedgerPage.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * The accepted rows of a run in the store: a row of the store is a page of them, those of one account that were filed
 * together.
 *
 * <p>Filed one by one, rows cost the store and its driver several times as much: a statement bound, two trees searched and a
 * result read for each. An export mostly has the rows of an account together; one that mixes its accounts makes small pages,
 * at worst of one row.
 */
final class LedgerPages {
    /** So that a page stays small beside the memory of a run, whatever the account. */
    private static final int MOST_ROWS = 1_000;

    private static final String ORDER = " ORDER BY table_id, row_no, part";

    private final Database database;

    LedgerPages(Database database) {
        this.database = database;
    }

    void createSchema() {
        database.create("CREATE TABLE IF NOT EXISTS ledger_page (table_id INTEGER NOT NULL, row_no INTEGER NOT NULL,"
                + " part INTEGER NOT NULL, record TEXT NOT NULL, account TEXT NOT NULL, row_count INTEGER NOT NULL,"
                + " key_hashes BLOB NOT NULL, payload BLOB NOT NULL, PRIMARY KEY (table_id, row_no, part))");
    }

    /** Makes pages findable by their account. */
    void indexAccounts() {
        database.execute("CREATE INDEX IF NOT EXISTS ledger_page_account"
                + " ON ledger_page (account, record, table_id, row_no, part)");
    }

    void put(int table, String record, List<LedgerRow> rows) {
        database.update(
                "INSERT INTO ledger_page (table_id, row_no, part, record, account, row_count, key_hashes, payload)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                pages(table, rows),
                (statement, page) -> {
                    statement.setInt(1, page.place().table());
                    statement.setInt(2, page.place().row());
                    statement.setInt(3, page.place().part());
                    statement.setString(4, record);
                    statement.setString(5, page.account());
                    statement.setInt(6, page.size());
                    statement.setBytes(7, page.hashes());
                    statement.setBytes(8, page.rows());
                });
    }

    private static List<LedgerPage> pages(int table, List<LedgerRow> rows) {
        List<LedgerRow> ordered = new ArrayList<>(rows);
        ordered.sort(LedgerPages::inReadingOrder);
        List<LedgerPage> full = new ArrayList<>();
        Map<String, LedgerPage.Builder> open = new LinkedHashMap<>();
        for (LedgerRow row : ordered) {
            LedgerPage.Builder page = open.computeIfAbsent(
                    row.account(), account -> new LedgerPage.Builder(new Place(table, row.row(), row.part()), account));
            page.add(row);
            if (page.size() == MOST_ROWS) {
                full.add(page.build());
                open.remove(row.account());
            }
        }
        open.values().forEach(page -> full.add(page.build()));
        return full;
    }

    private static int inReadingOrder(LedgerRow one, LedgerRow other) {
        int byRow = Integer.compare(one.row(), other.row());
        return byRow != 0 ? byRow : Integer.compare(one.part(), other.part());
    }

    /** Puts pages from which rows were taken in the place of those that were there. */
    void replace(Collection<LedgerPage> pages) {
        database.update(
                "UPDATE ledger_page SET row_count = ?, key_hashes = ?, payload = ?"
                        + " WHERE table_id = ? AND row_no = ? AND part = ?",
                pages.stream().filter(page -> page.size() > 0).toList(),
                (statement, page) -> {
                    statement.setInt(1, page.size());
                    statement.setBytes(2, page.hashes());
                    statement.setBytes(3, page.rows());
                    statement.setInt(4, page.place().table());
                    statement.setInt(5, page.place().row());
                    statement.setInt(6, page.place().part());
                });
        database.update(
                "DELETE FROM ledger_page WHERE table_id = ? AND row_no = ? AND part = ?",
                pages.stream().filter(page -> page.size() == 0).toList(),
                (statement, page) -> {
                    statement.setInt(1, page.place().table());
                    statement.setInt(2, page.place().row());
                    statement.setInt(3, page.place().part());
                });
    }

    long count(String record) {
        return database.query(
                        "SELECT COALESCE(SUM(row_count), 0) FROM ledger_page WHERE record = '" + record + "'",
                        row -> row.getLong(1))
                .get(0);
    }

    /** Takes the place of a page and the hashes of the keys of its rows. */
    interface HashesReader {
        void take(Place place, byte[] hashes);
    }

    /** Gives the hashes of all keys of a record type, page by page. */
    void eachHashes(String record, HashesReader to) {
        database.each(
                "SELECT table_id, row_no, part, key_hashes FROM ledger_page WHERE record = '" + record + "'" + ORDER,
                row -> to.take(new Place(row.getInt(1), row.getInt(2), row.getInt(3)), row.getBytes(4)));
    }

    /** Gives the pages of a record type from one place to another, both included. */
    void each(String record, Place from, Place to, Consumer<LedgerPage> consumer) {
        each(
                " AND (table_id, row_no, part) >= " + text(from) + " AND (table_id, row_no, part) <= " + text(to),
                record,
                consumer);
    }

    private static String text(Place place) {
        return "(" + place.table() + ", " + place.row() + ", " + place.part() + ")";
    }

    private void each(String where, String record, Consumer<LedgerPage> consumer, String... arguments) {
        database.each(
                "SELECT table_id, row_no, part, account, key_hashes, payload FROM ledger_page WHERE record = '" + record
                        + "'" + where + ORDER,
                row -> consumer.accept(page(row)),
                arguments);
    }

    private static LedgerPage page(ResultSet row) throws SQLException {
        return new LedgerPage(
                new Place(row.getInt(1), row.getInt(2), row.getInt(3)),
                row.getString(4),
                row.getBytes(5),
                row.getBytes(6));
    }

    /** A record of the store with the place and the account of its row. */
    record Found<R>(Place place, String account, R record) {}

    /** Returns all records of a type in reading order. Memory: all of them. */
    <R extends LedgerRecord> List<Found<R>> all(RecordDefinition<R> type) {
        return all(type, (account, row) -> true);
    }

    /** Returns the records of a type that are wanted, with their accounts, in reading order. Memory: those. */
    <R extends LedgerRecord> List<Found<R>> all(RecordDefinition<R> type, BiPredicate<String, R> wanted) {
        return found(type, wanted, "");
    }

    /** Returns the records of a type that belong to an account, in reading order. */
    <R extends LedgerRecord> List<Found<R>> of(String account, RecordDefinition<R> type) {
        return found(type, (of, row) -> true, " AND account = ?", account);
    }

    private <R extends LedgerRecord> List<Found<R>> found(
            RecordDefinition<R> type, BiPredicate<String, R> wanted, String where, String... arguments) {
        RowCodec<R> codec = new RowCodec<>(type);
        List<Found<R>> all = new ArrayList<>();
        each(
                where,
                type.name(),
                page -> {
                    for (LedgerPage.Cursor row = page.cursor(); row.next(); ) {
                        R record = row.record(codec);
                        if (wanted.test(page.account(), record)) {
                            all.add(new Found<>(row.place(), page.account(), record));
                        }
                    }
                },
                arguments);
        // Pages of several accounts that were filed together have their rows in between each other.
        all.sort(Comparator.comparing(Found::place));
        return all;
    }

    /** Takes a page with the name of its record type. */
    interface PageReader {
        void take(String record, LedgerPage page);
    }

    /** Gives the pages of the accounts from {@code first} to {@code last}: by account, record type and place. */
    void eachOfAccounts(String first, String last, PageReader to) {
        database.each(
                "SELECT table_id, row_no, part, account, key_hashes, payload, record FROM ledger_page"
                        + " WHERE account >= ? AND account <= ? ORDER BY account, record, table_id, row_no, part",
                row -> to.take(row.getString(7), page(row)),
                first,
                last);
    }

    /** Returns the accounts that the rows of a table of masters belong to, by their ids. */
    <R extends LedgerRecord> Map<String, String> owners(RecordDefinition<R> type) {
        int id = type.key()[0];
        Map<String, String> owners = new HashMap<>();
        for (Found<R> found : all(type)) {
            owners.putIfAbsent(String.valueOf(type.values(found.record())[id]), found.account());
        }
        return owners;
    }
}
