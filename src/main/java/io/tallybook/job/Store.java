package io.tallybook.job;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;

/** The embedded store of a run: one SQLite file for the ledger and for Spring Batch, so that both commit together. */
final class Store {
    private Store() {}

    /**
     * Opens the store, creating the file when it is not there.
     *
     * <p>A write-ahead log lets threads read while one writes; transactions take the write lock when they begin, so that none
     * has to be thrown away; and every commit is on disk, so that a killed process loses nothing it had committed.
     */
    static HikariDataSource open(Path file, int threads) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + file);
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "NORMAL");
        config.addDataSourceProperty("busy_timeout", "60000");
        config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        config.addDataSourceProperty("cache_size", "-16000");
        config.setMaximumPoolSize(threads + 4);
        config.setMinimumIdle(0);
        config.setPoolName("store");
        return new HikariDataSource(config);
    }
}
