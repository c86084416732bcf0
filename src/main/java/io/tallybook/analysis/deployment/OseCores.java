package io.tallybook.analysis.deployment;

import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Instance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The virtual cores of OSEs, each with a minimum; several instances in one OSE count once, with the largest number.
 *
 * @param byOse  the cores counted, by OSE
 * @param withoutNumber  instances in the OSEs whose number of cores is not known
 */
record OseCores(Map<String, BigDecimal> byOse, List<String> withoutNumber) {
    static OseCores of(Collection<Entry<Instance>> instances, BigDecimal minimum) {
        Map<String, BigDecimal> largest = new LinkedHashMap<>();
        Map<String, String> open = new LinkedHashMap<>();
        for (Entry<Instance> entry : instances) {
            Integer cores = entry.record().virtualCores();
            String ose = Estate.ose(entry.record());
            if (cores != null) {
                largest.merge(ose, minimum.max(BigDecimal.valueOf(cores)), BigDecimal::max);
            } else {
                open.putIfAbsent(ose, entry.record().instance());
            }
        }
        open.keySet().removeAll(largest.keySet());
        return new OseCores(largest, new ArrayList<>(open.values()));
    }

    BigDecimal sum() {
        return byOse.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean isKnown() {
        return withoutNumber.isEmpty();
    }

    String missing() {
        return "The virtual cores of " + RecoveryResults.listed(withoutNumber)
                + " are not known; virtual_cores settles it.";
    }

    /** The addition in words, e.g. {@code 4 + 4 + 5}. */
    String addition() {
        return RecoveryResults.listed(
                        byOse.values().stream().map(AccessLicenses::plain).toList())
                .replace(", ", " + ");
    }
}
