package io.tallybook.analysis.support;

import io.tallybook.ledger.Entry;
import io.tallybook.ledger.SupportCase;
import io.tallybook.ledger.SupportCase.Status;
import io.tallybook.terms.ProductKey;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A support case with its days in the job's zone.
 *
 * @param entry  the row
 * @param opened  the day on which it was opened
 * @param resolved  the day on which it was resolved, or null
 * @param firstChild  the earliest opening day of the rows that name it as parent, or null
 * @param component  the SCE component of its product, or null
 */
record CaseFacts(
        Entry<SupportCase> entry,
        LocalDate opened,
        @Nullable LocalDate resolved,
        @Nullable LocalDate firstChild,
        @Nullable SceComponent component) {

    static CaseFacts of(Entry<SupportCase> entry, @Nullable LocalDate firstChild, Rulebook rules) {
        SupportCase row = entry.record();
        return new CaseFacts(
                entry,
                day(row.opened(), rules),
                row.resolved() == null ? null : day(row.resolved(), rules),
                firstChild,
                row.product().isEmpty() ? null : rules.componentOf(ProductKey.of(row.product(), row.edition()), null));
    }

    static LocalDate day(Instant moment, Rulebook rules) {
        return moment.atZone(rules.settings().zone()).toLocalDate();
    }

    SupportCase row() {
        return entry.record();
    }

    String subject() {
        return "case:" + row().caseId();
    }

    long issues() {
        return row().issues() == null ? 1 : row().issues();
    }

    boolean isCancelled() {
        return row().status() == Status.CANCELLED;
    }

    boolean isCancelledOrRefused() {
        return isCancelled() || row().status() == Status.REFUSED;
    }

    /** Was it resolved by the end of that day? Without the day of resolution it was not. */
    boolean isResolvedBy(LocalDate day) {
        return resolved != null && !resolved.isAfter(day);
    }

    /** Is it a case of which other rows, opened by that day, are subordinate issues? */
    boolean isParentOn(LocalDate day) {
        return firstChild != null && !firstChild.isAfter(day);
    }
}
