package io.tallybook.analysis.azure;

import io.tallybook.ledger.AzureExport;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Operator;
import io.tallybook.ledger.RecordDefinition;
import io.tallybook.money.FxRates;
import io.tallybook.result.WorkingStep;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;

/**
 * The monthly Azure usage of one account, as the usage test measures it (IPA-41, IPA-43 to IPA-45, IPA-54, IPA-84, IPA-88).
 *
 * <p>A month total is the sum of the USD values of the counted lines of all subscriptions: Azure, Microsoft as publisher, a
 * charge that counts, not covered by a free credit, used by the account itself, operated by Microsoft or 21Vianet. A month
 * that no export covers is not known; a covered month without counted lines is 0.00.
 */
final class UsageMonths {
    /** Operators whose usage the threshold is measured on. Azure Stack is shown, never counted. */
    private static final Set<Operator> COUNTED = EnumSet.of(Operator.MICROSOFT, Operator._21VIANET);

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private final Facts facts;
    private final ChargeMonths charges;
    private final FxRates rates;
    private final Map<YearMonth, MonthTotal> totals = new HashMap<>();
    private final Map<YearMonth, List<ChargePart>> own = new HashMap<>();

    UsageMonths(Facts facts, FxRates rates) {
        this.facts = facts;
        this.charges = facts.chargeMonths();
        this.rates = rates;
    }

    /** The months with any usage line. */
    SortedSet<YearMonth> monthsWithLines() {
        return charges.monthsWithLines();
    }

    /** Returns the month total. */
    MonthTotal total(YearMonth month) {
        return totals.computeIfAbsent(month, this::computeTotal);
    }

    private MonthTotal computeTotal(YearMonth month) {
        List<ChargePart> parts = new ArrayList<>();
        for (ChargePart part : ownParts(month)) {
            parts.add(
                    part.counts() && part.charge().operator() == Operator.AZURE_STACK
                            ? part.leftOut("Azure Stack, not Azure run by Microsoft or 21Vianet")
                            : part);
        }
        return total(month, parts);
    }

    /** Returns the part of one operator, by the rules of the month total. */
    MonthTotal part(YearMonth month, Operator operator) {
        return total(
                month,
                ownParts(month).stream()
                        .filter(part -> part.counts() && part.charge().operator() == operator)
                        .toList());
    }

    /** Returns the operators of the lines that pass every condition of a counted line but that of the operator. */
    Set<Operator> operators(YearMonth month) {
        Set<Operator> operators = EnumSet.noneOf(Operator.class);
        for (ChargePart part : ownParts(month)) {
            Operator operator = part.charge().operator();
            if (part.counts() && operator != null) {
                operators.add(operator);
            }
        }
        return operators;
    }

    /** The parts of a month, without regard to operators: free credits and the usage of others are left out. */
    private List<ChargePart> ownParts(YearMonth month) {
        return own.computeIfAbsent(month, this::computeOwnParts);
    }

    private List<ChargePart> computeOwnParts(YearMonth month) {
        List<ChargePart> parts = new ArrayList<>();
        for (ChargePart part : charges.parts(month)) {
            String consumer = part.charge().consumer();
            if (part.counts() && part.charge().isFree()) {
                parts.add(part.leftOut("covered by a free credit"));
            } else if (part.counts() && !consumer.equals(facts.account())) {
                parts.add(part.leftOut("usage of " + consumer));
            } else {
                parts.add(part);
            }
        }
        return parts;
    }

    private MonthTotal total(YearMonth month, List<ChargePart> parts) {
        UsdTotal sum = new UsdTotal(rates);
        List<String> problems = new ArrayList<>();
        Rows rows = new Rows();
        long withoutOperator = 0;
        Map<String, Long> undetermined = new TreeMap<>();
        for (ChargePart part : parts) {
            if (!part.counts()) {
                continue;
            }
            rows.add(part.charge());
            if (part.charge().operator() == null) {
                withoutOperator += part.charge().count();
            }
            if (!part.undetermined().isEmpty()) {
                undetermined.merge(part.undetermined(), part.charge().count(), Long::sum);
            } else {
                sum.add(part);
            }
        }
        if (withoutOperator > 0) {
            problems.add(Amounts.lines(withoutOperator)
                    + " would count but nobody says who operates them: fill `operator`, or deliver their subscription"
                    + " in `azure_subscriptions`");
        }
        undetermined.forEach((why, lines) ->
                problems.add(Amounts.lines(lines) + ": " + why + ", so the months it covers are not known: fill one"));
        List<WorkingStep> working = new ArrayList<>(sum.steps());
        working.addAll(LeftOut.steps(parts));
        if (!sum.problem().isEmpty()) {
            problems.add(sum.problem());
        }
        return known(month, sum.total(), problems, working, rows);
    }

    private MonthTotal known(
            YearMonth month, Optional<BigDecimal> usd, List<String> problems, List<WorkingStep> working, Rows rows) {
        Optional<LocalDate> begin = beginAfter(month);
        if (begin.isPresent()) {
            String note = "The month ended before the first use of Azure on " + begin.get() + ".";
            return new MonthTotal(month, Optional.of(NOTHING), "", note, working, rows.list());
        }
        rows.add(facts.exportsOf(month));
        if (!isCovered(month)) {
            problems.clear();
            problems.add(
                    facts.exports().isEmpty()
                            ? "no usage line of " + month + " was delivered: deliver the export of that month, or an"
                                    + " `azure_exports` row if it had no usage"
                            : "no `azure_exports` row covers " + month
                                    + ": deliver the export of that month and its row");
        }
        if (!problems.isEmpty()) {
            String problem = month + ": " + String.join("; ", problems) + ".";
            return new MonthTotal(month, Optional.empty(), problem, "", working, rows.list());
        }
        working.add(new WorkingStep("total of " + month, Amounts.text(usd.orElse(NOTHING), CurrencyUnit.USD), "USD"));
        return new MonthTotal(month, Optional.of(usd.orElse(NOTHING)), "", "", working, rows.list());
    }

    /** The stated first use, when the month ended before it and before any use on record. */
    private Optional<LocalDate> beginAfter(YearMonth month) {
        return facts.statedFirstUse()
                .filter(first -> month.atEndOfMonth().isBefore(first))
                .filter(first -> facts.firstUseOnRecord()
                        .map(use -> month.atEndOfMonth().isBefore(use))
                        .orElse(true));
    }

    private boolean isCovered(YearMonth month) {
        List<Entry<AzureExport>> exports = facts.exports();
        return exports.isEmpty()
                ? charges.monthsWithLines().contains(month)
                : !facts.exportsOf(month).isEmpty();
    }

    static boolean isCounted(Operator operator) {
        return COUNTED.contains(operator);
    }

    static String name(Operator operator) {
        return RecordDefinition.code(operator);
    }
}
