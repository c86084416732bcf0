package io.tallybook.analysis.support;

import io.tallybook.analysis.Context;
import io.tallybook.analysis.Sources;
import io.tallybook.ledger.Attestation;
import io.tallybook.ledger.Entry;
import io.tallybook.result.Finding;
import io.tallybook.result.FindingStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people have stated, by clause and subject. Of several statements the newest not after a day counts on that day. */
final class Statements {
    private record Key(String clause, String subject) {}

    private final Map<Key, List<Entry<Attestation>>> all = new HashMap<>();

    private Statements() {}

    static Statements of(Context context) {
        Statements statements = new Statements();
        for (Entry<Attestation> entry : context.shared().all(Attestation.class)) {
            if (!entry.record().statedOn().isAfter(context.asOf())) {
                statements
                        .all
                        .computeIfAbsent(
                                new Key(entry.record().clause(), entry.record().subject()), key -> new ArrayList<>())
                        .add(entry);
            }
        }
        Comparator<Entry<Attestation>> byDay =
                Comparator.comparing(entry -> entry.record().statedOn());
        statements.all.values().forEach(list -> list.sort(byDay));
        return statements;
    }

    /** Last day on which a statement holds, inclusive. */
    static LocalDate lastDay(Attestation statement) {
        return statement.validTo() == null ? statement.statedOn().plusYears(1) : statement.validTo();
    }

    /** Returns the statement that counts on a day, valid or expired. */
    private Optional<Entry<Attestation>> newest(String clause, String subject, LocalDate day) {
        return all.getOrDefault(new Key(clause, subject), List.of()).stream()
                .filter(entry -> !entry.record().statedOn().isAfter(day))
                .reduce((first, second) -> second);
    }

    /** Returns the statement that is valid on a day, or empty. */
    Optional<Entry<Attestation>> valid(String clause, String subject, LocalDate day) {
        return newest(clause, subject, day)
                .filter(entry -> !lastDay(entry.record()).isBefore(day));
    }

    /** Returns the first day from which, without a break up to the day, a valid statement said yes; empty if none does. */
    Optional<LocalDate> yesSince(String clause, String subject, LocalDate day) {
        List<Entry<Attestation>> list = all.getOrDefault(new Key(clause, subject), List.of());
        Optional<LocalDate> since = Optional.empty();
        LocalDate until = day;
        for (int i = list.size() - 1; i >= 0; i--) {
            Attestation statement = list.get(i).record();
            if (statement.statedOn().isAfter(day)) {
                continue;
            }
            if (!statement.answer().isYes() || lastDay(statement).isBefore(until)) {
                return since;
            }
            since = Optional.of(statement.statedOn());
            until = statement.statedOn().minusDays(1);
        }
        return since;
    }

    /**
     * Returns the finding of something that only a person can state.
     *
     * @param question  what has to be stated, as a sentence
     */
    Finding finding(String clause, String account, String subject, LocalDate day, String question) {
        Optional<Entry<Attestation>> newest = newest(clause, subject, day);
        if (newest.isEmpty()) {
            return Finding.of(clause, account, subject, FindingStatus.ATTEST, question + " Nobody has stated it yet.");
        }
        Attestation statement = newest.get().record();
        String who = statement.statedBy() + " on " + statement.statedOn();
        Finding finding;
        if (lastDay(statement).isBefore(day)) {
            finding = Finding.of(
                    clause,
                    account,
                    subject,
                    FindingStatus.ATTEST,
                    question + " The statement by " + who + " held until " + lastDay(statement)
                            + " and has to be made again.");
        } else {
            boolean yes = statement.answer().isYes();
            finding = Finding.of(
                    clause,
                    account,
                    subject,
                    yes ? FindingStatus.PASS : FindingStatus.FAIL,
                    question + " Answered " + (yes ? "yes" : "no") + " by " + who + ", valid until "
                            + lastDay(statement) + ".");
        }
        return finding.withSources(Sources.of(newest.get()));
    }
}
