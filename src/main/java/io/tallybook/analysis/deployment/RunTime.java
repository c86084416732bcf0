package io.tallybook.analysis.deployment;

import io.tallybook.ledger.BackupRun;
import io.tallybook.ledger.BackupRun.Reason;
import io.tallybook.ledger.Entry;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A run of a backup instance as it is judged.
 *
 * @param entry  its row
 * @param to  the moment of its end; the end of the as-of date where it went on
 * @param firstDay  the day on which it started
 * @param lastDay  the last day that it touches; before the first one for a run without any time
 */
record RunTime(Entry<BackupRun> entry, Instant to, LocalDate firstDay, LocalDate lastDay) {
    static RunTime of(Entry<BackupRun> entry, Estate estate) {
        Instant end = entry.record().end();
        Instant limit = estate.endOfAsOf();
        Instant to = end == null || end.isAfter(limit) ? limit : end;
        LocalDate firstDay = estate.day(entry.record().start());
        // A run that ends at midnight does not touch the day that begins then.
        LocalDate lastDay = to.isAfter(entry.record().start()) ? estate.day(to.minusNanos(1)) : firstDay.minusDays(1);
        return new RunTime(entry, to, firstDay, lastDay);
    }

    String id() {
        return entry.record().run();
    }

    String subject() {
        return "run:" + id();
    }

    Instant from() {
        return entry.record().start();
    }

    TimeSet time() {
        return TimeSet.of(from(), to);
    }

    boolean is(Reason reason) {
        return entry.record().reason() == reason;
    }
}
