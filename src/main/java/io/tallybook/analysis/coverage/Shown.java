package io.tallybook.analysis.coverage;

import io.tallybook.ledger.Agreement;
import io.tallybook.terms.ProductKey;
import java.util.Comparator;

/** How a product is called in the dimension of a figure: as it was delivered first. */
final class Shown {
    private Shown() {}

    /** Returns the name on the agreement's first purchase line of the product by line id, without a line the other name. */
    static String product(Facts facts, Agreement agreement, ProductKey product, String otherwise) {
        return facts.linesOf(agreement).stream()
                .filter(line -> line.name().full().equals(product))
                .min(Comparator.comparing(Line::id, Ids.NATURAL))
                .map(line -> line.name().shown())
                .orElse(otherwise);
    }
}
