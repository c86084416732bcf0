package io.tallybook.analysis.support;

import io.tallybook.ledger.Pool;
import io.tallybook.terms.ProductKey;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A product as order lines name it: few are named, each by many lines.
 *
 * @param key  its key
 * @param unpooled  what it is on a line that gives no pool: in the pool that the catalogue knows, if one does
 * @param pooled  what it is on a line that gives its pool
 */
record NamedProduct(ProductKey key, ProductInPool unpooled, Map<Pool, ProductInPool> pooled) {
    /**
     * Returns a product.
     *
     * @param catalogued  the pool that the catalogue gives it, or null if it is not known
     */
    static NamedProduct of(ProductKey key, @Nullable Pool catalogued) {
        Map<Pool, ProductInPool> pooled = new EnumMap<>(Pool.class);
        for (Pool pool : Pool.values()) {
            pooled.put(pool, new ProductInPool(pool, key));
        }
        ProductInPool inCatalogue = pooled.get(catalogued);
        return new NamedProduct(key, inCatalogue == null ? new ProductInPool(null, key) : inCatalogue, pooled);
    }

    /** Returns what it is on a line, which may give no pool. */
    ProductInPool in(@Nullable Pool ofLine) {
        return pooled.getOrDefault(ofLine, unpooled);
    }
}
