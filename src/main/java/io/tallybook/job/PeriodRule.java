package io.tallybook.job;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;

/** How the as-of date of a run follows from the day on which it is started. */
public enum PeriodRule {
    /** The last day of the month before. */
    PREVIOUS_MONTH,
    /** The last day of the month. */
    CURRENT_MONTH,
    /** The day itself. */
    TODAY;

    /**
     * Returns the as-of date of a run.
     *
     * @param start  when the run is started
     * @param zone  where it counts what day that is
     */
    public LocalDate asOf(Instant start, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(start, zone);
        return switch (this) {
            case PREVIOUS_MONTH -> YearMonth.from(today).minusMonths(1).atEndOfMonth();
            case CURRENT_MONTH -> YearMonth.from(today).atEndOfMonth();
            case TODAY -> today;
        };
    }

    /** Returns the as-of date of the period before. */
    LocalDate before(LocalDate asOf) {
        return this == TODAY
                ? asOf.minusDays(1)
                : YearMonth.from(asOf).minusMonths(1).atEndOfMonth();
    }

    /** Names a period by its as-of date, e.g. {@code 2026-10} or {@code 2026-10-31}. */
    public String name(LocalDate asOf) {
        return this == TODAY ? asOf.toString() : YearMonth.from(asOf).toString();
    }

    /** The rule as it stands in a job file. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
