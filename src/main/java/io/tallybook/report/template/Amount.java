package io.tallybook.report.template;

import java.math.BigDecimal;

/**
 * A number as a cell shows it.
 *
 * @param value  the number
 * @param decimals  how many decimals are shown; those of the currency for money
 * @param prefix  words before it, e.g. {@code at least} for a lower bound; empty for a known value
 */
public record Amount(BigDecimal value, int decimals, String prefix) {
    /** The plain number behind its prefix, without thousands separators. */
    @Override
    public String toString() {
        return prefix.isEmpty() ? value.toPlainString() : prefix + " " + value.toPlainString();
    }
}
