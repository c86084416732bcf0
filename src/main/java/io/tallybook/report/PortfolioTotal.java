package io.tallybook.report;

import java.math.BigDecimal;

/**
 * The sum of one measure in one unit over all accounts. Money of two currencies is never added: each has a line of its own.
 *
 * @param measure  the measure
 * @param dimension  its dimension; may be empty
 * @param unit  ISO currency or other unit
 * @param known  sum of the values that are known
 * @param counted  how many figures are in it
 * @param bounds  how many figures are bounds, and not in it
 * @param unknown  how many figures are not known, and not in it
 */
public record PortfolioTotal(
        String measure, String dimension, String unit, BigDecimal known, long counted, long bounds, long unknown) {

    /** Whether every figure is in the sum. */
    public boolean isWhole() {
        return bounds == 0 && unknown == 0;
    }
}
