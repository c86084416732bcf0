package io.tallybook.analysis.azure;

import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Patent;
import io.tallybook.ledger.YesNo;
import io.tallybook.result.FindingStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Says for every patent that went to a third party whether the account is licensed to it (IPA-07, IPA-73): only a transfer to a
 * non-practicing entity is a trigger, and eligibility is measured at the transfer date. Suits and assertions play no part.
 */
final class SpringingLicense {
    private final Facts facts;
    private final Patents patents;
    private final UsageRules usage;
    private final UsageTest test;
    private final AzureResults results;

    SpringingLicense(Facts facts, Patents patents, UsageRules usage, UsageTest test, AzureResults results) {
        this.facts = facts;
        this.patents = patents;
        this.usage = usage;
        this.test = test;
        this.results = results;
    }

    /** Returns the transfer dates. */
    List<LocalDate> referenceDates() {
        return patents.assigned().stream()
                .map(entry -> entry.record().assignedOn())
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * Writes the results of every transfer.
     *
     * @param bonaFide  IPA-72 of the account
     */
    void write(Verdict bonaFide) {
        results.findAttested(
                "IPA-75", facts.subject(), "The terms document of the springing license has to be read by a person.");
        for (Entry<Patent> entry : patents.assigned()) {
            LocalDate assigned = entry.record().assignedOn();
            if (assigned != null) {
                write(entry, assigned, bonaFide);
            }
        }
    }

    private void write(Entry<Patent> entry, LocalDate assigned, Verdict bonaFide) {
        String subject = facts.subject() + "/patent:" + entry.record().patent();
        usage.writeWindow(subject, assigned);
        Verdict eligible = results.find("IPA-73", subject, test.at(assigned));
        Verdict verdict = license(entry.record(), assigned, eligible, bonaFide);
        results.findCombined("IPA-07", subject, verdict.from(Sources.of(entry)));
    }

    private static Verdict license(Patent patent, LocalDate assigned, Verdict eligible, Verdict bonaFide) {
        String to = patent.assignedTo().isEmpty() ? "a third party" : patent.assignedTo();
        String transfer = "Transferred to " + to + " on " + assigned + ".";
        if (patent.assigneeNpe() == YesNo.NO) {
            return Verdict.notApplicable(transfer + " No trigger: that is not a non-practicing entity.");
        }
        if (eligible.is(FindingStatus.FAIL)) {
            return Verdict.fail(transfer + " Not eligible on that day. " + eligible.reason());
        }
        if (bonaFide.is(FindingStatus.FAIL)) {
            return Verdict.fail(transfer + " Not eligible: " + bonaFide.reason());
        }
        if (eligible.is(FindingStatus.UNDETERMINED)) {
            return Verdict.undetermined(transfer + " " + eligible.reason());
        }
        if (bonaFide.is(FindingStatus.ATTEST)) {
            return Verdict.attest(transfer + " The usage suffices. " + bonaFide.reason());
        }
        if (!patent.assigneeNpe().isKnown()) {
            return Verdict.attest(transfer + " The usage suffices. Whether " + to
                    + " is a non-practicing entity is not known: fill `assignee_npe`.");
        }
        return Verdict.pass(transfer + " Licensed from that day. " + eligible.reason())
                .on(assigned);
    }
}
