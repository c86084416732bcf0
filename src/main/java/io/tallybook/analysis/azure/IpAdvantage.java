package io.tallybook.analysis.azure;

import io.tallybook.analysis.Context;
import io.tallybook.analysis.Verdict;
import io.tallybook.result.FindingStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Assesses the three benefits of Azure IP Advantage for one Azure account, in the order in which they rest on each other. */
final class IpAdvantage {
    private final Facts facts;
    private final AzureResults results;
    private final UsageTest test;
    private final UsageRules usage;
    private final PatentPeace peace;
    private final PatentPick pick;
    private final PatentRequests requests;
    private final SpringingLicense license;

    IpAdvantage(Facts facts, Context context, AzureResults results) {
        this.facts = facts;
        this.results = results;
        UsageMonths months = new UsageMonths(facts, context.rates());
        this.test = new UsageTest(months, results.terms());
        this.usage = new UsageRules(facts, months, test, results);
        this.peace = new PatentPeace(facts, results);
        this.pick = new PatentPick(facts, results, usage, test, peace);
        Patents patents = Patents.of(context.shared(), context.asOf());
        this.requests = new PatentRequests(facts, patents, results);
        this.license = new SpringingLicense(facts, patents, usage, test, results);
    }

    /**
     * Writes all results.
     *
     * @return IPA-49 by lawsuit
     */
    Map<String, Verdict> write() {
        Verdict bonaFide = writeBonaFide();
        Indemnity indemnity = new Indemnity(facts, results);
        Verdict cover = indemnity.writeCover();
        indemnity.writeSubscriptions();
        new Claims(facts, results, cover).write();
        Verdict eligible = writeUsage();
        peace.write(facts.subject(), facts.asOf());
        peace.writeUseOfPickedPatents();
        Map<String, Verdict> picks = pick.write(cover, bonaFide);
        requests.write(picks);
        license.write(bonaFide);
        writeBenefits(cover, eligible, bonaFide, picks);
        return picks;
    }

    /** IPA-40 and IPA-72 are one statement, collected once under either clause. */
    private Verdict writeBonaFide() {
        Verdict open = Verdict.attest("Whether the account is a bona fide Azure customer is for a person.");
        Verdict stated = results.settled(facts.subject(), open, "IPA-40", "IPA-72");
        results.findCombined("IPA-40", facts.subject(), stated);
        return results.findCombined("IPA-72", facts.subject(), stated);
    }

    /** Writes the usage of the account, and returns IPA-73 at the as-of date. */
    private Verdict writeUsage() {
        List<LocalDate> referenceDates = new ArrayList<>(List.of(facts.asOf()));
        referenceDates.addAll(pick.referenceDates());
        referenceDates.addAll(license.referenceDates());
        usage.writeMonths(referenceDates);
        usage.writeAverage();
        usage.writeWindow(facts.subject(), facts.asOf());
        usage.writeSources();
        return usage.writeAccountTests();
    }

    /** Writes IPA-03: every Azure account gets a line for each of the three benefits. */
    private void writeBenefits(Verdict cover, Verdict eligible, Verdict bonaFide, Map<String, Verdict> picks) {
        String benefit = facts.subject() + "/ip-benefit:";
        results.findCombined("IPA-03", benefit + "INDEMNITY", cover);
        Map<String, Verdict> parts = new LinkedHashMap<>();
        parts.put("IPA-08", cover);
        parts.put("IPA-73", eligible);
        parts.put("IPA-72", bonaFide);
        results.findCombined("IPA-03", benefit + "SPRINGING_LICENSE", Verdict.worst(parts));
        results.findCombined("IPA-03", benefit + "PATENT_PICK", best(cover, picks));
    }

    private static Verdict best(Verdict cover, Map<String, Verdict> picks) {
        if (cover.is(FindingStatus.FAIL)) {
            return cover;
        }
        Verdict best = Verdict.fail("No lawsuit is on record.");
        boolean any = false;
        for (Map.Entry<String, Verdict> pick : picks.entrySet()) {
            Verdict verdict = pick.getValue();
            if (!any || verdict.status().worse(best.status()) != verdict.status()) {
                best = verdict.with(verdict.status(), "Lawsuit " + pick.getKey() + ": " + verdict.reason());
            }
            any = true;
        }
        return best;
    }
}
