package io.tallybook.analysis.support;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * On which products SA is active on a day: those whose net quantity of active SA lines, less returns and adjustments, is
 * above zero. One license is enough.
 */
final class SaActivity {
    private final Map<ProductInPool, BigDecimal> net;

    private SaActivity(Map<ProductInPool, BigDecimal> net) {
        this.net = net;
    }

    static SaActivity of(Collection<PurchaseLine> lines, LocalDate day) {
        Map<ProductInPool, BigDecimal> net = new HashMap<>();
        for (PurchaseLine line : lines) {
            if (line.isSaLine() && line.countsOn(day)) {
                net.merge(line.product(), line.quantity(), BigDecimal::add);
            }
        }
        return new SaActivity(net);
    }

    boolean isActive(ProductInPool product) {
        return net.getOrDefault(product, BigDecimal.ZERO).signum() > 0;
    }

    boolean isAnyActive() {
        return isAnyActive(product -> true);
    }

    boolean isAnyActive(Predicate<ProductInPool> wanted) {
        return net.entrySet().stream().anyMatch(entry -> entry.getValue().signum() > 0 && wanted.test(entry.getKey()));
    }
}
