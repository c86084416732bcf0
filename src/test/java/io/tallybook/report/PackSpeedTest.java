package io.tallybook.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.tallybook.terms.ClauseRegister;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Measures how fast account packs are made. Switched on by {@code -Dtallybook.speed=1000}, the number of accounts. */
@EnabledIfSystemProperty(named = "tallybook.speed", matches = "[0-9]+")
class PackSpeedTest {
    private static final Duration MOST = Duration.ofSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void aThousandPacksTakeTwoProcessorsLessThanAMinute() throws Exception {
        int accounts = Integer.getInteger("tallybook.speed", 1_000);
        Reports reports = new Reports(Optional.empty(), ClauseRegister.builtIn());
        ReadBack readBack = new ReadBack();
        var processor = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long startWork = processor.getProcessCpuTime();
        long start = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            var packs = IntStream.range(0, accounts)
                    .mapToObj(i -> threads.submit(() -> pack(reports, readBack, "A" + i)))
                    .toList();
            for (Future<?> pack : packs) {
                pack.get();
            }
        } finally {
            threads.shutdown();
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        Duration worked = Duration.ofNanos(processor.getProcessCpuTime() - startWork);

        System.out.println(accounts + " packs, read back as well: " + taken.toMillis() + " ms, of the processor "
                + worked.toMillis() + " ms");
        // Two threads share the work; the time on the clock depends on what else the machine does.
        assertThat(worked.dividedBy(2)).isLessThan(MOST.multipliedBy(accounts).dividedBy(1_000));
    }

    private boolean pack(Reports reports, ReadBack readBack, String id) throws java.io.IOException {
        AccountReport report = SampleReports.account(id, "Account " + id, "en");
        Path page = folder.resolve(id + ".html");
        Path workbook = folder.resolve(id + ".xlsx");
        try (OutputStream out = Files.newOutputStream(page)) {
            reports.accountPage(report, out);
        }
        try (OutputStream out = Files.newOutputStream(workbook)) {
            reports.accountWorkbook(report, out);
        }
        return readBack.page(report, page).figures() > 0
                && readBack.workbook(report, workbook).figures() > 0;
    }
}
