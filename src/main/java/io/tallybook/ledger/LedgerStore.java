package io.tallybook.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The store of a run: its files and tables, the accepted rows, the rejects, and the blocks of accounts.
 *
 * <p>Every method takes part in the transaction of the calling thread, if its data source does. Statements are plain SQL
 * that SQLite and PostgreSQL both understand.
 */
public final class LedgerStore {
    private static final String LINE = "\n";
    private static final String FILES = "SELECT id, name, path, sha256, status, reason, notices FROM source_file";

    private static final String TABLES =
            "SELECT t.id, t.file_id, f.name, t.sheet_index, t.sheet, t.record, t.profile, t.header_row, t.layout,"
                    + " t.row_count, t.accepted, t.rejected, t.passed_over, t.notices"
                    + " FROM source_table t JOIN source_file f ON f.id = t.file_id";

    private final Database database;
    private final LedgerPages pages;
    private final RejectTable rejects;

    public LedgerStore(DataSource source) {
        this.database = new Database(source);
        this.pages = new LedgerPages(database);
        this.rejects = new RejectTable(database);
    }

    /** Creates the tables that are not there yet. */
    public void createSchema() {
        database.create(
                "CREATE TABLE IF NOT EXISTS source_file (id INTEGER PRIMARY KEY, name TEXT NOT NULL, path TEXT NOT NULL,"
                        + " sha256 TEXT NOT NULL, status TEXT NOT NULL, reason TEXT NOT NULL, notices TEXT NOT NULL)");
        database.create("CREATE TABLE IF NOT EXISTS source_table (id INTEGER PRIMARY KEY, file_id INTEGER NOT NULL,"
                + " sheet_index INTEGER NOT NULL, sheet TEXT NOT NULL, record TEXT NOT NULL, profile TEXT NOT NULL,"
                + " header_row INTEGER NOT NULL, layout TEXT NOT NULL, row_count BIGINT NOT NULL, accepted BIGINT NOT NULL,"
                + " rejected BIGINT NOT NULL, passed_over BIGINT NOT NULL, notices TEXT NOT NULL)");
        pages.createSchema();
        rejects.createSchema();
        database.create("CREATE TABLE IF NOT EXISTS account_block (no INTEGER PRIMARY KEY, first TEXT NOT NULL,"
                + " last TEXT NOT NULL)");
        database.create("CREATE TABLE IF NOT EXISTS block_result (no INTEGER PRIMARY KEY, counts TEXT NOT NULL)");
        database.create("CREATE TABLE IF NOT EXISTS control_total (table_id INTEGER NOT NULL, row_no INTEGER NOT NULL,"
                + " col TEXT NOT NULL, stated TEXT NOT NULL, summed TEXT NOT NULL, verdict TEXT NOT NULL)");
        database.create("CREATE TABLE IF NOT EXISTS usage_sum (table_id INTEGER NOT NULL, seq INTEGER NOT NULL,"
                + " account TEXT NOT NULL, payload TEXT NOT NULL, part_count INTEGER NOT NULL, parts TEXT NOT NULL,"
                + " PRIMARY KEY (table_id, seq))");
    }

    // --- files and tables

    /** Files the survey of the inputs: all at once, in the order of reading. */
    public void putSurvey(List<SourceFileRecord> files, List<SourceTable> tables) {
        database.update(
                "INSERT INTO source_file (id, name, path, sha256, status, reason, notices) VALUES (?, ?, ?, ?, ?, ?, ?)",
                files,
                (statement, file) -> {
                    statement.setInt(1, file.id());
                    statement.setString(2, file.name());
                    statement.setString(3, file.path());
                    statement.setString(4, file.sha256());
                    statement.setString(5, file.status().name());
                    statement.setString(6, file.reason());
                    statement.setString(7, String.join(LINE, file.notices()));
                });
        database.update(
                "INSERT INTO source_table (id, file_id, sheet_index, sheet, record, profile, header_row, layout, row_count,"
                        + " accepted, rejected, passed_over, notices) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, ?)",
                tables,
                (statement, table) -> {
                    statement.setInt(1, table.id());
                    statement.setInt(2, table.file());
                    statement.setInt(3, table.sheetIndex());
                    statement.setString(4, table.sheet());
                    statement.setString(5, table.record());
                    statement.setString(6, table.profile());
                    statement.setInt(7, table.headerRow());
                    statement.setString(8, table.layout());
                    statement.setString(9, String.join(LINE, table.notices()));
                });
    }

    /** Returns all files in the order of reading. */
    public List<SourceFileRecord> files() {
        return database.query(FILES + " ORDER BY id", LedgerStore::file);
    }

    /** Returns a file by its number. */
    public SourceFileRecord file(int id) {
        return database.query(FILES + " WHERE id = " + id, LedgerStore::file).get(0);
    }

    private static SourceFileRecord file(ResultSet row) throws SQLException {
        return new SourceFileRecord(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                SourceFileRecord.Status.valueOf(row.getString(5)),
                row.getString(6),
                lines(row.getString(7)));
    }

    /** Returns all tables in the order of reading. */
    public List<SourceTable> tables() {
        return database.query(TABLES + " ORDER BY t.id", LedgerStore::table);
    }

    /** Returns a table by its number; empty if its file has been found unreadable. */
    public Optional<SourceTable> table(int id) {
        return database.query(TABLES + " WHERE t.id = " + id, LedgerStore::table).stream()
                .findFirst();
    }

    private static SourceTable table(ResultSet row) throws SQLException {
        return new SourceTable(
                row.getInt(1),
                row.getInt(2),
                row.getString(3),
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getInt(8),
                row.getString(9),
                new SourceTable.Counts(row.getLong(10), row.getLong(11), row.getLong(12), row.getLong(13)),
                lines(row.getString(14)));
    }

    /** Writes down how many rows a table had and what was said about it. */
    public void finishTable(int table, SourceTable.Counts counts, List<String> notices) {
        database.update(
                "UPDATE source_table SET row_count = ?, accepted = ?, rejected = ?, passed_over = ?, notices = ? WHERE id = ?",
                List.of(counts),
                (statement, c) -> {
                    statement.setLong(1, c.rows());
                    statement.setLong(2, c.accepted());
                    statement.setLong(3, c.rejected());
                    statement.setLong(4, c.passedOver());
                    statement.setString(5, String.join(LINE, notices));
                    statement.setInt(6, table);
                });
    }

    /** Notes the digest of a file's bytes. */
    public void putDigest(int file, String sha256) {
        database.update("UPDATE source_file SET sha256 = ? WHERE id = ?", List.of(sha256), (statement, digest) -> {
            statement.setString(1, digest);
            statement.setInt(2, file);
        });
    }

    /** A file turned out to be unreadable: nothing of it counts, and its tables are forgotten. */
    public void refuseFile(int file, String reason) {
        List<Integer> of = List.of(file);
        for (String table : List.of("ledger_page", "reject", "control_total", "usage_sum")) {
            database.update(
                    "DELETE FROM " + table + " WHERE table_id IN (SELECT id FROM source_table WHERE file_id = ?)",
                    of,
                    (statement, id) -> statement.setInt(1, id));
        }
        database.update("DELETE FROM source_table WHERE file_id = ?", of, (statement, id) -> statement.setInt(1, id));
        database.update("UPDATE source_file SET status = 'REFUSED', reason = ? WHERE id = ?", of, (statement, id) -> {
            statement.setString(1, reason);
            statement.setInt(2, id);
        });
    }

    /** Removes what another thread filed for a file after it had been refused. */
    public void forgetRefusedFiles() {
        for (String table : List.of("ledger_page", "reject", "control_total", "usage_sum")) {
            database.execute("DELETE FROM " + table + " WHERE table_id NOT IN (SELECT id FROM source_table)");
        }
    }

    // --- rows

    public void putRows(int table, String record, List<LedgerRow> rows) {
        pages.put(table, record, rows);
    }

    /** Adds rejects; several for one row are kept in their order. */
    public void putRejects(List<Reject> more) {
        rejects.put(more);
    }

    /** Gives all rejects one by one, in the order of reading: there may be as many as rows. */
    public void eachReject(Consumer<Reject> to) {
        rejects.each(tablesById(), to);
    }

    /** Returns the first rejects in the order of reading. */
    public List<Reject> firstRejects(int most) {
        return rejects.first(tablesById(), most);
    }

    /** Returns how many problems were found in rows, by record type and code. */
    public SortedMap<String, Long> rejectCodes() {
        return rejects.byRecordAndProblem();
    }

    /** Returns how many rows are rejected for a problem, by its code. */
    public Map<String, Long> rejectedByProblem() {
        return rejects.byProblem();
    }

    /** Returns how many rows of each table are rejected for a problem, by the number of the table. */
    public Map<Integer, Long> rejectedRows(String code) {
        return rejects.rowsByTable(code);
    }

    /** Forgets what was filed for a table that is read again from its start. */
    public void forgetRows(int table) {
        for (String of : List.of("ledger_page", "reject", "control_total", "usage_sum")) {
            database.update(
                    "DELETE FROM " + of + " WHERE table_id = ?",
                    List.of(table),
                    (statement, id) -> statement.setInt(1, id));
        }
    }

    /**
     * Files summed usage lines of a table.
     *
     * @param table  the table
     * @param from  how many were filed for it before
     * @param sums  the sums
     */
    public void putUsage(int table, int from, List<UsageMonth> sums) {
        int[] sequence = {from};
        database.update(
                "INSERT INTO usage_sum (table_id, seq, account, payload, part_count, parts) VALUES (?, ?, ?, ?, ?, ?)",
                sums,
                (statement, sum) -> {
                    statement.setInt(1, table);
                    statement.setInt(2, sequence[0]++);
                    statement.setString(3, sum.line().account());
                    statement.setString(
                            4, RowCodec.encode(RecordTypes.of(AzureUsage.class).values(sum.line())));
                    statement.setInt(5, sum.parts().size());
                    statement.setString(6, sum.written());
                });
    }

    /**
     * Two tables that hold the same usage lines.
     *
     * @param first  the table read first
     * @param second  the other one
     * @param lines  how many lines of one stand in the other too: summed alike, with the same sums to the last digit
     */
    public record SharedUsage(int first, int second, long lines) {}

    /** Returns the pairs of tables that share usage lines, in reading order. */
    public List<SharedUsage> sharedUsage() {
        Map<List<Integer>, Long> shared = new LinkedHashMap<>();
        database.each(
                "SELECT a.table_id, b.table_id, a.parts, b.parts FROM usage_sum a JOIN usage_sum b"
                        + " ON a.payload = b.payload AND a.table_id < b.table_id ORDER BY a.table_id, b.table_id",
                row -> {
                    long lines = UsageMonth.sharedLines(row.getString(3), row.getString(4));
                    if (lines > 0) {
                        shared.merge(List.of(row.getInt(1), row.getInt(2)), lines, Long::sum);
                    }
                });
        return shared.entrySet().stream()
                .map(pair -> new SharedUsage(pair.getKey().get(0), pair.getKey().get(1), pair.getValue()))
                .toList();
    }

    /** Returns the accounts that the rows of a table of masters belong to, by their ids. */
    public Map<String, String> owners(String record) {
        return pages.owners(RecordTypes.named(record).orElseThrow());
    }

    /**
     * Finds the rows that repeat the key of an earlier one and takes them out.
     *
     * @param records  the record types to look at
     * @param to  gets the places of the rows taken out with that of the row that came first, some thousands at a time: there
     *     may be as many as rows
     */
    public void takeOutDuplicates(List<String> records, Consumer<List<Duplicate>> to) {
        for (String record : records) {
            new RepeatedKeys(pages, tablesById(), RecordTypes.named(record).orElseThrow(), RepeatedKeys.Slices.USUAL)
                    .takeOut(to);
        }
    }

    /** A row that was taken out because an earlier one has its key. */
    public record Duplicate(String record, Origin origin, int part, Origin first, String key, String account) {}

    /** Corrects the counts of a table after rows that had been accepted were refused after all. */
    public void moveToRejected(int table, long rows) {
        database.update(
                "UPDATE source_table SET accepted = accepted - ?, rejected = rejected + ? WHERE id = ?",
                List.of(rows),
                (statement, count) -> {
                    statement.setLong(1, count);
                    statement.setLong(2, count);
                    statement.setInt(3, table);
                });
    }

    // --- control totals

    /** A total stated in the input beside the sum of its rows; {@code verdict} is OK, OFF or OPEN. */
    public record ControlTotal(Origin origin, String column, String stated, String summed, String verdict) {}

    public void putControlTotals(List<ControlTotal> totals) {
        database.update(
                "INSERT INTO control_total (table_id, row_no, col, stated, summed, verdict) VALUES (?, ?, ?, ?, ?, ?)",
                totals,
                (statement, total) -> {
                    statement.setInt(1, total.origin().table());
                    statement.setInt(2, total.origin().row());
                    statement.setString(3, total.column());
                    statement.setString(4, total.stated());
                    statement.setString(5, total.summed());
                    statement.setString(6, total.verdict());
                });
    }

    public List<ControlTotal> controlTotals() {
        Map<Integer, SourceTable> tables = tablesById();
        return database.query(
                "SELECT table_id, row_no, col, stated, summed, verdict FROM control_total ORDER BY table_id, row_no, col",
                row -> new ControlTotal(
                        origin(tables, row.getInt(1), row.getInt(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)));
    }

    // --- dossiers

    /** Makes rows findable by their account; to be called once all are in. */
    public void indexAccounts() {
        pages.indexAccounts();
        database.execute("CREATE INDEX IF NOT EXISTS usage_sum_account ON usage_sum (account, table_id, seq)");
        rejects.indexOwners();
    }

    /**
     * Cuts the accounts into blocks of about the same number of rows, in the order of their ids.
     *
     * @param rowsPerBlock  after so many rows a block ends with the account
     * @param fewest  so many blocks if there are accounts enough, so that every thread has something to do
     * @return the number of blocks
     */
    public int cutBlocks(int rowsPerBlock, int fewest) {
        record Rows(String account, long count) {}
        // In the order of the database, which is that of the ranges that are asked of it later.
        List<Rows> accounts = database.query(
                "SELECT account, SUM(n) FROM (SELECT account, SUM(row_count) AS n FROM ledger_page GROUP BY account UNION ALL"
                        + " SELECT account, SUM(part_count) AS n FROM usage_sum GROUP BY account) AS counted"
                        + " WHERE account <> '' GROUP BY account ORDER BY account",
                row -> new Rows(row.getString(1), row.getLong(2)));
        long all = accounts.stream().mapToLong(Rows::count).sum();
        long most = Math.min(rowsPerBlock, all / fewest);
        List<AccountBlock> blocks = new ArrayList<>();
        int first = 0;
        long sum = 0;
        for (int i = 0; i < accounts.size(); i++) {
            sum += accounts.get(i).count();
            if (sum >= most || i == accounts.size() - 1) {
                blocks.add(new AccountBlock(
                        blocks.size(),
                        accounts.get(first).account(),
                        accounts.get(i).account()));
                first = i + 1;
                sum = 0;
            }
        }
        database.execute("DELETE FROM account_block");
        database.update("INSERT INTO account_block (no, first, last) VALUES (?, ?, ?)", blocks, (statement, block) -> {
            statement.setInt(1, block.no());
            statement.setString(2, block.first());
            statement.setString(3, block.last());
        });
        return blocks.size();
    }

    public List<AccountBlock> blocks() {
        return database.query(
                "SELECT no, first, last FROM account_block ORDER BY no",
                row -> new AccountBlock(row.getInt(1), row.getString(2), row.getString(3)));
    }

    /** Returns the numbers of the tables with rows of each account of a block, by account. */
    public SortedMap<String, Set<Integer>> tablesOfAccounts(String first, String last) {
        SortedMap<String, Set<Integer>> tables = new TreeMap<>();
        for (String table : List.of("ledger_page", "usage_sum")) {
            database.each(
                    "SELECT DISTINCT account, table_id FROM " + table + " WHERE account >= ? AND account <= ?",
                    row -> tables.computeIfAbsent(row.getString(1), account -> new TreeSet<>())
                            .add(row.getInt(2)),
                    first,
                    last);
        }
        return tables;
    }

    /** Notes what the assessment of a block came to: counts and sums by name. */
    public void putBlockResult(int no, Map<String, BigDecimal> counts) {
        List<String> parts = new ArrayList<>();
        counts.forEach((name, count) -> parts.add(name + "=" + count.toPlainString()));
        database.update("INSERT INTO block_result (no, counts) VALUES (?, ?)", List.of(parts), (statement, list) -> {
            statement.setInt(1, no);
            statement.setString(2, String.join(";", list));
        });
    }

    /** Returns the counts and sums of all blocks added up, by name. */
    public SortedMap<String, BigDecimal> blockResults() {
        SortedMap<String, BigDecimal> counts = new TreeMap<>();
        for (String block : database.query("SELECT counts FROM block_result ORDER BY no", row -> row.getString(1))) {
            for (String part : block.split(";", -1)) {
                int at = part.indexOf('=');
                if (at > 0) {
                    counts.merge(part.substring(0, at), new BigDecimal(part.substring(at + 1)), BigDecimal::add);
                }
            }
        }
        return counts;
    }

    /** Returns all records of one type in reading order. Memory: all of them. */
    public <R extends LedgerRecord> List<R> all(Class<R> type) {
        return pages.all(RecordTypes.of(type)).stream()
                .map(LedgerPages.Found::record)
                .toList();
    }

    /** Accounts with neighbouring ids that are assessed together, both ends included. */
    public record AccountBlock(int no, String first, String last) {}

    /** Returns a reader of this run's dossiers; it keeps what all dossiers share, so make one and keep it. */
    public DossierReader dossiers() {
        return new DossierReader(this, database, pages, rejects, tablesById());
    }

    Map<Integer, SourceTable> tablesById() {
        Map<Integer, SourceTable> byId = new LinkedHashMap<>();
        tables().forEach(table -> byId.put(table.id(), table));
        return byId;
    }

    static Origin origin(Map<Integer, SourceTable> tables, int table, int row) {
        SourceTable of = tables.get(table);
        return of == null ? new Origin("", "", table, row) : new Origin(of.fileName(), of.sheet(), table, row);
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(LINE, -1));
    }
}
