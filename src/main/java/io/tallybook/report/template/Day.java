package io.tallybook.report.template;

import java.time.LocalDate;

/**
 * A date as a cell shows it.
 *
 * @param date  the date
 * @param prefix  words before it, e.g. {@code at most} for an upper bound; empty for a known date
 */
public record Day(LocalDate date, String prefix) {
    @Override
    public String toString() {
        return prefix.isEmpty() ? date.toString() : prefix + " " + date;
    }
}
