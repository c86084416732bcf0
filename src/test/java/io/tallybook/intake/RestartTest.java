package io.tallybook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of reading, on random tables: the number of a failing one is its seed. */
class RestartTest {
    private static final List<String> QUANTITIES = List.of("1", "2.50", "-3", "1E3", "0.0001", "many", "", "1,5");

    @TempDir
    Path folder;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 25);
    }

    private Path table(long seed) throws Exception {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>(List.of("license,account,product,metric,quantity"));
        int rows = random.nextInt(12);
        for (int i = 0; i < rows; i++) {
            lines.add(line(random, i));
        }
        if (random.nextBoolean()) {
            lines.add("Total,,,," + random.nextInt(9));
        }
        return Tables.csv(folder, "licenses.csv", lines.toArray(String[]::new));
    }

    private static String line(Random random, int i) {
        return switch (random.nextInt(8)) {
            case 0 -> "";
            case 1 -> "Total,,,,1.5";
            case 2 -> ",,,,7";
            case 3 -> "Note,,,,";
            default ->
                "L" + i + ",A" + random.nextInt(3) + ",SQL Server,"
                        + List.of("CORE", "SERVER", "FLOPPY").get(random.nextInt(3)) + ","
                        + QUANTITIES.get(random.nextInt(QUANTITIES.size()));
        };
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyRowIsAcceptedRejectedOrPassedOver(long seed) throws Exception {
        Tables.Read read = Tables.read(table(seed));
        var counts = read.counts();
        assertThat(counts.accepted() + counts.rejected() + counts.passedOver()).isEqualTo(counts.rows());
        assertThat(read.rows()).hasSize((int) counts.accepted());
        assertThat(read.rejects().stream().map(reject -> reject.origin().row()).distinct())
                .hasSize((int) counts.rejected());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void crashAtAnyBlockChangesNothing(long seed) throws Exception {
        Path file = table(seed);
        Tables.Read whole = Tables.read(file);
        for (int blockRows = 1; blockRows <= 7; blockRows++) {
            for (int crashAfter = 0; crashAfter <= 13 / blockRows + 1; crashAfter++) {
                assertThat(Tables.read(file, Tables.CONTEXT, blockRows, crashAfter))
                        .as("blocks of %d, crash after %d", blockRows, crashAfter)
                        .isEqualTo(whole);
            }
        }
    }
}
