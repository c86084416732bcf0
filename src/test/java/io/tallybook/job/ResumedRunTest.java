package io.tallybook.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.functional.Published;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that was cut short goes on to the same bytes with however many threads it is started again. */
class ResumedRunTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 10, 31);
    private static final int ACCOUNTS = 5;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    /** A block for each account. */
    @BeforeEach
    void inputs() throws IOException {
        inputs(2_000);
    }

    private void inputs(int lines) throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        StringBuilder accounts = new StringBuilder("account,name,country\n");
        StringBuilder agreements = new StringBuilder("agreement,account,program,currency,start,end\n");
        StringBuilder purchases =
                new StringBuilder("agreement,line,order_date,product,pool,offering,quantity,amount,currency\n");
        for (int account = 0; account < ACCOUNTS; account++) {
            accounts.append("A" + account + ",Customer,DE\n");
            agreements.append("E" + account + ",A" + account + ",EA,USD,2024-01-01,2026-12-31\n");
            for (int line = 0; line < lines; line++) {
                purchases.append("E" + account + "," + line + ",2025-02-01,SQL Server Standard,SERVER,SA,1,9.10,USD\n");
            }
        }
        Files.writeString(in.resolve("accounts.csv"), accounts);
        Files.writeString(in.resolve("agreements.csv"), agreements);
        Files.writeString(in.resolve("purchases.csv"), purchases);
    }

    private RunOutcome run(String out, int threads, Progress progress) {
        JobDefinition any = JobDefinition.withoutFile();
        JobDefinition support = new JobDefinition(
                "resumed",
                any.period(),
                List.of(),
                any.tolerances(),
                Map.of(),
                List.of("support"),
                any.reports(),
                "",
                List.of(),
                List.of(),
                any.templates());
        RunRequest request = new RunRequest(
                support, "", AS_OF, List.of(folder.resolve("in")), folder.resolve(out), Map.of(), false, threads, "");
        return new Runner(request, progress).run();
    }

    /** The disk is full when so many blocks of accounts have been assessed. */
    private static class FullAfter implements Progress {
        private final AtomicInteger room;
        private volatile boolean isAssessing;

        FullAfter(int blocks) {
            this.room = new AtomicInteger(blocks);
        }

        @Override
        public void stage(String what, long units) {
            isAssessing = what.equals("assess");
        }

        @Override
        public void advance(long units) {
            if (isAssessing && room.getAndDecrement() <= 0) {
                throw new UncheckedIOException(new IOException("No space left on device"));
            }
        }

        @Override
        public void say(String line) {}
    }

    private SortedMap<String, String> published(String out) throws IOException {
        return Published.digests(folder.resolve(out));
    }

    @ParameterizedTest(name = "begun with 3 threads, resumed with {0}")
    @ValueSource(ints = {1, 8})
    void numberOfThreadsIsNothingToTheBytesOfAResumedRun(int threads) throws IOException {
        assertThat(run("whole", 3, Progress.SILENT).status()).isEqualTo(RunOutcome.Status.COMPLETE);
        for (int blocks : List.of(0, 2)) {
            String out = "after-" + blocks;
            assertThat(run(out, 3, new FullAfter(blocks)).status()).isEqualTo(RunOutcome.Status.NOT_WRITTEN);
            assertThat(run(out, threads, Progress.SILENT).status()).isEqualTo(RunOutcome.Status.COMPLETE);
            assertThat(published(out)).isEqualTo(published("whole"));
        }
    }

    /** Rows of the next commit are read while those before are filed: neither may be taken for the other. */
    @ParameterizedTest(name = "cut short in row {0}")
    @ValueSource(ints = {15_000, 25_000})
    void tableThatWasCutShortGoesOnBehindWhatWasFiled(int rows) throws IOException, SQLException {
        inputs(6_000);
        assertThat(run("whole", 2, Progress.SILENT).status()).isEqualTo(RunOutcome.Status.COMPLETE);
        AtomicInteger room = new AtomicInteger(rows);
        RunOutcome cut = run("cut", 2, new FullAfter(0) {
            @Override
            public void advance(long units) {
                if (room.addAndGet(-(int) units) < 0) {
                    throw new UncheckedIOException(new IOException("No space left on device"));
                }
            }
        });
        assertThat(cut.status()).isEqualTo(RunOutcome.Status.NOT_WRITTEN);
        // Beside 10 masters; a commit is of 10,000 rows and what its last block has beyond them.
        assertThat(filed("cut") - 10).isBetween(Math.max(0, rows - 20_000), rows);
        assertThat(run("cut", 2, Progress.SILENT).status()).isEqualTo(RunOutcome.Status.COMPLETE);
        assertThat(published("cut")).isEqualTo(published("whole"));
    }

    @Test
    void partitionsThatLostTheirContextOnAFullDiskStillKnowTheirBlocks() throws IOException, SQLException {
        run("whole", 3, Progress.SILENT);
        run("lost", 3, new FullAfter(0));
        int lost = change(
                "lost",
                "DELETE FROM BATCH_STEP_EXECUTION_CONTEXT WHERE STEP_EXECUTION_ID IN"
                        + " (SELECT STEP_EXECUTION_ID FROM BATCH_STEP_EXECUTION WHERE STEP_NAME LIKE 'assess:%')");
        assertThat(lost).isEqualTo(3);
        assertThat(run("lost", 2, Progress.SILENT).status()).isEqualTo(RunOutcome.Status.COMPLETE);
        assertThat(published("lost")).isEqualTo(published("whole"));
    }

    @Test
    void runThatHadOnlyEnteredItsNameStartsAsIfItHadNot() throws IOException, SQLException {
        run("whole", 3, Progress.SILENT);
        run("entered", 3, new FullAfter(0) {
            @Override
            public void stage(String what, long units) {
                throw new UncheckedIOException(new IOException("No space left on device"));
            }
        });
        for (String table : List.of("STEP_EXECUTION_CONTEXT", "STEP_EXECUTION", "JOB_EXECUTION_CONTEXT")) {
            change("entered", "DELETE FROM BATCH_" + table);
        }
        assertThat(change("entered", "DELETE FROM BATCH_JOB_EXECUTION")).isEqualTo(1);
        assertThat(run("entered", 3, Progress.SILENT).status()).isEqualTo(RunOutcome.Status.COMPLETE);
        assertThat(published("entered")).isEqualTo(published("whole"));
    }

    /** The store was away when the step ended, and back when the job did. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"STARTED", "STARTING", "STOPPING", "UNKNOWN"})
    void stepThatSeemsToRunWithinAJobThatHasEndedIsDoneAgain(String status) throws IOException, SQLException {
        run("whole", 3, Progress.SILENT);
        run("away", 3, new FullAfter(0));
        assertThat(change(
                        "away",
                        "UPDATE BATCH_STEP_EXECUTION SET STATUS = '" + status
                                + "', END_TIME = NULL WHERE STEP_NAME = 'assess' OR STEP_NAME LIKE 'assess:%'"))
                .isEqualTo(4);
        assertThat(run("away", 3, Progress.SILENT).status()).isEqualTo(RunOutcome.Status.COMPLETE);
        assertThat(published("away")).isEqualTo(published("whole"));
    }

    /** Its end was not written down any more: it would note its results, and count repeated keys, a second time. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"survey", "settle-masters", "settle-records", "assess-shared"})
    void stepThatWasKilledBehindItsCommitIsNotDoneAgain(String step) throws IOException, SQLException {
        for (String file : List.of("agreements.csv", "purchases.csv")) {
            Path table = folder.resolve("in").resolve(file);
            List<String> lines = Files.readAllLines(table);
            Files.write(table, lines.subList(lines.size() - 1, lines.size()), StandardOpenOption.APPEND);
        }
        RunOutcome whole = run("whole", 3, Progress.SILENT);
        assertThat(whole.rejected()).isEqualTo(2);
        run("killed", 3, new FullAfter(0));
        assertThat(change(
                        "killed",
                        "UPDATE BATCH_STEP_EXECUTION SET STATUS = 'STARTED', EXIT_CODE = 'EXECUTING', END_TIME = NULL"
                                + " WHERE STEP_NAME = '" + step + "'"))
                .isEqualTo(1);
        assertThat(run("killed", 3, Progress.SILENT).status()).isEqualTo(whole.status());
        assertThat(published("killed")).isEqualTo(published("whole"));
    }

    private int filed(String out) throws SQLException {
        try (Connection connection = open(out);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COALESCE(SUM(row_count), 0) FROM ledger_page")) {
            return rows.getInt(1);
        }
    }

    /** Changes what the store of a run that was cut short holds, and returns the number of rows. */
    private int change(String out, String sql) throws SQLException {
        try (Connection connection = open(out);
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private Connection open(String out) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:sqlite:" + folder.resolve(".tallybook").resolve(out).resolve("state/store.db"));
    }
}
