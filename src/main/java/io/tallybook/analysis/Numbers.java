package io.tallybook.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;

/** How numbers are printed: plain decimals, money with the decimals of its currency. */
public final class Numbers {
    private Numbers() {}

    /** Prints without exponent and without zeros behind the last digit. */
    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Prints with the decimals of the currency; amounts with more digits are rounded half up, in print only. */
    public static String money(BigDecimal amount, CurrencyUnit currency) {
        return amount.setScale(currency.getDecimalPlaces(), RoundingMode.HALF_UP)
                .toPlainString();
    }
}
