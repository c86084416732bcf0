package io.tallybook.job;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** Where the ledger and Spring Batch's position are kept while a run goes on: one database, so that both commit together. */
interface Store extends AutoCloseable {
    /**
     * The store of runs with an output folder.
     *
     * @param state  the folder for the state of a run
     */
    static Store of(RunRequest request, Path state) {
        return request.store().isEmpty()
                ? new EmbeddedStore(state.resolve("store.db"))
                : new PostgresStore(request.store(), request.outputFolder());
    }

    /** What tells it from other stores; without passwords. */
    String name();

    /**
     * Takes the right to work on it, beside the lock of the folder.
     *
     * @return who has it, if another process does
     */
    Optional<String> lock() throws SQLException;

    /** Proves that the lock still holds; it is lost when the connection to a server is. */
    void proveLock() throws SQLException;

    /**
     * Forgets what it holds and begins anew.
     *
     * @return a mark by which {@link #holds} knows what was begun here
     */
    String renew() throws SQLException;

    /** Whether it still holds what was begun under a mark. */
    boolean holds(String mark) throws SQLException;

    /** Opens it for so many threads; to be closed by the caller. */
    HikariDataSource open(int threads);

    /** Spring Batch's schema for it, on the class path. */
    String batchSchema();

    /** Forgets everything: the run is over. */
    void clear() throws SQLException;

    /** Gives the lock up. */
    @Override
    void close() throws IOException;
}
