package io.tallybook.analysis.azure;

import io.tallybook.analysis.Assessment;
import io.tallybook.analysis.Attestations;
import io.tallybook.analysis.Context;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Writes the results of one account: each with its clauses, edition and assumptions, open ones settled by attestations. */
final class AzureResults {
    private static final ResultCatalogue CATALOGUE = ResultCatalogue.of("azure");

    private static final Set<String> RECORDS = Set.of(
            "accounts",
            "agreements",
            "rates",
            "attestations",
            "azure_subscriptions",
            "azure_usage",
            "azure_exports",
            "ip_claims",
            "ip_claim_items",
            "lawsuits",
            "patent_assertions",
            "patents",
            "patent_requests",
            "solutions",
            "solution_charges",
            "solution_resources",
            "solution_parties");

    private final String account;
    private final AzureTerms terms;
    private final Attestations attestations;
    private final Assessment assessment;
    private final List<String> rejects;

    private AzureResults(
            String account,
            AzureTerms terms,
            Attestations attestations,
            Assessment assessment,
            Collection<RejectedRow> rejected) {
        this.account = account;
        this.terms = terms;
        this.attestations = attestations;
        this.assessment = assessment;
        this.rejects = notes(rejected);
    }

    static AzureResults of(Dossier dossier, Context context, Assessment assessment) {
        return new AzureResults(
                dossier.account(),
                new AzureTerms(context),
                Attestations.of(context.shared(), context.asOf()),
                assessment,
                dossier.rejected());
    }

    /** For results that belong to no account. */
    static AzureResults ofNoAccount(Context context, Assessment assessment) {
        return new AzureResults(
                "", new AzureTerms(context), Attestations.of(context.shared(), context.asOf()), assessment, List.of());
    }

    private static List<String> notes(Collection<RejectedRow> rejected) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        for (RejectedRow row : rejected) {
            if (RECORDS.contains(row.record())) {
                counts.merge(row.record(), 1, Integer::sum);
            }
        }
        List<String> notes = new ArrayList<>();
        counts.forEach((record, count) -> notes.add(
                (count == 1 ? "1 rejected row" : count + " rejected rows") + " of " + record + " could change this."));
        return notes;
    }

    AzureTerms terms() {
        return terms;
    }

    /** Starts a figure with the clauses of its measure, their readings, and its unit where that is fixed. */
    Figure.Builder figure(String measure, String subject) {
        FigureDefinition definition = CATALOGUE.figures().get(measure);
        if (definition == null) {
            throw new IllegalArgumentException("No figure " + measure);
        }
        Figure.Builder figure = Figure.of(measure, account, subject)
                .clauses(definition.clauses())
                .edition(terms.editionOf(definition.clauses().get(0)))
                .assume(Readings.of(definition.clauses()))
                .assume(rejects);
        return definition.unit().equals("money") ? figure : figure.unit(definition.unit());
    }

    void add(Figure.Builder figure) {
        assessment.add(figure.build());
    }

    /**
     * Writes a finding. Where the verdict is ATTEST, a valid answer to this clause and subject decides it.
     *
     * @return the verdict as it was written
     */
    Verdict find(String clause, String subject, Verdict verdict) {
        return findCombined(clause, subject, settled(clause, subject, verdict));
    }

    /** Writes a finding that a person states: Y = PASS, N = FAIL, no valid answer = ATTEST. */
    Verdict findAttested(String clause, String subject, String question) {
        return find(clause, subject, Verdict.attest(question));
    }

    /** Writes a finding that combines others and takes no answer of its own. */
    Verdict findCombined(String clause, String subject, Verdict verdict) {
        Finding finding = Finding.of(clause, account, subject, verdict.status(), verdict.reason())
                .withEdition(terms.editionOf(clause))
                .withDate(verdict.date())
                .withSources(verdict.sources());
        for (String assumption : Readings.of(clause)) {
            finding = finding.withAssumption(assumption);
        }
        for (String assumption : verdict.assumptions()) {
            finding = finding.withAssumption(assumption);
        }
        for (String reject : rejects) {
            finding = finding.withAssumption(reject);
        }
        assessment.add(finding);
        return verdict;
    }

    /** Returns the valid answer of a person, the newest to any of the clauses. */
    Optional<Entry<Attestation>> answer(String subject, String... clauses) {
        return attestations.answer(subject, clauses);
    }

    /** Decides an open verdict by the answer to any of the clauses on a subject, if a valid one was given. */
    Verdict settled(String subject, Verdict verdict, String... clauses) {
        if (!verdict.is(FindingStatus.ATTEST)) {
            return verdict;
        }
        Optional<Entry<Attestation>> answer = attestations.answer(subject, clauses);
        if (answer.isEmpty()) {
            return verdict.with(FindingStatus.ATTEST, verdict.reason() + " " + attestations.missing(subject, clauses));
        }
        Attestation given = answer.get().record();
        FindingStatus status = given.answer() == YesNo.YES ? FindingStatus.PASS : FindingStatus.FAIL;
        return verdict.with(status, verdict.reason() + " " + Attestations.text(given))
                .from(Sources.of(answer.get()));
    }

    private Verdict settled(String clause, String subject, Verdict verdict) {
        return settled(subject, verdict, clause);
    }
}
