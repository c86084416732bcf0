package io.tallybook.analysis.partner;

import io.tallybook.analysis.Numbers;
import io.tallybook.analysis.ResultWriter;
import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Entry;
import io.tallybook.result.Figure;
import io.tallybook.result.FigureState;
import io.tallybook.terms.ProductKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One pool of each benefit per partner, whatever the number of locations: granted, used, left (MPP-15, -20, -21, -93). */
final class BenefitPool {
    private final Partnership partnership;
    private final Grants grants;
    private final ResultWriter out;
    private final List<Offer> offers;

    BenefitPool(Partnership partnership, Grants grants, ResultWriter out) {
        this.partnership = partnership;
        this.grants = grants;
        this.out = out;
        this.offers = partnership.inForce();
    }

    /** Writes the pools of a partner, and MPP-15 if there is one. */
    void write() {
        Map<ProductKey, List<Use>> uses = new HashMap<>();
        partnership
                .usesInForce()
                .forEach(use -> uses.computeIfAbsent(use.benefit(), benefit -> new ArrayList<>())
                        .add(use));
        pools().forEach((benefit, name) -> write(benefit, name, uses.getOrDefault(benefit, List.of())));
    }

    /** The name of each benefit that is granted or used. */
    private Map<ProductKey, String> pools() {
        Map<ProductKey, String> names = new LinkedHashMap<>();
        offers.forEach(
                offer -> grants.listed(offer).forEach(benefit -> names.putIfAbsent(benefit, grants.nameOf(benefit))));
        for (Use use : partnership.usesInForce()) {
            names.putIfAbsent(
                    use.benefit(),
                    partnership
                            .rules()
                            .benefits()
                            .nameOf(use.benefit())
                            .orElse(use.row().benefit()));
        }
        return names;
    }

    private void write(ProductKey benefit, String name, List<Use> uses) {
        BigDecimal used = uses.stream().map(Use::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Entry<?>> rows = new ArrayList<>();
        uses.forEach(use -> rows.add(use.entry()));
        Figure.Builder usedFigure = out.figure("benefit.used", partnership.subject())
                .dimension(name)
                .known(Numbers.plain(used));
        uses.forEach(use -> usedFigure.work(use.row().use(), Numbers.plain(use.quantity()), "units"));

        BigDecimal known = BigDecimal.ZERO;
        int unknown = 0;
        Figure.Builder granted =
                out.figure("benefit.granted", partnership.subject()).dimension(name);
        for (Offer offer : offers) {
            Optional<BigDecimal> quantity = grants.quantity(offer, benefit);
            granted.work(offer.named(), quantity.map(Numbers::plain).orElse("not known"), "units");
            granted.assume(Offers.assumptions(offer));
            known = known.add(quantity.orElse(BigDecimal.ZERO));
            unknown += quantity.isPresent() ? 0 : 1;
            rows.add(offer.entry());
            grants.row(offer, benefit).ifPresent(rows::add);
        }
        if (offers.isEmpty()) {
            granted.work("offers in force on " + partnership.asOf(), "0", "offers");
            partnership.offers().all().forEach(offer -> rows.add(offer.entry()));
        }
        FigureState state = unknown == 0
                ? FigureState.KNOWN
                : unknown == offers.size() ? FigureState.UNKNOWN : FigureState.LOWER_BOUND;
        String reason = unknown == 0
                ? ""
                : "The quantity of " + name + " is not known for " + unknown + " of " + offers.size()
                        + " offers in force: add its row to `offer_benefits`.";
        out.add(usedFigure.sources(Sources.of(rows)));
        out.add(granted.sources(Sources.of(rows)).state(state, Numbers.plain(known), reason));
        BigDecimal left = known.subtract(used);
        out.add(difference("benefit.remaining", name, known, used, rows)
                .state(state, Numbers.plain(left.max(BigDecimal.ZERO)), reason));
        out.add(difference("benefit.over-consumed", name, known, used, rows)
                .state(
                        state == FigureState.LOWER_BOUND ? FigureState.UPPER_BOUND : state,
                        Numbers.plain(left.negate().max(BigDecimal.ZERO)),
                        reason));
        out.find(
                "MPP-15",
                partnership.subject(),
                verdict(name, state, known, used, reason).from(Sources.of(rows)));
    }

    private Figure.Builder difference(
            String measure, String name, BigDecimal granted, BigDecimal used, List<Entry<?>> rows) {
        return out.figure(measure, partnership.subject())
                .dimension(name)
                .work("granted, as far as known", Numbers.plain(granted), "units")
                .work("used", Numbers.plain(used), "units")
                .sources(Sources.of(rows));
    }

    private static Verdict verdict(String name, FigureState state, BigDecimal granted, BigDecimal used, String reason) {
        String numbers = name + ": used " + Numbers.plain(used) + ", granted " + Numbers.plain(granted);
        if (state == FigureState.UNKNOWN) {
            return used.signum() > 0
                    ? Verdict.undetermined(
                            "Cannot determine: " + name + " is used " + Numbers.plain(used) + " times. " + reason)
                    : Verdict.pass(name + " is not used.");
        }
        if (used.compareTo(granted) <= 0) {
            return Verdict.pass(numbers + ".");
        }
        return state == FigureState.KNOWN
                ? Verdict.fail(numbers + ": over-consumed by " + Numbers.plain(used.subtract(granted)) + ".")
                : Verdict.undetermined("Cannot determine: " + numbers + " at least. " + reason);
    }
}
