package io.tallybook.analysis.partner;

import io.tallybook.analysis.Numbers;
import io.tallybook.analysis.ResultWriter;
import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.CloudService;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.OfferBenefit;
import io.tallybook.ledger.OfferBenefit.Credit;
import io.tallybook.result.Figure;
import io.tallybook.terms.ProductKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;

/** What each offer is, from when to when it gives rights, and what it grants (MPP-04, -05, -13, -20, -21, -74, -76, -98). */
final class OfferResults {
    private final Partnership partnership;
    private final Rulebook rules;
    private final Grants grants;
    private final ResultWriter out;

    OfferResults(Partnership partnership, Grants grants, ResultWriter out) {
        this.partnership = partnership;
        this.rules = partnership.rules();
        this.grants = grants;
        this.out = out;
    }

    void write() {
        for (Offer offer : partnership.offers().all()) {
            writeListed(offer);
            writeProvided(offer);
            writeReview(offer);
            if (!offer.isVoid()) {
                writeRights(offer);
                grants.listed(offer).forEach(benefit -> writeGranted(offer, benefit));
                partnership.offers().previous(offer).ifPresent(previous -> writeChange(offer, previous));
            }
            if (offer.isInForce(partnership.asOf())) {
                partnership.offers().previous(offer).ifPresent(previous -> writeSeats(offer));
                for (Credit credit : Credit.values()) {
                    writeCredit(offer, credit);
                }
            }
        }
    }

    private void writeListed(Offer offer) {
        out.find(
                "MPP-04",
                offer.subject(),
                (offer.isListed()
                                ? Verdict.pass(
                                        "\"" + offer.row().offerCode() + "\" is the listed offer " + offer.code() + ".")
                                : Verdict.attest("\"" + offer.row().offerCode()
                                        + "\" is not among the offers that the guide lists: may its benefits be used"
                                        + " under the guide?"))
                        .from(offer.sources()));
    }

    private void writeProvided(Offer offer) {
        LocalDate provided = rules.happened(offer.row().benefitsProvided());
        if (provided == null) {
            return;
        }
        LocalDate eligible = offer.row().eligibleOn();
        Verdict verdict;
        if (provided.isBefore(offer.purchased())) {
            verdict = Verdict.fail(
                    "Benefits were provided on " + provided + ", before the purchase on " + offer.purchased() + ".");
        } else if (eligible == null) {
            verdict = Verdict.attest("Benefits were provided on " + provided + ", not before the purchase on "
                    + offer.purchased() + "; were the eligibility criteria met by then? `eligible_on` is blank.");
        } else if (provided.isBefore(eligible)) {
            verdict = Verdict.fail("Benefits were provided on " + provided
                    + ", before the eligibility criteria were met on " + eligible + ".");
        } else {
            verdict = Verdict.pass("Benefits were provided on " + provided + ", not before the purchase on "
                    + offer.purchased() + " and the eligibility on " + eligible + ".");
        }
        out.find("MPP-05", offer.subject(), verdict.from(offer.sources()));
    }

    private void writeReview(Offer offer) {
        LocalDate paid = rules.happened(offer.row().feePaid());
        LocalDate reviewed = rules.happened(offer.row().benefitsReviewed());
        Verdict verdict;
        if (reviewed == null && paid == null) {
            return;
        } else if (reviewed == null) {
            verdict = Verdict.attest("The fee was paid on " + paid
                    + "; were the benefit details read before? `benefits_reviewed` is blank.");
        } else if (paid == null) {
            verdict = Verdict.pass("The benefit details were read on " + reviewed + "; the fee is not paid yet.");
        } else if (reviewed.isAfter(paid)) {
            verdict = Verdict.fail(
                    "The benefit details were read on " + reviewed + ", after the fee was paid on " + paid + ".");
        } else {
            verdict = Verdict.pass("The benefit details were read on " + reviewed
                    + ", not later than the fee was paid on " + paid + ".");
        }
        out.find("MPP-13", offer.subject(), verdict.from(offer.sources()));
    }

    private void writeRights(Offer offer) {
        LocalDate eligible = offer.row().eligibleOn();
        Figure.Builder from = out.figure("offer.entitled-from", offer.subject())
                .work("purchased", offer.purchased().toString())
                .work("eligible on", eligible == null ? "not known" : eligible.toString())
                .sources(offer.sources());
        out.add(
                eligible == null
                        ? from.unknown(
                                "The day on which the eligibility criteria were met is blank: fill `eligible_on`.")
                        : from.known((eligible.isAfter(offer.purchased()) ? eligible : offer.purchased()).toString()));
        out.add(out.figure("offer.rights-until", offer.subject())
                .work("first day of the enrollment year", offer.start().toString())
                .assume(Offers.assumptions(offer))
                .sources(offer.sources())
                .known(offer.end().toString()));
        writeEnd(offer);
    }

    private void writeEnd(Offer offer) {
        if (!offer.isInForce(partnership.asOf())) {
            return;
        }
        LocalDate end = partnership.offers().rightsEnd(offer);
        LocalDate warning = partnership.asOf().plusDays(rules.settings().warningDays());
        Verdict verdict = end.isAfter(warning)
                ? Verdict.pass("Rights last until " + end + ", that day included.")
                : Verdict.atRisk("Rights end on " + end + ", within "
                                + rules.settings().warningDays() + " days of " + partnership.asOf()
                                + ", and no offer continues them.")
                        .on(end);
        for (String assumption : Offers.assumptions(offer)) {
            verdict = verdict.assuming(assumption);
        }
        out.find("MPP-74", offer.subject(), verdict.from(offer.sources()));
    }

    private Figure.Builder ofBenefit(String measure, Offer offer, ProductKey benefit) {
        List<Entry<?>> rows = new ArrayList<>(List.of(offer.entry()));
        grants.row(offer, benefit).ifPresent(rows::add);
        return out.figure(measure, offer.subject())
                .dimension(grants.nameOf(benefit))
                .sources(Sources.of(rows));
    }

    private void writeGranted(Offer offer, ProductKey benefit) {
        Figure.Builder figure = ofBenefit("offer.granted", offer, benefit)
                .work("day of the purchase", offer.purchased().toString())
                .assume(listSource(offer, benefit));
        out.add(grants.quantity(offer, benefit)
                .map(quantity -> figure.known(Numbers.plain(quantity)))
                .orElseGet(() -> figure.unknown("The list names " + grants.nameOf(benefit) + " for " + offer.code()
                        + " without a quantity: fill `quantity` in `offer_benefits`.")));
    }

    private List<String> listSource(Offer offer, ProductKey benefit) {
        return grants.row(offer, benefit)
                .map(entry -> entry.record().source())
                .filter(source -> !source.isBlank())
                .map(source -> List.of("The quantity comes from: " + source + "."))
                .orElse(List.of());
    }

    private void writeChange(Offer offer, Offer previous) {
        Set<ProductKey> benefits = new LinkedHashSet<>(grants.listed(offer));
        benefits.addAll(grants.listed(previous));
        for (ProductKey benefit : benefits) {
            Optional<BigDecimal> now = grants.quantity(offer, benefit);
            Optional<BigDecimal> before = grants.quantity(previous, benefit);
            Figure.Builder figure = ofBenefit("offer.granted-change", offer, benefit)
                    .work("granted by " + offer.id(), text(now), "units")
                    .work("granted by the previous offer " + previous.id(), text(before), "units");
            out.add(
                    now.isPresent() && before.isPresent()
                            ? figure.known(Numbers.plain(now.get().subtract(before.get())))
                            : figure.unknown("The quantity of " + grants.nameOf(benefit) + " is not known for "
                                    + (now.isPresent() ? previous.id() : offer.id())
                                    + ": add its row to `offer_benefits`."));
        }
    }

    private static String text(Optional<BigDecimal> quantity) {
        return quantity.map(Numbers::plain).orElse("not known");
    }

    private void writeSeats(Offer offer) {
        Set<Offer> line = partnership.offers().line(offer);
        for (ProductKey benefit : grants.listed(offer)) {
            List<Entry<CloudService>> counts = partnership.counts().stream()
                    .filter(entry ->
                            ProductKey.asWritten(entry.record().service()).equals(benefit))
                    .filter(entry -> partnership
                            .offers()
                            .named(entry.record().offer())
                            .filter(line::contains)
                            .isPresent())
                    .toList();
            if (counts.isEmpty()) {
                continue;
            }
            long assigned = counts.stream()
                    .mapToLong(entry -> entry.record().seatsAssigned())
                    .sum();
            Optional<BigDecimal> granted = grants.quantity(offer, benefit);
            Figure.Builder figure = ofBenefit("offer.seats-to-reduce", offer, benefit)
                    .work("seats assigned, latest counts of all tenants", Long.toString(assigned), "seats")
                    .work("granted by " + offer.id(), text(granted), "units")
                    .sources(Sources.of(counts));
            out.add(granted.map(quantity -> figure.known(Numbers.plain(
                            BigDecimal.valueOf(assigned).subtract(quantity).max(BigDecimal.ZERO))))
                    .orElseGet(() -> figure.unknown(
                            "The quantity granted is not known: fill `quantity` in" + " `offer_benefits`.")));
        }
    }

    private void writeCredit(Offer offer, Credit credit) {
        List<Entry<OfferBenefit>> rows = rules.benefits().credits(offer, credit);
        if (rows.isEmpty()) {
            return;
        }
        Optional<CurrencyUnit> home = partnership.homeCurrency();
        Optional<OfferBenefit> chosen = rows.stream()
                .map(Entry::record)
                .filter(row -> rows.size() == 1
                        || home.filter(unit -> unit.equals(row.currency())).isPresent())
                .findFirst();
        List<Entry<?>> sources = new ArrayList<>(rows);
        sources.add(offer.entry());
        Figure.Builder figure = out.figure("offer.azure-credit", offer.subject())
                .dimension(credit.name())
                .sources(Sources.of(sources));
        if (chosen.isEmpty()) {
            out.add(figure.unknown("The list has the credit in " + rows.size() + " currencies, and "
                    + home.map(unit -> "none is the home currency " + unit.getCode())
                            .orElse("the account has no home currency")
                    + ": fill `home_currency` in `accounts`."));
            return;
        }
        CurrencyUnit currency = chosen.get().currency();
        BigDecimal amount = chosen.get().amount();
        out.add(
                currency == null || amount == null
                        ? figure.unknown(
                                "The listed credit has no amount or no currency: fill both in" + " `offer_benefits`.")
                        : figure.unit(currency.getCode()).known(Numbers.money(amount, currency)));
    }
}
