package io.tallybook.analysis.azure;

import io.tallybook.result.WorkingStep;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;

/** Says what was left out of a sum and why: one step for each reason and currency, with count and amount. */
final class LeftOut {
    private record Why(String reason, CurrencyUnit currency) implements Comparable<Why> {
        @Override
        public int compareTo(Why other) {
            int byReason = reason.compareTo(other.reason);
            return byReason != 0 ? byReason : currency.compareTo(other.currency);
        }
    }

    private record Sum(BigDecimal amount, long count) {
        Sum and(Sum other) {
            return new Sum(amount.add(other.amount), count + other.count);
        }
    }

    private LeftOut() {}

    static List<WorkingStep> steps(Collection<ChargePart> parts) {
        SortedMap<Why, Sum> sums = new TreeMap<>();
        for (ChargePart part : parts) {
            if (!part.counts()) {
                sums.merge(
                        new Why(part.leftOut(), part.charge().line().currency()),
                        new Sum(part.amount(), part.charge().count()),
                        Sum::and);
            }
        }
        return sums.entrySet().stream()
                .map(entry -> new WorkingStep(
                        "left out, " + Amounts.lines(entry.getValue().count()) + ": "
                                + entry.getKey().reason(),
                        Amounts.text(entry.getValue().amount(), entry.getKey().currency()),
                        entry.getKey().currency().getCode()))
                .toList();
    }
}
