package io.tallybook.analysis.partner;

import io.tallybook.ledger.Dossier;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.PartnerOffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The offers of one account up to the as-of date, and how one year leads to the next. */
final class Offers {
    private final Map<String, Offer> byId = new LinkedHashMap<>();
    private final Map<Offer, Offer> previous = new HashMap<>();
    private final Map<Offer, List<Offer>> continuing = new HashMap<>();

    private Offers() {}

    static Offers of(Dossier dossier, Rulebook rules) {
        Offers offers = new Offers();
        for (Entry<PartnerOffer> entry : dossier.all(PartnerOffer.class)) {
            if (!rules.isAhead(entry.record().purchased())) {
                offers.byId.putIfAbsent(entry.record().offer(), Offer.of(entry, rules));
            }
        }
        for (Offer offer : offers.all()) {
            offers.findPrevious(offer).ifPresent(earlier -> offers.previous.put(offer, earlier));
        }
        for (Offer offer : offers.all()) {
            offers.continued(offer)
                    .ifPresent(earlier -> offers.continuing
                            .computeIfAbsent(earlier, key -> new ArrayList<>())
                            .add(offer));
        }
        return offers;
    }

    List<Offer> all() {
        return List.copyOf(byId.values());
    }

    /** Returns the offer with an id; empty for a blank id and for an offer that was not delivered. */
    Optional<Offer> named(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<Offer> inForce(LocalDate day) {
        return all().stream().filter(offer -> offer.isInForce(day)).toList();
    }

    private Optional<Offer> findPrevious(Offer offer) {
        if (!offer.row().previous().isEmpty()) {
            return named(offer.row().previous()).filter(earlier -> !earlier.equals(offer));
        }
        LocalDate dayBefore = offer.start().minusDays(1);
        return all().stream()
                .filter(other -> other.code().equals(offer.code()))
                .filter(other ->
                        other.start().isBefore(offer.start()) && !other.end().isBefore(dayBefore))
                .max(Comparator.comparing(Offer::end).thenComparing(Offer::start));
    }

    /** Returns the offer that was renewed, followed or swapped, if it was delivered. */
    Optional<Offer> previous(Offer offer) {
        return Optional.ofNullable(previous.get(offer));
    }

    /** Returns the previous offer if this one continues it, that is, without a gap. */
    private Optional<Offer> continued(Offer offer) {
        return previous(offer)
                .filter(earlier ->
                        !offer.isVoid() && !offer.start().isAfter(earlier.end().plusDays(1)));
    }

    /** Returns the offers that continue an offer, step by step; without itself. */
    Set<Offer> continuations(Offer offer) {
        Set<Offer> found = new LinkedHashSet<>();
        collect(offer, found);
        found.remove(offer);
        return found;
    }

    private void collect(Offer offer, Set<Offer> found) {
        for (Offer next : continuing.getOrDefault(offer, List.of())) {
            if (found.add(next)) {
                collect(next, found);
            }
        }
    }

    /** Returns the offers that follow an offer, step by step, also after a gap; without itself. */
    List<Offer> followers(Offer offer) {
        return all().stream()
                .filter(other -> !other.isVoid() && !other.equals(offer) && leadsBack(other, offer))
                .toList();
    }

    private boolean leadsBack(Offer from, Offer to) {
        Set<Offer> seen = new LinkedHashSet<>();
        Optional<Offer> step = previous(from);
        while (step.isPresent() && seen.add(step.get())) {
            if (step.get().equals(to)) {
                return true;
            }
            step = previous(step.get());
        }
        return false;
    }

    /** Last day of the rights under an offer and those that continue it; for a void offer the day before its start. */
    LocalDate rightsEnd(Offer offer) {
        if (offer.isVoid()) {
            return offer.start().minusDays(1);
        }
        TreeSet<LocalDate> ends = new TreeSet<>(Set.of(offer.end()));
        continuations(offer).forEach(next -> ends.add(next.end()));
        return ends.last();
    }

    /** The line of an offer: the offer, those it continues, and those that continue it. */
    Set<Offer> line(Offer offer) {
        Set<Offer> line = new LinkedHashSet<>();
        Optional<Offer> step = Optional.of(offer);
        while (step.isPresent() && line.add(step.get())) {
            step = continued(step.get());
        }
        line.addAll(continuations(offer));
        return line;
    }

    /** First day of the line of an offer. */
    LocalDate lineStart(Offer offer) {
        return line(offer).stream()
                .map(Offer::start)
                .min(Comparator.naturalOrder())
                .orElse(offer.start());
    }

    /** A stated end is a fact; one that we derive is an assumption. */
    static List<String> assumptions(Offer offer) {
        return offer.isEndDerived()
                ? List.of("The end of the enrollment year of " + offer.id() + " is not stated: " + offer.end()
                        + " is one year less one day after its start, at most the last day that its sale allows.")
                : List.of();
    }
}
