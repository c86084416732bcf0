package io.tallybook.analysis.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a license may move: the last blocked day and the first free one, and what starts the clock. */
class MovesTest {
    private static final String L = "license:L";

    private static Site site() {
        return Site.on("2025-12-31")
                .license("L", "SQL Server", "CORE", "8")
                .row("providers", "provider=P1, listed_provider=N")
                .row("servers", "server=F1A, account=A, location=OWN, farm=F1")
                .row("servers", "server=F1B, account=A, location=OWN, farm=F1")
                .row("servers", "server=F2, account=A, location=OWN, farm=F2")
                .row("servers", "server=AZ, account=A, location=AZURE, farm=WEST")
                .row("servers", "server=H, account=A, location=PROVIDER, provider=P1, shared=Y")
                .row("servers", "server=X, account=A, location=PROVIDER, provider=P1");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-10-02, 2024-12-31, FAIL 2024-12-31",
        "2024-10-02, 2025-01-01, PASS",
        "2023-12-01, 2024-02-29, FAIL 2024-02-29",
        "2023-12-01, 2024-03-01, PASS",
        "2024-12-01, 2025-03-01, FAIL 2025-03-01",
        "2024-12-01, 2025-03-02, PASS",
        "2025-01-31, 2025-05-01, FAIL 2025-05-01",
        "2025-01-31, 2025-05-02, PASS"
    })
    void dayNinetyIsBlockedAndDayNinetyOneFree(String assigned, String moved, String verdict) {
        Site site = site().assigned("L", "F1A", assigned, moved, "INITIAL")
                .assigned("L", "F2", moved, "", "MOVE")
                .judge();
        assertThat(site.verdict("SA-LMF-03", L)).isEqualTo(verdict);
        Site back = site().assigned("L", "AZ", assigned, moved, "INITIAL")
                .assigned("L", "F2", moved, "", "HARDWARE_FAILURE")
                .judge();
        assertThat(back.verdict("SA-LMS-08", L)).isEqualTo(verdict);
    }

    @Test
    void everyAssignmentStartsTheClockUnlessItIsSetToTheEntryIntoTheFarm() {
        Site site = site().assigned("L", "F1A", "2025-01-01", "2025-03-01", "INITIAL")
                .assigned("L", "F1B", "2025-03-01", "2025-04-15", "MOVE")
                .assigned("L", "F2", "2025-04-15", "", "MOVE")
                .judge();
        assertThat(site.verdict("SA-LMF-03", L)).isEqualTo("FAIL 2025-04-15");
        assertThat(site.set("mobility.clock", "FARM_ENTRY").judge().verdict("SA-LMF-03", L))
                .isEqualTo("PASS");
        assertThat(site.figure("mobility.next-move", L)).isEqualTo("2025-07-15");
    }

    @Test
    void aMoveLeavesTheServerThatWasReleasedLast() {
        // Half of the position stays on F2; what moves on to F1B comes from F1A, in the same farm.
        Site site = site().assigned("L", "F1A", "2025-01-01", "2025-02-01", "INITIAL")
                .assigned("L", "F2", "2025-01-15", "", "INITIAL")
                .assigned("L", "F1B", "2025-02-01", "", "MOVE")
                .judge();
        assertThat(site.verdict("SA-LMF-02", L)).isEqualTo("PASS");
        assertThat(site.verdict("SA-LMF-03", L)).isEqualTo("-");
    }

    @Test
    void withoutAReleaseTheRowJustBeforeIsLeft() {
        Site site = site().assigned("L", "F1A", "2025-01-01", "", "INITIAL")
                .assigned("L", "F2", "2025-02-01", "", "")
                .judge();
        assertThat(site.verdict("SA-LMF-03", L)).isEqualTo("FAIL 2025-02-01");
    }

    @Test
    void aReturnAfterADisasterIsExemptAndStartsTheClock() {
        Site site = site().assigned("L", "F1A", "2025-01-01", "2025-02-01", "INITIAL")
                .assigned("L", "F2", "2025-02-01", "2025-02-10", "DR_FAILBACK")
                .assigned("L", "F1A", "2025-02-10", "", "MOVE")
                .judge();
        assertThat(site.verdict("SA-DRR-10", L)).isEqualTo("PASS");
        assertThat(site.verdict("SA-LMF-03", L)).isEqualTo("FAIL 2025-02-10");
    }

    @Test
    void aMoveOfUnknownKindIsOpenOnlyWhileItIsBlocked() {
        Site site = site().assigned("L", "AZ", "2025-01-01", "2025-02-01", "INITIAL")
                .assigned("L", "X", "2025-02-01", "", "MOVE")
                .judge();
        assertThat(site.verdict("SA-LMS-08", L)).isEqualTo("UNDETERMINED");
        assertThat(site.finding("SA-LMS-08", L).orElseThrow().reason()).contains("`shared` settles it");
        site = site().assigned("L", "AZ", "2025-01-01", "2025-06-01", "INITIAL")
                .assigned("L", "X", "2025-06-01", "", "MOVE")
                .judge();
        assertThat(site.verdict("SA-LMS-08", L)).isEqualTo("-");
    }

    @Test
    void anotherPartyAndAnotherSharedFarmAreTwoRules() {
        Site site = site().assigned("L", "AZ", "2025-01-01", "2025-02-01", "INITIAL")
                .assigned("L", "H", "2025-02-01", "", "MOVE")
                .judge();
        assertThat(site.verdict("SA-LMS-08", L)).isEqualTo("FAIL 2025-02-01");
        assertThat(site.verdict("SA-LMS-09", L)).isEqualTo("-");
    }

    @Test
    void saIsAskedForOnTheDayOfTheMove() {
        Site site = Site.on("2025-12-31")
                .row(
                        "licenses",
                        "license=L, account=A, product=SQL Server, metric=CORE, quantity=8, license_mobility=Y,"
                                + " sa_start=2025-01-01, sa_end=2025-02-01")
                .row("servers", "server=F1A, account=A, location=OWN, farm=F1")
                .row("servers", "server=F1B, account=A, location=OWN, farm=F1")
                .assigned("L", "F1A", "2025-01-15", "2025-02-01", "INITIAL")
                .assigned("L", "F1B", "2025-02-01", "2025-02-02", "MOVE")
                .judge();
        assertThat(site.verdict("SA-LMF-01", L)).isEqualTo("PASS");
        assertThat(site.assigned("L", "F1A", "2025-02-02", "", "MOVE").judge().verdict("SA-LMF-01", L))
                .isEqualTo("FAIL");
    }
}
