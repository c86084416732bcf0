package io.tallybook.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;

/**
 * An exchange rate of one day: 1 unit of {@code from} is {@code rate} units of {@code to}.
 *
 * <p>For example, EUR to USD at 1.08: 1 EUR = 1.08 USD.
 *
 * @param date  the day
 * @param from  the currency that one unit is taken of
 * @param to  the currency that the rate counts
 * @param rate  greater than zero
 * @param source  who published it; may be empty
 */
public record FxRate(LocalDate date, CurrencyUnit from, CurrencyUnit to, BigDecimal rate, String source) {
    public FxRate {
        if (rate.signum() <= 0) {
            throw new IllegalArgumentException("A rate has to be greater than zero: " + rate);
        }
    }
}
