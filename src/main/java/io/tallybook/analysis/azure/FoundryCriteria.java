package io.tallybook.analysis.azure;

import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Solution;
import io.tallybook.ledger.YesNo;
import io.tallybook.result.FindingStatus;
import io.tallybook.terms.TermEdition;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Judges the five criteria for a solution on inferencing APIs of models that Azure sells directly (ACS-29, ACS-31 to ACS-41). They
 * apply when at least one charge of the period is for such a model.
 */
final class FoundryCriteria {
    private static final String CRITERIA = "foundry-criteria";

    private final Entry<Solution> entry;
    private final Solution solution;
    private final String subject;
    private final SolutionLines lines;
    private final AzureResults results;
    private final LocalDate asOf;

    FoundryCriteria(Entry<Solution> entry, SolutionLines lines, AzureResults results, LocalDate asOf) {
        this.entry = entry;
        this.solution = entry.record();
        this.subject = "solution:" + solution.solution();
        this.lines = lines;
        this.results = results;
        this.asOf = asOf;
    }

    /** Writes the findings, and returns ACS-31; empty when the criteria do not apply. */
    Optional<Verdict> write(SolutionCosts costs) {
        List<Charge> models = lines.models(solution.solution());
        if (models.isEmpty()) {
            return Optional.empty();
        }
        Verdict applies = results.find("ACS-29", subject, soldDirectly(models));
        if (applies.is(FindingStatus.UNDETERMINED)) {
            return Optional.of(results.findCombined("ACS-31", subject, Verdict.undetermined(applies.reason())));
        }
        return applies.is(FindingStatus.PASS) ? Optional.of(writeCriteria(costs)) : Optional.empty();
    }

    private static Verdict soldDirectly(List<Charge> models) {
        Rows rows = new Rows();
        models.forEach(rows::add);
        String names = models.stream()
                .map(charge -> charge.line().foundryModel())
                .map(name -> name.isEmpty() ? "a model without name" : name)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        Verdict verdict;
        if (models.stream().anyMatch(charge -> charge.line().soldDirectly() == YesNo.YES)) {
            verdict = Verdict.pass("At least one of the models is sold directly by Azure (" + names
                    + "): the Foundry criteria apply.");
        } else if (models.stream()
                .anyMatch(charge -> !charge.line().soldDirectly().isKnown())) {
            verdict = Verdict.undetermined(
                    "Whether Azure sells the models directly is not known (" + names + "): fill `sold_directly`.");
        } else {
            verdict = Verdict.notApplicable("No model is sold directly by Azure (" + names + ").");
        }
        return verdict.from(rows.list());
    }

    private Verdict writeCriteria(SolutionCosts costs) {
        Map<String, Verdict> found = new LinkedHashMap<>();
        found.put(
                "ACS-32",
                find(
                        "ACS-32",
                        SolutionAnswers.not(
                                solution.apiResale(), "inferencing APIs are plainly resold", "api_resale")));
        found.put(
                "ACS-33",
                results.findAttested(
                        "ACS-33",
                        subject,
                        "To be stated by a person: the APIs are combined with an own primary and significant"
                                + " contribution."));
        found.put("ACS-34", find("ACS-34", SolutionAnswers.output(solution)));
        found.put("ACS-35", find("ACS-35", SolutionAnswers.embeddedOrAdapted(solution)));
        SolutionAnswers.means(solution).ifPresent(verdict -> found.put("ACS-36", find("ACS-36", verdict)));
        found.put(
                "ACS-37",
                results.findAttested(
                        "ACS-37", subject, "To be stated by a person: the own contribution drives the purchase."));
        found.put("ACS-38", costs.writeInferencing());
        found.put("ACS-41", find("ACS-41", SolutionAnswers.inside(solution)));
        Optional<TermEdition> criteria = results.terms().edition(CRITERIA, asOf);
        return results.findCombined(
                "ACS-31",
                subject,
                criteria.map(terms -> Verdict.worst(byCriterion(terms, found)))
                        .orElseGet(() -> Verdict.undetermined(results.terms().notInForce(CRITERIA, asOf))));
    }

    private Verdict find(String clause, Verdict verdict) {
        return results.find(clause, subject, verdict.from(Sources.of(entry)));
    }

    private static Map<String, Verdict> byCriterion(TermEdition terms, Map<String, Verdict> found) {
        Map<String, Verdict> named = new LinkedHashMap<>();
        for (Map<String, String> row : terms.rows()) {
            for (String clause : row.getOrDefault("clauses", "").split(";", -1)) {
                Verdict verdict = found.get(clause);
                if (verdict != null) {
                    named.put(clause + " (criterion " + row.get("criterion") + ")", verdict);
                }
            }
        }
        return named;
    }
}
