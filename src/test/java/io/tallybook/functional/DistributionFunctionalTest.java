package io.tallybook.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packed distribution starts by its launcher, and its archive of classes is made once and then used. */
class DistributionFunctionalTest {
    private static final Path PACKED = Path.of("target/tallybook-dist");

    @TempDir
    Path folder;

    private record Called(int exit, String out, String err) {}

    private Called call(String... arguments) throws IOException, InterruptedException {
        return call(Path.of(System.getProperty("java.home")), "", arguments);
    }

    private Called call(Path javaHome, String options, String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of(home().resolve("bin/tallybook").toString()), Stream.of(arguments))
                                .toList())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("TALLYBOOK_JAVA_OPTIONS", options);
        Process process = builder.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Called(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private Path home() {
        return folder.resolve("tally book");
    }

    private void unpack() throws IOException {
        assumeTrue(!System.getProperty("os.name").startsWith("Windows"), "the launcher is a shell script");
        try (Stream<Path> files = Files.walk(PACKED)) {
            for (Path file : files.toList()) {
                Path to = home().resolve(PACKED.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        assertThat(home().resolve("bin/tallybook").toFile().setExecutable(true)).isTrue();
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(home().resolve("lib"))) {
            return files.filter(file -> file.toString().endsWith(".jsa")).toList();
        }
    }

    @Test
    void theSampleJobRunsFromTheDistributionAndTheArchiveIsMadeOnce() throws Exception {
        unpack();
        Path ofAnotherJar = Files.writeString(home().resolve("lib/classes-1-2-3.jsa"), "");
        String job = home().resolve("jobs/monthly-benefits.yaml").toString();
        String out = folder.resolve("out/2026-10").toString();
        Called first = call("run", job, "--period", "2026-10", "--out", out);
        assertThat(first.err()).contains("preparing for this Java, once");
        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(archives()).hasSize(1).doesNotContain(ofAnotherJar);

        Called second = call("run", job, "--period", "2026-10", "--out", out);
        assertThat(second.err()).doesNotContain("preparing");
        assertThat(second.exit()).isZero();
        assertThat(second.out().lines()).hasSize(1);
        assertThat(second.out()).contains("\"unchanged\":true");
        assertThat(archives()).hasSize(1);
    }

    /** A Java that says what it was started with. */
    private Path echo() throws IOException {
        Path java = Files.createDirectories(folder.resolve("echo/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return folder.resolve("echo");
    }

    @Test
    void manyInputsHaveTheThoroughCompilerWhereverTheyAreNamed() throws Exception {
        unpack();
        Path java = echo();
        String large = Files.createDirectories(folder.resolve("in of 2026")).toString();
        for (String name : List.of("a 1.csv", "a 2.csv")) {
            Files.write(Path.of(large, name), new byte[20 << 20]);
        }
        String small = Files.createDirectory(folder.resolve("small")).toString();
        Files.write(Path.of(small, "b.csv"), new byte[20 << 20]);
        Path jobs = Files.createDirectory(folder.resolve("jobs"));
        Path largeJob = Files.writeString(
                jobs.resolve("large.yaml"), "inputs:\n  - {files: \"../in of 2026/a *.csv\", required: yes}\n");
        Path mixedJob = Files.writeString(
                jobs.resolve("mixed.yaml"),
                "inputs:\n  - files: '../in of 2026/a 1.csv'\n  - {files: " + small + "/*.csv, required: yes}\n");
        Path smallJob = Files.writeString(jobs.resolve("small.yaml"), "inputs: [{files: ../small/*.csv}]\n");

        String quick = "-XX:TieredStopAtLevel=1";
        assertThat(call(java, "", "run", "--in", small, "--out", large).out()).contains(quick);
        assertThat(call(java, "", "run", smallJob.toString()).out()).contains(quick);
        assertThat(call(java, "", "terms", "list").out()).contains(quick);
        assertThat(call(java, "", "run", "--in", large).out()).contains("run\n").doesNotContain(quick);
        assertThat(call(java, "", "run", largeJob.toString()).out())
                .contains("run\n")
                .doesNotContain(quick);
        assertThat(call(java, "", "run", mixedJob.toString()).out())
                .contains("run\n")
                .doesNotContain(quick);
    }

    @Test
    void optionsOfOnesOwnComeBehindThoseOfTheLauncher() throws Exception {
        unpack();
        Path java = echo();
        String collector = "-XX:+UseSerialGC";
        assertThat(call(java, "-Xmx1g  -XX:TieredStopAtLevel=4", "run").out().lines())
                .containsSubsequence(
                        collector, "-XX:TieredStopAtLevel=1", "-Xmx1g", "-XX:TieredStopAtLevel=4", "-jar", "run");
        assertThat(call(java, "-Xmx1g -XX:+UseG1GC", "run").out().lines())
                .contains("-Xmx1g", "-XX:+UseG1GC")
                .doesNotContain(collector);
    }

    @Test
    void newerJavasAreToldThatTheStoreLoadsALibrary() throws IOException {
        try (JarFile jar = new JarFile(PACKED.resolve("lib/tallybook.jar").toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Enable-Native-Access"))
                    .isEqualTo("ALL-UNNAMED");
        }
    }

    @Test
    void anExitCodeComesThroughTheLauncher() throws Exception {
        unpack();
        assertThat(call("run").exit()).isEqualTo(64);
        assertThat(call("--version").out()).startsWith("tallybook ");
    }
}
