package io.tallybook.analysis.azure;

import io.tallybook.analysis.Assessment;
import io.tallybook.analysis.Attestations;
import io.tallybook.analysis.Context;
import io.tallybook.analysis.ResultCatalogue;
import io.tallybook.analysis.ResultWriter;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Attestation;
import io.tallybook.ledger.Dossier;
import io.tallybook.ledger.Entry;
import io.tallybook.result.Figure;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the results of one account with the terms and readings of this area. */
final class AzureResults {

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

    private final AzureTerms terms;
    private final ResultWriter writer;

    private AzureResults(String account, Context context, Assessment assessment, List<String> rejects) {
        this.terms = new AzureTerms(context);
        Attestations attestations = Attestations.of(context.shared(), context.asOf());
        this.writer =
                new ResultWriter(account, ResultCatalogue.of("azure"), notes(terms), attestations, assessment, rejects);
    }

    private static ResultWriter.Notes notes(AzureTerms terms) {
        return new ResultWriter.Notes() {
            @Override
            public String editionOf(String clause) {
                return terms.editionOf(clause);
            }

            @Override
            public List<String> readingsOf(String clause) {
                return Readings.of(clause);
            }
        };
    }

    static AzureResults of(Dossier dossier, Context context, Assessment assessment) {
        return new AzureResults(dossier.account(), context, assessment, ResultWriter.rejects(dossier, RECORDS));
    }

    /** For results that belong to no account. */
    static AzureResults ofNoAccount(Context context, Assessment assessment) {
        return new AzureResults("", context, assessment, List.of());
    }

    AzureTerms terms() {
        return terms;
    }

    Figure.Builder figure(String measure, String subject) {
        return writer.figure(measure, subject);
    }

    void add(Figure.Builder figure) {
        writer.add(figure);
    }

    Verdict find(String clause, String subject, Verdict verdict) {
        return writer.find(clause, subject, verdict);
    }

    Verdict findAttested(String clause, String subject, String question) {
        return writer.findAttested(clause, subject, question);
    }

    Verdict findCombined(String clause, String subject, Verdict verdict) {
        return writer.findCombined(clause, subject, verdict);
    }

    Optional<Entry<Attestation>> answer(String subject, String... clauses) {
        return writer.answer(subject, clauses);
    }

    Verdict settled(String subject, Verdict verdict, String... clauses) {
        return writer.settled(subject, verdict, clauses);
    }
}
