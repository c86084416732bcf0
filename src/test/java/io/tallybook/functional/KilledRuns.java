package io.tallybook.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.functional.TallybookProcess.Finished;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * A run that is killed and started again gives what an undisturbed run gives: the same bytes, no row lost, none doubled, and
 * nobody has to clear anything away. The same for every kind of store.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class KilledRuns {
    private static final Pattern BEGUN = Pattern.compile("Executing step: \\[([\\w-]+)");
    private static final Pattern DONE =
            Pattern.compile("Step: \\[([\\w-]+)\\] executed in (?:(\\d+)m(?!s))?(?:(\\d+)s)?(?:(\\d+)ms)?");
    private static final String START = "start";
    private static final String PUBLISH = "publish";

    /** What is run: many rows without reports, or few with them. */
    enum Load {
        ROWS("rows"),
        REPORTS("reports");

        private final String in;

        Load(String in) {
            this.in = in;
        }
    }

    /** An undisturbed run: its bytes, how long it took, and each of its steps. */
    private record Clean(SortedMap<String, String> bytes, Duration took, Map<String, Duration> steps) {}

    /** A moment: after a share of the time that a step takes. */
    record Kill(Load load, String step, int share) {
        @Override
        public String toString() {
            return load + ", " + step + ", " + share + " %";
        }
    }

    @TempDir
    static Path folder;

    private final Random random = Trials.random();
    private final Map<Load, Clean> clean = new EnumMap<>(Load.class);
    private int runs;

    /** Options that name the store. */
    abstract List<String> store();

    /** Steps to kill in, each build. */
    abstract List<Kill> few();

    /** Whether the run with an output folder has left something in the store. */
    abstract boolean isLeftInStore(Path out) throws Exception;

    Kill kill(Load load, String step) {
        return new Kill(load, step, random.nextInt(100));
    }

    final List<Kill> kills() {
        if (!Trials.isAll()) {
            return few();
        }
        List<Kill> kills = new ArrayList<>();
        Map<String, Integer> often = new TreeMap<>(Map.of(
                START,
                2,
                "survey",
                3,
                "masters",
                3,
                "settle-masters",
                2,
                "records",
                10,
                "settle-records",
                3,
                "gate",
                3,
                "assess-shared",
                2,
                "assess",
                8,
                PUBLISH,
                5));
        often.forEach((step, times) ->
                Stream.generate(() -> kill(Load.ROWS, step)).limit(times).forEach(kills::add));
        Map.of("render", 6, "portfolio", 3, PUBLISH, 5)
                .forEach((step, times) -> Stream.generate(() -> kill(Load.REPORTS, step))
                        .limit(times)
                        .forEach(kills::add));
        return kills;
    }

    @BeforeAll
    final void runUndisturbed() throws Exception {
        int rows = Workload.write(folder.resolve(Load.ROWS.in), Trials.SEED);
        SmallInputs.good(folder.resolve(Load.REPORTS.in));
        for (Load load : Load.values()) {
            String out = "undisturbed-" + load.in;
            Finished finished = start(load, out).await().endedWith(0, "COMPLETE");
            SortedMap<String, String> bytes = Published.digests(folder.resolve(out));
            clean.put(load, new Clean(bytes, finished.took(), steps(log(out))));
            if (load == Load.ROWS) {
                JsonNode counts = finished.summary().path("counts");
                assertThat(counts.path("rows").asInt()).isEqualTo(rows);
                assertThat(counts.path("rejected").asInt()).isEqualTo(Workload.WRONG);
                assertThat(counts.path("accounts").asInt()).isEqualTo(Workload.ACCOUNTS);
                assertThat(bytes).containsOnlyKeys("results.jsonl", "rejects.csv", "manifest.json");
            } else {
                assertThat(bytes.keySet())
                        .anyMatch(name -> name.endsWith(".xlsx"))
                        .anyMatch(name -> name.endsWith(".html"));
            }
        }
    }

    private Clean clean(Load load) {
        return Objects.requireNonNull(clean.get(load));
    }

    private static Map<String, Duration> steps(String log) {
        Map<String, Duration> steps = new TreeMap<>();
        Matcher done = DONE.matcher(log);
        while (done.find()) {
            steps.put(
                    done.group(1),
                    Duration.ofMinutes(number(done.group(2)))
                            .plusSeconds(number(done.group(3)))
                            .plusMillis(number(done.group(4))));
        }
        return steps;
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    final TallybookProcess start(Load load, String out) throws IOException {
        return TallybookProcess.start(folder, command(load, out));
    }

    final String[] command(Load load, String out) {
        List<String> command = new ArrayList<>(
                List.of("run", "--in", load.in, "--out", out, "--as-of", "2026-10-31", "--threads", "2"));
        if (load == Load.ROWS) {
            command.add("--no-reports");
        }
        command.addAll(store());
        return command.toArray(String[]::new);
    }

    final Path work(String out) {
        Path published = folder.resolve(out);
        return published.resolveSibling(".tallybook").resolve(published.getFileName());
    }

    final String log(String out) throws IOException {
        Path log = work(out).resolve("run.log");
        return Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
    }

    /** Runs to the end, and compares everything with the undisturbed run. */
    final Finished completes(Load load, String out) throws Exception {
        return completed(start(load, out), load, out);
    }

    final Finished completed(TallybookProcess process, Load load, String out) throws Exception {
        Finished finished = process.await().endedWith(0, "COMPLETE");
        assertThat(Published.digests(folder.resolve(out))).isEqualTo(clean(load).bytes());
        // Lock, holder, log and summary stay; everything else is cleared away.
        try (Stream<Path> left = Files.list(work(out))) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsOnly("lock", "holder", "run.log", "summary.json");
        }
        assertThat(isLeftInStore(folder.resolve(out))).isFalse();
        return finished;
    }

    /** Kills a run in a step; one that gets through it is done again, and killed earlier. Returns what it said in its log. */
    final String killIn(Kill kill, String out) throws Exception {
        for (int share = kill.share(); ; share = share / 2) {
            Optional<String> log = killedIn(new Kill(kill.load(), kill.step(), share), out);
            if (log.isPresent()) {
                return log.get();
            }
        }
    }

    /** Kills a run in a step and returns what it said in its log; nothing is left of one that ends before. */
    private Optional<String> killedIn(Kill kill, String out) throws Exception {
        int before = log(out).length();
        TallybookProcess process = start(kill.load(), out);
        await(process, kill, out, before);
        if (process.isAlive()) {
            assertThat(process.kill().exit()).isEqualTo(137);
            String log = since(before, log(out));
            List<String> begun = begun(log);
            Trials.figure("killed in %s, meant %s", begun.isEmpty() ? START : begun.get(begun.size() - 1), kill.step());
            return Optional.of(log);
        }
        process.await();
        if (Files.exists(folder.resolve(out))) {
            delete(folder.resolve(out));
        }
        return Optional.empty();
    }

    /** Waits until a run that was just started has come to a moment, or has ended. */
    final void await(TallybookProcess process, Kill moment, String out, int logged) throws Exception {
        Duration step = Duration.ofSeconds(1);
        if (!moment.step().equals(START)) {
            while (process.isAlive() && !begun(since(logged, log(out))).contains(moment.step())) {
                Thread.sleep(1);
            }
            step = clean(moment.load()).steps().getOrDefault(moment.step(), Duration.ZERO);
        }
        Thread.sleep(step.multipliedBy(moment.share()).dividedBy(100).toMillis());
    }

    /** What a log has got since it had a length; a long one is begun anew. */
    private static String since(int before, String log) {
        return before <= log.length() ? log.substring(before) : log;
    }

    private static List<String> begun(String log) {
        return BEGUN.matcher(log).results().map(step -> step.group(1)).toList();
    }

    private static void delete(Path published) throws IOException {
        try (Stream<Path> all = Files.walk(published)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kills")
    void killedRunGoesOnToTheSameBytes(Kill kill) throws Exception {
        String out = "killed-" + runs++;
        killIn(kill, out);
        Finished finished = completes(kill.load(), out);
        Trials.figure(
                "%s: the next run took %d ms, an undisturbed one %d ms",
                kill, finished.took().toMillis(), clean(kill.load()).took().toMillis());
    }

    @Test
    void killedInItsRecoveryItStillGoesOn() throws Exception {
        for (int trial = 0; trial < Trials.of(1, 10); trial++) {
            String out = "twice-" + trial;
            String step = List.of("records", "assess", PUBLISH).get(trial % 3);
            Optional<String> log;
            do {
                killIn(kill(Load.ROWS, "records"), out);
                log = killedIn(kill(Load.ROWS, step), out);
                // The first kill may have come behind the step that the second waits for.
            } while (log.isEmpty());
            assertThat(begun(log.get()))
                    .as("steps done once are not done again")
                    .doesNotContain("masters");
            completes(Load.ROWS, out).says("resuming a run that was cut short");
        }
    }

    @Test
    void killedAsItBeginsToPublishItStillPublishesAll() throws Exception {
        for (int trial = 0; trial < Trials.of(1, 10); trial++) {
            String out = "publishing-" + trial;
            TallybookProcess process = start(Load.REPORTS, out);
            Path publishing = work(out).resolve("state/publishing");
            while (process.isAlive() && Files.notExists(publishing)) {
                Thread.onSpinWait();
            }
            Thread.sleep(random.nextInt(trial + 1));
            process.kill();
            completes(Load.REPORTS, out);
        }
    }

    @Test
    void terminatedItIsGoneSoonLeavesNothingHalfAndGoesOn() throws Exception {
        for (int trial = 0; trial < Trials.of(1, 10); trial++) {
            String out = "terminated-" + trial;
            TallybookProcess process = start(Load.ROWS, out);
            String step = List.of("survey", "records", "assess").get(trial % 3);
            await(process, new Kill(Load.ROWS, step, random.nextInt(50)), out, 0);
            long before = System.nanoTime();
            Finished finished = process.terminate();
            Duration took = Duration.ofNanos(System.nanoTime() - before);
            Trials.figure("terminated, and gone after %d ms", took.toMillis());
            assertThat(took).isLessThan(Duration.ofSeconds(10));
            assertThat(finished.exit()).isEqualTo(143);
            assertThat(folder.resolve(out)).doesNotExist();
            completes(Load.ROWS, out);
        }
    }

    @Test
    void ofTwoStartsAtOnceOneRunsAndTheOtherNamesIt() throws Exception {
        int trials = Trials.of(2, 100);
        long slowest = 0;
        for (int trial = 0; trial < trials; trial++) {
            String out = "at-once-" + trial;
            // Every other time there is a run to go on with, and the lock of a dead process.
            boolean isCutShort = trial % 2 == 1
                    // A kill that comes late finds all published, and nothing to go on with.
                    && !steps(killIn(kill(Load.REPORTS, "render"), out)).containsKey("publish");
            TallybookProcess first = start(Load.REPORTS, out);
            Thread.sleep(random.nextInt(51));
            TallybookProcess second = start(Load.REPORTS, out);
            while (first.isAlive() && second.isAlive()) {
                Thread.sleep(1);
            }
            TallybookProcess turnedAway = first.isAlive() ? second : first;
            TallybookProcess runs = first.isAlive() ? first : second;
            Finished other = turnedAway
                    .await()
                    .endedWith(75, "BUSY")
                    .says("the same job is running: process " + runs.pid() + " on ", " since ");
            slowest = Math.max(slowest, other.took().toMillis());
            Finished finished = completed(runs, Load.REPORTS, out);
            if (isCutShort) {
                finished.says("resuming a run that was cut short");
            }
        }
        Trials.figure("of two starts one ran, %d times; the other was gone after %d ms at most", trials, slowest);
    }
}
