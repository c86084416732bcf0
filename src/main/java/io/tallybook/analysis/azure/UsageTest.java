package io.tallybook.analysis.azure;

import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Operator;
import io.tallybook.result.FindingStatus;
import io.tallybook.result.SourceRows;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;

/**
 * Tests the monthly usage before a reference date against the threshold (IPA-41, IPA-73).
 *
 * <p>Each month of the window is tested on its own and unrounded; exactly the threshold passes. A month below it is a FAIL; else
 * a month that is not known is UNDETERMINED; else the test is passed. For example, with a threshold of USD 1,000 the months
 * 3000.00, 999.995 and 1000.00 fail, although their average is above it.
 */
final class UsageTest {
    private final UsageMonths months;
    private final AzureTerms terms;

    UsageTest(UsageMonths months, AzureTerms terms) {
        this.months = months;
        this.terms = terms;
    }

    /** The window before a reference date. */
    Window window(LocalDate referenceDate) {
        return Window.before(
                referenceDate, terms.usageMonths(referenceDate).number().intValueExact());
    }

    /** The threshold in force on a reference date. */
    AzureTerms.Value threshold(LocalDate referenceDate) {
        return terms.usageThreshold(referenceDate);
    }

    Verdict at(LocalDate referenceDate) {
        AzureTerms.Value threshold = threshold(referenceDate);
        AzureTerms.Value length = terms.usageMonths(referenceDate);
        if (threshold.isMissing() || length.isMissing()) {
            return Verdict.undetermined((threshold.missing() + " " + length.missing()).strip());
        }
        List<MonthTotal> totals = totals(referenceDate);
        List<String> below = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        Set<SourceRows> sources = new LinkedHashSet<>();
        for (MonthTotal total : totals) {
            sources.addAll(total.sources());
            if (total.isBelow(threshold.number())) {
                below.add(total.text());
            }
            if (total.usd().isEmpty()) {
                unknown.add(total.problem());
            }
        }
        String limit = Amounts.named(threshold.number(), CurrencyUnit.USD);
        String measured = "Window " + window(referenceDate) + " before " + referenceDate + ": "
                + String.join(", ", totals.stream().map(MonthTotal::text).toList()) + ".";
        Verdict verdict;
        if (!below.isEmpty()) {
            verdict = Verdict.fail(measured + " Below " + limit + ": " + String.join(", ", below) + "."
                    + average(totals, threshold.number(), limit) + firstUse(totals));
        } else if (!unknown.isEmpty()) {
            verdict = Verdict.undetermined(measured + " " + String.join(" ", unknown));
        } else {
            verdict = Verdict.pass(measured + " Each month is at least " + limit + ".");
        }
        return noted(noted(verdict.from(List.copyOf(sources)), threshold), length);
    }

    private static Verdict noted(Verdict verdict, AzureTerms.Value value) {
        return value.note().isEmpty() ? verdict : verdict.assuming(value.note());
    }

    List<MonthTotal> totals(LocalDate referenceDate) {
        return window(referenceDate).months().stream().map(months::total).toList();
    }

    /** Returns the average of the month totals, half up to cents; empty when one is not known. */
    static Optional<BigDecimal> average(List<MonthTotal> totals) {
        BigDecimal sum = BigDecimal.ZERO;
        for (MonthTotal total : totals) {
            if (total.usd().isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(total.usd().get());
        }
        return Optional.of(sum.divide(BigDecimal.valueOf(totals.size()), 2, RoundingMode.HALF_UP));
    }

    /** Some read the clause as an average: says so where that would decide otherwise. */
    private static String average(List<MonthTotal> totals, BigDecimal threshold, String limit) {
        BigDecimal sum = BigDecimal.ZERO;
        for (MonthTotal total : totals) {
            sum = sum.add(total.usd().orElse(BigDecimal.ZERO));
        }
        boolean known = totals.stream().allMatch(total -> total.usd().isPresent());
        boolean enough = sum.compareTo(threshold.multiply(BigDecimal.valueOf(totals.size()))) >= 0;
        return known && enough
                ? " The average, "
                        + average(totals)
                                .map(a -> Amounts.named(a, CurrencyUnit.USD))
                                .orElse("") + ", reaches " + limit + ", but months are not averaged."
                : "";
    }

    private static String firstUse(List<MonthTotal> totals) {
        return totals.stream()
                .map(MonthTotal::note)
                .filter(note -> !note.isEmpty())
                .findFirst()
                .map(note -> " " + note)
                .orElse("");
    }

    /** Says as what the verdict changes without the usage that 21Vianet operates (IPA-71). */
    Verdict withoutOthers(LocalDate referenceDate, Verdict test) {
        if (!test.is(FindingStatus.PASS)) {
            return test;
        }
        BigDecimal threshold = threshold(referenceDate).number();
        List<String> below = new ArrayList<>();
        for (MonthTotal total : totals(referenceDate)) {
            MonthTotal microsoft = months.part(total.month(), Operator.MICROSOFT);
            if (microsoft.isBelow(threshold)) {
                below.add(microsoft.text());
            }
        }
        return below.isEmpty()
                ? test
                : test.with(
                        FindingStatus.AT_RISK,
                        test.reason()
                                + " Depends on usage operated by 21Vianet: the part operated by Microsoft alone is "
                                + String.join(", ", below) + ".");
    }
}
