package io.tallybook.terms;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A value or table of the terms, with its editions.
 *
 * @param id  e.g. {@code incident-award-increments}
 * @param about  what it is, in one line
 * @param unit  unit of its numbers
 * @param clauses  the clauses that it belongs to
 * @param editions  in the order of their first days, without overlap
 */
public record Term(String id, String about, String unit, List<String> clauses, List<TermEdition> editions) {
    public Term {
        clauses = List.copyOf(clauses);
        editions = editions.stream()
                .sorted(Comparator.comparing(TermEdition::from))
                .toList();
        for (int i = 1; i < editions.size(); i++) {
            if (!editions.get(i).from().isAfter(editions.get(i - 1).to())) {
                throw new IllegalArgumentException(
                        "Editions of " + id + " overlap on " + editions.get(i).from());
            }
        }
    }

    /** Returns the edition in force on that day, or empty; then {@link #notInForce} says why. */
    public Optional<TermEdition> at(LocalDate day) {
        return editions.stream().filter(edition -> edition.isInForceOn(day)).findFirst();
    }

    /** Says why no edition is in force on that day: not yet, or ended on a day and replaced by something. */
    public String notInForce(LocalDate day) {
        Optional<TermEdition> ended =
                editions.stream().filter(edition -> edition.to().isBefore(day)).reduce((first, second) -> second);
        return ended.map(edition -> id + ": not in force, ended on " + edition.to()
                        + (edition.replacedBy().isEmpty() ? "" : ", replaced by " + edition.replacedBy()))
                .orElseGet(() -> id + ": not in force on " + day
                        + (editions.isEmpty()
                                ? ""
                                : ", begins on " + editions.get(0).from()));
    }
}
