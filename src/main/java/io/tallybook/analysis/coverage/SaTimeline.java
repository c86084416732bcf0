package io.tallybook.analysis.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The Software Assurance of one license position over time: its periods of coverage, and between them its gaps.
 *
 * <p>Periods that overlap, or follow each other on the next day, are one. A position that certainly has no SA has no period;
 * one whose dates are missing is not known, which is neither active nor inactive.
 *
 * @param known  are its periods known
 * @param stated  does any date or order line speak of SA on it
 * @param periods  in order, apart from each other by at least a day
 */
record SaTimeline(boolean known, boolean stated, List<Period> periods) {
    static final SaTimeline NONE = new SaTimeline(true, false, List.of());

    SaTimeline {
        periods = List.copyOf(periods);
    }

    static SaTimeline notKnown(boolean stated) {
        return new SaTimeline(false, stated, List.of());
    }

    /** Joins coverages, and spans of days that are deemed covered, to periods. */
    static SaTimeline of(Collection<Period> coverages) {
        List<Period> joined = new ArrayList<>();
        for (Period next : coverages.stream()
                .sorted(Comparator.comparing(Period::from).thenComparing(Period::to))
                .toList()) {
            int last = joined.size() - 1;
            if (last >= 0 && !next.from().isAfter(joined.get(last).to().plusDays(1))) {
                Period open = joined.get(last);
                joined.set(last, new Period(open.from(), open.to().isAfter(next.to()) ? open.to() : next.to()));
            } else {
                joined.add(next);
            }
        }
        return new SaTimeline(true, true, joined);
    }

    /** Is SA known to be active on the day? */
    boolean isActiveOn(LocalDate day) {
        return periodOn(day).isPresent();
    }

    /** Is SA known not to be active on the day? */
    boolean isInactiveOn(LocalDate day) {
        return known && !isActiveOn(day);
    }

    Optional<Period> periodOn(LocalDate day) {
        return periods.stream().filter(period -> period.contains(day)).findFirst();
    }

    Optional<LocalDate> begin() {
        return periods.isEmpty() ? Optional.empty() : Optional.of(periods.get(0).from());
    }

    /** Returns the last day of the last period. */
    Optional<LocalDate> end() {
        return periods.isEmpty()
                ? Optional.empty()
                : Optional.of(periods.get(periods.size() - 1).to());
    }

    /** Says what is known, e.g. "SA from 2024-01-01 to 2026-12-31". */
    String text() {
        if (!known) {
            return "the SA dates are not known";
        }
        return periods.isEmpty()
                ? "there is no SA"
                : "SA from "
                        + String.join(
                                " and from ",
                                periods.stream().map(Period::toString).toList());
    }
}
