package io.tallybook.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the sample job through the built jar and pins what it says of each customer. */
class SampleJobFunctionalTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before the tests run
    static Path folder;

    private static int exit;
    private static String summary = "";
    private static final List<String> RESULTS = new ArrayList<>();

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        SampleRun run = SampleRun.of("jobs/monthly-benefits.yaml", folder);
        exit = run.exit();
        summary = run.summary();
        RESULTS.addAll(run.results());
    }

    @Test
    void theRunIsCompleteWithTheRowsThatAreWrongOnPurposeRejected() throws IOException {
        assertThat(exit).isZero();
        assertThat(summary)
                .contains("\"status\":\"COMPLETE\"", "\"accounts\":4", "\"rejected\":5", "\"passed_over\":1");
        assertThat(Files.readAllLines(folder.resolve("out/rejects.csv")))
                .extracting(line -> String.join(
                        ",", List.of(line.split(",", -1)).subList(1, Math.min(7, line.split(",", -1).length))))
                .containsExactly(
                        "file,sheet,row,column,code,found",
                        "nordwind.xlsx,purchases,14,order_date,not-a-date,31.09.2026",
                        "nordwind.xlsx,purchases,15,currency,unknown-currency,EURO",
                        "nordwind.xlsx,purchases,16,agreement+line,duplicate-key,68200417 0090",
                        "nordwind.xlsx,purchases,17,agreement,no-account,68200471",
                        "nordwind.xlsx,purchases,21,quantity,not-a-number,'=cmd|'/c calc'!A1");
    }

    @Test
    void theTotalsRowAgreesWithItsRows() throws IOException {
        assertThat(Files.readString(folder.resolve("out/manifest.json")))
                .contains("148469.4")
                .doesNotContain("\"OFF\"", "\"OPEN\"");
    }

    @Test
    void nordwindIsOneCentShortOfAnIncidentAndTwoCentsShortOfTheUsageTest() {
        assertThat(RESULTS)
                .contains(
                        "A-1001 sa-spend agreement:68200417 SERVER_CAL KNOWN 107499.99 EUR",
                        "A-1001 incidents.awarded agreement:68200417 TOTAL KNOWN 5 incidents",
                        "A-1001 incidents.next-award agreement:68200417 SERVER_CAL KNOWN 0.01 EUR",
                        "A-1001 incidents.lost agreement:68200417 KNOWN 1 incidents",
                        "A-1001 incidents.balance agreement:68200417 KNOWN 1 incidents",
                        "A-1001 incidents.awarded agreement:V7700214 SERVER_CAL KNOWN 2 incidents",
                        "A-1001 incidents.projected agreement:V7700214 TOTAL KNOWN 3 incidents",
                        "A-1001 azure-usage.month account:A-1001 2026-08 KNOWN 1000.02 USD",
                        "A-1001 azure-usage.month account:A-1001 2026-09 KNOWN 999.98 USD",
                        "A-1001 IPA-41 account:A-1001 FAIL",
                        "A-1001 IPA-40 account:A-1001 ATTEST");
    }

    @Test
    void albionHasBoundsAnUnknownAndIncidentsAboutToExpire() {
        assertThat(RESULTS)
                .contains(
                        "A-1002 incidents.awarded agreement:00551187 TOTAL LOWER_BOUND 3 incidents",
                        "A-1002 sa-spend.unallocated agreement:00551187 KNOWN 8896.00 GBP",
                        "A-1002 case.incidents case:2610010050004471 UNKNOWN incidents",
                        "A-1002 incidents.awarded agreement:V9100077 TOTAL UNKNOWN incidents",
                        "A-1002 incidents.balance agreement:8800340 KNOWN 3 incidents",
                        "A-1002 SA-PRS-20 agreement:8800340 AT_RISK 2026-11-14",
                        "A-1002 SA-CON-07 agreement:V9100077 FAIL");
    }

    @Test
    void kawabeHasUsedMoreThanItWasAwardedAndUsesAzureJustEnough() {
        assertThat(RESULTS)
                .contains(
                        "A-1003 sa-spend agreement:6600771 SERVER_CAL KNOWN 5510000 JPY",
                        "A-1003 incidents.awarded agreement:6600771 TOTAL KNOWN 2 incidents",
                        "A-1003 incidents.balance agreement:6600771 KNOWN -1 incidents",
                        "A-1003 azure-usage.month account:A-1003 2026-08 KNOWN 1000.00 USD",
                        "A-1003 IPA-41 account:A-1003 PASS",
                        "A-1003 SA-GEN-02 agreement:MCA-0093 FAIL");
    }

    @Test
    void harborlineHasPointsAndUnlimitedSupportForOneComponent() {
        assertThat(RESULTS)
                .contains(
                        "A-1004 points agreement:PA-300455 SERVER KNOWN 1080 points",
                        "A-1004 incidents.awarded agreement:PA-300455 TOTAL KNOWN 6 incidents",
                        "A-1004 incidents.unlimited agreement:7300118 APPLICATION_PLATFORM UNLIMITED incidents",
                        "A-1004 sce.margin agreement:7300118 CIS_SUITE KNOWN -0.01 USD",
                        "A-1004 incidents.balance agreement:7300118 KNOWN 28 incidents",
                        "A-1004 solution.azure-cost solution:LANETRACK KNOWN 7101.875 USD",
                        "A-1004 IPA-40 account:A-1004 PASS");
    }
}
