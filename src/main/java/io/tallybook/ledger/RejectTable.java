package io.tallybook.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;

/** The rejected rows of a run in the store, with all that was found wrong with each. */
final class RejectTable {
    private static final String REJECTS =
            "SELECT table_id, row_no, record, col, code, found, expected, remedy, owner FROM reject";
    private static final String READING_ORDER = " ORDER BY table_id, row_no, seq";

    private final Database database;

    RejectTable(Database database) {
        this.database = database;
    }

    void createSchema() {
        database.create("CREATE TABLE IF NOT EXISTS reject (table_id INTEGER NOT NULL, row_no INTEGER NOT NULL,"
                + " seq INTEGER NOT NULL, record TEXT NOT NULL, col TEXT NOT NULL, code TEXT NOT NULL, found TEXT NOT NULL,"
                + " expected TEXT NOT NULL, remedy TEXT NOT NULL, owner TEXT NOT NULL,"
                + " PRIMARY KEY (table_id, row_no, seq))");
    }

    /** Makes rejects findable by what their account was found through. */
    void indexOwners() {
        database.execute("CREATE INDEX IF NOT EXISTS reject_owner ON reject (owner, record, table_id, row_no, seq)");
    }

    /** Adds rejects; several for one row are kept in their order, also those that come later than others. */
    void put(List<Reject> rejects) {
        database.update(
                "INSERT INTO reject (table_id, row_no, record, col, code, found, expected, remedy, owner, seq)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " (SELECT COALESCE(MAX(seq), 0) + 1 FROM reject WHERE table_id = ? AND row_no = ?))",
                rejects,
                (statement, reject) -> {
                    int table = reject.origin().table();
                    int row = reject.origin().row();
                    statement.setInt(1, table);
                    statement.setInt(2, row);
                    statement.setString(3, reject.record());
                    statement.setString(4, reject.column());
                    statement.setString(5, reject.code());
                    statement.setString(6, reject.found());
                    statement.setString(7, reject.expected());
                    statement.setString(8, reject.remedy());
                    statement.setString(9, reject.owner());
                    statement.setInt(10, table);
                    statement.setInt(11, row);
                });
    }

    /** Gives all rejects one by one, in the order of reading. */
    void each(Map<Integer, SourceTable> tables, Consumer<Reject> to) {
        database.each(REJECTS + READING_ORDER, row -> to.accept(reject(tables, row)));
    }

    /** Returns the first rejects in the order of reading. */
    List<Reject> first(Map<Integer, SourceTable> tables, int most) {
        return database.query(REJECTS + READING_ORDER + " LIMIT " + most, row -> reject(tables, row));
    }

    /** Returns how many problems were found in rows, by record type and code. */
    SortedMap<String, Long> byRecordAndProblem() {
        return database.counted("SELECT record || ': ' || code, COUNT(*) FROM reject GROUP BY record, code");
    }

    /** Returns how many rows are rejected for a problem, by its code. */
    SortedMap<String, Long> byProblem() {
        return database.counted(
                "SELECT code, COUNT(*) FROM (SELECT DISTINCT code, table_id, row_no FROM reject) AS rejected GROUP BY code");
    }

    /** Returns how many rows of each table are rejected for a problem. */
    Map<Integer, Long> rowsByTable(String code) {
        Map<Integer, Long> rows = new HashMap<>();
        database.each(
                "SELECT table_id, COUNT(DISTINCT row_no) FROM reject WHERE code = ? GROUP BY table_id",
                row -> rows.put(row.getInt(1), row.getLong(2)),
                code);
        return rows;
    }

    /** Returns what the accounts of rejected rows were found through, each once, sorted. */
    List<String> owners() {
        return database.query(
                "SELECT DISTINCT owner FROM reject WHERE owner <> '' ORDER BY owner", row -> row.getString(1));
    }

    List<Reject> ofOwner(Map<Integer, SourceTable> tables, String owner, int most) {
        return database.query(
                REJECTS + " WHERE owner = ?" + READING_ORDER + " LIMIT " + most, row -> reject(tables, row), owner);
    }

    List<Reject> ofOwner(Map<Integer, SourceTable> tables, String owner, String record, int most) {
        return database.query(
                REJECTS + " WHERE owner = ? AND record = ?" + READING_ORDER + " LIMIT " + most,
                row -> reject(tables, row),
                owner,
                record);
    }

    /** Returns how many rejects an owner has, by record type. */
    SortedMap<String, Long> countsOfOwner(String owner) {
        return database.counted("SELECT record, COUNT(*) FROM reject WHERE owner = ? GROUP BY record", owner);
    }

    private static Reject reject(Map<Integer, SourceTable> tables, ResultSet row) throws SQLException {
        return new Reject(
                LedgerStore.origin(tables, row.getInt(1), row.getInt(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9));
    }
}
