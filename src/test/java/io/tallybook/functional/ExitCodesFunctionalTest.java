package io.tallybook.functional;

import static io.tallybook.functional.SmallInputs.PURCHASES_HEADER;
import static io.tallybook.functional.SmallInputs.add;
import static io.tallybook.functional.SmallInputs.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tallybook.functional.TallybookProcess.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a scheduler gets to know. */
class ExitCodesFunctionalTest {
    private static final String DAY = "2026-10-31";

    @TempDir
    Path folder;

    private Path in;
    private Path out;

    @BeforeEach
    void goodInputs() throws IOException {
        in = SmallInputs.good(folder.resolve("in"));
        out = folder.resolve("out");
    }

    private Finished run(String... more) throws Exception {
        return TallybookProcess.run(folder, arguments(more));
    }

    private static String[] arguments(String... more) {
        String[] common = {"run", "--in", "in", "--out", "out", "--as-of", DAY, "--no-reports"};
        String[] all = Arrays.copyOf(common, common.length + more.length);
        System.arraycopy(more, 0, all, common.length, more.length);
        return all;
    }

    /** Starts all at once and waits for all: most of the time goes into starting. */
    private Map<String, Finished> runAll(Map<String, List<String>> commands) throws Exception {
        Map<String, TallybookProcess> running = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> command : commands.entrySet()) {
            running.put(
                    command.getKey(),
                    TallybookProcess.start(folder, command.getValue().toArray(String[]::new)));
        }
        Map<String, Finished> finished = new LinkedHashMap<>();
        for (Map.Entry<String, TallybookProcess> process : running.entrySet()) {
            finished.put(process.getKey(), process.getValue().await());
        }
        return finished;
    }

    @Test
    void doneIsZeroAndRejectedRowsAreStillDone() throws Exception {
        Finished first = run().endedWith(0, "COMPLETE").says("6 rows read: 6 accepted");
        assertThat(folder.resolve(".tallybook/out/summary.json"))
                .hasContent(first.out().get(0));
        assertThat(first.summary().path("run").asString()).hasSize(36);
        add(in, "purchases.csv", "E1,2,2025-02-30,SQL Server Standard,SERVER,SA,1,100.00,USD");
        Finished second = run().endedWith(0, "COMPLETE").says("7 rows read: 6 accepted, 1 rejected");
        assertThat(second.summary().at("/counts/rejected").asInt()).isEqualTo(1);
        assertThat(Files.readString(out.resolve("rejects.csv")))
                .contains("purchases,purchases.csv,purchases,4,order_date,not-a-date,2025-02-30");

        // Done, but something that --fail-on names was found; it is published all the same.
        Finished rejects = run("--fail-on", "rejects").endedWith(1, "COMPLETE").says("nothing new in out");
        assertThat(rejects.summary().path("unchanged").asBoolean()).isTrue();
    }

    @Test
    void failOnNamesWhatTurnsDoneIntoOne() throws Exception {
        Finished all = run("--fail-on", "rejects,unknown,fail");
        JsonNode counts = all.summary().path("counts");
        assertThat(counts.path("rejected").asInt()).isZero();
        assertThat(counts.path("findings.FAIL").asInt()
                        + counts.path("figures.UNKNOWN").asInt())
                .isPositive();
        all.endedWith(1, "COMPLETE");
        run("--fail-on", "rejects").endedWith(0, "COMPLETE");
        // A currency that the terms have no increment for cannot be awarded: not known.
        write(in, "agreements.csv", """
                agreement,account,program,currency,start,end
                E1,A1,EA,CRC,2024-01-01,2026-12-31
                """);
        write(in, "purchases.csv", PURCHASES_HEADER + "E1,1,2025-02-01,SQL Server Standard,SERVER,SA,10,61200,CRC\n");
        run("--fail-on", "UNKNOWN").endedWith(1, "COMPLETE");
    }

    @Test
    void wrongUsageIs64AndNamesTheOption() throws Exception {
        Map<String, List<String>> wrong = new LinkedHashMap<>();
        wrong.put("name a job file, or folders and files with --in", List.of("run"));
        wrong.put("Unknown option: '--bogus'", List.of("run", "--in", "in", "--bogus"));
        wrong.put(
                "--as-of: found '2026-02-30', expected a date", List.of("run", "--in", "in", "--as-of", "2026-02-30"));
        wrong.put("--period: found '2026-13', expected a month", List.of("run", "--in", "in", "--period", "2026-13"));
        wrong.put(
                "--as-of and --period exclude each other",
                List.of("run", "--in", "in", "--as-of", DAY, "--period", "2026-10"));
        wrong.put(
                "--set: found 'award-window', expected name=value",
                List.of("run", "--in", "in", "--set", "award-window"));
        wrong.put("--set: unknown setting 'award-windov'", List.of("run", "--in", "in", "--set", "award-windov=term"));
        wrong.put("--set: ", List.of("run", "--in", "in", "--set", "warning-days=soon"));
        wrong.put("Invalid value for option '--threads'", List.of("run", "--in", "in", "--threads", "many"));
        wrong.put("--threads: found 0", List.of("run", "--in", "in", "--threads", "0"));
        wrong.put("Invalid value for option '--fail-on'", List.of("run", "--in", "in", "--fail-on", "everything"));
        runAll(wrong).forEach((says, finished) -> {
            finished.endedWith(64, "USAGE").says(says);
            assertThat(finished.err()).hasSize(1);
        });
        assertThat(out).doesNotExist();
    }

    @Test
    void fileThatCannotBeReadCostsNoResultOfTheOthers() throws Exception {
        run().endedWith(0, "COMPLETE");
        List<String> without = Published.results(out);

        byte[] workbook = SmallInputs.workbook("purchases", "<row r='1'><c r='A1' t='str'><v>agreement</v></c></row>");
        Files.write(in.resolve("cut.xlsx"), Arrays.copyOf(workbook, workbook.length * 2 / 3));
        SmallInputs.encrypted(in.resolve("locked.xlsx"), workbook, "secret");
        write(in, "page.xls", "<html><body><table><tr><td>agreement</td></tr></table></body></html>");
        write(in, "notes.csv", "when,what\n2026-01-01,called\n");
        Finished finished = run().endedWith(65, "INCOMPLETE");
        for (String file : List.of("cut.xlsx", "locked.xlsx", "page.xls", "notes.csv")) {
            assertThat(finished.err())
                    .filteredOn(line -> line.startsWith("tallybook: [" + file + "] "))
                    .singleElement()
                    .satisfies(line -> assertThat(line).hasSizeLessThanOrEqualTo(211));
        }
        finished.says("[locked.xlsx]", "password")
                .says("[notes.csv] not recognised")
                .says("marked incomplete");

        assertThat(Published.results(out)).isEqualTo(without);
        JsonNode manifest = Published.manifest(out);
        assertThat(manifest.path("status").asString()).isEqualTo("INCOMPLETE");
        for (JsonNode input : manifest.path("inputs")) {
            String file = input.path("file").asString();
            String status = switch (file) {
                case "cut.xlsx", "locked.xlsx", "page.xls" -> "REFUSED";
                case "notes.csv" -> "UNRECOGNISED";
                default -> "READ";
            };
            assertThat(input.path("status").asString()).as(file).isEqualTo(status);
            if (!status.equals("READ")) {
                // The reason is the line that the person saw.
                finished.says("[" + file + "] ", input.path("reason").asString());
            }
        }
    }

    @Test
    void refusedInputsPublishNothing() throws Exception {
        run().endedWith(0, "COMPLETE");
        SortedMap<String, String> before = Published.digestsAndTimes(out);

        write(folder, "job.yaml", """
                name: monthly
                output: out
                inputs:
                  - files: in/*.csv
                  - files: more/rates-*.csv
                    required: true
                """);
        Finished missing = TallybookProcess.run(folder, "run", "job.yaml", "--as-of", DAY, "--no-reports");
        missing.endedWith(65, "BLOCKED").says("required input more/rates-*.csv is missing");

        write(folder, "job.yaml", """
                name: monthly
                output: out
                reject-tolerance: 1
                inputs:
                  - files: in/*.csv
                """);
        add(in, "purchases.csv", "E1,2,2025-02-30,SQL Server Standard,SERVER,SA,1,100.00,USD");
        add(in, "purchases.csv", "E9,3,2025-02-01,SQL Server Standard,SERVER,SA,1,100.00,USD");
        Finished tolerance = TallybookProcess.run(folder, "run", "job.yaml", "--as-of", DAY, "--no-reports");
        tolerance.endedWith(65, "BLOCKED").says("2 of 8 rows are rejected, the job accepts 1");

        SmallInputs.good(in);
        add(in, "purchases.csv", "Total,,,,,,14,81200.02,");
        run().endedWith(65, "BLOCKED").says("[purchases.csv]", "amount", "81200.02", "81200.01");
        for (String file : List.of("accounts", "agreements", "purchases")) {
            String header = Files.readAllLines(in.resolve(file + ".csv")).get(0);
            write(in, file + ".csv", header + "\n");
        }
        run().endedWith(65, "BLOCKED").says("no row at all is usable");

        assertThat(Published.digestsAndTimes(out)).isEqualTo(before);

        // The total to the cent, and all is well again.
        SmallInputs.good(in);
        add(in, "purchases.csv", "Total,,,,,,14,81200.01,");
        run().endedWith(0, "COMPLETE").says("7 rows read: 6 accepted, 0 rejected, 1 passed over");
        assertThat(Published.manifest(out).at("/control_totals/1/verdict").asString())
                .isEqualTo("OK");
    }

    @Test
    void noInputIs66() throws Exception {
        Files.createDirectories(folder.resolve("empty/below"));
        write(folder, "notes/readme.md", "# nothing to read");
        Map<String, List<String>> none = new LinkedHashMap<>();
        none.put("no input file in empty", List.of("run", "--in", "empty"));
        none.put("no input file in notes", List.of("run", "--in", "notes"));
        none.put("nowhere", List.of("run", "--in", "nowhere"));
        runAll(none)
                .forEach((says, finished) -> finished.endedWith(66, "NO_INPUT").says(says));
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(folder.resolve(".tallybook/out/state")).doesNotExist();
        // One of two is not there: what is there is read, and said to be incomplete.
        Finished half = run("--in", "nowhere.csv");
        half.endedWith(65, "INCOMPLETE").says("[nowhere.csv]");
    }

    @Test
    void outputThatCannotBeWrittenIs74() throws Exception {
        write(folder, "taken", "not a folder");
        Finished below =
                TallybookProcess.run(folder, "run", "--in", "in", "--out", "taken/out", "--as-of", DAY, "--no-reports");
        below.endedWith(74, "NOT_WRITTEN").says("taken");
        Finished at =
                TallybookProcess.run(folder, "run", "--in", "in", "--out", "taken", "--as-of", DAY, "--no-reports");
        at.endedWith(74, "NOT_WRITTEN").says("taken");
        assertThat(Files.readString(folder.resolve("taken"))).isEqualTo("not a folder");
    }

    @Test
    void fullDiskIs74AndKeepsWhatWasPublished() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(mount(disk), "a small file system cannot be mounted here: a full disk is not tried");
        try {
            String[] command = {"run", "--in", "in", "--out", "disk/out", "--as-of", DAY, "--no-reports"};
            TallybookProcess.run(folder, command).endedWith(0, "COMPLETE");
            SortedMap<String, String> before = Published.digestsAndTimes(disk.resolve("out"));
            Path ballast = disk.resolve("ballast");
            fill(ballast);
            write(in, "accounts.csv", "account,name,country\nA1,Contoso,DE\n");
            TallybookProcess.run(folder, command).endedWith(74, "NOT_WRITTEN").says("disk");
            assertThat(Published.digestsAndTimes(disk.resolve("out"))).isEqualTo(before);

            Files.delete(ballast);
            TallybookProcess.run(folder, command).endedWith(0, "COMPLETE");
            assertThat(Published.files(disk.resolve(".tallybook/out/state"))).isEmpty();
            assertThat(Published.files(disk.resolve(".tallybook/out/stage"))).isEmpty();
        } finally {
            new ProcessBuilder("umount", disk.toString()).start().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static boolean mount(Path disk) throws InterruptedException {
        try {
            Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString())
                    .redirectErrorStream(true)
                    .start();
            return mount.waitFor(10, TimeUnit.SECONDS) && mount.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void fill(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            byte[] page = new byte[4096];
            while (true) {
                out.write(page);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    @Test
    void secondStartOfTheSameJobIs75AndNamesTheHolder() throws Exception {
        Path pipe = folder.resolve("in/held.csv");
        Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assumeTrue(mkfifo.waitFor(10, TimeUnit.SECONDS) && mkfifo.exitValue() == 0, "no pipes here");
        // Nobody writes into the pipe: the first run waits for its bytes.
        TallybookProcess first = TallybookProcess.start(folder, arguments("--in", pipe.toString()));
        try {
            Path holder = folder.resolve(".tallybook/out/holder");
            for (int i = 0; i < 600 && Files.notExists(holder); i++) {
                Thread.sleep(50);
            }
            assertThat(first.isAlive()).isTrue();
            Finished second = run().endedWith(75, "BUSY").says("the same job is running", "process " + first.pid());
            assertThat(second.err()).hasSizeLessThanOrEqualTo(2);
            assertThat(out).doesNotExist();
        } finally {
            first.kill();
        }
        // The lock of a dead process holds nobody up.
        Files.delete(pipe);
        run().endedWith(0, "COMPLETE");
    }

    @Test
    void wrongJobFileIs78AndNamesTheLine() throws Exception {
        write(folder, "key.yaml", "name: monthly\noutput: out\ninputs:\n  - files: in/*.csv\n    requird: true\n");
        write(folder, "value.yaml", "name: monthly\noutput: out\nperiod: last-month\ninputs:\n  - files: in/*.csv\n");
        write(
                folder,
                "setting.yaml",
                "name: m\noutput: out\nsettings:\n  warning-days: soon\ninputs:\n  - files: a.csv\n");
        write(folder, "broken.yaml", "name: [monthly\noutput: out\n\tinputs\n");
        write(folder, "text.yaml", "just a text\n");
        Files.write(folder.resolve("binary.yaml"), new byte[] {'n', ':', (byte) 0xff, (byte) 0xfe, 0, 1});
        Map<String, List<String>> wrong = new LinkedHashMap<>();
        wrong.put("key.yaml:5", List.of("run", "key.yaml"));
        wrong.put("value.yaml:3", List.of("run", "value.yaml"));
        wrong.put("setting.yaml:4", List.of("run", "setting.yaml"));
        wrong.put("broken.yaml:", List.of("run", "broken.yaml"));
        wrong.put("text.yaml:", List.of("run", "text.yaml"));
        wrong.put("binary.yaml: is not UTF-8", List.of("run", "binary.yaml"));
        wrong.put("nowhere.yaml: the job file cannot be read", List.of("run", "nowhere.yaml"));
        runAll(wrong).forEach((says, finished) -> {
            finished.endedWith(78, "CONFIGURATION").says(says);
            assertThat(finished.err()).hasSize(1);
        });
        assertThat(out).doesNotExist();
    }
}
