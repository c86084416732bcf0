package io.tallybook.analysis.partner;

import io.tallybook.ledger.Entry;
import io.tallybook.ledger.OfferBenefit;
import io.tallybook.terms.ProductKey;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What each offer of an account grants: the quantities listed on the day of its purchase. What is not listed is not known. */
final class Grants {
    private final ListedBenefits list;
    private final Map<Offer, Map<ProductKey, Entry<OfferBenefit>>> rows = new HashMap<>();

    Grants(Partnership partnership) {
        list = partnership.rules().benefits();
        partnership.offers().all().forEach(offer -> rows.put(offer, offer.isVoid() ? Map.of() : list.of(offer)));
    }

    /** The benefits with a valid row, in the order of the list; none for a void offer. */
    Set<ProductKey> listed(Offer offer) {
        return rows.getOrDefault(offer, Map.of()).keySet();
    }

    Optional<Entry<OfferBenefit>> row(Offer offer, ProductKey benefit) {
        return Optional.ofNullable(rows.getOrDefault(offer, Map.of()).get(benefit));
    }

    /** Returns the quantity of a benefit, or empty when it has no row or the row no quantity. */
    Optional<BigDecimal> quantity(Offer offer, ProductKey benefit) {
        return row(offer, benefit).map(entry -> entry.record().quantity());
    }

    /** The name of a benefit as the list first has it. */
    String nameOf(ProductKey benefit) {
        return list.nameOf(benefit).orElse(benefit.toString());
    }
}
