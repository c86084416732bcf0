package io.tallybook.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

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

    /** Times say something only beside times of the same minute: each recovery has an undisturbed run next to it. */
    @Test
    @EnabledIfSystemProperty(named = "tallybook.trials", matches = "all")
    void recoveryTakesLittleMoreThanAnUndisturbedRun() throws Exception {
        long[] recovered = new long[10];
        long[] undisturbed = new long[recovered.length];
        for (int trial = 0; trial < recovered.length; trial++) {
            String out = "timed-" + trial;
            killIn(kill(Load.ROWS, trial % 2 == 0 ? "records" : "assess"), out);
            recovered[trial] = completes(Load.ROWS, out).took().toMillis();
            undisturbed[trial] = completes(Load.ROWS, "whole-" + trial).took().toMillis();
        }
        Arrays.sort(recovered);
        Arrays.sort(undisturbed);
        long median = recovered[recovered.length / 2];
        long whole = undisturbed[undisturbed.length / 2];
        Trials.figure("medians: recovered in %d ms, undisturbed in %d ms", median, whole);
        assertThat(median).isLessThan(whole * 12 / 10 + 5_000);
    }
}
