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
record ProductInPool(@Nullable Pool pool, ProductKey key) {}
