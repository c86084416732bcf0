package io.tallybook.analysis;

import io.tallybook.ledger.Attestation;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.SharedRecords;
import io.tallybook.ledger.YesNo;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What named persons stated up to the as-of date.
 *
 * <p>Of several answers to one clause and subject the newest counts; once it is no longer valid, none counts. An answer holds
 * until its {@code valid_to}, or one year after it was stated, both inclusive.
 */
public final class Attestations {
    private record Question(String clause, String subject) {}

    private final LocalDate asOf;
    private final Map<Question, Entry<Attestation>> newest = new HashMap<>();

    private Attestations(LocalDate asOf) {
        this.asOf = asOf;
    }

    // Of two answers of one day the N comes last and counts.
    private static final Comparator<Entry<Attestation>> AGE = Comparator.comparing(
                    (Entry<Attestation> entry) -> entry.record().statedOn())
            .thenComparing(entry -> entry.record().answer() == YesNo.NO);

    public static Attestations of(SharedRecords shared, LocalDate asOf) {
        Attestations filed = new Attestations(asOf);
        for (Entry<Attestation> entry : shared.all(Attestation.class)) {
            Attestation row = entry.record();
            if (!row.statedOn().isAfter(asOf)) {
                filed.newest.merge(
                        new Question(row.clause(), row.subject()),
                        entry,
                        (old, more) -> AGE.compare(more, old) > 0 ? more : old);
            }
        }
        return filed;
    }

    /** Returns the valid answer to any of the clauses on a subject, the newest of all. */
    public Optional<Entry<Attestation>> answer(String subject, String... clauses) {
        return newest(subject, clauses).filter(entry -> !validTo(entry.record()).isBefore(asOf));
    }

    /** Was any answer given, valid or not? */
    public boolean isStated(String subject, String... clauses) {
        return newest(subject, clauses).isPresent();
    }

    private Optional<Entry<Attestation>> newest(String subject, String... clauses) {
        return Stream.of(clauses)
                .map(clause -> newest.get(new Question(clause, subject)))
                .filter(Objects::nonNull)
                .max(AGE);
    }

    /** Says why there is no valid answer: none was given, or the newest ended. */
    public String missing(String subject, String... clauses) {
        String wanted = String.join(" or ", List.of(clauses)) + " on " + subject;
        return newest(subject, clauses)
                .map(entry -> "The statement of " + entry.record().statedBy() + " of "
                        + entry.record().statedOn() + " on " + wanted + " held until " + validTo(entry.record())
                        + "; a new one is needed.")
                .orElse("No statement on " + wanted + " was given; a person has to answer it in `attestations`.");
    }

    /** Who answered what, when and until when. */
    public static String text(Attestation answer) {
        return answer.statedBy() + " answered " + (answer.answer().isYes() ? "Y" : "N") + " on " + answer.statedOn()
                + ", valid until " + validTo(answer) + ".";
    }

    public static LocalDate validTo(Attestation answer) {
        LocalDate end = answer.validTo();
        return end == null ? answer.statedOn().plusYears(1) : end;
    }
}
