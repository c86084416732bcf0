package io.tallybook.analysis.azure;

import io.tallybook.ledger.Entry;
import io.tallybook.ledger.SolutionCharge;
import io.tallybook.money.FxRates;
import io.tallybook.result.SourceRows;
import io.tallybook.result.WorkingStep;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;

/** One side of a comparison of a solution: an exact sum in the currency of the whole, or why there is none. */
final class SolutionSum {
    private record Amount(BigDecimal sum, long lines) {
        Amount and(Amount other) {
            return new Amount(sum.add(other.sum), lines + other.lines);
        }
    }

    private final CurrencyUnit currency;
    private final boolean isConverted;
    private final UsdTotal usd;
    private final Map<String, Amount> plain = new TreeMap<>();
    private final Rows rows = new Rows();
    private long undetermined;

    private SolutionSum(CurrencyUnit currency, boolean isConverted, FxRates rates) {
        this.currency = currency;
        this.isConverted = isConverted;
        this.usd = new UsdTotal(rates);
    }

    /**
     * The currency that a solution is computed in.
     *
     * @param unit  the currency of all its rows, or USD
     * @param isConverted  whether amounts have to be converted to it
     */
    record In(CurrencyUnit unit, boolean isConverted) {
        static In of(Collection<SolutionLines.Line> lines, Collection<Entry<SolutionCharge>> charged) {
            List<CurrencyUnit> currencies = new ArrayList<>();
            lines.forEach(line -> currencies.add(line.part().charge().line().currency()));
            charged.forEach(entry -> currencies.add(entry.record().currency()));
            List<CurrencyUnit> distinct = currencies.stream().distinct().toList();
            return distinct.size() == 1 ? new In(distinct.get(0), false) : new In(CurrencyUnit.USD, true);
        }
    }

    static SolutionSum ofLines(In currency, FxRates rates, Collection<SolutionLines.Line> lines) {
        SolutionSum sum = new SolutionSum(currency.unit(), currency.isConverted(), rates);
        for (SolutionLines.Line line : lines) {
            ChargePart part = line.part();
            sum.rows.add(part.charge());
            if (!part.undetermined().isEmpty()) {
                sum.undetermined += part.charge().count();
            } else if (sum.isConverted) {
                sum.usd.add(line.what(), part);
            } else {
                sum.addPlain(line.what(), part.amount(), part.charge().count());
            }
        }
        return sum;
    }

    static SolutionSum ofCharges(In currency, FxRates rates, Collection<Entry<SolutionCharge>> charged) {
        SolutionSum sum = new SolutionSum(currency.unit(), currency.isConverted(), rates);
        sum.rows.add(charged);
        for (Entry<SolutionCharge> entry : charged) {
            SolutionCharge row = entry.record();
            if (sum.isConverted) {
                sum.usd.add("charged", row.amount(), row.currency(), row.usdAmount(), row.date(), 1);
            } else {
                sum.addPlain("charged", row.amount(), 1);
            }
        }
        return sum;
    }

    /** The inferencing part of charges; each of them has one. */
    static SolutionSum ofInferencing(In currency, FxRates rates, Collection<Entry<SolutionCharge>> charged) {
        SolutionSum sum = new SolutionSum(currency.unit(), currency.isConverted(), rates);
        sum.rows.add(charged);
        for (Entry<SolutionCharge> entry : charged) {
            SolutionCharge row = entry.record();
            BigDecimal part = row.inferencingAmount() == null ? BigDecimal.ZERO : row.inferencingAmount();
            if (sum.isConverted) {
                sum.usd.addPartOf(
                        "inferencing charges", part, row.amount(), row.currency(), row.usdAmount(), row.date());
            } else {
                sum.addPlain("inferencing charges", part, 1);
            }
        }
        return sum;
    }

    private void addPlain(String what, BigDecimal amount, long lines) {
        plain.merge(what, new Amount(amount, lines), Amount::and);
    }

    CurrencyUnit currency() {
        return currency;
    }

    /** Which amounts cannot be brought to the currency of the whole; empty if none. */
    String notConverted() {
        return usd.problem();
    }

    /** Why there is no sum, and what would resolve it; empty when there is one. */
    String problem() {
        List<String> problems = new ArrayList<>();
        if (undetermined > 0) {
            problems.add(
                    Amounts.lines(undetermined) + " are purchases without recurring = Y and without term_months, so"
                            + " the months they cover are not known: fill one");
        }
        if (!usd.problem().isEmpty()) {
            problems.add(usd.problem());
        }
        return problems.isEmpty() ? "" : String.join("; ", problems) + ".";
    }

    Optional<BigDecimal> total() {
        if (!problem().isEmpty()) {
            return Optional.empty();
        }
        return isConverted
                ? usd.total()
                : Optional.of(plain.values().stream().map(Amount::sum).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    String text() {
        return total().map(amount -> Amounts.named(amount, currency)).orElse("an unknown amount");
    }

    List<WorkingStep> steps() {
        List<WorkingStep> steps = new ArrayList<>(usd.steps());
        plain.forEach((what, amount) -> steps.add(new WorkingStep(
                what + ", " + Amounts.lines(amount.lines()),
                Amounts.text(amount.sum(), currency),
                currency.getCode())));
        return steps;
    }

    List<SourceRows> sources() {
        return rows.list();
    }
}
