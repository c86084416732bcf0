package io.tallybook.analysis.partner;

import io.tallybook.analysis.Numbers;
import io.tallybook.analysis.ResultWriter;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.PartnerOffer.PurchaseType;
import io.tallybook.result.Figure;
import io.tallybook.result.FindingStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;

/** Refund requests and their window (MPP-112 to MPP-117): the purchase is day 0, and Microsoft decides in the end. */
final class Refunds {
    private final Partnership partnership;
    private final Rulebook rules;
    private final ResultWriter out;

    Refunds(Partnership partnership, ResultWriter out) {
        this.partnership = partnership;
        this.rules = partnership.rules();
        this.out = out;
    }

    void write() {
        for (Offer offer : partnership.offers().all()) {
            LocalDate requested = rules.happened(offer.row().refundRequested());
            List<Verdict> conditions = new ArrayList<>();
            boolean hasWindow = !offer.is(PurchaseType.RENEWAL) && !offer.isSwap();
            if (hasWindow) {
                LocalDate until = offer.purchased().plusDays(rules.refundDays());
                writeWindow(offer, until, requested == null);
                if (requested != null) {
                    conditions.add(find("MPP-112", offer, inWindow(requested, until)));
                }
            }
            if (requested != null) {
                conditions.add(find("MPP-113", offer, ofFirstPurchase(offer)));
                conditions.add(find("MPP-114", offer, Untouched.consumed(offer, requested, "the request", rules)));
                conditions.add(find("MPP-115", offer, Untouched.viewed(offer, requested, "the request", rules)));
                writeAtStake(offer);
                if (hasWindow && conditions.stream().allMatch(verdict -> verdict.is(FindingStatus.PASS))) {
                    find(
                            "MPP-116",
                            offer,
                            Verdict.attest("All conditions of a refund are met, and Microsoft decides: was the refund"
                                    + " asked for on " + requested + " granted?"));
                }
            }
        }
    }

    private Verdict find(String clause, Offer offer, Verdict verdict) {
        return out.find(clause, offer.subject(), verdict.from(offer.sources()));
    }

    private void writeWindow(Offer offer, LocalDate until, boolean open) {
        out.add(figure("offer.refund-until", offer).known(until.toString()));
        if (open) {
            long left = Math.max(0, ChronoUnit.DAYS.between(partnership.asOf(), until));
            out.add(figure("offer.refund-days-left", offer)
                    .work("last day of the window", until.toString())
                    .known(left));
        }
    }

    private Figure.Builder figure(String measure, Offer offer) {
        return out.figure(measure, offer.subject())
                .work("purchased", offer.purchased().toString())
                .work("days after the purchase", Integer.toString(rules.refundDays()), "days")
                .sources(offer.sources());
    }

    private static Verdict inWindow(LocalDate requested, LocalDate until) {
        String what = "The refund was asked for on " + requested + ", the last day is " + until + ".";
        return requested.isAfter(until)
                ? Verdict.fail("Too late by " + ChronoUnit.DAYS.between(until, requested) + " days: " + what)
                : Verdict.pass(what);
    }

    private static Verdict ofFirstPurchase(Offer offer) {
        PurchaseType type = offer.type();
        if (type == null) {
            return Verdict.undetermined(
                    "Whether " + offer.id() + " is a first purchase is not known: fill `purchase_type`.");
        }
        return switch (type) {
            case INITIAL -> Verdict.pass(offer.id() + " is a first purchase.");
            case RENEWAL -> Verdict.fail(offer.id() + " is a renewal, which can not be refunded under this clause.");
            case REENROLLMENT, SWAP ->
                Verdict.undetermined(
                        "Review: " + offer.id() + " is a " + type + "; the guide speaks of the first purchase.");
        };
    }

    private void writeAtStake(Offer offer) {
        BigDecimal fee = offer.row().fee();
        if (fee == null) {
            return;
        }
        CurrencyUnit currency = offer.row().currency();
        Figure.Builder figure =
                out.figure("offer.refund-at-stake", offer.subject()).sources(offer.sources());
        out.add(
                currency == null
                        ? figure.unknown("The fee " + Numbers.plain(fee) + " has no currency: fill `currency`.")
                        : figure.unit(currency.getCode()).known(Numbers.money(fee, currency)));
    }
}
