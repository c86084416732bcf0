package io.tallybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nights in which a scheduled job did not run: they are said, and run on demand. */
class CatchUpTest {
    private final YearMonth due = YearMonth.now(ZoneOffset.UTC).minusMonths(1);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @BeforeEach
    void job() throws IOException {
        write("in/accounts.csv", "account,name,country\nA1,Contoso,DE\n");
        write(
                "in/agreements.csv",
                "agreement,account,program,currency,start,end\nE1,A1,EA,USD,2024-01-01,2030-12-31\n");
        job("previous-month", "out/{period}");
    }

    private void job(String period, String output) throws IOException {
        write("job.yaml", """
                name: monthly
                period: %s
                inputs:
                  - {files: in/*.csv}
                settings: {zone: UTC}
                analyses: [support]
                output: %s
                """.formatted(period, output));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }

    private CommandRun run(String... more) {
        List<String> command = new ArrayList<>(
                List.of("run", folder.resolve("job.yaml").toString(), "--no-reports", "--threads", "1"));
        command.addAll(Arrays.asList(more));
        return CommandRun.of(command.toArray(String[]::new));
    }

    private static JsonNode lastLine(CommandRun run) {
        return JsonMapper.shared().readTree(run.lines().get(run.lines().size() - 1));
    }

    private String back(int months) {
        return due.minusMonths(months).toString();
    }

    private static List<String> daysOf(JsonNode node) {
        return node.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void scheduledRunSaysWhichPeriodsHaveNoRunAndIsNoFailure() {
        assertThat(run("--period", back(4)).exit()).isZero();

        CommandRun scheduled = run();

        assertThat(scheduled.exit()).isZero();
        assertThat(scheduled.err())
                .contains("tallybook: nothing was published for " + back(3) + " to " + back(1)
                        + " (3 periods); --catch-up runs what was missed\n");
        List<String> missed = IntStream.of(3, 2, 1)
                .mapToObj(months -> due.minusMonths(months).atEndOfMonth().toString())
                .toList();
        assertThat(daysOf(lastLine(scheduled).path("missed"))).isEqualTo(missed);

        run("--period", back(1));
        CommandRun again = run();
        assertThat(again.err()).as("what lies before the last run is old news").doesNotContain("--catch-up");
        assertThat(daysOf(lastLine(again).path("missed"))).isEqualTo(missed.subList(0, 2));
        assertThat(run("--period", back(1)).err())
                .as("a run of a period by hand is not the scheduled one")
                .doesNotContain("--catch-up");
    }

    @Test
    void catchUpRunsWhatWasMissedInOrderAndThenWhatIsDue() {
        run("--period", back(3));
        run();

        CommandRun caughtUp = run("--catch-up");

        assertThat(caughtUp.exit()).isZero();
        assertThat(caughtUp.err())
                .containsSubsequence(back(2) + ", 1 of 3", back(1) + ", 2 of 3", back(0) + ", 3 of 3", "nothing new");
        assertThat(folder.resolve("out/" + back(2) + "/manifest.json")).isRegularFile();
        assertThat(folder.resolve("out/" + back(1) + "/manifest.json")).isRegularFile();
        assertThat(caughtUp.lines()).as("a line a run, and one for all").hasSize(4);
        JsonNode all = lastLine(caughtUp);
        assertThat(all.path("runs").size()).isEqualTo(3);
        assertThat(all.path("status").asString()).isEqualTo("COMPLETE");
        assertThat(all.path("exit").asInt(-1)).isZero();

        CommandRun nothingMissed = run("--catch-up");
        assertThat(nothingMissed.lines()).hasSize(1);
        assertThat(lastLine(nothingMissed).has("missed")).isFalse();
    }

    @Test
    void catchUpStopsAtTheFirstFailureAndEndsLikeTheWorst() throws IOException {
        run("--period", back(4));
        // In the place of the second folder lies a file: nothing can be published there.
        write("out/" + back(2), "");
        write("in/notes.csv", "when,what\n2026-01-01,called\n");

        CommandRun stopped = run("--catch-up");

        assertThat(stopped.exit()).isEqualTo(74);
        assertThat(stopped.err())
                .contains("caught up no further: not run are " + back(1) + " to " + back(0) + " (2 periods)");
        JsonNode all = lastLine(stopped);
        assertThat(all.at("/runs/0/status").asString()).isEqualTo("INCOMPLETE");
        assertThat(all.at("/runs/1/status").asString()).isEqualTo("NOT_WRITTEN");
        assertThat(all.path("exit").asInt()).isEqualTo(74);
        assertThat(folder.resolve("out/" + back(3) + "/manifest.json")).isRegularFile();
        assertThat(folder.resolve("out/" + back(1))).doesNotExist();

        Files.delete(folder.resolve("out/" + back(2)));
        CommandRun goesOn = run("--catch-up");
        assertThat(goesOn.exit()).as("all are published, marked incomplete").isEqualTo(65);
        assertThat(lastLine(goesOn).path("runs").size()).isEqualTo(3);
    }

    @Test
    void nightsThatWereMissedAreDaysAndTheLastFolderIsThatOfTheDayThatIsDue() throws IOException {
        job("today", "out");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        run("--as-of", today.minusDays(3).toString());
        // A run into another folder is not that of the night.
        run(
                "--as-of",
                today.minusDays(2).toString(),
                "--out",
                folder.resolve("elsewhere").toString());

        CommandRun caughtUp = run("--catch-up");

        assertThat(lastLine(caughtUp)
                        .path("runs")
                        .valueStream()
                        .map(each -> each.path("as_of").asString()))
                .containsExactly(
                        today.minusDays(2).toString(), today.minusDays(1).toString(), today.toString());
        assertThat(Files.readString(folder.resolve("out/manifest.json"))).contains("\"as_of\" : \"" + today);
    }

    @Test
    void periodFollowsFromTheDayInTheZoneOfTheJob() throws IOException {
        job("today", "out");
        // 26 hours apart: it is never the same day in both.
        LocalDate ahead = dayOf(run("--set", "zone=Pacific/Kiritimati"));
        LocalDate behind = dayOf(run("--set", "zone=Etc/GMT+12"));
        assertThat(ahead).isAfter(behind);
    }

    private static LocalDate dayOf(CommandRun run) {
        return LocalDate.parse(lastLine(run).path("as_of").asString());
    }

    @Test
    void catchUpIsForScheduledRunsWithAHistoryThatCanBeRead() throws IOException {
        assertThat(run("--catch-up", "--period", "2026-10").exit()).isEqualTo(64);
        assertThat(CommandRun.of("run", "--in", "in", "--catch-up").exit()).isEqualTo(64);

        write("out/history/monthly.jsonl", "no line of ours\n");
        CommandRun refused = run("--catch-up");
        assertThat(refused.exit()).isEqualTo(64);
        assertThat(refused.err())
                .contains("a line is no run; move the file away")
                .hasLineCount(1);
    }
}
