package io.tallybook.job;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tallybook.publish.Digest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A schema of its own for each output folder in a PostgreSQL database; it is dropped when the run is over.
 *
 * <p>An advisory lock, held by one connection for as long as the run lasts, keeps others from the schema: also those that
 * see the output folder from another machine, where locks on files may not hold. A process that dies gives it up by itself.
 */
final class PostgresStore implements Store {
    static final String SCHEME = "jdbc:postgresql:";

    private static final Logger LOG = Logger.getLogger(PostgresStore.class.getName());

    /** A server may take a moment to notice that a process has died. */
    private static final int LOCK_TRIES = 20;

    private static final int LOCK_PAUSE_MILLIS = 100;
    private static final String CONNECT_SECONDS = "5";
    private static final int POOL_MILLIS = 10_000;

    private final String url;
    private final String schema;
    private final long lockKey;
    private @Nullable Connection lock;

    /**
     * @param url  the database, {@code jdbc:postgresql://HOST/DATABASE}, perhaps with options of the driver
     * @param folder  the output folder
     */
    PostgresStore(String url, Path folder) {
        this.url = url;
        String digest = Digest.of(folder.toString().getBytes(StandardCharsets.UTF_8));
        this.schema = "tallybook_" + digest.substring(0, 16);
        this.lockKey = Long.parseUnsignedLong(digest.substring(0, 16), 16);
    }

    @Override
    public String name() {
        int options = url.indexOf('?');
        return (options < 0 ? url : url.substring(0, options)) + " " + schema;
    }

    @Override
    public Optional<String> lock() throws SQLException {
        Connection connection = connect();
        try {
            // A machine that vanished says no good-bye: the server asks after it.
            execute(connection, "SET tcp_keepalives_idle = 10");
            execute(connection, "SET tcp_keepalives_interval = 5");
            execute(connection, "SET tcp_keepalives_count = 3");
            Optional<String> holder = Optional.empty();
            for (int i = 0; i < LOCK_TRIES; i++) {
                if (query(connection, "SELECT pg_try_advisory_lock(" + lockKey + ")")
                        .equals("t")) {
                    lock = connection;
                    return Optional.empty();
                }
                holder = Optional.of(holder(connection));
                Thread.sleep(LOCK_PAUSE_MILLIS);
            }
            connection.close();
            return holder;
        } catch (InterruptedException e) {
            connection.close();
            Thread.currentThread().interrupt();
            return Optional.of("another process");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private String holder(Connection connection) throws SQLException {
        String holder = query(
                connection,
                "SELECT a.application_name || ' since ' || to_char(a.backend_start AT TIME ZONE 'UTC',"
                        + " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid"
                        + " WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1"
                        + " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())"
                        + " AND (l.classid::bigint << 32 | l.objid::bigint) = " + lockKey);
        return holder.isEmpty() ? "another process" : holder;
    }

    @Override
    public void proveLock() throws SQLException {
        query(locked(), "SELECT 1");
    }

    @Override
    public String renew() throws SQLException {
        clear();
        String mark = UUID.randomUUID().toString();
        execute(locked(), "CREATE SCHEMA " + schema);
        execute(locked(), "COMMENT ON SCHEMA " + schema + " IS '" + mark + "'");
        return mark;
    }

    @Override
    public boolean holds(String mark) throws SQLException {
        return !mark.isEmpty()
                && mark.equals(query(
                        locked(),
                        "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = '" + schema
                                + "'"));
    }

    @Override
    public HikariDataSource open(int threads) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        properties().forEach((name, value) -> config.addDataSourceProperty((String) name, value));
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.setMaximumPoolSize(threads * 2 + 4);
        config.setMinimumIdle(0);
        config.setSchema(schema);
        config.setConnectionTimeout(POOL_MILLIS);
        config.setPoolName("store");
        return new HikariDataSource(config);
    }

    @Override
    public String batchSchema() {
        return "org/springframework/batch/core/schema-postgresql.sql";
    }

    @Override
    public void clear() throws SQLException {
        execute(locked(), "DROP SCHEMA IF EXISTS " + schema + " CASCADE");
    }

    @Override
    public void close() {
        Connection held = lock;
        lock = null;
        if (held != null) {
            try {
                held.close();
            } catch (SQLException e) {
                LOG.log(Level.WARNING, "The lock is given up with its connection", e);
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, properties());
    }

    private static Properties properties() {
        Properties properties = new Properties();
        // What the server cuts off after 63 bytes.
        properties.setProperty("ApplicationName", RunLock.process());
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }

    private Connection locked() {
        Connection held = lock;
        if (held == null) {
            throw new IllegalStateException("The store is not locked");
        }
        return held;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first value, as text; empty if there is none. */
    private static String query(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            String value = rows.next() ? rows.getString(1) : null;
            return value == null ? "" : value;
        }
    }
}
