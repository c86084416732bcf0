/**
 * Amounts and dated exchange rates.
 *
 * <p>Amounts are Joda-Money's: adding two currencies is an exception. {@link io.tallybook.money.FxRates} answers what one
 * unit of a currency was worth on a day, with the rate's own date and source, and never guesses.
 */
@NullMarked
package io.tallybook.money;

import org.jspecify.annotations.NullMarked;
