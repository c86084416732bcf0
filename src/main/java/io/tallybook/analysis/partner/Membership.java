package io.tallybook.analysis.partner;

import io.tallybook.analysis.Verdict;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether a day lies in the membership, first and last day included; a blank end of it is not known. */
final class Membership {
    private Membership() {}

    static Verdict of(@Nullable LocalDate start, @Nullable LocalDate end, LocalDate day) {
        String period = "membership from " + (start == null ? "an unknown day" : start) + " to "
                + (end == null ? "an unknown day" : end);
        if ((start != null && day.isBefore(start)) || (end != null && day.isAfter(end))) {
            return Verdict.fail(day + " lies outside the " + period + ".");
        }
        if (start == null || end == null) {
            return Verdict.undetermined("Cannot determine: " + day + ", " + period
                    + ": fill `membership_start` and `membership_end` in `partners`.");
        }
        return Verdict.pass(day + " lies in the " + period + (day.equals(end) ? ", on its last day." : "."));
    }
}
