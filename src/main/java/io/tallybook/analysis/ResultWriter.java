package io.tallybook.analysis;

import io.tallybook.analysis.ResultCatalogue.FigureDefinition;
import io.tallybook.ledger.Attestation;
import io.tallybook.ledger.Dossier;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.YesNo;
import io.tallybook.result.Figure;
import io.tallybook.result.Finding;
import io.tallybook.result.FindingStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Writes the results of one account: each with its clauses, edition and assumptions, open ones settled by attestations. */
public final class ResultWriter {
    /** What an area prints beside its results. */
    public interface Notes {
        /** Name of the edition that results of a clause rest on. */
        String editionOf(String clause);

        /** The readings taken of a clause; empty where it leaves no room for another one. */
        List<String> readingsOf(String clause);
    }

    private final String account;
    private final ResultCatalogue catalogue;
    private final Notes notes;
    private final Attestations attestations;
    private final Assessment assessment;
    private final List<String> rejects;

    /**
     * @param account  id of the account, or empty
     * @param catalogue  what the area can say
     * @param notes  editions and readings of the area
     * @param attestations  what persons stated up to the as-of date
     * @param assessment  takes the results
     * @param rejects  sentences on rejected rows, see {@link #rejects}
     */
    public ResultWriter(
            String account,
            ResultCatalogue catalogue,
            Notes notes,
            Attestations attestations,
            Assessment assessment,
            List<String> rejects) {
        this.account = account;
        this.catalogue = catalogue;
        this.notes = notes;
        this.attestations = attestations;
        this.assessment = assessment;
        this.rejects = List.copyOf(rejects);
    }

    /** Returns one sentence for each of the named record types of which rows of the account were rejected. */
    public static List<String> rejects(Dossier dossier, Set<String> records) {
        TreeMap<String, Long> counts = new TreeMap<>();
        dossier.rejected().stream()
                .filter(row -> records.contains(row.record()))
                .forEach(row -> counts.merge(row.record(), row.count(), Long::sum));
        List<String> sentences = new ArrayList<>();
        counts.forEach((record, count) -> sentences.add(
                (count == 1 ? "1 rejected row" : count + " rejected rows") + " of " + record + " could change this."));
        return sentences;
    }

    /**
     * Starts a figure with the clauses of its measure, their readings, and its unit where that is fixed.
     *
     * @throws IllegalArgumentException if the catalogue has no such figure
     */
    public Figure.Builder figure(String measure, String subject) {
        FigureDefinition definition = catalogue.figures().get(measure);
        if (definition == null) {
            throw new IllegalArgumentException("No figure " + measure);
        }
        List<String> clauses = definition.clauses();
        Figure.Builder figure = Figure.of(measure, account, subject)
                .clauses(clauses)
                .edition(notes.editionOf(clauses.get(0)))
                .assume(clauses.stream()
                        .flatMap(clause -> notes.readingsOf(clause).stream())
                        .distinct()
                        .toList())
                .assume(rejects);
        boolean fixed = !definition.unit().equals("money") && !definition.unit().startsWith("currency ");
        return fixed ? figure.unit(definition.unit()) : figure;
    }

    public void add(Figure.Builder figure) {
        assessment.add(figure.build());
    }

    /**
     * Writes a finding. Where the verdict is ATTEST, a valid answer to this clause and subject decides it.
     *
     * @return the verdict as it was written
     */
    public Verdict find(String clause, String subject, Verdict verdict) {
        return findCombined(clause, subject, settled(subject, verdict, clause));
    }

    /** Writes a finding that a person states: Y = PASS, N = FAIL, no valid answer = ATTEST. */
    public Verdict findAttested(String clause, String subject, String question) {
        return find(clause, subject, Verdict.attest(question));
    }

    /** Writes a finding that combines others and takes no answer of its own. */
    public Verdict findCombined(String clause, String subject, Verdict verdict) {
        List<String> assumptions = new ArrayList<>(notes.readingsOf(clause));
        assumptions.addAll(verdict.assumptions());
        assumptions.addAll(rejects);
        // In one piece: millions of findings are written, and each step on the way would be a copy.
        assessment.add(new Finding(
                clause,
                account,
                subject,
                verdict.status(),
                verdict.date().map(LocalDate::toString).orElse(""),
                verdict.reason(),
                notes.editionOf(clause),
                assumptions,
                verdict.sources()));
        return verdict;
    }

    /** Returns the valid answer of a person, the newest to any of the clauses. */
    public Optional<Entry<Attestation>> answer(String subject, String... clauses) {
        return attestations.answer(subject, clauses);
    }

    /** Decides an open verdict by the answer to any of the clauses on a subject, if a valid one was given. */
    public Verdict settled(String subject, Verdict verdict, String... clauses) {
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
}
