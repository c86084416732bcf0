package io.tallybook.analysis.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SaTimelineTest {
    private static Period period(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to));
    }

    @Test
    void coveragesThatTouchAreOnePeriodAndADayBetweenMakesAGap() {
        SaTimeline timeline = SaTimeline.of(List.of(
                period("2024-03-01", "2024-12-31"),
                period("2023-01-01", "2024-02-29"),
                period("2025-01-02", "2025-12-31")));
        assertThat(timeline.periods())
                .containsExactly(period("2023-01-01", "2024-12-31"), period("2025-01-02", "2025-12-31"));
        assertThat(timeline.isInactiveOn(LocalDate.parse("2025-01-01"))).isTrue();
        assertThat(timeline.isActiveOn(LocalDate.parse("2024-12-31"))).isTrue();
    }

    @Test
    void aCoverageInsideAnotherChangesNothing() {
        assertThat(SaTimeline.of(List.of(period("2023-01-01", "2025-12-31"), period("2024-01-01", "2024-06-30")))
                        .periods())
                .containsExactly(period("2023-01-01", "2025-12-31"));
    }

    @Test
    void whatIsNotKnownIsNeitherActiveNorInactive() {
        SaTimeline unknown = SaTimeline.notKnown(true);
        LocalDate day = LocalDate.parse("2024-01-01");
        assertThat(unknown.isActiveOn(day)).isFalse();
        assertThat(unknown.isInactiveOn(day)).isFalse();
        assertThat(SaTimeline.NONE.isInactiveOn(day)).isTrue();
    }
}
