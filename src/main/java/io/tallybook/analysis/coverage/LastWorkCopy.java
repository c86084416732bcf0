package io.tallybook.analysis.coverage;

import io.tallybook.analysis.coverage.WorkCopies.Use;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The copy at work that an employee used last without a break: the one in use on the day of the purchase, and after it every
 * further one that begins at the latest the day after the last day of use and of SA.
 *
 * @param use  the use of that copy
 * @param saEnd  last day of the SA it is under; empty = not known, or none
 */
record LastWorkCopy(Use use, Optional<LocalDate> saEnd) {
    private static final Comparator<LastWorkCopy> BY_COVER = Comparator.comparing(LastWorkCopy::cover)
            .thenComparing(copy -> copy.saEnd().orElse(LocalDate.MIN));

    /**
     * Follows the copies of one application.
     *
     * @param uses  the employee's uses of covered or uncovered copies
     * @param bought  the day of the purchase
     * @return empty if none is in use on that day
     */
    static Optional<LastWorkCopy> of(List<Use> uses, LocalDate bought) {
        Optional<LastWorkCopy> last = uses.stream()
                .filter(use -> use.isOn(bought))
                .map(use -> new LastWorkCopy(use, use.saEnd(bought)))
                .max(BY_COVER);
        boolean moved = last.filter(copy -> copy.saEnd().isPresent()).isPresent();
        while (moved) {
            LastWorkCopy current = last.orElseThrow();
            Optional<LastWorkCopy> next = uses.stream()
                    .filter(use -> use.begin().isAfter(bought) && !current.endsBefore(use.begin()))
                    .map(use -> new LastWorkCopy(use, use.saEnd(use.begin())))
                    .filter(copy -> copy.saEnd().isPresent() && copy.cover().isAfter(current.cover()))
                    .max(BY_COVER);
            moved = next.isPresent();
            last = moved ? next : last;
        }
        return last;
    }

    /** Last day on which it is both used and under SA; without SA, the last day of use does not count. */
    private LocalDate cover() {
        LocalDate sa = saEnd.orElse(LocalDate.MIN);
        return use.end().isBefore(sa) ? use.end() : sa;
    }

    /** Is there a day between its cover and the other begin? */
    private boolean endsBefore(LocalDate begin) {
        return cover().plusDays(1).isBefore(begin);
    }

    Optional<LocalDate> until() {
        return Optional.ofNullable(use.row().until());
    }
}
