package io.tallybook.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tallybook.functional.TallybookProcess.Finished;
import io.tallybook.publish.Digest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Killed runs with PostgreSQL as the store; and a store that goes away. */
class KilledRunOnPostgresFunctionalTest extends KilledRuns {
    private final PostgresServer server;

    KilledRunOnPostgresFunctionalTest() throws Exception {
        server = PostgresServer.start();
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
    }

    @Override
    List<String> store() {
        return List.of("--store", server.url());
    }

    @Override
    List<Kill> few() {
        return List.of(kill(Load.ROWS, "records"), kill(Load.REPORTS, "render"));
    }

    @Override
    boolean isLeftInStore(Path out) throws Exception {
        String digest = Digest.of(out.toString().getBytes(StandardCharsets.UTF_8));
        return server.schemas(digest.substring(0, 16)) > 0;
    }

    /** Two machines that share a database but no disk: the lock of the folder tells neither of the other. */
    @Test
    void runOnAnotherMachineIsNamedByTheLockOfTheDatabase() throws Exception {
        Path shared = Files.createDirectories(folder.resolve("shared"));
        List<String> elsewhere = new ArrayList<>(List.of("unshare", "--mount"));
        assumeTrue(
                new ProcessBuilder("unshare", "--mount", "true").start().waitFor() == 0,
                "no file systems of its own can be had for a process here: no second machine is tried");
        elsewhere.addAll(List.of("sh", "-c", "mount -t tmpfs tmpfs " + shared + " && exec \"$@\"", "sh"));
        elsewhere.addAll(TallybookProcess.java(List.of()));
        for (int trial = 0; trial < Trials.of(1, 10); trial++) {
            String out = "shared/" + trial;
            TallybookProcess here = start(Load.ROWS, out);
            await(here, kill(Load.ROWS, "masters"), out, 0);
            Finished there = TallybookProcess.startAs(elsewhere, folder, command(Load.ROWS, out))
                    .await()
                    .endedWith(75, "BUSY")
                    .says("the same job is running: process " + here.pid() + " on ");
            assertThat(there.took()).isLessThan(Duration.ofSeconds(10));
            here.await().endedWith(0, "COMPLETE");
        }
    }

    @Test
    void storeThatIsCutOffEndsWith75AndTheNextRunGoesOn() throws Exception {
        int ended = 0;
        int cut = 0;
        // A run may be done, or hold no connection, at the moment of the cut: then there is another one.
        for (int trial = 0; trial < Trials.of(1, 10) || (ended == 0 && trial < 5); trial++) {
            String out = "cut-" + trial;
            for (String step : List.of("records", "assess")) {
                int before = log(out).length();
                TallybookProcess process = start(Load.ROWS, out);
                await(process, kill(Load.ROWS, step), out, before);
                cut += server.cut() > 0 ? 1 : 0;
                Finished finished = process.await();
                // A connection that nobody needed at the moment is only made again.
                if (finished.exit() != 0) {
                    finished.endedWith(75, "BUSY").says("the store is away");
                    assertThat(folder.resolve(out)).doesNotExist();
                    ended++;
                }
            }
            completes(Load.ROWS, out);
        }
        Trials.figure("cut off %d times, ended with 75 %d times", cut, ended);
        assertThat(ended).isPositive();
    }

    @Test
    void storeThatGoesDownEndsWith75AndTheNextRunGoesOn() throws Exception {
        TallybookProcess process = start(Load.ROWS, "down");
        await(process, kill(Load.ROWS, "records"), "down", 0);
        server.down();
        try {
            process.await().endedWith(75, "BUSY").says("the store is away");
            start(Load.ROWS, "down").await().endedWith(75, "BUSY").says("the store is away");
        } finally {
            server.up();
        }
        completes(Load.ROWS, "down").says("resuming a run that was cut short");
    }
}
