package io.tallybook.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.functional.TallybookProcess.Finished;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL database as the store: the same bytes as with the embedded one, and nothing stays in it. */
class PostgresStoreFunctionalTest {
    @TempDir
    static Path folder;

    private static PostgresServer server;

    @BeforeAll
    static void start() throws Exception {
        server = PostgresServer.start();
        Path in = SmallInputs.good(folder.resolve("in"));
        // Accounts that a language puts into another order than their characters, each a block of its own.
        StringBuilder purchases = new StringBuilder(SmallInputs.PURCHASES_HEADER);
        for (String account : List.of("a-1", "B 1", "Ä1", "_1")) {
            SmallInputs.add(in, "accounts.csv", account + ",Customer,DE");
            SmallInputs.add(in, "agreements.csv", "E" + account + "," + account + ",EA,EUR,2024-01-01,2026-12-31");
            for (int line = 0; line < 2_000; line++) {
                purchases.append("E" + account + "," + line + ",2025-02-01,SQL Server Standard,SERVER,SA,1,2.05,EUR\n");
            }
        }
        SmallInputs.write(in, "b/purchases.csv", purchases.toString());
        SmallInputs.add(in, "purchases.csv", "E1,2,2025-02-30,SQL Server Standard,SERVER,SA,1,100.00,USD");
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    private static String[] command(String out, String... more) {
        List<String> command = new ArrayList<>(
                List.of("run", "--in", "in", "--out", out, "--as-of", "2026-10-31", "--no-reports", "--threads", "2"));
        command.addAll(List.of(more));
        return command.toArray(String[]::new);
    }

    @Test
    void givesTheSameBytesAsTheEmbeddedStoreAndLeavesNothing() throws Exception {
        TallybookProcess.run(folder, command("embedded")).endedWith(0, "COMPLETE");
        TallybookProcess.run(folder, command("postgres", "--store", server.url()))
                .endedWith(0, "COMPLETE");
        assertThat(Published.digests(folder.resolve("postgres")))
                .isEqualTo(Published.digests(folder.resolve("embedded")))
                .containsKey("results.jsonl");
        assertThat(server.schemas()).isZero();
    }

    @Test
    void refusesWhatIsNoStoreAndTellsNoPassword() throws Exception {
        TallybookProcess.run(folder, command("wrong", "--store", "jdbc:h2:mem:x;password=geheim"))
                .endedWith(64, "USAGE")
                .says("--store: expected jdbc:postgresql://HOST/DATABASE");
        Finished unknown = TallybookProcess.run(
                folder, command("wrong", "--store", server.url().replace("/postgres?", "/nowhere?password=geheim&")));
        unknown.endedWith(78, "WRONG_STORE").says("the store cannot be used", "nowhere");
        Finished away = TallybookProcess.run(
                folder, command("wrong", "--store", "jdbc:postgresql://127.0.0.1:1/x?user=u&password=geheim"));
        away.endedWith(75, "BUSY").says("the store is away");
        assertThat(unknown.err() + away.out().toString() + away.err()).doesNotContain("geheim");
        assertThat(Files.readString(folder.resolve(".tallybook/wrong/run.log"))).doesNotContain("geheim");
    }
}
