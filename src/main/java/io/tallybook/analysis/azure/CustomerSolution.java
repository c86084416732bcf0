package io.tallybook.analysis.azure;

import io.tallybook.analysis.Context;
import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.RecordDefinition;
import io.tallybook.ledger.Solution;
import io.tallybook.ledger.SolutionCharge;
import io.tallybook.ledger.SolutionParty;
import io.tallybook.ledger.SolutionResource;
import io.tallybook.result.FindingStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Judges whether a solution that is built on Azure and sold to end customers stays within the terms (ACS-02 to ACS-46). A solution
 * without a line of Azure in the period is outside of them.
 */
final class CustomerSolution {
    private final Facts facts;
    private final Context context;
    private final AzureResults results;
    private final SolutionLines lines;

    CustomerSolution(Facts facts, Context context, AzureResults results) {
        this.facts = facts;
        this.context = context;
        this.results = results;
        int months = context.settings().wholeNumber(AzureSettings.PERIOD_MONTHS);
        this.lines = SolutionLines.of(facts, Window.endingWith(facts.asOf(), months));
    }

    void write() {
        for (Entry<Solution> entry : facts.dossier().all(Solution.class)) {
            String id = entry.record().solution();
            if (lines.of(id).isEmpty()) {
                Verdict outside = Verdict.notApplicable(
                                "No line of Azure in " + lines.period() + " belongs to the solution.")
                        .from(Sources.of(entry));
                results.find("ACS-05", "solution:" + id, outside);
                results.findCombined("ACS-30", "solution:" + id, outside);
            } else {
                write(entry);
            }
        }
    }

    private void write(Entry<Solution> entry) {
        Solution solution = entry.record();
        String subject = "solution:" + solution.solution();
        SolutionCosts costs = new SolutionCosts(solution.solution(), lines, context.rates(), results);
        costs.writeFigures();
        results.find(
                "ACS-05",
                subject,
                Verdict.pass("Lines of Azure in " + lines.period() + " belong to the solution." + stated(solution))
                        .from(Sources.of(entry)));
        Map<String, Verdict> parts = new LinkedHashMap<>();
        parts.put("ACS-06", results.find("ACS-06", subject, route(entry)));
        parts.putAll(writeFunctionality(entry, subject));
        parts.put("ACS-25", writeIndicators(entry, subject, costs));
        parts.put(
                "ACS-26",
                results.find(
                        "ACS-26",
                        subject,
                        resale(solution, part(parts, "ACS-08"), part(parts, "ACS-10"))
                                .from(Sources.of(entry))));
        new FoundryCriteria(entry, lines, results, facts.asOf())
                .write(costs)
                .ifPresent(verdict -> parts.put("ACS-31", verdict));
        parts.putAll(writeParties(solution));
        writeStatements(subject);
        results.findCombined("ACS-30", subject, Verdict.worst(parts));
    }

    /** Who answered for the solution, and when. */
    private static String stated(Solution solution) {
        String by = solution.statedBy().isEmpty() ? "" : " by " + solution.statedBy();
        String on = solution.statedOn() == null ? "" : " on " + solution.statedOn();
        return by.isEmpty() && on.isEmpty() ? "" : " Its answers were given" + by + on + ".";
    }

    private static Verdict part(Map<String, Verdict> parts, String clause) {
        Verdict verdict = parts.get(clause);
        if (verdict == null) {
            throw new IllegalStateException(clause + " has to be written before");
        }
        return verdict;
    }

    /** ACS-06: bought through a commercial licensing agreement. */
    private Verdict route(Entry<Solution> entry) {
        String id = entry.record().agreement();
        if (id.isEmpty()) {
            return Verdict.attest("The solution names no agreement (`agreement`).")
                    .from(Sources.of(entry));
        }
        Optional<Entry<Agreement>> agreement = Indemnity.agreement(facts, id);
        if (agreement.isEmpty()) {
            return Verdict.attest("Agreement " + id + " has no row in `agreements`.")
                    .from(Sources.of(entry));
        }
        String program = RecordDefinition.code(agreement.get().record().program());
        String found = "Agreement " + id + " is of program " + program;
        Verdict verdict;
        if (context.settings().codes(AzureSettings.COMMERCIAL_PROGRAMS).contains(program)) {
            verdict = Verdict.pass(found + ", a commercial licensing agreement.");
        } else if (context.settings().codes(AzureSettings.REVIEW_PROGRAMS).contains(program)) {
            verdict = Verdict.atRisk(found + ": review whether that is a commercial licensing agreement.");
        } else {
            verdict = Verdict.attest(found + ", which is in neither list of programs.");
        }
        return verdict.from(Sources.of(agreement.get()));
    }

    /** ACS-07 to ACS-15 and ACS-27: what the application of the account adds to Azure. */
    private Map<String, Verdict> writeFunctionality(Entry<Solution> entry, String subject) {
        Solution solution = entry.record();
        Map<String, Verdict> parts = new TreeMap<>();
        Functions functions =
                Functions.of(solution.functions(), !solution.azureDelivered().isNo(), context.settings());
        functions
                .verdicts(
                        results.terms().edition(Functions.WITHOUT_VALUE, facts.asOf()),
                        results.terms().notInForce(Functions.WITHOUT_VALUE, facts.asOf()))
                .forEach((clause, verdict) ->
                        parts.put(clause, results.find(clause, subject, verdict.from(Sources.of(entry)))));
        List<String> overruled = parts.entrySet().stream()
                .filter(part -> part.getValue().is(FindingStatus.FAIL))
                .map(Map.Entry::getKey)
                .toList();
        parts.put(
                "ACS-08",
                overruled.isEmpty()
                        ? attested(
                                "ACS-08",
                                subject,
                                "The application adds primary and significant" + " functionality to Azure.")
                        : results.findCombined(
                                "ACS-08",
                                subject,
                                Verdict.fail("Overruled by " + String.join(", ", overruled) + ", whatever was stated.")
                                        .from(Sources.of(entry))));
        parts.put("ACS-07", attested("ACS-07", subject, "A unified solution is sold to end customers."));
        parts.put("ACS-09", attested("ACS-09", subject, "The application is made available to end users."));
        parts.put(
                "ACS-10",
                results.find(
                        "ACS-10",
                        subject,
                        SolutionAnswers.ownComponents(solution).from(Sources.of(entry))));
        parts.put(
                "ACS-11",
                attested("ACS-11", subject, "The application is not primarily a substitute for Azure services."));
        return parts;
    }

    private Verdict attested(String clause, String subject, String condition) {
        return results.findAttested(clause, subject, "To be stated by a person: " + condition);
    }

    /** ACS-25: the four indicators. */
    private Verdict writeIndicators(Entry<Solution> entry, String subject, SolutionCosts costs) {
        Solution solution = entry.record();
        Map<String, Verdict> parts = new LinkedHashMap<>();
        parts.put("ACS-16", writeDriver(subject));
        parts.put("ACS-18", costs.writeFindings(solution.azureDelivered()));
        parts.put("ACS-22", writeMeters(entry, subject, costs));
        parts.put(
                "ACS-23",
                results.find(
                        "ACS-23",
                        subject,
                        SolutionAnswers.not(
                                        solution.meterPricesExposed(),
                                        "end customers see prices of Azure meters",
                                        "meter_prices_exposed")
                                .from(Sources.of(entry))));
        List<Entry<SolutionResource>> resources = facts.dossier().all(SolutionResource.class).stream()
                .filter(row -> row.record().solution().equals(solution.solution()))
                .toList();
        parts.put(
                "ACS-24",
                results.find(
                        "ACS-24", subject, SolutionAnswers.shared(resources).from(Sources.of(resources))));
        return results.findCombined("ACS-25", subject, Verdict.worst(parts));
    }

    private Verdict writeDriver(String subject) {
        Verdict open = Verdict.attest("To be stated by a person: the solution itself drives the purchase.");
        Verdict stated = results.settled(subject, open, "ACS-16");
        Verdict verdict = stated.is(FindingStatus.FAIL)
                ? stated.with(FindingStatus.AT_RISK, stated.reason() + " Azure drives the purchase: review.")
                : stated;
        return results.findCombined("ACS-16", subject, verdict);
    }

    private Verdict writeMeters(Entry<Solution> entry, String subject, SolutionCosts costs) {
        List<Entry<SolutionCharge>> withMeter = costs.withMeter();
        Verdict verdict = withMeter.isEmpty()
                ? SolutionAnswers.not(
                                entry.record().metersExposed(),
                                "end customers see single Azure meters",
                                "meters_exposed")
                        .from(Sources.of(entry))
                : Verdict.fail("Azure meters are printed on " + Amounts.lines(withMeter.size())
                                + " of what end customers were charged, whatever was stated.")
                        .from(Sources.of(withMeter));
        return results.find("ACS-22", subject, verdict);
    }

    /** ACS-26: Azure is not sold on without anything added. */
    private static Verdict resale(Solution solution, Verdict functionality, Verdict ownComponents) {
        return switch (solution.resale()) {
            case NO -> Verdict.pass("Azure services are not resold.");
            case YES ->
                functionality.is(FindingStatus.FAIL) || ownComponents.is(FindingStatus.FAIL)
                        ? Verdict.fail(
                                "Azure services are resold and nothing significant is added. Consider the Cloud Solution"
                                        + " Provider program.")
                        : Verdict.attest(
                                "Azure services are resold, and functionality is claimed: a person has to say.");
            case UNKNOWN -> Verdict.attest("Whether Azure services are resold is not stated (`resale`).");
        };
    }

    /** Writes ACS-42 to ACS-45 of every party, and returns ACS-42 by party. */
    private Map<String, Verdict> writeParties(Solution solution) {
        Map<String, Verdict> access = new LinkedHashMap<>();
        for (Entry<SolutionParty> entry : facts.dossier().all(SolutionParty.class)) {
            SolutionParty party = entry.record();
            if (!party.solution().equals(solution.solution())) {
                continue;
            }
            String subject = "solution:" + party.solution() + "/party:" + party.party();
            Verdict verdict = results.find(
                    "ACS-42", subject, SolutionAnswers.access(party).from(Sources.of(entry)));
            access.put("ACS-42 of " + party.party(), verdict);
            if (!verdict.is(FindingStatus.NOT_APPLICABLE)) {
                attested("ACS-43", subject, "The party follows the Product Terms.");
                attested("ACS-44", subject, "The party follows the licensing agreement.");
                attested("ACS-45", subject, "The party follows the law.");
            }
        }
        return access;
    }

    private void writeStatements(String subject) {
        attested("ACS-02", subject, "The agreement was read and does not say otherwise.");
        attested("ACS-46", subject, "Licenses for Standards are held, or none is needed.");
    }
}
