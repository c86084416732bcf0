package io.tallybook.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.corpus.SmallHeap;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded store opens after every kill, with all that was committed, and nothing of what was not. */
class KilledStoreTest {
    private static final int KILLS = "all".equals(System.getProperty("tallybook.trials")) ? 100 : 5;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private final Random random = new Random(20_261_031);

    @Test
    void storeKilledUnderWriteHoldsAllThatWasCommitted() throws Exception {
        Path store = folder.resolve("store.db");
        int unannounced = 0;
        int held = 0;
        // One store from kill to kill: whatever a kill leaves behind is what the next writer finds.
        for (int kill = 0; kill < KILLS; kill++) {
            int committed = Math.max(held, writeAndKill(store, held));
            held = assertWhole(store);
            assertThat(held)
                    .as("transactions, of which %d were committed", committed)
                    .isGreaterThanOrEqualTo(committed);
            // A commit is done before it can be told of.
            assertThat(held).isLessThanOrEqualTo(committed + 1);
            unannounced += held - committed;
        }
        assertThat(held).isPositive();
        System.out.printf(
                "figure: store killed %d times under write, opened %d times; %d transactions of %d rows, all there, none half;"
                        + " %d committed but not yet told%n",
                KILLS, KILLS, held, StoreWriter.ROWS, unannounced);
    }

    /** Returns the number of transactions of which the writer has told. */
    private int writeAndKill(Path store, int from) throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        SmallHeap.classPath(),
                        StoreWriter.class.getName(),
                        store.toString(),
                        Integer.toString(from))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int told = from;
        try (BufferedReader lines = writer.inputReader()) {
            int last = from + 1 + random.nextInt(30);
            while (told < last) {
                String line = lines.readLine();
                assertThat(line).as("the writer goes on").isNotNull();
                told = Integer.parseInt(line) + 1;
            }
            // Somewhere within the next few transactions.
            Thread.sleep(random.nextInt(20));
            // Not by the process itself, which would close what there is still to read.
            writer.toHandle().destroyForcibly();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                told = Integer.parseInt(line) + 1;
            }
        }
        assertThat(writer.waitFor()).isEqualTo(137);
        return told;
    }

    /** Returns the number of transactions in the store; each is there as a whole, and none before it is missing. */
    private static int assertWhole(Path store) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                Statement statement = connection.createStatement()) {
            try (ResultSet check = statement.executeQuery("PRAGMA integrity_check")) {
                assertThat(check.next()).isTrue();
                assertThat(check.getString(1)).isEqualTo("ok");
            }
            try (ResultSet counts = statement.executeQuery(
                    "SELECT table_id, count(*), count(DISTINCT found) FROM reject GROUP BY table_id ORDER BY table_id")) {
                int transactions = 0;
                while (counts.next()) {
                    assertThat(counts.getInt(1)).isEqualTo(transactions++);
                    assertThat(counts.getInt(2)).isEqualTo(StoreWriter.ROWS);
                    assertThat(counts.getInt(3)).isEqualTo(StoreWriter.ROWS);
                }
                return transactions;
            }
        }
    }
}
