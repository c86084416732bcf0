package io.tallybook.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Killed runs with the embedded store. */
class KilledRunFunctionalTest extends KilledRuns {
    @Override
    List<String> store() {
        return List.of();
    }

    @Override
    List<Kill> few() {
        return List.of(
                kill(Load.ROWS, "records"),
                kill(Load.ROWS, "assess"),
                kill(Load.ROWS, "publish"),
                kill(Load.REPORTS, "render"),
                kill(Load.REPORTS, "portfolio"));
    }

    @Override
    boolean isLeftInStore(Path out) {
        return false;
    }

    @Test
    void lockOfADeadProcessIsTakenOver() throws Exception {
        int trials = Trials.of(1, 20);
        long slowest = 0;
        for (int trial = 0; trial < trials; trial++) {
            String out = "dead-" + trial;
            killIn(kill(Load.REPORTS, "render"), out);
            TallybookProcess next = start(Load.REPORTS, out);
            long started = System.nanoTime();
            String holder = "process " + next.pid() + " on ";
            while (next.isAlive()
                    && !Files.readString(work(out).resolve("holder")).startsWith(holder)) {
                Thread.sleep(1);
            }
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            completed(next, Load.REPORTS, out);
            assertThat(took).isLessThan(Duration.ofSeconds(5));
            slowest = Math.max(slowest, took.toMillis());
        }
        Trials.figure("lock of a dead process taken over %d times, after %d ms at most", trials, slowest);
    }
}
