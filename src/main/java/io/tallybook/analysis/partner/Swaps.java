package io.tallybook.analysis.partner;

import io.tallybook.analysis.ResultWriter;
import io.tallybook.analysis.Verdict;
import io.tallybook.result.FindingStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Swaps of one pack for the other (MPP-118 to MPP-123): once, in time, untouched, and if Microsoft agrees. */
final class Swaps {
    /** What a swap goes back to: the first purchase, as far as it was delivered, and the id that stands for it. */
    private record Root(Optional<Offer> purchase, String id) {}

    private final Partnership partnership;
    private final Rulebook rules;
    private final ResultWriter out;

    Swaps(Partnership partnership, ResultWriter out) {
        this.partnership = partnership;
        this.rules = partnership.rules();
        this.out = out;
    }

    void write() {
        for (Offer offer : partnership.offers().all()) {
            if (rules.takesPartInSwaps(offer.code()) && !offer.isSwap() && !offer.isVoid()) {
                out.add(out.figure("offer.swap-until", offer.subject())
                        .work("purchased", offer.purchased().toString())
                        .work("days after the purchase", Integer.toString(rules.swapDays()), "days")
                        .sources(offer.sources())
                        .known(offer.purchased().plusDays(rules.swapDays()).toString()));
            }
        }
        Map<String, Offer> earlier = new HashMap<>();
        List<Offer> swaps = partnership.offers().all().stream()
                .filter(Offer::isSwap)
                .sorted(Comparator.comparing(Offer::purchased))
                .toList();
        for (Offer swap : swaps) {
            write(swap, earlier);
            earlier.putIfAbsent(root(swap).id(), swap);
        }
    }

    private void write(Offer swap, Map<String, Offer> earlier) {
        Optional<Offer> given = partnership.offers().named(swap.row().previous());
        List<Verdict> conditions = new ArrayList<>();
        conditions.add(find("MPP-118", swap, direction(swap, given)));
        conditions.add(find("MPP-119", swap, once(swap, earlier)));
        conditions.add(find("MPP-120", swap, inTime(swap)));
        conditions.add(find(
                "MPP-121",
                swap,
                given.map(offer -> Untouched.consumed(offer, swap.purchased(), "the swap", rules))
                        .orElseGet(() -> notDelivered(swap))));
        conditions.add(find(
                "MPP-122",
                swap,
                given.map(offer -> Untouched.viewed(offer, swap.purchased(), "the swap", rules))
                        .orElseGet(() -> notDelivered(swap))));
        if (conditions.stream().allMatch(verdict -> verdict.is(FindingStatus.PASS))) {
            find(
                    "MPP-123",
                    swap,
                    Verdict.attest("All conditions of a swap are met, and Microsoft decides: was the swap of "
                            + swap.purchased() + " agreed to?"));
        }
    }

    private Verdict find(String clause, Offer swap, Verdict verdict) {
        return out.find(clause, swap.subject(), verdict.from(swap.sources()));
    }

    private static Verdict notDelivered(Offer swap) {
        return Verdict.undetermined("The offer given up "
                + (swap.row().previous().isEmpty() ? "is not named" : swap.row().previous() + " was not delivered")
                + ": fill `previous` and deliver its row in `partner_offers`.");
    }

    private Verdict direction(Offer swap, Optional<Offer> given) {
        if (!rules.takesPartInSwaps(swap.code())) {
            return Verdict.fail("There is no swap to " + swap.code() + ".");
        }
        return given.map(offer -> rules.isSwap(offer.code(), swap.code())
                        ? Verdict.pass("From " + offer.code() + " to " + swap.code() + ".")
                        : Verdict.fail("There is no swap from " + offer.code() + " to " + swap.code() + "."))
                .orElseGet(() -> notDelivered(swap));
    }

    private Verdict once(Offer swap, Map<String, Offer> earlier) {
        if (earlier.isEmpty()) {
            return Verdict.pass("The first swap of the account.");
        }
        Offer same = earlier.get(root(swap).id());
        return same != null
                ? Verdict.fail(
                        "The swap of this purchase was already used on " + same.purchased() + " (" + same.id() + ").")
                : Verdict.undetermined("Review: the account swapped another purchase before; whether one swap is"
                        + " allowed for each purchase or for ever is not stated.");
    }

    private Verdict inTime(Offer swap) {
        Optional<Offer> first = root(swap).purchase();
        if (first.isEmpty()) {
            return notDelivered(swap);
        }
        LocalDate until = first.get().purchased().plusDays(rules.swapDays());
        String what = "Swapped on " + swap.purchased() + "; " + first.get().id() + " was bought on "
                + first.get().purchased() + ", so a swap is possible until " + until;
        if (first.get().isVoid()) {
            return Verdict.fail(what + ", but that purchase came after the end of sale.");
        }
        if (swap.purchased().isAfter(until)) {
            return Verdict.fail(what + ".");
        }
        return swap.purchased().isBefore(first.get().purchased())
                ? Verdict.undetermined("Data warning: " + what + "; the swap lies before the purchase.")
                : Verdict.pass(what + (swap.purchased().equals(until) ? ", the last day." : "."));
    }

    /** Follows {@code previous} through swaps to the first purchase. */
    private Root root(Offer swap) {
        Set<Offer> seen = new HashSet<>();
        Offer at = swap;
        while (at.isSwap() && seen.add(at)) {
            String previous = at.row().previous();
            Optional<Offer> before = partnership.offers().named(previous);
            if (before.isEmpty()) {
                return new Root(Optional.empty(), previous.isEmpty() ? at.id() : previous);
            }
            at = before.get();
        }
        return new Root(at.isSwap() ? Optional.empty() : Optional.of(at), at.id());
    }
}
