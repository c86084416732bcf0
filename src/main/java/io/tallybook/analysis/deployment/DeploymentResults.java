package io.tallybook.analysis.deployment;

import io.tallybook.analysis.Assessment;
import io.tallybook.analysis.Attestations;
import io.tallybook.analysis.ResultCatalogue;
import io.tallybook.analysis.ResultCatalogue.FigureDefinition;
import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Attestation;
import io.tallybook.ledger.Dossier;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.RejectedRow;
import io.tallybook.ledger.YesNo;
import io.tallybook.result.Figure;
import io.tallybook.result.Finding;
import io.tallybook.result.FindingStatus;
import io.tallybook.result.SourceRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes the results of one account, each with its edition and readings, open ones settled by statements. A clause whose terms
 * are not in force gets no verdict and no number.
 */
final class DeploymentResults {
    private final Dossier dossier;
    private final ResultCatalogue catalogue;
    private final Rulebook rules;
    private final Assessment assessment;
    private final Map<String, Long> rejected = new TreeMap<>();
    private final Map<String, List<String>> assumptions = new HashMap<>();

    DeploymentResults(Dossier dossier, ResultCatalogue catalogue, Rulebook rules, Assessment assessment) {
        this.dossier = dossier;
        this.catalogue = catalogue;
        this.rules = rules;
        this.assessment = assessment;
        for (RejectedRow row : dossier.rejected()) {
            rejected.merge(row.record(), row.count(), Long::sum);
        }
    }

    /** Starts a figure with its clauses, their readings and its unit. */
    Figure.Builder figure(String measure, String subject) {
        FigureDefinition definition = Objects.requireNonNull(catalogue.figures().get(measure), measure);
        List<String> clauses = definition.clauses();
        return Figure.of(measure, dossier.account(), subject)
                .clauses(clauses)
                .unit(definition.unit())
                .edition(rules.editionOf(clauses.get(0)))
                .assume(clauses.stream()
                        .flatMap(clause -> assumptions(clause).stream())
                        .distinct()
                        .toList());
    }

    void add(Figure.Builder figure) {
        Figure made = figure.build();
        Optional<String> missing = made.clauses().stream()
                .map(rules::missing)
                .flatMap(Optional::stream)
                .findFirst();
        missing.ifPresent(figure::unknown);
        assessment.add(missing.isPresent() ? figure.build() : made);
    }

    /**
     * Writes a finding.
     *
     * @return its status as it was written
     */
    FindingStatus find(String clause, String subject, Verdict verdict) {
        Verdict judged = rules.missing(clause)
                .map(missing -> verdict.with(FindingStatus.UNDETERMINED, missing))
                .orElse(verdict);
        Finding finding = new Finding(
                clause,
                dossier.account(),
                subject,
                judged.status(),
                judged.date().map(Object::toString).orElse(""),
                judged.reason(),
                rules.editionOf(clause),
                allAssumptions(clause, judged.assumptions()),
                judged.sources());
        assessment.add(finding);
        return judged.status();
    }

    private List<String> allAssumptions(String clause, List<String> more) {
        if (more.isEmpty()) {
            return assumptions(clause);
        }
        List<String> all = new ArrayList<>(assumptions(clause));
        all.addAll(more);
        return all;
    }

    /** Writes a finding whose verdict a person may settle where it is ATTEST. */
    FindingStatus ask(String clause, String subject, Verdict verdict) {
        return find(clause, subject, settled(clause, subject, verdict));
    }

    /** Writes a finding that only a person can state. */
    FindingStatus ask(String clause, String subject, String question, Collection<? extends Entry<?>> entries) {
        return ask(clause, subject, Verdict.attest(question).from(Sources.of(entries)));
    }

    private Verdict settled(String clause, String subject, Verdict verdict) {
        if (!verdict.is(FindingStatus.ATTEST)) {
            return verdict;
        }
        Optional<Entry<Attestation>> answer = rules.attestations().answer(subject, clause);
        if (answer.isEmpty()) {
            return verdict.with(
                    FindingStatus.ATTEST,
                    verdict.reason() + " " + rules.attestations().missing(subject, clause));
        }
        Attestation given = answer.get().record();
        List<SourceRows> sources = new ArrayList<>(verdict.sources());
        sources.addAll(Sources.of(answer.get()));
        return verdict.with(
                        given.answer().isYes() ? FindingStatus.PASS : FindingStatus.FAIL,
                        verdict.reason() + " " + Attestations.text(given))
                .from(sources);
    }

    /** Returns what a person answered to a clause, if the answer is valid on the as-of date. */
    YesNo answer(String clause, String subject) {
        return rules.attestations()
                .answer(subject, clause)
                .map(entry -> entry.record().answer())
                .orElse(YesNo.UNKNOWN);
    }

    private List<String> assumptions(String clause) {
        return assumptions.computeIfAbsent(clause, key -> {
            List<String> texts = new ArrayList<>(Readings.of(clause));
            rejected.forEach((record, count) -> {
                if (Readings.rests(clause, record)) {
                    texts.add((count == 1 ? "1 rejected row" : count + " rejected rows") + " of " + record
                            + " could change this.");
                }
            });
            return List.copyOf(texts);
        });
    }
}
