package io.tallybook.analysis.azure;

import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Lawsuit;
import io.tallybook.ledger.PatentRequest;
import io.tallybook.result.FindingStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Tests for every suit whether the account may pick a patent (IPA-49): bona fide, usage, patent peace, sued for a patent over an
 * Azure workload, in time, and not indemnified already. All have to hold.
 */
final class PatentPick {
    private final Facts facts;
    private final AzureResults results;
    private final UsageRules usage;
    private final UsageTest test;
    private final PatentPeace peace;

    PatentPick(Facts facts, AzureResults results, UsageRules usage, UsageTest test, PatentPeace peace) {
        this.facts = facts;
        this.results = results;
        this.usage = usage;
        this.test = test;
        this.peace = peace;
    }

    /** The reference date of a suit: the earliest dated request for it, else the as-of date. */
    LocalDate referenceDate(Lawsuit suit) {
        return requestsOf(suit).stream()
                .map(entry -> entry.record().requested())
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(facts.asOf());
    }

    /** Returns the reference dates of all suits. */
    List<LocalDate> referenceDates() {
        return facts.lawsuits().stream()
                .map(entry -> referenceDate(entry.record()))
                .toList();
    }

    private List<Entry<PatentRequest>> requestsOf(Lawsuit suit) {
        return facts.requests().stream()
                .filter(entry -> entry.record().lawsuit().equals(suit.lawsuit()))
                .toList();
    }

    /**
     * Writes the findings of every suit.
     *
     * @param cover  IPA-08 of the account
     * @param bonaFide  IPA-40 of the account
     * @return IPA-49 by lawsuit
     */
    Map<String, Verdict> write(Verdict cover, Verdict bonaFide) {
        if (facts.lawsuits().isEmpty()) {
            results.find(
                    "IPA-48",
                    facts.subject(),
                    Verdict.fail("No patent suit is on record; there is nothing to pick for."));
            return Map.of();
        }
        results.findAttested(
                "IPA-50", facts.subject(), "The terms document of the patent pick has to be read by a person.");
        Map<String, Verdict> eligible = new LinkedHashMap<>();
        for (Entry<Lawsuit> entry : facts.lawsuits()) {
            eligible.put(entry.record().lawsuit(), write(entry, cover, bonaFide));
        }
        return eligible;
    }

    private Verdict write(Entry<Lawsuit> entry, Verdict cover, Verdict bonaFide) {
        Lawsuit suit = entry.record();
        String subject = "lawsuit:" + suit.lawsuit();
        LocalDate reference = referenceDate(suit);
        List<Entry<?>> rows = new ArrayList<>(List.of(entry));
        rows.addAll(requestsOf(suit));
        results.add(results.figure("patent-pick.reference-date", subject)
                .known(reference.toString())
                .work("dated requests for the suit", "" + dated(suit), "requests")
                .work("as-of date", facts.asOf().toString())
                .sources(Sources.of(rows)));
        usage.writeWindow(subject, reference);
        Map<String, Verdict> parts = new LinkedHashMap<>();
        if (cover.is(FindingStatus.FAIL)) {
            parts.put("IPA-08", cover);
        }
        parts.put("IPA-40", bonaFide);
        parts.put("IPA-41", results.find("IPA-41", subject, test.at(reference)));
        parts.putAll(peace.write(subject, reference));
        parts.put("IPA-48", results.find("IPA-48", subject, Suit.sued(suit).from(Sources.of(entry))));
        parts.put("IPA-55", results.find("IPA-55", subject, Suit.workloads(suit).from(Sources.of(entry))));
        String dateClause = Suit.isInChina(suit) ? "IPA-57" : "IPA-56";
        parts.put(dateClause, results.find(dateClause, subject, filed(suit).from(Sources.of(entry))));
        parts.put(
                "IPA-58",
                results.find("IPA-58", subject, Suit.notIndemnified(suit).from(Sources.of(entry))));
        return results.findCombined("IPA-49", subject, Verdict.worst(parts).assuming(requested(suit, reference)));
    }

    private long dated(Lawsuit suit) {
        return requestsOf(suit).stream()
                .filter(entry -> entry.record().requested() != null)
                .count();
    }

    private String requested(Lawsuit suit, LocalDate reference) {
        return dated(suit) > 0 ? "Requested on " + reference + "." : "Not requested yet: as of " + reference + ".";
    }

    private Verdict filed(Lawsuit suit) {
        Optional<LocalDate> elsewhere = results.terms().date(Suit.FILED_AFTER, facts.asOf(), "court", "OTHER", "after");
        Optional<LocalDate> china = results.terms().date(Suit.FILED_AFTER, facts.asOf(), "court", "CN", "after");
        return elsewhere.isPresent() && china.isPresent()
                ? Suit.filed(suit, elsewhere.get(), china.get())
                : Verdict.undetermined(results.terms().notInForce(Suit.FILED_AFTER, facts.asOf()));
    }
}
