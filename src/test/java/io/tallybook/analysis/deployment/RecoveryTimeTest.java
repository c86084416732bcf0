package io.tallybook.analysis.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a backup may run: test windows, outages, transfer time, with the last moment inside and the first outside. */
class RecoveryTimeTest {
    private static final String B = "instance:B";

    private static Site site() {
        return Site.withBackup("2025-12-31");
    }

    @ParameterizedTest
    @CsvSource({
        // first test, later test, verdict: day 7 is inside, day 8 outside; over a year's end, 29 February and its lack
        "2024-12-28, 2025-01-03, PASS",
        "2024-12-28, 2025-01-04, FAIL 2025-01-04",
        "2024-02-25, 2024-03-02, PASS",
        "2024-02-25, 2024-03-03, FAIL 2024-03-03",
        "2025-02-25, 2025-03-03, PASS",
        "2025-02-25, 2025-03-04, FAIL 2025-03-04",
        // the next window: day 90 opens one, day 89 does not
        "2024-01-10, 2024-04-08, FAIL 2024-04-08",
        "2024-01-10, 2024-04-09, PASS",
        "2025-01-10, 2025-04-09, FAIL 2025-04-09",
        "2025-01-10, 2025-04-10, PASS",
        "2024-11-01, 2025-01-29, FAIL 2025-01-29",
        "2024-11-01, 2025-01-30, PASS"
    })
    void aTestLiesInAWindowOrNot(String first, String later, String verdict) {
        Site site = site().run("R1", "TEST", first + "T10:00:00", first + "T11:00:00")
                .run("R2", "TEST", later + "T10:00:00", later + "T11:00:00")
                .judge();
        assertThat(site.verdict("SA-DRR-05", B)).isEqualTo(verdict);
        assertThat(site.verdict("SA-DRR-11", B)).isEqualTo(verdict);
    }

    @Test
    void aRunThatEndsAtMidnightDoesNotTouchTheNextDay() {
        Site site = site().run("R1", "TEST", "2025-01-01T10:00:00", "2025-01-08T00:00:00")
                .judge();
        assertThat(site.verdict("SA-DRR-05", B)).isEqualTo("PASS");
        site = site().run("R1", "TEST", "2025-01-01T10:00:00", "2025-01-08T00:00:01")
                .judge();
        assertThat(site.verdict("SA-DRR-05", B)).isEqualTo("FAIL 2025-01-08");
        assertThat(site.finding("SA-DRR-05", B).orElseThrow().reason())
                .contains("Warning: R1 ran longer than 24 hours");
    }

    @Test
    void aRunOutsideOpensNoWindow() {
        Site site = site().run("R1", "TEST", "2025-01-01T10:00:00", "2025-01-01T11:00:00")
                .run("R2", "TEST", "2025-03-31T10:00:00", "2025-03-31T11:00:00")
                .run("R3", "TEST", "2025-04-01T10:00:00", "2025-04-01T11:00:00")
                .judge();
        assertThat(site.verdict("SA-DRR-05", B)).isEqualTo("FAIL 2025-03-31");
        assertThat(site.figure("dr.next-test-window", B)).isEqualTo("2025-06-30");
        assertThat(site.figure("dr.hours-outside", B)).isEqualTo("1.00");
    }

    @ParameterizedTest
    @CsvSource({
        // clocks go forward on 2025-03-30 and back on 2025-10-26 in Berlin
        "2025-03-29T23:00:00, 2025-03-30T05:00:00, 5.00",
        "2025-10-25T23:00:00, 2025-10-26T05:00:00, 7.00",
        "2025-06-01T23:00:00, 2025-06-02T05:00:00, 6.00"
    })
    void hoursAreThoseOfTheClockOverSummerTime(String start, String end, String hours) {
        Site site = site().set("zone", "Europe/Berlin")
                .run("R1", "OTHER", start, end)
                .judge();
        assertThat(site.figure("dr.hours-outside", B)).isEqualTo(hours);
    }

    @Test
    void daysAreThoseOfTheZone() {
        // 23:30 in London is the next day in Berlin.
        Site site = site().set("zone", "Europe/Berlin")
                .run("R1", "OTHER", "2025-01-10T23:30:00Z", "2025-01-10T23:45:00Z")
                .judge();
        assertThat(site.verdict("SA-DRR-11", B)).isEqualTo("FAIL 2025-01-11");
    }

    @ParameterizedTest
    @CsvSource({
        // outage 2025-03-03 04:00 to 20:00; 72 hours before and after it
        "2025-02-28T04:00:00, 2025-03-03T05:00:00, PASS, 0.00",
        "2025-02-28T03:00:00, 2025-03-03T05:00:00, FAIL, 1.00",
        "2025-03-03T05:00:00, 2025-03-06T20:00:00, PASS, 0.00",
        "2025-03-03T05:00:00, 2025-03-06T20:30:00, FAIL, 0.50",
        "2025-03-10T05:00:00, 2025-03-10T06:00:00, FAIL, 1.00"
    })
    void transferTimeIsCountedToTheMinute(String start, String end, String verdict, String hours) {
        Site site = site().outage("O", "2025-03-03T04:00:00", "2025-03-03T20:00:00")
                .run("R1", "DISASTER", start, end)
                .judge();
        assertThat(site.verdict("SA-DRR-06", "run:R1")).isEqualTo(verdict);
        assertThat(site.figure("dr.hours-outside", B)).isEqualTo(hours);
    }

    @Test
    void anAnswerTakesTheTransferTimeAwayAndLeavesTheRun() {
        Site site = site().outage("O", "2025-03-03T04:00:00", "2025-03-03T20:00:00")
                .run("R1", "DISASTER", "2025-03-03T05:00:00", "2025-03-04T02:00:00")
                .row(
                        "attestations",
                        "clause=SA-DRR-07, subject=run:R1, answer=N, stated_by=Ada, stated_on=2025-04-01, valid_to=2026-12-31")
                .judge();
        assertThat(site.verdict("SA-DRR-06", "run:R1")).isEqualTo("PASS");
        assertThat(site.verdict("SA-DRR-07", "run:R1")).isEqualTo("FAIL");
        assertThat(site.figure("dr.hours-outside", B)).isEqualTo("6.00");
        assertThat(site.verdict("SA-DRR-14", "outage:O")).isEqualTo("FAIL");
    }

    @Test
    void overlappingAndNestedRunsCountOnce() {
        Site site = site().run("R1", "OTHER", "2025-05-01T08:00:00", "2025-05-01T12:00:00")
                .run("R2", "OTHER", "2025-05-01T10:00:00", "2025-05-01T14:00:00")
                .run("R3", "OTHER", "2025-05-01T09:00:00", "2025-05-01T09:30:00")
                .run("R4", "TEST", "2025-05-01T13:00:00", "2025-05-01T13:30:00")
                .judge();
        assertThat(site.figure("dr.hours-outside", B)).isEqualTo("5.50");
    }

    @Test
    void anEndlessRunGoesOnThroughTheAsOfDate() {
        Site site = Site.withBackup("2025-05-02")
                .run("R1", "OTHER", "2025-05-01T12:00:00", "")
                .run("R2", "OTHER", "2025-05-03T00:00:00", "")
                .judge();
        assertThat(site.figure("dr.hours-outside", B)).isEqualTo("36.00");
    }

    @Test
    void anEndlessOutagePermitsWhateverRuns() {
        Site site = site().outage("O", "2025-05-01T00:00:00", "")
                .outage("O2", "2025-05-02T00:00:00", "2025-05-03T00:00:00")
                .run("R1", "OTHER", "2025-05-01T12:00:00", "")
                .judge();
        assertThat(site.figure("dr.hours-outside", B)).isEqualTo("0.00");
        assertThat(site.verdict("SA-DRR-14", "outage:O")).isEqualTo("-");
        assertThat(site.verdict("SA-DRR-14", "outage:O2")).isEqualTo("PASS");
    }

    @Test
    void onlyOutagesOfItsOwnProductionServerCount() {
        Site site = site().row("outages", "outage=O, server=DR, start=2025-05-01T00:00:00, end=2025-05-02T00:00:00")
                .run("R1", "DISASTER", "2025-05-01T00:00:00", "2025-05-01T02:00:00")
                .judge();
        assertThat(site.verdict("SA-DRR-06", "run:R1")).isEqualTo("FAIL");
    }

    @ParameterizedTest
    @CsvSource({"Y, PASS, PASS, 0.00", "N, FAIL, FAIL 2025-05-01, 2.00"})
    void withoutAnOutageLogAPersonDecides(String answer, String run, String instance, String hours) {
        Site site = site().run("R1", "DISASTER", "2025-05-01T00:00:00", "2025-05-01T02:00:00")
                .row(
                        "attestations",
                        "clause=SA-DRR-06, subject=run:R1, answer=" + answer
                                + ", stated_by=Ada, stated_on=2025-06-01, valid_to=2025-12-31")
                .judge();
        assertThat(site.verdict("SA-DRR-06", "run:R1")).isEqualTo(run);
        assertThat(site.verdict("SA-DRR-11", B)).isEqualTo(instance);
        assertThat(site.figure("dr.hours-outside", B)).isEqualTo(hours);
    }

    @Test
    void outsideTimeIsALowerBoundWhereSomeRunCannotBeJudged() {
        Site site = site().run("R1", "DISASTER", "2025-05-01T00:00:00", "2025-05-01T02:00:00")
                .run("R2", "OTHER", "2025-06-01T00:00:00", "2025-06-01T03:00:00")
                .judge();
        assertThat(site.verdict("SA-DRR-11", B)).isEqualTo("FAIL 2025-06-01");
        assertThat(site.figure("dr.hours-outside", B)).isEqualTo("LOWER_BOUND 3.00");
    }
}
