package io.tallybook.analysis.azure;

import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Attestation;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.PatentAssertion;
import io.tallybook.ledger.YesNo;
import io.tallybook.result.FindingStatus;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tests the patent peace towards Azure workloads over the two years before a reference date (IPA-46, IPA-47).
 *
 * <p>The window starts on the reference date minus two calendar years, that day inside; 29 February becomes 28 February. An
 * assertion counts when it was filed in the window, or earlier and had not ended before it. That there is none on record proves
 * nothing: peace has to be stated.
 */
final class PatentPeace {
    private final Facts facts;
    private final AzureResults results;

    PatentPeace(Facts facts, AzureResults results) {
        this.facts = facts;
        this.results = results;
    }

    /** Writes window start, IPA-46 and IPA-47 of a subject, and returns both verdicts by clause. */
    Map<String, Verdict> write(String subject, LocalDate referenceDate) {
        LocalDate start = start(referenceDate);
        results.add(results.figure("patent-peace.window-start", subject)
                .known(start.toString())
                .work("reference date", referenceDate.toString())
                .work(
                        "years before it",
                        Amounts.plain(results.terms().peaceYears(referenceDate).number()),
                        "years"));
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        verdicts.put("IPA-46", results.find("IPA-46", subject, peace(referenceDate)));
        verdicts.put("IPA-47", results.findCombined("IPA-47", subject, stated(subject, referenceDate)));
        return verdicts;
    }

    private LocalDate start(LocalDate referenceDate) {
        return referenceDate.minusYears(
                results.terms().peaceYears(referenceDate).number().longValueExact());
    }

    private Verdict peace(LocalDate referenceDate) {
        AzureTerms.Value years = results.terms().peaceYears(referenceDate);
        if (years.isMissing()) {
            return Verdict.undetermined(years.missing());
        }
        LocalDate start = start(referenceDate);
        Map<String, Verdict> parts = new LinkedHashMap<>();
        for (Entry<PatentAssertion> entry : facts.assertions()) {
            if (isInside(entry.record(), start, referenceDate)) {
                parts.put(
                        "assertion " + entry.record().assertion(),
                        assertion(entry.record()).from(Sources.of(entry)));
            }
        }
        Verdict verdict = parts.isEmpty()
                ? Verdict.pass("No patent assertion from " + start + " to " + referenceDate + " is on record.")
                : Verdict.worst(parts);
        String window = parts.isEmpty() ? "" : "From " + start + " to " + referenceDate + ": ";
        Verdict named = verdict.with(verdict.status(), window + verdict.reason());
        return years.note().isEmpty() ? named : named.assuming(years.note());
    }

    private static boolean isInside(PatentAssertion assertion, LocalDate start, LocalDate referenceDate) {
        if (assertion.filed().isAfter(referenceDate)) {
            return false;
        }
        LocalDate ended = assertion.ended();
        return !assertion.filed().isBefore(start) || ended == null || !ended.isBefore(start);
    }

    private static Verdict assertion(PatentAssertion assertion) {
        String filed = "filed on " + assertion.filed();
        return switch (assertion.targetAzure()) {
            case NO -> Verdict.pass(filed + ", against no Azure workload.");
            case UNKNOWN ->
                Verdict.undetermined(
                        filed + "; whether its target is an Azure workload is not known: fill" + " `target_azure`.");
            case YES -> against(assertion, filed + " against an Azure workload");
        };
    }

    private static Verdict against(PatentAssertion assertion, String filed) {
        boolean defence =
                assertion.counterclaim().isYes() || assertion.byAffiliate().isYes();
        if (defence && assertion.patent().isEmpty()) {
            return Verdict.atRisk(filed + (assertion.counterclaim().isYes() ? " as a counterclaim" : "")
                    + (assertion.byAffiliate().isYes() ? " by an affiliate" : "")
                    + ": the guidance leaves open whether that breaks the peace; counsel has to review it.");
        }
        return Verdict.fail(filed + (assertion.patent().isEmpty() ? "." : ", with a picked patent."));
    }

    private Verdict stated(String subject, LocalDate referenceDate) {
        Verdict open = Verdict.attest("An export cannot show patent peace; a person has to state it.");
        Optional<Entry<Attestation>> ofAccount = results.answer(facts.subject(), "IPA-47");
        Optional<Entry<Attestation>> ofSuit = results.answer(subject, "IPA-47");
        // The account answers for all its suits; an answer on one suit serves where the account gave none.
        String asked = ofAccount.isEmpty() && ofSuit.isPresent() ? subject : facts.subject();
        Verdict settled = results.settled(asked, open, "IPA-47");
        Optional<Attestation> answer = ofAccount
                .or(() -> ofSuit)
                .map(Entry::record)
                .filter(given -> given.answer() == YesNo.YES)
                .filter(given -> given.statedOn().isBefore(referenceDate));
        return answer.isEmpty()
                ? settled
                : settled.with(
                        FindingStatus.AT_RISK,
                        settled.reason() + " That was before the reference date " + referenceDate
                                + ": it has to be stated again.");
    }

    /** Writes IPA-63 and IPA-64 of the assertions that use a picked patent. */
    void writeUseOfPickedPatents() {
        List<Entry<PatentAssertion>> withPatent = facts.assertions().stream()
                .filter(entry -> !entry.record().patent().isEmpty())
                .toList();
        for (Entry<PatentAssertion> entry : withPatent) {
            PatentAssertion row = entry.record();
            String subject = "assertion:" + row.assertion();
            results.find("IPA-63", subject, defensive(row).from(Sources.of(entry)));
            results.find("IPA-64", subject, target(row).from(Sources.of(entry)));
        }
    }

    private static Verdict defensive(PatentAssertion row) {
        return row.lawsuit().isEmpty()
                ? Verdict.fail("Patent " + row.patent() + " is used without a lawsuit in which it would be a defense.")
                : Verdict.attest("Whether patent " + row.patent() + " is used in lawsuit " + row.lawsuit()
                        + " for defense only is for a person.");
    }

    private static Verdict target(PatentAssertion row) {
        return switch (row.targetAzure()) {
            case NO -> Verdict.pass("The target is no Azure workload.");
            case YES -> Verdict.fail("Patent " + row.patent() + " is asserted against an Azure workload.");
            case UNKNOWN -> Verdict.attest("Whether the target is an Azure workload is not known.");
        };
    }
}
