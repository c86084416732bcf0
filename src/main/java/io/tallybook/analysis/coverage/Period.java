package io.tallybook.analysis.coverage;

import java.time.LocalDate;

/**
 * Days of coverage.
 *
 * @param from  first day
 * @param to  last day, inclusive
 */
record Period(LocalDate from, LocalDate to) {
    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    @Override
    public String toString() {
        return from + " to " + to;
    }
}
