/**
 * What the source documents say, as dated and cited data: term values, the product catalogue, the register of clauses.
 *
 * <p>{@link io.tallybook.terms.Terms} answers which edition of a term is in force on a day, or that none is. No rule holds a
 * figure of the terms itself. May use {@code money}.
 */
@NullMarked
package io.tallybook.terms;

import org.jspecify.annotations.NullMarked;
