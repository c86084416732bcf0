package io.tallybook.analysis.azure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * The full calendar months before the month of a reference date (IPA-42).
 *
 * <p>The month of the reference date is never in it, not even on its last day: at 2026-08-31 the window of three months is May
 * to July, at 2026-09-01 it is June to August.
 *
 * @param first  first month
 * @param last  last month
 */
record Window(YearMonth first, YearMonth last) {
    static Window before(LocalDate referenceDate, int months) {
        YearMonth month = YearMonth.from(referenceDate);
        return new Window(month.minusMonths(months), month.minusMonths(1));
    }

    /** The months that end with that of a date, that month included. */
    static Window endingWith(LocalDate date, int months) {
        YearMonth month = YearMonth.from(date);
        return new Window(month.minusMonths(months - 1L), month);
    }

    List<YearMonth> months() {
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(start()) && !day.isAfter(end());
    }

    LocalDate start() {
        return first.atDay(1);
    }

    LocalDate end() {
        return last.atEndOfMonth();
    }

    @Override
    public String toString() {
        return first.equals(last) ? first.toString() : first + " to " + last;
    }
}
