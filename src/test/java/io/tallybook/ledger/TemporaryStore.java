package io.tallybook.ledger;

import io.tallybook.ledger.SourceFileRecord.Status;
import io.tallybook.ledger.SourceTable.Counts;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteDataSource;

/** A store on an SQLite file of its own, and rows to put into it. */
final class TemporaryStore {
    private TemporaryStore() {}

    static LedgerStore in(Path folder) {
        LedgerStore store = new LedgerStore(source(folder));
        store.createSchema();
        return store;
    }

    static Database database(Path folder) {
        return new Database(source(folder));
    }

    private static SQLiteDataSource source(Path folder) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve("ledger.db"));
        return source;
    }

    /** A store that has surveyed one file with one table for each record type: table n in file n. */
    static LedgerStore surveyed(Path folder, String... records) {
        LedgerStore store = in(folder);
        for (int i = 0; i < records.length; i++) {
            store.putSurvey(List.of(file(i, Status.READ, "")), List.of(table(i, i, records[i])));
        }
        return store;
    }

    static SourceFileRecord file(int id, Status status, String reason) {
        return new SourceFileRecord(
                id, "file" + id + ".xlsx", "/in/file" + id + ".xlsx", "ab" + id, status, reason, List.of("read as x"));
    }

    static SourceTable table(int id, int file, String record) {
        return new SourceTable(
                id, file, "file" + file + ".xlsx", 0, "Sheet" + id, record, "", 1, "layout", Counts.NONE, List.of());
    }

    static LedgerRow row(Class<? extends LedgerRecord> type, int row, String account, @Nullable Object... values) {
        return part(type, row, 0, account, values);
    }

    static LedgerRow part(
            Class<? extends LedgerRecord> type, int row, int part, String account, @Nullable Object... values) {
        RecordDefinition<?> definition = RecordTypes.of(type);
        @Nullable Object[] all = new RandomRecords(row).values(definition);
        System.arraycopy(values, 0, all, 0, values.length);
        return LedgerRow.of(definition.key(), row, part, account, all);
    }

    static LedgerRow license(int row, String account, String id) {
        return row(License.class, row, account, id, account);
    }

    static LedgerRow agreement(int row, String account, String id) {
        return row(Agreement.class, row, account, id, account);
    }

    static LedgerRow rate(int row, int part, LocalDate day, String to) {
        return part(Rate.class, row, part, "", day, CurrencyUnit.EUR, CurrencyUnit.of(to), BigDecimal.ONE, "");
    }

    static Reject reject(int table, int row, String record, String column, String owner) {
        Origin origin = new Origin("file" + table + ".xlsx", "Sheet" + table, table, row);
        return new Reject(origin, record, column, "not-a-date", "x", "a date", "write one", owner);
    }
}
