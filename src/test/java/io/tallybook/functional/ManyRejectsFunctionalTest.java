package io.tallybook.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.functional.TallybookProcess.Finished;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A table of nothing but bad rows, half of them of one key: each stands in rejects.csv, reports list the first of them and
 * count all, and the heap stays small. A million of them with {@code -Dtallybook.trials=all}.
 */
class ManyRejectsFunctionalTest {
    @TempDir
    Path folder;

    @Test
    void everyBadRowIsWrittenOutInASmallHeap() throws Exception {
        int rows = Trials.of(24_000, 1_000_000);
        Path in = SmallInputs.good(folder.resolve("in"));
        write(in.resolve("more/purchases.csv"), rows);

        Finished finished = TallybookProcess.startWith(
                        List.of("-Xmx256m"), folder, "run", "--in", "in", "--out", "out", "--as-of", "2026-10-31")
                .await()
                .endedWith(0, "COMPLETE");

        assertThat(finished.summary().at("/counts/rejected").asLong()).isEqualTo(rows);
        try (Stream<String> lines = Files.lines(folder.resolve("out/rejects.csv"))) {
            assertThat(lines.skip(1)
                            .collect(Collectors.groupingBy(line -> line.split(",", -1)[5], Collectors.counting())))
                    .containsOnly(Map.entry("not-a-date", rows / 2L), Map.entry("duplicate-key", rows / 2L));
        }
        assertThat(Files.readString(folder.resolve("out/accounts/A1.html")))
                .contains("Reports list the first 1,000 of them at most; rejects.csv has all.")
                .contains(String.format(Locale.ROOT, "%,d", rows - 500)
                        + " more rejected rows are listed in rejects.csv.");
        Trials.figure(
                "%d bad rows in a heap of 256 MB: %d s", rows, finished.took().toSeconds());
    }

    private static void write(Path file, int rows) throws IOException {
        Files.createDirectories(file.getParent());
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(SmallInputs.PURCHASES_HEADER);
            for (int row = 0; row < rows; row++) {
                // Line 1 of E1 is a good row already.
                String start = row % 2 == 0 ? "E1," + (row + 100) + ",2025-02-30" : "E1,1,2025-02-28";
                out.write(start + ",SQL Server Standard,SERVER,SA,1,10.00,USD\n");
            }
        }
    }
}
