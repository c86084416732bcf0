package io.tallybook.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.tallybook.functional.Published;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Night after night on one folder: no slower, nothing left behind, and the order of the nights is nothing to their results. */
class ManyNightsTest {
    private static final boolean IS_ALL = "all".equals(System.getProperty("tallybook.trials"));
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @TempDir
    Path folder;

    private RunOutcome night(LocalDate day, String out) throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        Files.writeString(in.resolve("accounts.csv"), "account,name,country\nA1,Contoso,DE\n");
        Files.writeString(
                in.resolve("agreements.csv"),
                "agreement,account,program,currency,start,end\nE1,A1,EA,USD,2024-01-01,2026-12-31\n");
        StringBuilder purchases =
                new StringBuilder("agreement,line,order_date,product,pool,offering,quantity,amount,currency\n");
        for (int line = 0; line < 100; line++) {
            purchases.append("E1," + line + ",2025-02-01,SQL Server Standard,SERVER,SA,1," + line + ".10,USD\n");
        }
        Files.writeString(in.resolve("purchases.csv"), purchases.toString());
        RunRequest request = new RunRequest(
                JobDefinition.withoutFile(), "", day, List.of(in), folder.resolve(out), Map.of(), false, 2, "");
        RunOutcome outcome = new Runner(request, Progress.SILENT).run();
        assertThat(outcome.status()).isEqualTo(RunOutcome.Status.COMPLETE);
        return outcome;
    }

    private SortedMap<String, String> published(String out) throws IOException {
        return Published.digests(folder.resolve(out));
    }

    @Test
    void nightAfterNightTakesAsLongAndLeavesNothing() throws IOException {
        int nights = IS_ALL ? 365 : 20;
        // The first runs load classes.
        for (int warm = 0; warm < 5; warm++) {
            night(FIRST.minusDays(5 - warm), "out");
        }
        long[] took = new long[nights];
        List<Long> sizes = new ArrayList<>();
        for (int night = 0; night < nights; night++) {
            // The time of the processor: that of the clock grows with whatever else the machine does.
            long start = PROCESS.getProcessCpuTime();
            night(FIRST.plusDays(night), "out");
            took[night] = PROCESS.getProcessCpuTime() - start;
            sizes.add(size(folder.resolve(".tallybook")));
        }
        int quarter = nights / 4;
        long early = median(Arrays.copyOfRange(took, 0, quarter));
        long late = median(Arrays.copyOfRange(took, nights - quarter, nights));
        System.out.printf(
                "figure: %d nights, median of the first quarter %d ms, of the last %d ms; state %d bytes, history %d bytes%n",
                nights,
                Duration.ofNanos(early).toMillis(),
                Duration.ofNanos(late).toMillis(),
                sizes.get(nights - 1),
                size(folder.resolve("history")));
        assertThat(sizes).as("bytes of state after each night").allMatch(size -> size < 1_000);
        assertThat(late).isLessThan(2 * early);
        assertThat(Files.readAllLines(folder.resolve("history/run.jsonl"))).hasSize(Math.min(200, nights + 5));
    }

    private static long median(long[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    @Test
    void orderOfTheDaysIsNothingToTheirBytesAndASecondRunChangesNone() throws IOException {
        List<LocalDate> days = new ArrayList<>(
                FIRST.datesUntil(FIRST.plusDays(IS_ALL ? 30 : 6)).toList());
        SortedMap<LocalDate, SortedMap<String, String>> inOrder = new TreeMap<>();
        for (LocalDate day : days) {
            night(day, "ordered");
            inOrder.put(day, published("ordered"));
            if (day.getDayOfMonth() % 5 == 0) {
                assertThat(night(day, "ordered").unchanged()).isTrue();
                assertThat(published("ordered")).isEqualTo(inOrder.get(day));
            }
        }
        Collections.shuffle(days, new Random(20_261_031));
        for (LocalDate day : days) {
            night(day, "shuffled");
            assertThat(published("shuffled")).as("%s", day).isEqualTo(inOrder.get(day));
        }
        assertThat(inOrder.get(FIRST)).isNotEqualTo(inOrder.get(inOrder.lastKey()));
    }
}
