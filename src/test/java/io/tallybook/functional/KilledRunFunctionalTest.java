package io.tallybook.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.functional.TallybookProcess.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * A run that is killed and started again gives what an undisturbed run gives: the same bytes, no row lost, none doubled, and
 * nobody has to clear anything away.
 */
class KilledRunFunctionalTest {
    private static final long SEED = 20_261_031;

    @TempDir
    static Path folder;

    private static Duration undisturbed = Duration.ZERO;
    private static SortedMap<String, String> expected = new TreeMap<>();

    /** A share of the undisturbed run's time after which a process is killed. */
    record Moment(int share) {
        @Override
        public String toString() {
            return "after " + share + " % of the time, seed " + SEED;
        }
    }

    static Stream<Moment> moments() {
        // One in each fifth of the time, so that every step gets its turn.
        Random random = new Random(SEED);
        return Stream.of(15, 32, 49, 66, 83).map(from -> new Moment(from + random.nextInt(16)));
    }

    @BeforeAll
    static void runUndisturbed() throws Exception {
        int rows = Workload.write(folder.resolve("in"), SEED);
        Finished finished = start("undisturbed").await().endedWith(0, "COMPLETE");
        undisturbed = finished.took();
        expected = Published.digests(folder.resolve("undisturbed"));
        JsonNode counts = finished.summary().path("counts");
        assertThat(counts.path("rows").asInt()).isEqualTo(rows);
        assertThat(counts.path("rejected").asInt()).isEqualTo(Workload.WRONG);
        assertThat(counts.path("accounts").asInt()).isEqualTo(Workload.ACCOUNTS);
        assertThat(expected).containsKeys("results.jsonl", "rejects.csv", "manifest.json");
    }

    private static TallybookProcess start(String out) throws IOException {
        return TallybookProcess.start(
                folder, "run", "--in", "in", "--out", out, "--as-of", "2026-10-31", "--no-reports", "--threads", "2");
    }

    private static Finished completes(String out) throws Exception {
        Finished finished = start(out).await().endedWith(0, "COMPLETE");
        assertThat(Published.digests(folder.resolve(out))).isEqualTo(expected);
        // Lock, holder and log stay; everything else is cleared away.
        Path work = folder.resolve(".tallybook").resolve(out);
        try (Stream<Path> left = Files.list(work)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsOnly("lock", "holder", "run.log");
        }
        return finished;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("moments")
    void killedRunGoesOnToTheSameBytes(Moment moment) throws Exception {
        String out = "killed-" + moment.share();
        killAfter(undisturbed.multipliedBy(moment.share()).dividedBy(100), out);
        completes(out);
    }

    @Test
    void killedWhilePublishingItStillPublishesAll() throws Exception {
        TallybookProcess process = start("publishing");
        Path publishing = folder.resolve(".tallybook/publishing/state/publishing");
        while (process.isAlive() && Files.notExists(publishing)) {
            Thread.onSpinWait();
        }
        process.kill();
        completes("publishing");
    }

    @Test
    void killedWhileRenderingItStillPublishesTheSameWorkbooks() throws Exception {
        SmallInputs.good(folder.resolve("few"));
        TallybookProcess.run(folder, reports("few-reports")).endedWith(0, "COMPLETE");
        SortedMap<String, String> few = Published.digests(folder.resolve("few-reports"));
        assertThat(few.keySet()).anyMatch(name -> name.endsWith(".xlsx")).anyMatch(name -> name.endsWith(".html"));

        TallybookProcess process = TallybookProcess.start(folder, reports("few-killed"));
        Path stage = folder.resolve(".tallybook/few-killed/stage");
        while (process.isAlive() && Files.notExists(stage)) {
            Thread.sleep(1);
        }
        process.kill();
        TallybookProcess.run(folder, reports("few-killed")).endedWith(0, "COMPLETE");
        assertThat(Published.digests(folder.resolve("few-killed"))).isEqualTo(few);
    }

    private static String[] reports(String out) {
        return new String[] {"run", "--in", "few", "--out", out, "--as-of", "2026-10-31"};
    }

    @Test
    void terminatedAndThenKilledInItsRecoveryItStillGoesOn() throws Exception {
        TallybookProcess process = start("twice");
        Thread.sleep(undisturbed.multipliedBy(60).dividedBy(100).toMillis());
        long before = System.nanoTime();
        Finished finished = process.terminate();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        assertThat(finished.exit()).isEqualTo(143);
        assertThat(folder.resolve("twice")).doesNotExist();

        killAfter(undisturbed.multipliedBy(35).dividedBy(100), "twice");
        completes("twice").says("resuming a run that was cut short");
    }

    /** Kills a run; on a machine that is faster than it was before, a run that ends too early is done again, killed earlier. */
    private static void killAfter(Duration time, String out) throws Exception {
        Duration wait = time;
        while (true) {
            TallybookProcess process = start(out);
            Thread.sleep(wait.toMillis());
            if (process.isAlive()) {
                assertThat(process.kill().exit()).isEqualTo(137);
                assertThat(folder.resolve(out)).doesNotExist();
                return;
            }
            process.await();
            delete(folder.resolve(out));
            wait = wait.dividedBy(2);
        }
    }

    private static void delete(Path published) throws IOException {
        for (Path file : Published.files(published)) {
            Files.delete(file);
        }
        Files.delete(published);
    }
}
