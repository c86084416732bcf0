package io.tallybook.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every analysis over all of the sample data through the built jar, and pins what it says of the partners. */
class EverythingJobFunctionalTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before the tests run
    static Path folder;

    @SuppressWarnings("NullAway.Init") // set before the tests run
    private static SampleRun run;

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        run = SampleRun.of("jobs/everything.yaml", folder);
    }

    @Test
    void theRunIsCompleteAndHoldsEveryArea() {
        assertThat(run.exit()).isZero();
        assertThat(run.summary()).contains("\"status\":\"COMPLETE\"");
        assertThat(run.results())
                .contains(
                        "A-1001 incidents.balance agreement:68200417 KNOWN 1 incidents",
                        "A-1003 azure-usage.month account:A-1003 2026-08 KNOWN 1000.00 USD");
    }

    @Test
    void pierheadUsesTwoSeatsTooManyAndItsYearEndsSoon() {
        assertThat(run.results())
                .contains(
                        "P-2001 benefit.over-consumed account:P-2001 Microsoft 365 E5 KNOWN 2 units",
                        "P-2001 benefit.remaining account:P-2001 Windows 11 Enterprise KNOWN 20 units",
                        "P-2001 benefit.granted account:P-2001 Visio Plan 2 UNKNOWN units",
                        "P-2001 offer.seats-to-reduce offer:PO-25 Microsoft 365 E5 KNOWN 2 seats",
                        "P-2001 MPP-74 offer:PO-25 AT_RISK 2026-11-14",
                        "P-2001 key.lapse-days key:PT-2 KNOWN 4 days",
                        "P-2001 MPP-96 use:PU-5 FAIL",
                        "P-2001 MPP-142 agreement_count:PC-2 ATTEST",
                        "P-2001 incidents.balance agreement:8120044 KNOWN 2 incidents");
    }

    @Test
    void exportsOfThePortalsAreRead() {
        assertThat(run.results())
                .contains(
                        "P-2001 azure-credit.misused azure_credit:c3a1f7de-0000-4000-8000-00000000a001 KNOWN 12.50 USD",
                        "P-2001 MPP-83 vs_subscription:5f0c9a52-1d0b-4a7e-9f4e-2b6a54c0d101 PASS",
                        "P-2001 MPP-82 vs_subscription:5f0c9a52-1d0b-4a7e-9f4e-2b6a54c0d102 NOT_APPLICABLE",
                        "P-2001 MPP-83 vs_subscription:5f0c9a52-1d0b-4a7e-9f4e-2b6a54c0d103 FAIL");
    }

    @Test
    void lumenStillUsesWhatItLostAndAskedForARefund() {
        assertThat(run.results())
                .contains(
                        "P-2002 use.days-late use:LU-1 KNOWN 284 days",
                        "P-2002 MPP-63 use:LU-2 PASS",
                        "P-2002 offer.rights-until offer:LO-1 KNOWN 2026-01-20 date",
                        "P-2002 MPP-116 offer:LO-2 ATTEST",
                        "P-2002 MPP-135 legacy_choice:LC-1 UNDETERMINED");
    }
}
