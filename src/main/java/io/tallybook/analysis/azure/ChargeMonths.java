package io.tallybook.analysis.azure;

import io.tallybook.ledger.AzureUsage.ServiceFamily;
import io.tallybook.ledger.RecordDefinition;
import io.tallybook.ledger.YesNo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Puts charges into the months in which they count (IPA-53).
 *
 * <p>A charge counts at its signed amount in the month of its date. A purchase that is not charged again every month is
 * spread over its term:
 * <pre>
 *   part = amount / term_months, 10 decimals, half up, in the month of its date and the term_months - 1 months after it
 * </pre>
 * For example, USD 6,000.00 for 12 months from 2026-06-05 count USD 500.00 in each month from 2026-06 to 2027-05. A purchase
 * counts nothing in a month in which the account has an amortized line: its part is among the amortized ones.
 */
final class ChargeMonths {
    private static final int PART_DECIMALS = 10;

    private final Map<YearMonth, List<Charge>> byMonth = new HashMap<>();
    private final List<Charge> spread = new ArrayList<>();
    private final Set<YearMonth> amortizedMonths = new HashSet<>();
    private final SortedSet<YearMonth> monthsWithLines = new TreeSet<>();
    private final OneSource oneSource;
    private final Map<YearMonth, List<ChargePart>> parts = new HashMap<>();

    private ChargeMonths(OneSource oneSource) {
        this.oneSource = oneSource;
    }

    /** Files all charges of one account. */
    static ChargeMonths of(Collection<Charge> charges) {
        ChargeMonths months = new ChargeMonths(OneSource.of(charges));
        for (Charge charge : charges) {
            months.monthsWithLines.add(charge.month());
            if (charge.isAmortized()) {
                months.amortizedMonths.add(charge.month());
            }
            if (isSpread(charge)) {
                months.spread.add(charge);
            } else {
                months.byMonth
                        .computeIfAbsent(charge.month(), month -> new ArrayList<>())
                        .add(charge);
            }
        }
        return months;
    }

    /** The months with any line, also such that do not count. */
    SortedSet<YearMonth> monthsWithLines() {
        return monthsWithLines;
    }

    /** Returns the parts of all charges that fall into a month, those that do not count with the reason. */
    List<ChargePart> parts(YearMonth month) {
        return parts.computeIfAbsent(month, this::computeParts);
    }

    private List<ChargePart> computeParts(YearMonth month) {
        List<ChargePart> parts = new ArrayList<>();
        for (Charge charge : byMonth.getOrDefault(month, List.of())) {
            parts.add(new ChargePart(
                    charge,
                    charge.line().amount(),
                    charge.line().usdAmount(),
                    false,
                    leftOut(charge, month),
                    undetermined(charge)));
        }
        for (Charge charge : spread) {
            int term = term(charge);
            if (!month.isBefore(charge.month()) && month.isBefore(charge.month().plusMonths(term))) {
                BigDecimal usd = charge.line().usdAmount();
                parts.add(new ChargePart(
                        charge,
                        part(charge.line().amount(), charge.count(), term),
                        usd == null ? null : part(usd, charge.count(), term),
                        true,
                        leftOut(charge, month),
                        ""));
            }
        }
        return parts;
    }

    private String leftOut(Charge charge, YearMonth month) {
        if (charge.family() != ServiceFamily.AZURE) {
            return "not Azure: " + RecordDefinition.code(charge.family());
        }
        if (charge.isThirdParty()) {
            return "third-party charge (Marketplace)";
        }
        return switch (charge.type()) {
            case TAX -> "tax";
            case PREPAYMENT -> "prepayment: the usage drawn from it counts";
            case PURCHASE ->
                amortizedMonths.contains(month) ? "purchase, in a month that has amortized lines instead" : "";
            case USAGE, UNUSED_COMMITMENT, REFUND, ADJUSTMENT, CREDIT -> oneSource.seenTwice(charge);
        };
    }

    private static String undetermined(Charge charge) {
        return charge.isPurchase() && charge.line().recurring() != YesNo.YES
                ? "purchase without recurring = Y and without term_months"
                : "";
    }

    private static boolean isSpread(Charge charge) {
        return charge.isPurchase()
                && charge.line().recurring() != YesNo.YES
                && charge.line().termMonths() != null;
    }

    private static int term(Charge charge) {
        @Nullable Integer term = charge.line().termMonths();
        return term == null ? 1 : term;
    }

    /** The part of each of {@code count} equal amounts, rounded one by one: a sum of purchases gives what its lines give. */
    private static BigDecimal part(BigDecimal total, long count, int term) {
        BigDecimal lines = BigDecimal.valueOf(count);
        BigDecimal each = total.divide(lines, total.scale(), RoundingMode.UNNECESSARY);
        return each.divide(BigDecimal.valueOf(term), PART_DECIMALS, RoundingMode.HALF_UP)
                .multiply(lines);
    }
}
