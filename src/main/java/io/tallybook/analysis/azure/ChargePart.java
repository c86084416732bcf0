package io.tallybook.analysis.azure;

import io.tallybook.result.WorkingStep;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a charge counts in one month.
 *
 * @param charge  the charge
 * @param amount  the amount in that month, in the currency of the charge
 * @param usdAmount  the USD amount where the export gives one
 * @param spread  whether it is the monthly part of a purchase
 * @param leftOut  why it does not count; empty when it does
 * @param undetermined  why its amount in this month cannot be determined; empty when it can
 */
record ChargePart(
        Charge charge,
        BigDecimal amount,
        @Nullable BigDecimal usdAmount,
        boolean spread,
        String leftOut,
        String undetermined) {

    boolean counts() {
        return leftOut.isEmpty();
    }

    ChargePart leftOut(String reason) {
        return new ChargePart(charge, amount, usdAmount, spread, reason, undetermined);
    }

    /** What the amount is, for a {@link WorkingStep}. */
    String kind() {
        return spread ? "monthly parts of purchases" : "charges";
    }
}
