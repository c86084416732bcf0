package io.tallybook.analysis.support;

import io.tallybook.ledger.Pool;
import io.tallybook.terms.ProductKey;
import org.jspecify.annotations.Nullable;

/**
 * What net quantities are counted for within an agreement.
 *
 * @param pool  the pool, or null when it is not known
 * @param key  key of the product
 */
record ProductInPool(@Nullable Pool pool, ProductKey key) {
    /** That of the key alone: few products are in two pools, and every line of an account is filed under its product. */
    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
