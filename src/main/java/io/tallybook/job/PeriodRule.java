package io.tallybook.job;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/** How the as-of date of a run follows from the day on which it is started. */
public enum PeriodRule {
    /** The last day of the month before. */
    PREVIOUS_MONTH,
    /** The last day of the month. */
    CURRENT_MONTH,
    /** The day itself. */
    TODAY;

    public LocalDate asOf(LocalDate today) {
        return switch (this) {
            case PREVIOUS_MONTH -> YearMonth.from(today).minusMonths(1).atEndOfMonth();
            case CURRENT_MONTH -> YearMonth.from(today).atEndOfMonth();
            case TODAY -> today;
        };
    }

    /** The rule as it stands in a job file. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
