package io.tallybook.job;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** One SQLite file in the state of the run: it comes and goes with that folder, whose lock is also its own. */
final class EmbeddedStore implements Store {
    private final Path file;

    EmbeddedStore(Path file) {
        this.file = file;
    }

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public Optional<String> lock() {
        return Optional.empty();
    }

    @Override
    public void proveLock() {
        // The lock of the folder holds as long as the process lives.
    }

    @Override
    public String renew() {
        return "";
    }

    @Override
    public boolean holds(String mark) {
        return Files.exists(file);
    }

    /**
     * {@inheritDoc}
     *
     * <p>A write-ahead log lets threads read while one writes; transactions take the write lock when they begin, so that none
     * has to be thrown away; and a killed process loses nothing that it had committed.
     */
    @Override
    public HikariDataSource open(int threads) {
        EmbeddedLibrary.load();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + file);
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "NORMAL");
        config.addDataSourceProperty("busy_timeout", "60000");
        config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        config.addDataSourceProperty("cache_size", "-16000");
        // One for its transaction and one for what it reads.
        config.setMaximumPoolSize(threads * 2 + 4);
        config.setMinimumIdle(0);
        config.setPoolName("store");
        return new HikariDataSource(config);
    }

    @Override
    public String batchSchema() {
        return "org/springframework/batch/core/schema-sqlite.sql";
    }

    @Override
    public void clear() {
        // The folder that it lies in is deleted.
    }

    @Override
    public void close() {
        // The lock of the folder is all there is.
    }
}
