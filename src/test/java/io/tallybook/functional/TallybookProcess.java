package io.tallybook.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The built jar, running in a folder. */
final class TallybookProcess {
    private static final Duration LONGEST = Duration.ofMinutes(4);

    /** What no line for a person may hold: a frame of a stack trace, or the name of a class. */
    private static final Pattern JAVA = Pattern.compile(
            "^\\s*at [\\w.$]+\\(|\\b(?:java|javax|jdk|org|com|io)\\.[a-z]+\\.[\\w.]*[A-Z]|\\w(?:Exception|Error)\\b");

    private final Process process;
    private final Path out;
    private final Path err;
    private final long started = System.nanoTime();

    private TallybookProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /**
     * How a process ended.
     *
     * @param exit  its exit code
     * @param out  the lines on stdout
     * @param err  the lines on stderr
     * @param took  how long it ran
     */
    record Finished(int exit, List<String> out, List<String> err, Duration took) {
        Finished {
            out = List.copyOf(out);
            err = List.copyOf(err);
        }

        /** The line for the scheduler. */
        JsonNode summary() {
            assertThat(out).as("lines on stdout").isNotEmpty();
            return JsonMapper.shared().readTree(out.get(out.size() - 1));
        }

        /** Every run ends like this, however it ends: lines for people on stderr, one line of JSON last on stdout. */
        Finished isTidy() {
            assertThat(err)
                    .allSatisfy(
                            line -> assertThat(line).startsWith("tallybook: ").doesNotContainPattern(JAVA));
            JsonNode summary = summary();
            assertThat(summary.path("schema").asString()).isEqualTo("tallybook.summary.v1");
            assertThat(summary.path("status").asString()).isNotEmpty();
            assertThat(summary.path("exit").asInt(-1)).isEqualTo(exit);
            return this;
        }

        /** Asserts on the exit code and the status; the lines on stderr stand in the message when it is another. */
        Finished endedWith(int code, String status) {
            assertThat(exit).as("exit code of %s", err).isEqualTo(code);
            isTidy();
            assertThat(summary().path("status").asString()).isEqualTo(status);
            return this;
        }

        /** Asserts that some line on stderr holds all these texts. */
        Finished says(String... texts) {
            assertThat(err).anySatisfy(line -> assertThat(line).contains(texts));
            return this;
        }
    }

    /** Runs to the end. */
    static Finished run(Path folder, String... arguments) throws IOException, InterruptedException {
        return start(folder, arguments).await();
    }

    static TallybookProcess start(Path folder, String... arguments) throws IOException {
        return startWith(List.of(), folder, arguments);
    }

    /** Starts with further options of the virtual machine, e.g. a small heap. */
    static TallybookProcess startWith(List<String> options, Path folder, String... arguments) throws IOException {
        return startAs(java(options), folder, arguments);
    }

    /** Starts with a command of one's own before the arguments; the process has to stay the same one. */
    static TallybookProcess startAs(List<String> starter, Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(starter);
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("tallybook", ".out");
        Path err = Files.createTempFile("tallybook", ".err");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new TallybookProcess(process, out, err);
    }

    /** The command that starts the jar. */
    static List<String> java(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-jar", jar().toString()));
        return command;
    }

    private static Path jar() {
        Path jar = Path.of(System.getProperty("tallybook.jar", "target/tallybook.jar"))
                .toAbsolutePath();
        assertThat(jar).as("the built jar; package first").isRegularFile();
        return jar;
    }

    Finished await() throws IOException, InterruptedException {
        boolean ended = process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        Finished finished = new Finished(process.exitValue(), lines(out), lines(err), took);
        Files.deleteIfExists(out);
        Files.deleteIfExists(err);
        assertThat(ended).as("ended within %s: %s", LONGEST, finished).isTrue();
        return finished;
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL: no hook, no finally, nothing runs any more. */
    Finished kill() throws IOException, InterruptedException {
        process.destroyForcibly();
        return await();
    }

    /** SIGTERM: what a scheduler or a shutdown of the machine sends. */
    Finished terminate() throws IOException, InterruptedException {
        process.destroy();
        return await();
    }
}
