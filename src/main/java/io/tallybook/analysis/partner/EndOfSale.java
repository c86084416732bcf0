package io.tallybook.analysis.partner;

import io.tallybook.analysis.ResultWriter;
import io.tallybook.analysis.Verdict;
import java.time.LocalDate;
import java.util.Map;

/** Offers that were sold until a day (MPP-06 to MPP-09): bought on that day is in time; a swap is no purchase. */
final class EndOfSale {
    private static final Map<String, String> CLAUSES = Map.of(
            "ACTION_PACK", "MPP-06",
            "LEARNING_ACTION_PACK", "MPP-07",
            "LEGACY_SILVER", "MPP-08",
            "LEGACY_GOLD", "MPP-09");

    private EndOfSale() {}

    static void write(Partnership partnership, ResultWriter out) {
        for (Offer offer : partnership.offers().all()) {
            String clause = CLAUSES.get(offer.code());
            if (clause != null) {
                partnership
                        .rules()
                        .ended(offer.code())
                        .ifPresent(ended -> out.find(
                                clause,
                                offer.subject(),
                                verdict(offer, ended.soldUntil(), partnership.rules())
                                        .from(offer.sources())));
            }
        }
    }

    private static Verdict verdict(Offer offer, LocalDate soldUntil, Rulebook rules) {
        String what =
                offer.code() + " was sold until " + soldUntil + "; " + offer.id() + " is dated " + offer.purchased();
        if (!offer.purchased().isAfter(soldUntil)) {
            return Verdict.pass(
                    what + (offer.purchased().equals(soldUntil) ? ", the last day of sale." : ", in time."));
        }
        // Legacy benefits cannot be swapped: a late row is a late purchase whatever it is called.
        if (offer.isSwap() && rules.takesPartInSwaps(offer.code())) {
            return Verdict.undetermined("Review: " + what + ", but is a swap, which is no purchase.");
        }
        return Verdict.fail(what + ", too late.");
    }
}
