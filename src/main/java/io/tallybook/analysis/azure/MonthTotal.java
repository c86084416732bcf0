package io.tallybook.analysis.azure;

import io.tallybook.result.SourceRows;
import io.tallybook.result.WorkingStep;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/**
 * The usage of one month in USD, or why it is not known.
 *
 * @param month  the month
 * @param usd  the exact total, or empty when it is not known
 * @param problem  what is missing and what would resolve it; empty when the total is known
 * @param note  why a known total needs no lines; empty as a rule
 * @param working  what counted, what was left out, and the conversions
 * @param sources  the rows that counted
 */
record MonthTotal(
        YearMonth month,
        Optional<BigDecimal> usd,
        String problem,
        String note,
        List<WorkingStep> working,
        List<SourceRows> sources) {

    boolean isBelow(BigDecimal threshold) {
        return usd.isPresent() && usd.get().compareTo(threshold) < 0;
    }

    /** Month and amount for a sentence. */
    String text() {
        return month + " "
                + usd.map(amount -> Amounts.named(amount, CurrencyUnit.USD)).orElse("not known");
    }
}
