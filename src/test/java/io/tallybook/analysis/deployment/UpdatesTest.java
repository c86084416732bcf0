package io.tallybook.analysis.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Extended Security Updates: months, years, minimums. */
class UpdatesTest {
    private static Site covered(String start, String saEnd) {
        return Site.on("2026-12-31")
                .row(
                        "licenses",
                        "license=L, account=A, product=SQL Server, metric=CORE, quantity=4, sa_start=2020-01-01, sa_end="
                                + saEnd)
                .row("servers", "server=S, account=A, location=OWN")
                .row(
                        "esu_coverage",
                        "esu=X, account=A, server=S, product=SQL Server, year=1, quantity=4, license=L, start=" + start
                                + ", end=2026-12-31");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-07-14, 2024-08-13",
        "2024-12-31, 2025-01-30",
        "2025-12-15, 2026-01-14",
        "2024-01-31, 2024-02-28",
        "2025-01-31, 2025-02-27",
        "2024-01-30, 2024-02-28",
        "2024-02-29, 2024-03-28",
        "2025-03-31, 2025-04-29"
    })
    void oneMonthOfSaSufficesToTheDay(String start, String needed) {
        Site site = covered(start, needed).judge();
        assertThat(site.figure("esu.sa-needed-until", "esu:X")).isEqualTo(needed);
        assertThat(site.verdict("SA-ESU-07", "esu:X")).isEqualTo("PASS");
        String dayBefore = java.time.LocalDate.parse(needed).minusDays(1).toString();
        assertThat(covered(start, dayBefore).judge().verdict("SA-ESU-07", "esu:X"))
                .isEqualTo("FAIL");
    }

    private static Site years(String... rows) {
        Site site = Site.on("2026-12-31").row("servers", "server=S, account=A, location=OWN");
        for (String row : rows) {
            String[] cells = row.split(" ", -1);
            site.row(
                    "esu_coverage",
                    "esu=" + cells[0] + ", account=A, server=S, product=" + cells[1] + ", year=" + cells[2]
                            + ", ordered=" + cells[3] + ", quantity=" + cells[4]
                            + ", start=2024-07-10, end=2025-07-09");
        }
        return site.judge();
    }

    @Test
    void theYearBeforeMayComeOnTheSameDayAndNotLater() {
        assertThat(years("X1 SQL 1 2025-07-01 8", "X2 SQL 2 2025-07-01 8").verdict("SA-ESU-05", "server:S"))
                .isEqualTo("PASS");
        Site late = years("X1 SQL 1 2025-07-02 8", "X2 SQL 2 2025-07-01 8");
        assertThat(late.verdict("SA-ESU-05", "server:S")).isEqualTo("FAIL");
        assertThat(late.figure("esu.preceding-year-missing", "server:S/year:2")).isEqualTo("8");
    }

    @Test
    void theLargestLeadOfAYearIsMissing() {
        Site site = years(
                "X1 SQL 1 2024-07-01 4",
                "X2 SQL 2 2025-07-01 6",
                "X3 SQL 1 2025-08-01 4",
                "X4 SQL 2 2025-09-01 2",
                "X5 Exchange 2 2025-07-01 3");
        assertThat(site.figure("esu.preceding-year-missing", "server:S/year:2")).isEqualTo("5");
        assertThat(site.figure("esu.preceding-year-missing", "server:S/year:3")).isEqualTo("-");
    }

    @Test
    void whatIsAssignedOnTheDayCounts() {
        Site site = Site.on("2025-06-30")
                .license("W", "Windows Server", "CORE", "40")
                .row("servers", "server=S, account=A, location=OWN, processors=3")
                .row("assignments", "license=W, server=S, assigned=2025-01-01, quantity=10")
                .row("assignments", "license=W, server=S, assigned=2025-02-01, released=2025-06-30, quantity=30")
                .row(
                        "esu_coverage",
                        "esu=X, account=A, server=S, product=Windows Server 2012, year=1, quantity=20, license=W,"
                                + " start=2025-01-01, end=2025-06-30")
                .judge();
        // 10 cores are left on the as-of date; three processors need 24.
        assertThat(site.figure("esu.required", "server:S", "WINDOWS_SERVER")).isEqualTo("24");
        assertThat(site.figure("esu.shortfall", "server:S", "WINDOWS_SERVER")).isEqualTo("4");
    }

    @ParameterizedTest
    @CsvSource({"Y, PASS", "N, FAIL", "'', UNDETERMINED"})
    void anEquivalentSubscriptionCarriesUpdatesAndDoesNotQualifyForSupport(String equivalent, String bought) {
        Site site = Site.on("2025-06-30")
                .row(
                        "licenses",
                        "license=L, account=A, product=SQL Server, metric=CORE, quantity=4, perpetual=N, sa_equivalent="
                                + equivalent + ", sa_start=2024-01-01, sa_end=2026-12-31")
                .row("servers", "server=S, account=A, location=OWN")
                .row(
                        "esu_coverage",
                        "esu=X, account=A, server=S, product=SQL Server, year=1, quantity=4, license=L, start=2025-01-01,"
                                + " end=2025-12-31")
                .judge();
        assertThat(site.verdict("SA-ESU-01", "esu:X")).isEqualTo(bought);
        assertThat(site.verdict("SA-ESU-18", "server:S")).isEqualTo("FAIL");
    }
}
