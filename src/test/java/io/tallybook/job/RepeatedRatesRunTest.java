package io.tallybook.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ECB's history of rates is loaded anew each month, and the one of last month stays in the folder. */
class RepeatedRatesRunTest {
    private static final List<String> CURRENCIES = List.of("USD", "JPY", "GBP", "CHF", "SEK", "NOK", "CAD");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before the tests run
    Path folder;

    /** A header and a row a day, with 7 rates each: rows begin on one page of the store and end on the next. */
    private static List<String> history(int days) {
        List<String> lines = new ArrayList<>(List.of("Date," + String.join(",", CURRENCIES) + ","));
        for (int day = days - 1; day >= 0; day--) {
            StringBuilder line = new StringBuilder(LocalDate.of(2024, 1, 1).plusDays(day) + ",");
            for (int i = 0; i < CURRENCIES.size(); i++) {
                line.append(1 + i).append('.').append(1_000 + day).append(',');
            }
            lines.add(line.toString());
        }
        return lines;
    }

    @Test
    void aRowWhoseRatesAllCameBeforeIsOneRejectedRow() throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        Files.write(in.resolve("eurofxref-hist-1.csv"), history(900));
        Files.write(in.resolve("eurofxref-hist-2.csv"), history(905));
        RunOutcome outcome = FolderRun.of(in, folder.resolve("out"));

        assertThat(outcome.status()).isEqualTo(RunOutcome.Status.COMPLETE);
        assertThat(outcome.counts())
                .containsEntry("rows", 1_805L)
                .containsEntry("accepted", 905L)
                .containsEntry("rejected", 900L);
        assertThat(Files.readAllLines(folder.resolve("out/rejects.csv"))).hasSize(1 + 900 * CURRENCIES.size());
    }
}
