package io.tallybook.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodRuleTest {
    /** Where 02:30 comes twice both are tried, and where it does not come, what a scheduler makes of it: the minute after. */
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "Europe/Berlin, 2026-03-29T01:00:00Z, 2026-03-29, 2026-02-28",
        "Europe/Berlin, 2026-10-25T00:30:00Z, 2026-10-25, 2026-09-30",
        "Europe/Berlin, 2026-10-25T01:30:00Z, 2026-10-25, 2026-09-30",
        "America/New_York, 2026-03-08T07:00:00Z, 2026-03-08, 2026-02-28",
        "America/New_York, 2026-11-01T07:30:00Z, 2026-11-01, 2026-10-31",
        "Australia/Lord_Howe, 2026-04-04T16:00:00Z, 2026-04-05, 2026-03-31",
        "Australia/Lord_Howe, 2026-10-03T15:30:00Z, 2026-10-04, 2026-09-30"
    })
    void halfPastTwoInANightInWhichTheClocksChangeIsThatDay(
            ZoneId zone, Instant start, LocalDate today, LocalDate previousMonth) {
        assertThat(PeriodRule.TODAY.asOf(start, zone)).isEqualTo(today);
        assertThat(PeriodRule.PREVIOUS_MONTH.asOf(start, zone)).isEqualTo(previousMonth);
        assertThat(PeriodRule.TODAY.before(today)).isEqualTo(today.minusDays(1));
    }

    @Test
    void dayIsThatOfTheZoneAndNotOfTheMachine() {
        Instant start = Instant.parse("2026-10-31T23:30:00Z");
        assertThat(PeriodRule.PREVIOUS_MONTH.asOf(start, ZoneId.of("Europe/Berlin")))
                .isEqualTo("2026-10-31");
        assertThat(PeriodRule.PREVIOUS_MONTH.asOf(start, ZoneId.of("UTC"))).isEqualTo("2026-09-30");
        assertThat(PeriodRule.CURRENT_MONTH.asOf(start, ZoneId.of("Europe/Berlin")))
                .isEqualTo("2026-11-30");
    }

    @Test
    void periodBeforeIsAMonthOrADayAndNamedSo() {
        assertThat(PeriodRule.PREVIOUS_MONTH.before(LocalDate.of(2026, 3, 31))).isEqualTo("2026-02-28");
        assertThat(PeriodRule.CURRENT_MONTH.name(LocalDate.of(2026, 2, 28))).isEqualTo("2026-02");
        assertThat(PeriodRule.TODAY.name(LocalDate.of(2026, 2, 28))).isEqualTo("2026-02-28");
    }
}
