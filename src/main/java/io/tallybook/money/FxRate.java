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
    /** Digits kept of an inverse or cross rate: far below a cent of any amount that spreadsheets hold. */
    static final int DERIVED_DIGITS = 34;

    public FxRate {
        if (rate.signum() <= 0) {
            throw new IllegalArgumentException("A rate has to be greater than zero: " + rate);
        }
    }

    /**
     * Whether the rate is one that was quoted, so that an amount times it is exact. An inverse or cross rate ends where its
     * {@value #DERIVED_DIGITS} digits end: CNY 7200 at the inverse of 7.2 are USD 1000 only after the last of them are rounded.
     */
    public boolean isExact() {
        return rate.precision() < DERIVED_DIGITS;
    }
}
