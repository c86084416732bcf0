package io.tallybook.analysis.support;

import io.tallybook.analysis.Bounded;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * SA spend a year, averaged over months: spend x 12 / months. Comparisons use the exact quotient; it is rounded only to be
 * printed.
 *
 * @param spend  the spend
 * @param months  the months it is spread over, above zero
 */
record AnnualAverage(Bounded spend, long months) {
    private static final BigDecimal MONTHS_A_YEAR = BigDecimal.valueOf(12);

    /** Returns the months from a day to the end of another; a rest of days counts as one more month. */
    static long months(LocalDate start, LocalDate lastDay) {
        LocalDate end = lastDay.plusDays(1);
        long whole = ChronoUnit.MONTHS.between(start, end);
        return start.plusMonths(whole).isBefore(end) ? whole + 1 : whole;
    }

    /** The spend of twelve averages, to be compared with a threshold times the months. */
    private Bounded numerator() {
        return spend.map(sum -> sum.multiply(MONTHS_A_YEAR));
    }

    private BigDecimal scaled(BigDecimal threshold) {
        return threshold.multiply(BigDecimal.valueOf(months));
    }

    boolean isAtLeast(BigDecimal threshold) {
        return numerator().isAtLeast(scaled(threshold));
    }

    boolean isBelow(BigDecimal threshold) {
        return numerator().isBelow(scaled(threshold));
    }

    boolean isAbove(BigDecimal threshold) {
        return numerator().isAbove(scaled(threshold));
    }

    /** Returns the average less an amount, rounded towards minus infinity to that many decimals. */
    BigDecimal lessRoundedDown(BigDecimal amount, int decimals) {
        return numerator()
                .value()
                .subtract(scaled(amount))
                .divide(BigDecimal.valueOf(months), decimals, RoundingMode.FLOOR);
    }

    /** Returns how many whole steps the average lies above the threshold; negative below it. */
    BigDecimal wholeStepsAbove(BigDecimal threshold, BigDecimal step) {
        return numerator().value().subtract(scaled(threshold)).divide(scaled(step), 0, RoundingMode.FLOOR);
    }
}
