package io.tallybook.analysis.support;

import io.tallybook.analysis.Bounded;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Pool;
import io.tallybook.ledger.Purchase;
import java.math.BigDecimal;
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

    void add(PurchaseLine line) {
        if (line.kind() == SpendKind.NONE) {
            return;
        }
        if (line.kind() == SpendKind.COUNTED) {
            Pool pool = line.pool().orElseThrow();
            sums.merge(pool, line.spend(), BigDecimal::add);
            counted.computeIfAbsent(pool, key -> new ArrayList<>()).add(line);
        } else {
            uncounted.add(line);
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
        return line.pool().map(pools::contains).orElse(true);
    }

    /** The lines that count in a pool. */
    List<PurchaseLine> counted(Pool pool) {
        return counted.getOrDefault(pool, List.of());
    }

    List<PurchaseLine> uncounted() {
        return uncounted;
    }

    /** The rows that the pools rest on. */
    List<Entry<Purchase>> rows(Collection<Pool> pools) {
        List<Entry<Purchase>> rows = new ArrayList<>();
        pools.forEach(pool -> counted(pool).forEach(line -> rows.add(line.entry())));
        return rows;
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
