package io.tallybook.analysis;

import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Product;
import io.tallybook.ledger.YesNo;
import io.tallybook.terms.Designation;
import io.tallybook.terms.ProductCatalogue;
import java.util.List;

/** The product catalogue of a run: the built-in entries with the user's {@code products} before them. */
public final class Products {
    private Products() {}

    /** Puts the catalogue of a run together. */
    public static ProductCatalogue catalogue(Context context) {
        return ProductCatalogue.of(context.terms().at(ProductCatalogue.TERM, context.asOf()), additions(context));
    }

    private static List<ProductCatalogue.Entry> additions(Context context) {
        return context.shared().all(Product.class).stream()
                .map(Entry::record)
                .map(row -> new ProductCatalogue.Entry(
                        row.product(),
                        row.edition(),
                        row.pool() == null ? "" : row.pool().name(),
                        designation(row.licenseMobility()),
                        designation(row.selfHosted()),
                        designation(row.drEligible()),
                        row.source()))
                .toList();
    }

    private static Designation designation(YesNo answer) {
        return switch (answer) {
            case YES -> Designation.YES;
            case NO -> Designation.NO;
            case UNKNOWN -> Designation.NOT_KNOWN;
        };
    }
}
