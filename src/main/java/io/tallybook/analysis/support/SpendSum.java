package io.tallybook.analysis.support;

import io.tallybook.analysis.Bounded;
import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.Pool;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Net SA spend of a set of lines, pool by pool, with what could not be counted.
 *
 * <p>A line that may hold spend but cannot be counted makes its pool and group a lower bound when its amount is positive, an
 * upper bound when negative; a line without a pool does so everywhere.
 */
final class SpendSum {
    private static final int NAMED = 5;

    private final Map<Pool, BigDecimal> sums = new EnumMap<>(Pool.class);
    private final Map<Pool, List<PurchaseLine>> counted = new EnumMap<>(Pool.class);
    private final List<PurchaseLine> uncounted = new ArrayList<>();

    /** The spend of these lines that is recognised by a day, within the term. */
    static SpendSum recognised(List<PurchaseLine> lines, LocalDate day, Agreement agreement) {
        SpendSum sum = new SpendSum();
        for (PurchaseLine line : lines) {
            if (line.isRecognisedBy(day, agreement)) {
                sum.add(line);
            }
        }
        return sum;
    }

    void add(PurchaseLine line) {
        Pool pool = line.product().pool();
        if (line.kind() == SpendKind.COUNTED && pool != null) {
            sums.merge(pool, line.spend(), BigDecimal::add);
            counted.computeIfAbsent(pool, key -> new ArrayList<>()).add(line);
        } else if (line.kind() != SpendKind.NONE) {
            uncounted.add(line);
        }
    }

    /** Returns the same without the negative SA lines of the term. */
    SpendSum withoutNegativeSaOfTerm() {
        SpendSum without = new SpendSum();
        counted.values().forEach(without::addUnlessNegativeSa);
        without.addUnlessNegativeSa(uncounted);
        return without;
    }

    private void addUnlessNegativeSa(List<PurchaseLine> lines) {
        for (PurchaseLine line : lines) {
            if (!line.isNegativeSaOfTerm()) {
                add(line);
            }
        }
    }

    Bounded of(Pool pool) {
        return of(List.of(pool));
    }

    Bounded of(SpendGroup group) {
        return of(group.pools());
    }

    /** The spend of all pools. */
    Bounded total() {
        return of(List.of(Pool.values()));
    }

    private Bounded of(Collection<Pool> pools) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Pool pool : pools) {
            sum = sum.add(sums.getOrDefault(pool, BigDecimal.ZERO));
        }
        if (uncounted.isEmpty()) {
            return Bounded.known(sum);
        }
        boolean more = false;
        boolean less = false;
        List<PurchaseLine> open = new ArrayList<>();
        for (PurchaseLine line : uncounted) {
            if (line.spend().signum() != 0 && touches(line, pools)) {
                more |= line.spend().signum() > 0;
                less |= line.spend().signum() < 0;
                open.add(line);
            }
        }
        return Bounded.of(sum, more, less, open.isEmpty() ? "" : reason(open));
    }

    private static boolean touches(PurchaseLine line, Collection<Pool> pools) {
        Pool pool = line.product().pool();
        return pool == null || pools.contains(pool);
    }

    /** The lines that count in a pool. */
    List<PurchaseLine> counted(Pool pool) {
        return counted.getOrDefault(pool, List.of());
    }

    List<PurchaseLine> uncounted() {
        return uncounted;
    }

    /** The lines that count in a group. */
    List<PurchaseLine> counted(SpendGroup group) {
        List<PurchaseLine> lines = new ArrayList<>();
        group.pools().forEach(pool -> lines.addAll(counted(pool)));
        return lines;
    }

    private static String reason(List<PurchaseLine> open) {
        StringBuilder lines = new StringBuilder();
        boolean split = false;
        boolean pool = false;
        boolean currency = false;
        for (int i = 0; i < open.size(); i++) {
            PurchaseLine line = open.get(i);
            if (i < NAMED) {
                lines.append(i == 0 ? "" : ", ").append(line.row().line());
            }
            split |= line.kind() == SpendKind.SPLIT_MISSING;
            pool |= line.kind() == SpendKind.NO_POOL;
            currency |= line.kind() == SpendKind.OTHER_CURRENCY;
        }
        String more = open.size() > NAMED ? " and " + (open.size() - NAMED) + " more" : "";
        return (open.size() == 1 ? "Line " : "Lines ") + lines + more
                + " may hold SA spend that cannot be counted."
                + (split ? " Give sa_amount of the License-and-SA and step-up lines." : "")
                + (pool ? " Give the pool of the lines without one, or add their product to the table products." : "")
                + (currency ? " Give the amounts in the agreement's currency." : "");
    }
}
