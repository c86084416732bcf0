package io.tallybook.analysis.azure;

import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Patent;
import io.tallybook.ledger.Patent.Status;
import io.tallybook.ledger.PatentRequest;
import io.tallybook.ledger.PatentRequest.Decision;
import io.tallybook.result.Figure;
import io.tallybook.result.FindingStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Tests whether the patent of a request can be had on the day of the request (IPA-36, IPA-38, IPA-51, IPA-60 to IPA-62, IPA-67). */
final class PatentRequests {
    private final Facts facts;
    private final Patents patents;
    private final AzureResults results;

    PatentRequests(Facts facts, Patents patents, AzureResults results) {
        this.facts = facts;
        this.patents = patents;
        this.results = results;
    }

    /**
     * Writes the results of every request.
     *
     * @param eligible  IPA-49 by lawsuit
     */
    void write(Map<String, Verdict> eligible) {
        for (Entry<PatentRequest> entry : facts.requests()) {
            write(entry, Optional.ofNullable(eligible.get(entry.record().lawsuit())));
        }
    }

    private void write(Entry<PatentRequest> entry, Optional<Verdict> eligible) {
        PatentRequest request = entry.record();
        String subject = "request:" + request.request();
        LocalDate requested = request.requested();
        LocalDate day = requested == null ? facts.asOf() : requested;
        results.find("IPA-51", subject, decision(request, eligible).from(Sources.of(entry)));
        Optional<Entry<Patent>> patent = patents.find(request.patent());
        List<Entry<?>> rows = patent.isPresent() ? List.<Entry<?>>of(entry, patent.get()) : List.<Entry<?>>of(entry);
        var sources = Sources.of(rows);
        Verdict noRow = Verdict.undetermined("Patent " + request.patent() + " has no row in `patents`: deliver it.");
        results.find(
                "IPA-36",
                subject,
                patent.map(row -> listed(row.record(), day)).orElse(noRow).from(sources));
        results.find(
                "IPA-60",
                subject,
                patent.map(row -> notTransferred(row.record(), day))
                        .orElse(noRow)
                        .from(sources));
        results.find(
                "IPA-61",
                subject,
                patent.map(row -> inForce(row.record(), day)).orElse(noRow).from(sources));
        results.find(
                "IPA-62",
                subject,
                patent.map(row -> notRemoved(row.record(), day)).orElse(noRow).from(sources));
        results.add(fee(request, subject).sources(Sources.of(entry)));
        results.add(family(patent, subject, noRow.reason()).sources(sources));
    }

    private Verdict decision(PatentRequest request, Optional<Verdict> eligible) {
        @Nullable Decision decision = request.decision();
        LocalDate decided = request.decided();
        String computed = eligible.map(verdict -> " Computed for the suit: " + verdict.status() + ".")
                .orElse("");
        if (decision == null || (decided != null && decided.isAfter(facts.asOf()))) {
            return Verdict.attest("No decision of Microsoft is recorded." + computed);
        }
        String on = decided == null ? "" : " on " + decided;
        boolean differs = eligible.map(verdict -> verdict.is(FindingStatus.PASS) != (decision == Decision.GRANTED))
                .orElse(false);
        String text = "Microsoft's decision" + on + ": " + decision + "." + computed
                + (differs ? " The two differ; the decision does not change what is computed." : "");
        return decision == Decision.GRANTED ? Verdict.pass(text) : Verdict.fail(text);
    }

    private static Verdict listed(Patent patent, LocalDate day) {
        LocalDate from = patent.listedFrom();
        LocalDate until = patent.listedUntil();
        LocalDate listDate = patent.listDate();
        String stale = listDate != null && listDate.isBefore(day)
                ? " The list it was read from is of " + listDate + ", older than the request."
                : "";
        if (until != null && until.isBefore(day)) {
            return Verdict.fail(
                    "On " + day + " the patent was no longer on the list; its last day was " + until + "." + stale);
        }
        if (from == null) {
            return Verdict.undetermined(
                    "Since when the patent is on the list is not known: fill `listed_from`." + stale);
        }
        return from.isAfter(day)
                ? Verdict.fail(
                        "On " + day + " the patent was not yet on the list, which it is from " + from + "." + stale)
                : Verdict.pass("On the list from " + from + (until == null ? "" : " until " + until) + "." + stale);
    }

    private Verdict notTransferred(Patent patent, LocalDate day) {
        LocalDate transferred = patent.transferredOn();
        if (!Patents.isBy(transferred, day)) {
            return Verdict.pass("Not transferred to a customer by " + day + ".");
        }
        return patent.transferredTo().equals(facts.account())
                ? Verdict.pass("Transferred to the requesting account on " + transferred + ".")
                : Verdict.fail("Already transferred to another customer on " + transferred + ".");
    }

    private static Verdict inForce(Patent patent, LocalDate day) {
        LocalDate expires = patent.expires();
        if (patent.status() == Status.PENDING) {
            return Verdict.pass("A pending application.");
        }
        if (expires == null) {
            return Verdict.undetermined("When the patent expires is not known: fill `expires`.");
        }
        return expires.isBefore(day)
                ? Verdict.fail("Expired on " + expires + ", before " + day + ".")
                : Verdict.pass("In force until " + expires + (expires.equals(day) ? ", the day itself." : "."));
    }

    private static Verdict notRemoved(Patent patent, LocalDate day) {
        if (Patents.isBy(patent.removedOn(), day)) {
            return Verdict.fail("Removed from the list on " + patent.removedOn() + ".");
        }
        if (Patents.isBy(patent.assignedOn(), day)) {
            return Verdict.fail("Assigned to "
                    + (patent.assignedTo().isEmpty() ? "a third party" : patent.assignedTo()) + " on "
                    + patent.assignedOn() + ".");
        }
        return Verdict.pass("Neither removed nor assigned by " + day + ".");
    }

    private Figure.Builder fee(PatentRequest request, String subject) {
        Figure.Builder figure = results.figure("patent-pick.fee", subject);
        BigDecimal fee = request.fee();
        CurrencyUnit currency = request.currency();
        if (fee == null) {
            return figure.unknown(
                    "No fee is recorded; it is about the administrative cost, whose amount is not published."
                            + " Fill `fee` once it is charged.");
        }
        return currency == null
                ? figure.unknown("The fee has no currency: fill `currency`.")
                : figure.unit(currency.getCode())
                        .known(Amounts.text(fee, currency))
                        .work("fee recorded", Amounts.text(fee, currency), currency.getCode());
    }

    private Figure.Builder family(Optional<Entry<Patent>> patent, String subject, String noRow) {
        Figure.Builder figure = results.figure("patent-pick.family-applications", subject);
        if (patent.isEmpty()) {
            return figure.unknown(noRow);
        }
        Patent picked = patent.get().record();
        if (picked.family().isEmpty()) {
            return figure.known(0).work("family of the patent", "none");
        }
        List<String> pending = patents.all().stream()
                .map(Entry::record)
                .filter(other -> !other.patent().equals(picked.patent()))
                .filter(other -> other.status() == Status.PENDING)
                .filter(other -> other.family().equals(picked.family()))
                .map(Patent::patent)
                .sorted()
                .toList();
        figure.work("family of the patent", picked.family());
        if (!pending.isEmpty()) {
            figure.work("pending applications of the family", String.join(", ", pending));
        }
        return figure.known(pending.size());
    }
}
