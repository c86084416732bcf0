package io.tallybook.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tallybook.functional.TallybookProcess.Finished;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.poi.poifs.crypt.Decryptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is full after some bytes, wherever they would go: 74, one line with the place and the room there is, the set
 * published before stays as it was, and the next run needs nobody to clear up.
 */
class FullDiskFunctionalTest {
    private static final long PAGE = 4096;

    @TempDir
    Path folder;

    private final Random random = Trials.random();

    @Test
    void fullDiskOfTheOutput() throws Exception {
        Path disk = mount("disk", 4);
        try {
            run(List.of(), "disk/out").endedWith(0, "COMPLETE");
            SortedMap<String, String> before = Published.digestsAndTimes(disk.resolve("out"));
            SmallInputs.write(folder, "in/accounts.csv", "account,name,country\nA1,Contoso,DE\n");
            int refused = 0;
            for (int trial = 0; trial < Trials.of(4, 40); trial++) {
                Path ballast = fill(disk, random.nextInt(1_000_000));
                Finished finished = run(List.of(), "disk/out");
                if (finished.exit() != 0) {
                    saysFull(finished, disk);
                    assertThat(Published.digestsAndTimes(disk.resolve("out"))).isEqualTo(before);
                    refused++;
                }
                Files.delete(ballast);
                run(List.of(), "disk/out").endedWith(0, "COMPLETE");
                assertNothingIsLeft(disk.resolve(".tallybook/out"));
                // Another set again, so that the next one has something to write.
                before = swap(trial, disk.resolve("out"));
            }
            Trials.figure("output: %d of %d runs ended with 74", refused, Trials.of(4, 40));
            assertThat(refused).isPositive();
        } finally {
            unmount(disk);
        }
    }

    private SortedMap<String, String> swap(int trial, Path out) throws IOException {
        SmallInputs.write(folder, "in/accounts.csv", "account,name,country\nA1,Contoso " + trial + ",DE\n");
        return Published.digestsAndTimes(out);
    }

    @Test
    void fullDiskOfTemporaryFiles() throws Exception {
        Path disk = mount("temporary", 4);
        try {
            List<String> options = List.of("-Djava.io.tmpdir=" + disk);
            run(options, "out").endedWith(0, "COMPLETE");
            SortedMap<String, String> before = Published.digestsAndTimes(folder.resolve("out"));
            SmallInputs.write(folder, "in/accounts.csv", "account,name,country\nA1,Contoso,DE\n");
            int refused = 0;
            for (int trial = 0; trial < Trials.of(2, 20); trial++) {
                Path ballast = fill(disk, random.nextInt(1_500_000));
                Finished finished = run(options, "out");
                if (finished.exit() != 0) {
                    saysFull(finished, disk);
                    assertThat(Published.digestsAndTimes(folder.resolve("out"))).isEqualTo(before);
                    refused++;
                }
                Files.delete(ballast);
                run(options, "out").endedWith(0, "COMPLETE");
                assertNothingIsLeft(folder.resolve(".tallybook/out"));
                assertThat(Published.files(disk)).isEmpty();
                before = swap(trial, folder.resolve("out"));
            }
            Trials.figure("temporary files: %d of %d runs ended with 74", refused, Trials.of(2, 20));
        } finally {
            unmount(disk);
        }
    }

    /** Excel's own password makes a workbook one that is decrypted into a temporary file: that is no damage of the workbook. */
    @Test
    void fullDiskWhileAWorkbookIsDecrypted() throws Exception {
        StringBuilder rows = new StringBuilder("<row>" + text("account") + text("name") + "</row>");
        byte[] noise = new byte[120];
        for (int i = 0; i < 20_000; i++) {
            random.nextBytes(noise);
            rows.append("<row>")
                    .append(text("A" + i))
                    .append(text(Base64.getUrlEncoder().encodeToString(noise)))
                    .append("</row>");
        }
        Path file = Files.createDirectories(folder.resolve("in")).resolve("accounts.xlsx");
        byte[] workbook = SmallInputs.workbook("accounts", rows.toString());
        assertThat(workbook).hasSizeGreaterThan(2_000_000);
        Path disk = mount("small", 3);
        try {
            // It has room for everything else that a run puts there.
            List<String> options = List.of("-Djava.io.tmpdir=" + disk);
            Files.write(file, workbook);
            withoutReports(options).endedWith(0, "COMPLETE");
            SortedMap<String, String> before = Published.digestsAndTimes(folder.resolve("out"));
            SmallInputs.encrypted(file, workbook, Decryptor.DEFAULT_PASSWORD);
            saysFull(withoutReports(options), disk);
            assertThat(Published.digestsAndTimes(folder.resolve("out"))).isEqualTo(before);
            assertThat(Published.files(disk)).isEmpty();
        } finally {
            unmount(disk);
        }
        Finished finished = withoutReports(List.of()).endedWith(0, "COMPLETE");
        assertThat(finished.summary().path("counts").path("accepted").asInt()).isEqualTo(20_000);
    }

    private static String text(String value) {
        return "<c t='inlineStr'><is><t>" + value + "</t></is></c>";
    }

    private Finished withoutReports(List<String> options) throws Exception {
        return TallybookProcess.startWith(
                        options, folder, "run", "--in", "in", "--out", "out", "--as-of", "2026-10-31", "--no-reports")
                .await();
    }

    private static void saysFull(Finished finished, Path disk) {
        finished.endedWith(74, "NOT_WRITTEN");
        assertThat(finished.err())
                .filteredOn(line -> line.contains("cannot write"))
                .singleElement()
                .satisfies(
                        line -> assertThat(line).contains(disk.toString()).containsPattern("[\\d,]+ bytes are free"));
    }

    private Finished run(List<String> options, String out) throws Exception {
        if (Files.notExists(folder.resolve("in"))) {
            SmallInputs.good(folder.resolve("in"));
        }
        return TallybookProcess.startWith(options, folder, "run", "--in", "in", "--out", out, "--as-of", "2026-10-31")
                .await();
    }

    private static void assertNothingIsLeft(Path work) throws IOException {
        try (Stream<Path> left = Files.list(work)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsOnly("lock", "holder", "run.log", "summary.json");
        }
    }

    private Path mount(String name, int megabytes) throws Exception {
        Path disk = Files.createDirectories(folder.resolve(name)).toRealPath();
        List<String> command = new ArrayList<>(List.of("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m"));
        command.addAll(List.of("tmpfs", disk.toString()));
        boolean mounted = new ProcessBuilder(command).start().waitFor() == 0;
        assumeTrue(mounted, "a small file system cannot be mounted here: a full disk is not tried");
        return disk;
    }

    private static void unmount(Path disk) throws Exception {
        new ProcessBuilder("umount", disk.toString()).start().waitFor();
    }

    /** Leaves so many bytes free. */
    private static Path fill(Path disk, long free) throws IOException {
        Path ballast = disk.resolve("ballast");
        long bytes = Files.getFileStore(disk).getUsableSpace() - free / PAGE * PAGE;
        try (RandomAccessFile file = new RandomAccessFile(ballast.toFile(), "rw")) {
            byte[] page = new byte[(int) PAGE];
            for (long written = 0; written + PAGE <= bytes; written += PAGE) {
                file.write(page);
            }
        }
        return ballast;
    }
}
