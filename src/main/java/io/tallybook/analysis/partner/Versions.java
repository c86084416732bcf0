package io.tallybook.analysis.partner;

import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Lifecycle;
import io.tallybook.ledger.ProductRelease;
import io.tallybook.ledger.SharedRecords;
import io.tallybook.terms.ProductKey;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The user's release calendar and support dates, by product and version. A release after the as-of date is not known yet. */
final class Versions {
    private record Key(ProductKey product, String version) {}

    private final Map<ProductKey, Map<String, Entry<ProductRelease>>> releases = new HashMap<>();
    private final Map<Key, Entry<Lifecycle>> lifecycles = new HashMap<>();

    Versions(SharedRecords shared, LocalDate asOf) {
        for (Entry<ProductRelease> entry : shared.all(ProductRelease.class)) {
            ProductRelease row = entry.record();
            if (!row.released().isAfter(asOf)) {
                releases.computeIfAbsent(ProductKey.asWritten(row.product()), product -> new HashMap<>())
                        .putIfAbsent(name(row.version()), entry);
            }
        }
        for (Entry<Lifecycle> entry : shared.all(Lifecycle.class)) {
            Lifecycle row = entry.record();
            lifecycles.putIfAbsent(new Key(ProductKey.asWritten(row.product()), name(row.version())), entry);
        }
    }

    /** A version as it is compared: like a product name, but with its year. */
    static String name(String version) {
        return String.join("", ProductKey.words(version));
    }

    /** All releases of a product, in no order. */
    Collection<Entry<ProductRelease>> releases(String product) {
        return releases.getOrDefault(ProductKey.asWritten(product), Map.of()).values();
    }

    Optional<Entry<ProductRelease>> release(String product, String version) {
        return Optional.ofNullable(
                releases.getOrDefault(ProductKey.asWritten(product), Map.of()).get(name(version)));
    }

    Optional<Entry<Lifecycle>> lifecycle(String product, String version) {
        return Optional.ofNullable(lifecycles.get(new Key(ProductKey.asWritten(product), name(version))));
    }
}
