package io.tallybook.analysis.azure;

import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;

/** How exact amounts are written: with the currency's decimals, and more only where there are more digits. */
final class Amounts {
    private Amounts() {}

    /** For example, 999.995 USD is {@code 999.995}, and 1000 USD is {@code 1000.00}. */
    static String text(BigDecimal amount, CurrencyUnit currency) {
        BigDecimal stripped = amount.stripTrailingZeros();
        int decimals = Math.max(0, currency.getDecimalPlaces());
        return (stripped.scale() < decimals ? stripped.setScale(decimals) : stripped).toPlainString();
    }

    /** Currency and amount, for a sentence. */
    static String named(BigDecimal amount, CurrencyUnit currency) {
        return currency.getCode() + " " + text(amount, currency);
    }

    /** A number without trailing zeros and without exponent. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static String lines(long count) {
        return count == 1 ? "1 line" : count + " lines";
    }
}
