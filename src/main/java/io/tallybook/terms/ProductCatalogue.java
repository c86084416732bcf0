package io.tallybook.terms;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of products: pool, License Mobility, Self-Hosted rights, disaster recovery.
 *
 * <p>The built-in entries are the term {@code product-catalogue}. The user's entries come before them, field by field: what
 * a user's entry leaves blank is taken from the built-in entry of the same product, and what both leave blank is not known.
 * A user's entry without edition holds for every edition.
 */
public final class ProductCatalogue {
    /** Id of the term with the built-in entries. */
    public static final String TERM = "product-catalogue";

    /**
     * An entry.
     *
     * @param product  the product, without version
     * @param edition  the edition; empty = every edition
     * @param pool  name of the pool, e.g. {@code SERVER}; empty = not known
     * @param licenseMobility  designated as having License Mobility
     * @param selfHosted  Self-Hosted rights apply
     * @param drEligible  eligible for disaster recovery rights
     * @param source  where it comes from; may be empty
     */
    public record Entry(
            String product,
            String edition,
            String pool,
            Designation licenseMobility,
            Designation selfHosted,
            Designation drEligible,
            String source) {
        private Entry or(Entry other) {
            return new Entry(
                    product,
                    edition,
                    pool.isEmpty() ? other.pool : pool,
                    licenseMobility.or(other.licenseMobility),
                    selfHosted.or(other.selfHosted),
                    drEligible.or(other.drEligible),
                    source.isEmpty() ? other.source : source);
        }
    }

    private final Map<ProductKey, Entry> builtIn = new HashMap<>();
    private final Map<ProductKey, Entry> ofEdition = new HashMap<>();
    private final Map<ProductKey, Entry> ofEveryEdition = new HashMap<>();

    private ProductCatalogue() {}

    /**
     * Puts a catalogue together.
     *
     * @param edition  the edition of {@link #TERM} that is in force; without one only the additions are known
     * @param additions  the user's entries; of several for one product and edition the first is used
     */
    public static ProductCatalogue of(Optional<TermEdition> edition, Collection<Entry> additions) {
        ProductCatalogue catalogue = new ProductCatalogue();
        edition.ifPresent(found -> found.rows().forEach(row -> {
            String product = row.getOrDefault("product", "");
            catalogue.builtIn.putIfAbsent(
                    ProductKey.of(product),
                    new Entry(
                            product,
                            "",
                            row.getOrDefault("pool", ""),
                            Designation.parse(row.getOrDefault("license_mobility", "")),
                            Designation.parse(row.getOrDefault("self_hosted", "")),
                            Designation.parse(row.getOrDefault("dr_eligible", "")),
                            found.citation().toString()));
        }));
        for (Entry entry : additions) {
            ProductKey key = ProductKey.of(entry.product(), entry.edition());
            (entry.edition().isBlank() ? catalogue.ofEveryEdition : catalogue.ofEdition).putIfAbsent(key, entry);
        }
        return catalogue;
    }

    /** Returns what is known of a product, or empty if no catalogue names it. */
    public Optional<Entry> find(String product, String edition) {
        return find(product, ProductKey.of(product, edition));
    }

    /**
     * Returns what is known of a product whose key is at hand.
     *
     * @param product  the product without its edition
     * @param key  the key of product and edition
     */
    public Optional<Entry> find(String product, ProductKey key) {
        Entry found = ofEdition.get(key);
        if (!ofEveryEdition.isEmpty()) {
            Entry whole = ofEveryEdition.get(key);
            found = or(found, whole == null ? ofEveryEdition.get(ProductKey.of(product)) : whole);
        }
        return Optional.ofNullable(or(found, builtIn.get(key)));
    }

    private static @Nullable Entry or(@Nullable Entry first, @Nullable Entry second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return first.or(second);
    }
}
