package io.tallybook.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the Azure job through the built jar, and pins what it says of the three solutions and of IP Advantage. */
class AzureJobFunctionalTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before the tests run
    static Path folder;

    @SuppressWarnings("NullAway.Init") // set before the tests run
    private static SampleRun run;

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        run = SampleRun.of("jobs/azure-standing.yaml", folder);
    }

    @Test
    void theExportsOfThreeKindsAreReadSideBySide() {
        assertThat(run.exit()).isZero();
        assertThat(run.results())
                .contains(
                        "A-1001 azure-usage.month account:A-1001 2026-09 KNOWN 999.98 USD",
                        "A-1001 IPA-03 account:A-1001/ip-benefit:SPRINGING_LICENSE FAIL",
                        "A-1003 azure-usage.month account:A-1003 2026-08 KNOWN 1000.00 USD",
                        "A-1003 IPA-03 account:A-1003/ip-benefit:SPRINGING_LICENSE ATTEST",
                        "A-1004 IPA-03 account:A-1004/ip-benefit:SPRINGING_LICENSE PASS");
    }

    @Test
    void oneSolutionPassesOneFailsAndOneHasOpenStatements() {
        assertThat(run.results())
                .contains(
                        "A-1006 ACS-30 solution:CLEARDOCK PASS",
                        "A-1006 ACS-31 solution:CLEARDOCK PASS",
                        "A-1006 solution.inferencing-share solution:CLEARDOCK KNOWN 7.5806 percent",
                        "A-1006 ACS-30 solution:BLOBSHELF FAIL",
                        "A-1006 solution.azure-cost-share solution:BLOBSHELF KNOWN 50 percent",
                        "A-1006 ACS-18 solution:BLOBSHELF FAIL",
                        "A-1006 ACS-42 solution:BLOBSHELF/party:CUS-9 FAIL",
                        "A-1004 ACS-30 solution:LANETRACK UNDETERMINED",
                        "A-1004 ACS-24 solution:LANETRACK UNDETERMINED");
    }
}
