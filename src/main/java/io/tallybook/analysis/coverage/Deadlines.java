package io.tallybook.analysis.coverage;

import io.tallybook.analysis.Verdict;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Was something done in time. Every verdict carries the last day on which it could be done. */
final class Deadlines {
    private Deadlines() {}

    /** Was it ordered up to the last day, that day included? */
    static Verdict upTo(LocalDate ordered, LocalDate last) {
        if (ordered.isAfter(last)) {
            return Verdict.fail(
                            "Ordered on " + ordered + ", " + days(last, ordered) + " after the last day " + last + ".")
                    .on(last);
        }
        String boundary = ordered.equals(last) ? "; that was the last day." : ", the last day was " + last + ".";
        return Verdict.pass("Ordered on " + ordered + boundary).on(last);
    }

    /**
     * Was it ordered from an event on up to a last day, both included? An order before the event is an error in the data.
     *
     * @param what  the event, e.g. "the transfer"
     * @param event  its day; empty = not known
     * @param last  the last day; empty with the event
     */
    static Verdict within(LocalDate ordered, String what, Optional<LocalDate> event, Optional<LocalDate> last) {
        if (event.isEmpty() || last.isEmpty()) {
            return Verdict.undetermined("The day of " + what + " is not known; it settles the last day of the order.");
        }
        if (ordered.isBefore(event.get())) {
            return Verdict.undetermined("Ordered on " + ordered + ", before " + what + " on " + event.get()
                            + "; one of the two dates has to be corrected.")
                    .on(last.get());
        }
        Verdict verdict = upTo(ordered, last.get());
        return verdict.with(verdict.status(), "Day of " + what + ": " + event.get() + ". " + verdict.reason());
    }

    /**
     * Judges a right by the day on which it ends: FAIL once it has ended, AT_RISK within the warning period.
     *
     * @param what  what ends, e.g. "The migration right"
     */
    static Verdict end(String what, LocalDate end, LocalDate asOf, int warningDays) {
        if (end.isBefore(asOf)) {
            return Verdict.fail(what + " ended on " + end + ".").on(end);
        }
        if (!end.isAfter(asOf.plusDays(warningDays))) {
            return Verdict.atRisk(what + " ends on " + end + ", in " + days(asOf, end) + ".")
                    .on(end);
        }
        return Verdict.pass(what + " lasts until " + end + ".").on(end);
    }

    static String days(LocalDate from, LocalDate to) {
        long days = ChronoUnit.DAYS.between(from, to);
        return days == 1 ? "1 day" : days + " days";
    }
}
