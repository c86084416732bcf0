package io.tallybook.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.functional.TallybookProcess.Finished;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A table of nothing but bad rows: each stands in rejects.csv, reports list the first of them and count all, and the heap
 * stays small. All of a million with {@code -Dtallybook.trials=all}.
 */
class ManyRejectsFunctionalTest {
    @TempDir
    Path folder;

    @Test
    void everyBadRowIsWrittenOutInASmallHeap() throws Exception {
        int rows = Trials.of(5_000, 1_000_000);
        Path in = SmallInputs.good(folder.resolve("in"));
        write(in.resolve("more/purchases.csv"), rows);

        Finished finished = TallybookProcess.startWith(
                        List.of("-Xmx256m"), folder, "run", "--in", "in", "--out", "out", "--as-of", "2026-10-31")
                .await()
                .endedWith(0, "COMPLETE");

        assertThat(finished.summary().at("/counts/rejected").asLong()).isEqualTo(rows);
        try (Stream<String> lines = Files.lines(folder.resolve("out/rejects.csv"))) {
            assertThat(lines.filter(line -> line.contains(",order_date,not-a-date,2025-02-30,")))
                    .hasSize(rows);
        }
        assertThat(Files.readString(folder.resolve("out/accounts/A1.html")))
                .contains("Reports list the first 1,000 of them at most; rejects.csv has all.")
                .contains(String.format(Locale.ROOT, "%,d", rows - 500)
                        + " more rejected rows are listed in rejects.csv.");
        Trials.figure("%d bad rows in a heap of 256 MB: %d s", rows, finished.took().toSeconds());
    }

    private static void write(Path file, int rows) throws IOException {
        Files.createDirectories(file.getParent());
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(SmallInputs.PURCHASES_HEADER);
            for (int row = 0; row < rows; row++) {
                out.write("E1," + (row + 100) + ",2025-02-30,SQL Server Standard,SERVER,SA,1,10.00,USD\n");
            }
        }
    }
}
