package io.tallybook.analysis.azure;

import io.tallybook.analysis.Verdict;
import io.tallybook.result.WorkingStep;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Compares a cost with what was charged (ACS-18, ACS-21, ACS-38).
 * <pre>
 *   cost x 100 &lt; charged x limit
 * </pre>
 * The test is exact and strict: exactly the limit fails. The share that is shown is cut after four decimals, so one below 50
 * never shows as 50. For example, 4,999.00 of 10,000.00 is 49.99 percent and passes a limit of 50; 5,000.00 fails.
 *
 * @param what  what the cost is, for a sentence
 * @param cost  the cost
 * @param charged  the amount charged
 * @param chargeRows  how many rows it is the sum of
 */
record Share(String what, SolutionSum cost, SolutionSum charged, int chargeRows) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int SHOWN_DECIMALS = 4;

    /** Why there is no share; empty when cost and price are known. */
    String problem() {
        return (cost.problem() + " " + charged.problem()).strip();
    }

    /** Returns the share in percent; empty without a positive price, or when an amount is not known. */
    Optional<BigDecimal> percent() {
        Optional<BigDecimal> price = charged.total();
        Optional<BigDecimal> spent = cost.total();
        return price.isEmpty() || spent.isEmpty() || price.get().signum() <= 0
                ? Optional.empty()
                : Optional.of(spent.get().multiply(HUNDRED).divide(price.get(), SHOWN_DECIMALS, RoundingMode.DOWN));
    }

    /** Whether a share can be computed and is at or above the limit, or a cost has no positive price beside it. */
    boolean isAtLimit(BigDecimal limit) {
        BigDecimal price = charged.total().orElse(BigDecimal.ZERO);
        BigDecimal spent = cost.total().orElse(BigDecimal.ZERO);
        return price.signum() > 0 ? !isBelow(spent, price, limit) : spent.signum() > 0;
    }

    boolean isKnown() {
        return cost.total().isPresent() && charged.total().isPresent();
    }

    /** Whether cost or price is above zero. */
    boolean hasPositiveSide() {
        return charged.total().orElse(BigDecimal.ZERO).signum() > 0
                || cost.total().orElse(BigDecimal.ZERO).signum() > 0;
    }

    private static boolean isBelow(BigDecimal cost, BigDecimal price, BigDecimal limit) {
        return cost.multiply(HUNDRED).compareTo(price.multiply(limit)) < 0;
    }

    /** Returns the two sides of the test as steps: the first has to be less. Empty without a price to test against. */
    List<WorkingStep> sides(AzureTerms.Value limit) {
        if (limit.isMissing() || percent().isEmpty()) {
            return List.of();
        }
        BigDecimal spent = cost.total().orElseThrow().multiply(HUNDRED);
        BigDecimal bound = charged.total().orElseThrow().multiply(limit.number());
        String unit = cost.currency().getCode();
        return List.of(
                new WorkingStep("cost x 100, which has to be less than the next line", Amounts.plain(spent), unit),
                new WorkingStep("charged x " + Amounts.plain(limit.number()), Amounts.plain(bound), unit));
    }

    /** Tests the share of the whole. */
    Verdict test(AzureTerms.Value limit) {
        if (limit.isMissing()) {
            return Verdict.undetermined(limit.missing());
        }
        if (chargeRows == 0) {
            return Verdict.undetermined("Nothing is known of what end customers were charged: deliver"
                    + " `solution_charges` of the period.");
        }
        if (!isKnown()) {
            return Verdict.undetermined(problem());
        }
        BigDecimal price = charged.total().orElse(BigDecimal.ZERO);
        BigDecimal spent = cost.total().orElse(BigDecimal.ZERO);
        if (price.signum() < 0 || (price.signum() == 0 && spent.signum() <= 0)) {
            return Verdict.undetermined(text() + ": a share needs a positive price.");
        }
        if (price.signum() == 0) {
            return Verdict.fail(text() + ": no charge covers it.");
        }
        String bound = Amounts.plain(limit.number()) + " %";
        Verdict verdict = isBelow(spent, price, limit.number())
                ? Verdict.pass(text() + ", less than " + bound + ".")
                : Verdict.fail(text() + ", not less than " + bound + ".");
        return limit.note().isEmpty() ? verdict : verdict.assuming(limit.note());
    }

    /** Both amounts and the share, for a sentence. */
    String text() {
        return what + " " + cost.text() + " against " + charged.text() + " charged"
                + percent().map(share -> " = " + Amounts.plain(share) + " %").orElse("");
    }
}
