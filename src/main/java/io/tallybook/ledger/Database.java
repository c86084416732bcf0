package io.tallybook.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Statements on the database of the store, each in the transaction of the calling thread if its data source takes part in it. */
final class Database {
    private static final int FETCHED_ROWS = 1_000;

    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    interface RowReader {
        void take(ResultSet row) throws SQLException;
    }

    interface Binder<T> {
        void bind(PreparedStatement statement, T item) throws SQLException;
    }

    <T> List<T> query(String sql, RowMapper<T> mapper, String... arguments) {
        List<T> items = new ArrayList<>();
        each(sql, row -> items.add(mapper.map(row)), arguments);
        return items;
    }

    /** Gives the rows one by one: there may be more than fit into memory. */
    void each(String sql, RowReader reader, String... arguments) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            // Within a transaction a server hands over so many rows at a time, and not all at once.
            statement.setFetchSize(FETCHED_ROWS);
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.take(rows);
                }
            }
        } catch (SQLException e) {
            throw new LedgerStoreException(e);
        }
    }

    /** What a query counts under each of its names. */
    SortedMap<String, Long> counted(String sql, String... arguments) {
        SortedMap<String, Long> counts = new TreeMap<>();
        each(sql, row -> counts.put(row.getString(1), row.getLong(2)), arguments);
        return counts;
    }

    <T> void update(String sql, List<T> items, Binder<T> binder) {
        if (items.isEmpty()) {
            return;
        }
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (T item : items) {
                binder.bind(statement, item);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new LedgerStoreException(e);
        }
    }

    /** Creates a table whose texts are ordered by their characters, as SQLite does; PostgreSQL would ask its locale. */
    void create(String table) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            boolean isSqlite = connection.getMetaData().getDatabaseProductName().equals("SQLite");
            statement.execute(
                    isSqlite
                            ? table
                            : table.replace("TEXT", "TEXT COLLATE \"C\"").replace("BLOB", "BYTEA"));
        } catch (SQLException e) {
            throw new LedgerStoreException(e);
        }
    }

    void execute(String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new LedgerStoreException(e);
        }
    }
}
