package io.tallybook.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the coverage review through the built jar and pins the deadlines on both sides of its day. */
class CoverageJobFunctionalTest {
    @TempDir
    Path folder;

    @Test
    void brightwaterHasDeadlinesMetMissedAndAhead() throws IOException, InterruptedException {
        SampleRun run = SampleRun.of("jobs/coverage-review.yaml", folder);
        assertThat(run.exit()).isZero();
        assertThat(run.summary()).contains("\"status\":\"COMPLETE\"", "\"rejected\":0");
        assertThat(run.results())
                .contains(
                        "A-1005 SA-PUR-07 agreement:00774410/line:30 PASS 2026-10-02",
                        "A-1005 SA-PUR-05 agreement:00774410/line:20 FAIL",
                        "A-1005 sa-option.deadline license:L-OEM2 KNOWN 2026-10-30 date",
                        "A-1005 sa-option.days-left license:L-OEM1 KNOWN 12 days",
                        "A-1005 sa-renewal.deadline agreement:OL-66120 KNOWN 2026-11-28 date",
                        "A-1005 SA-REN-06 agreement:8120045 FAIL",
                        "A-1005 SA-WDP-08 purchase:W-2 AT_RISK 2026-11-15",
                        "A-1005 migration.over-use license:L-TMG KNOWN 1 licenses",
                        "A-1005 step-up.effective license:L-WS Windows Server Datacenter KNOWN 32 licenses");
        assertThat(run.results()).noneMatch(line -> line.contains("sa-option.days-left license:L-OEM2"));
    }
}
