package io.tallybook.job;

import io.tallybook.report.PastRun;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The periods before the one that is due for which a scheduled job has published nothing, as its history tells; a machine that
 * was down leaves such gaps. What lies before the first period that was published is no gap, nor what lies more than a year of
 * nights back.
 *
 * @param asOf  their as-of dates, oldest first
 * @param lately  those of them since the last period that was published
 */
public record MissedPeriods(List<LocalDate> asOf, List<LocalDate> lately) {
    public static final MissedPeriods NONE = new MissedPeriods(List.of(), List.of());

    private static final int LOOKS_BACK = 366;
    private static final Set<String> PUBLISHED =
            Set.of(RunOutcome.Status.COMPLETE.name(), RunOutcome.Status.INCOMPLETE.name());

    public MissedPeriods {
        asOf = List.copyOf(asOf);
        lately = List.copyOf(lately);
    }

    /**
     * Looks for them.
     *
     * @param due  the run of the period that is due
     * @throws IOException if the history cannot be read
     */
    public static MissedPeriods before(RunRequest due) throws IOException {
        Set<String> published = new TreeSet<>();
        for (PastRun run : new RunHistory(due).read()) {
            if (PUBLISHED.contains(run.status())) {
                published.add(run.asOf() + " " + run.out());
            }
        }
        PeriodRule rule = due.job().period();
        List<LocalDate> missed = new ArrayList<>();
        int upToFirst = 0;
        int upToLast = -1;
        LocalDate period = due.asOf();
        for (int back = 0; back < LOOKS_BACK && !published.isEmpty(); back++) {
            period = rule.before(period);
            // A run into another folder is not that of the period.
            if (published.contains(period + " " + due.at(period).outputName())) {
                upToFirst = missed.size();
                upToLast = upToLast < 0 ? missed.size() : upToLast;
            } else {
                missed.add(period);
            }
        }
        List<LocalDate> all = new ArrayList<>(missed.subList(0, upToFirst));
        List<LocalDate> lately = new ArrayList<>(missed.subList(0, Math.max(0, upToLast)));
        Collections.reverse(all);
        Collections.reverse(lately);
        return new MissedPeriods(all, lately);
    }
}
