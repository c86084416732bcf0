package io.tallybook.result;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The verdict of one clause on one subject.
 *
 * @param clause  id of the clause
 * @param account  id of the account, or empty
 * @param subject  what it is about, e.g. {@code agreement:E1/pool:SERVER}
 * @param status  the verdict
 * @param date  the ISO date that the verdict turns on; empty where there is none
 * @param reason  how the verdict came about, in one or two sentences
 * @param edition  the edition of the terms
 * @param assumptions  readings taken and limits accepted
 * @param sources  the rows it rests on
 */
public record Finding(
        String clause,
        String account,
        String subject,
        FindingStatus status,
        String date,
        String reason,
        String edition,
        List<String> assumptions,
        List<SourceRows> sources)
        implements Result {

    public Finding {
        assumptions = List.copyOf(assumptions);
        sources = List.copyOf(sources);
    }

    /** Returns a finding without date, assumptions and sources. */
    public static Finding of(String clause, String account, String subject, FindingStatus status, String reason) {
        return new Finding(clause, account, subject, status, "", reason, "", List.of(), List.of());
    }

    public Finding withDate(Optional<java.time.LocalDate> newDate) {
        return new Finding(
                clause,
                account,
                subject,
                status,
                newDate.map(java.time.LocalDate::toString).orElse(""),
                reason,
                edition,
                assumptions,
                sources);
    }

    public Finding withSources(List<SourceRows> newSources) {
        return new Finding(clause, account, subject, status, date, reason, edition, assumptions, newSources);
    }

    public Finding withAssumption(String assumption) {
        List<String> more = new ArrayList<>(assumptions);
        more.add(assumption);
        return new Finding(clause, account, subject, status, date, reason, edition, more, sources);
    }

    public Finding withEdition(String newEdition) {
        return new Finding(clause, account, subject, status, date, reason, newEdition, assumptions, sources);
    }

    /**
     * Merges two findings of one clause on one subject: the worst status wins, and the reason lists both.
     *
     * <p>The date is that of the worse one; of two equally bad ones the earlier.
     */
    public Finding mergedWith(Finding other) {
        if (!clause.equals(other.clause) || !subject.equals(other.subject)) {
            throw new IllegalArgumentException("Not one clause on one subject: " + this + ", " + other);
        }
        Set<String> allAssumptions = new LinkedHashSet<>(assumptions);
        allAssumptions.addAll(other.assumptions);
        Set<SourceRows> allSources = new LinkedHashSet<>(sources);
        allSources.addAll(other.sources);
        String bothReasons = reason.equals(other.reason) ? reason : reason + " " + other.reason;
        return new Finding(
                clause,
                account,
                subject,
                status.worse(other.status),
                mergedDate(other),
                bothReasons,
                edition,
                List.copyOf(allAssumptions),
                List.copyOf(allSources));
    }

    private String mergedDate(Finding other) {
        if (status != other.status) {
            return status.worse(other.status) == status ? date : other.date;
        }
        if (date.isEmpty() || other.date.isEmpty()) {
            return date + other.date;
        }
        return date.compareTo(other.date) <= 0 ? date : other.date;
    }

    @Override
    public String name() {
        return clause;
    }

    @Override
    public String dimension() {
        return "";
    }

    @Override
    public boolean isFinding() {
        return true;
    }
}
