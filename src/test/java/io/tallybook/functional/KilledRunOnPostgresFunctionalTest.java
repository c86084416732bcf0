package io.tallybook.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.functional.TallybookProcess.Finished;
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
    int leftInStore() throws Exception {
        return server.schemas();
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
