package io.tallybook.analysis.support;

import io.tallybook.terms.TermEdition;
import io.tallybook.terms.Terms;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A term as it is in force on the as-of date, or the reason why it is not.
 *
 * @param edition  the edition in force; empty when there is none
 * @param missing  why there is none; empty when there is one
 */
record TermTable(Optional<TermEdition> edition, String missing) {
    static TermTable of(Terms terms, String id, LocalDate day) {
        Optional<TermEdition> found = terms.at(id, day);
        return new TermTable(found, found.isPresent() ? "" : terms.term(id).notInForce(day) + ".");
    }

    /** The rows; none when the term is not in force. */
    List<Map<String, String>> rows() {
        return edition.map(TermEdition::rows).orElse(List.of());
    }

    boolean isInForce() {
        return edition.isPresent();
    }

    /** Where the values stand, for a working step. */
    String citation() {
        return edition.map(found -> found.citation().section()).orElse("");
    }
}
