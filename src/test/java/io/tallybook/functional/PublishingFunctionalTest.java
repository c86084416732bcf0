package io.tallybook.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tallybook.publish.Digest;
import io.tallybook.publish.Publication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What readers see while a set is published, and in which order it reaches the disk. */
class PublishingFunctionalTest {
    @TempDir
    Path folder;

    /** What a reader saw: whole sets, a moment without the folder, anything else. */
    private record Seen(int whole, int absent, List<String> wrong) {}

    /** Reads all files of a folder again and again; a set counts if the folder is the same one before and after. */
    private static Seen read(Path out, Set<SortedMap<String, String>> sets, AtomicBoolean done) throws Exception {
        int whole = 0;
        int absent = 0;
        List<String> wrong = new ArrayList<>();
        while (!done.get()) {
            SortedMap<String, String> seen = new TreeMap<>();
            try {
                Object before = Files.getAttribute(out, "unix:ino");
                try (Stream<Path> files = Files.list(out)) {
                    for (Path file : files.toList()) {
                        seen.put(String.valueOf(file.getFileName()), Files.readString(file));
                    }
                }
                if (!before.equals(Files.getAttribute(out, "unix:ino"))) {
                    // The set was replaced in between: every file is still that of a whole set.
                    seen.forEach((name, text) -> {
                        if (sets.stream().noneMatch(set -> text.equals(set.get(name)))) {
                            wrong.add(name);
                        }
                    });
                    continue;
                }
                if (sets.contains(seen)) {
                    whole++;
                } else {
                    wrong.add("mixed: " + seen.keySet());
                }
            } catch (NoSuchFileException | NotDirectoryException e) {
                absent++;
            }
        }
        return new Seen(whole, absent, wrong);
    }

    @Test
    void readersSeeTheOldSetOrTheNewOneAndNeverPartsOfBoth() throws Exception {
        int times = Trials.of(300, 3_000);
        Path out = folder.resolve("out");
        Path work = Files.createDirectories(folder.resolve("work"));
        SortedMap<String, String> odd = set("odd");
        SortedMap<String, String> even = set("even");
        AtomicBoolean done = new AtomicBoolean();
        publish(out, work, even);
        CompletableFuture<Seen> reader = CompletableFuture.supplyAsync(() -> {
            try {
                return read(out, Set.of(odd, even), done);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        for (int i = 0; i < times; i++) {
            publish(out, work, i % 2 == 0 ? odd : even);
        }
        done.set(true);
        Seen seen = reader.get(1, TimeUnit.MINUTES);
        Trials.figure(
                "%d sets published, %d read whole, %d times no file by that name, %d torn or mixed",
                times, seen.whole(), seen.absent(), seen.wrong().size());
        assertThat(seen.wrong()).isEmpty();
        assertThat(seen.whole()).isGreaterThan(times / 10);
    }

    /** Whether the files of a set are those that its manifest lists, to the byte. */
    private static boolean isWhole(SortedMap<String, byte[]> set) {
        byte[] manifest = set.get("manifest.json");
        if (manifest == null) {
            return false;
        }
        SortedMap<String, String> listed = new TreeMap<>();
        JsonMapper.shared()
                .readTree(manifest)
                .path("outputs")
                .forEach(file -> listed.put(
                        file.path("file").asString(), file.path("sha256").asString()));
        SortedMap<String, String> seen = new TreeMap<>();
        set.forEach((name, bytes) -> seen.put(name, Digest.of(bytes)));
        seen.remove("manifest.json");
        return seen.equals(listed);
    }

    @Test
    void whileRunsPublishOneDayAfterTheOtherReadersSeeTheSetOfOneDay() throws Exception {
        int runs = Trials.of(3, 25);
        SmallInputs.good(folder.resolve("in"));
        Path out = folder.resolve("out");
        runOf(0);
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Seen> reader = CompletableFuture.supplyAsync(() -> {
            try {
                return readEvery5Millis(out, done);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        for (int day = 1; day <= runs; day++) {
            runOf(day);
        }
        done.set(true);
        Seen seen = reader.get(1, TimeUnit.MINUTES);
        Trials.figure(
                "%d runs, %d sets read whole, %d times no file by that name, %d torn or mixed",
                runs, seen.whole(), seen.absent(), seen.wrong().size());
        assertThat(seen.wrong()).isEmpty();
        assertThat(seen.whole()).isGreaterThan(runs);
    }

    private void runOf(int day) throws Exception {
        String asOf = LocalDate.of(2026, 10, 1).plusDays(day).toString();
        TallybookProcess.run(folder, "run", "--in", "in", "--out", "out", "--as-of", asOf)
                .endedWith(0, "COMPLETE");
    }

    private static Seen readEvery5Millis(Path out, AtomicBoolean done) throws Exception {
        int whole = 0;
        int absent = 0;
        List<String> wrong = new ArrayList<>();
        while (!done.get()) {
            Thread.sleep(5);
            SortedMap<String, byte[]> seen = new TreeMap<>();
            try {
                Object before = Files.getAttribute(out, "unix:ino");
                for (Path file : Published.files(out)) {
                    seen.put(out.relativize(file).toString(), Files.readAllBytes(file));
                }
                if (!before.equals(Files.getAttribute(out, "unix:ino"))) {
                    continue;
                }
                if (isWhole(seen)) {
                    whole++;
                } else {
                    wrong.add(seen.keySet().toString());
                }
            } catch (NoSuchFileException | NotDirectoryException | UncheckedIOException e) {
                absent++;
            }
        }
        return new Seen(whole, absent, wrong);
    }

    private static SortedMap<String, String> set(String name) {
        SortedMap<String, String> files = new TreeMap<>();
        for (int file = 0; file < 5; file++) {
            files.put(file + ".txt", (name + file + "\n").repeat(5_000));
        }
        return files;
    }

    private static void publish(Path out, Path work, SortedMap<String, String> files) throws IOException {
        Publication publication = new Publication(out, work, files.keySet());
        Files.createDirectories(publication.stage());
        for (var file : files.entrySet()) {
            Files.writeString(publication.stage().resolve(file.getKey()), file.getValue());
        }
        publication.publish();
    }

    @Test
    void everyFileIsOnDiskBeforeItIsPublishedAndTheRenameAfterwards() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/strace")), "strace is not installed here: no order is proven");
        SmallInputs.good(folder.resolve("in"));
        Path trace = folder.resolve("trace");
        List<String> command = new ArrayList<>(List.of(
                "strace",
                "-f",
                "-y",
                "-s",
                "0",
                "-o",
                trace.toString(),
                "-e",
                "trace=write,pwrite64,writev,ftruncate,fsync,fdatasync,rename,renameat,renameat2"));
        command.addAll(TallybookProcess.java(List.of()));
        command.addAll(List.of("run", "--in", "in", "--out", "out", "--as-of", "2026-10-31"));
        Process strace = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(strace.waitFor()).isZero();

        List<String> calls = Files.readAllLines(trace);
        Path root = folder.toRealPath();
        String stage = root.resolve(".tallybook/out/stage").toString();
        int renamed = only(calls, "rename(\"" + stage + "\", \"" + root.resolve("out") + "\"");
        int forced = last(calls, "sync(", "<" + root + ">");
        assertThat(forced).as("the folder is forced to disk after the rename").isGreaterThan(renamed);
        List<Path> published = Published.files(folder.resolve("out"));
        assertThat(published).hasSizeGreaterThan(6);
        for (Path file : published) {
            String staged = "<" + stage + "/" + folder.resolve("out").relativize(file) + ">";
            int written = Math.max(last(calls, "write", staged), last(calls, "ftruncate(", staged));
            int synced = last(calls, "sync(", staged);
            assertThat(written).as("%s is written", staged).isNotNegative();
            assertThat(synced).as("%s is forced to disk", staged).isBetween(written + 1, renamed - 1);
        }
        for (String below : List.of("", "/accounts")) {
            assertThat(last(calls, "sync(", "<" + stage + below + ">")).isBetween(0, renamed - 1);
        }
        Trials.figure("%d files: write, fsync, rename, fsync of the folder, in this order", published.size());
    }

    private static int only(List<String> calls, String call) {
        List<Integer> found = Stream.iterate(0, i -> i + 1)
                .limit(calls.size())
                .filter(i -> calls.get(i).contains(call))
                .toList();
        assertThat(found).as(call).hasSize(1);
        return found.get(0);
    }

    private static int last(List<String> calls, String call, String on) {
        for (int i = calls.size() - 1; i >= 0; i--) {
            if (calls.get(i).contains(call) && calls.get(i).contains(on)) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void withoutANetworkEverythingIsTheSame() throws Exception {
        SmallInputs.good(folder.resolve("in"));
        TallybookProcess.run(folder, "run", "--in", "in", "--out", "with", "--as-of", "2026-10-31")
                .endedWith(0, "COMPLETE");
        List<String> command = new ArrayList<>(List.of("unshare", "-r", "-n"));
        Process tried = new ProcessBuilder("unshare", "-r", "-n", "true").start();
        assumeTrue(tried.waitFor() == 0, "the network cannot be taken away here: nothing is tried without it");
        command.addAll(TallybookProcess.java(List.of()));
        command.addAll(List.of("run", "--in", "in", "--out", "without", "--as-of", "2026-10-31"));
        Process without = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(without.waitFor()).isZero();
        assertThat(Published.digests(folder.resolve("without")))
                .isEqualTo(Published.digests(folder.resolve("with")))
                .containsKey("portfolio.html");
    }
}
