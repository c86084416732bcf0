package io.tallybook.analysis.coverage;

import io.tallybook.analysis.Assessment;
import io.tallybook.analysis.Attestations;
import io.tallybook.analysis.Bounded;
import io.tallybook.analysis.Numbers;
import io.tallybook.analysis.ResultCatalogue;
import io.tallybook.analysis.ResultWriter;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Dossier;
import io.tallybook.result.Figure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the results of one account with the terms and readings of this area. */
final class CoverageResults {
    private static final Set<String> RECORDS = Set.of(
            "agreements",
            "purchases",
            "licenses",
            "instances",
            "attestations",
            "products",
            "product_releases",
            "migration_entries",
            "installations",
            "sa_transitions",
            "license_transfers",
            "employees",
            "desktop_assignments",
            "office_web_use",
            "workplace_purchases");

    private final String account;
    private final Attestations attestations;
    private final ResultWriter writer;

    CoverageResults(Dossier dossier, Facts facts, ResultCatalogue catalogue, Assessment assessment) {
        CoverageRules rules = facts.rules();
        account = dossier.account();
        attestations = rules.attestations();
        ResultWriter.Notes notes = new ResultWriter.Notes() {
            @Override
            public String editionOf(String clause) {
                return rules.edition();
            }

            @Override
            public List<String> readingsOf(String clause) {
                return Readings.of(clause);
            }
        };
        writer = new ResultWriter(account, catalogue, notes, attestations, assessment, notCounted(dossier, facts));
    }

    private static List<String> notCounted(Dossier dossier, Facts facts) {
        List<String> sentences = new ArrayList<>(ResultWriter.rejects(dossier, RECORDS));
        if (facts.laterLines() > 0) {
            sentences.add("Order lines after " + facts.asOf() + " that are not counted: " + facts.laterLines() + ".");
        }
        return sentences;
    }

    String accountSubject() {
        return "account:" + account;
    }

    Figure.Builder figure(String measure, String subject) {
        return writer.figure(measure, subject);
    }

    void add(Figure.Builder figure) {
        writer.add(figure);
    }

    /** Adds a count with its state. */
    void add(Figure.Builder figure, Bounded count) {
        add(figure.state(count.state(), plain(count.value()), count.reason()));
    }

    /** Adds a day, or says why it is not known. */
    void add(Figure.Builder figure, Optional<LocalDate> day, String missing) {
        add(day.isPresent() ? figure.known(day.get().toString()) : figure.unknown(missing));
    }

    /** Writes a finding; an ATTEST is decided by a valid answer to this clause and subject. */
    Verdict find(String clause, String subject, Verdict verdict) {
        return writer.find(clause, subject, verdict);
    }

    /** Has a person stated something on this clause and subject, valid or expired? */
    boolean isStated(String clause, String subject) {
        return attestations.isStated(subject, clause);
    }

    /** Writes a finding that combines others and takes no answer of its own. */
    Verdict findCombined(String clause, String subject, Verdict verdict) {
        return writer.findCombined(clause, subject, verdict);
    }

    private static String plain(BigDecimal number) {
        return Numbers.plain(number);
    }
}
