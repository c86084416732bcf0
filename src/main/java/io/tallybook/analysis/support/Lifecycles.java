package io.tallybook.analysis.support;

import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Lifecycle;
import io.tallybook.ledger.SharedRecords;
import io.tallybook.ledger.SupportCase;
import io.tallybook.terms.ProductKey;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The user's support lifecycle dates, by product and version. */
final class Lifecycles {
    private record Key(ProductKey product, String version) {}

    private final Map<Key, Entry<Lifecycle>> rows = new HashMap<>();

    private Lifecycles() {}

    static Lifecycles of(SharedRecords shared) {
        Lifecycles lifecycles = new Lifecycles();
        for (Entry<Lifecycle> entry : shared.all(Lifecycle.class)) {
            lifecycles.rows.putIfAbsent(
                    key(entry.record().product(), entry.record().version()), entry);
        }
        return lifecycles;
    }

    private static Key key(String product, String version) {
        return new Key(ProductKey.of(product), version.replace(" ", "").toLowerCase(Locale.ROOT));
    }

    /** The version of the case's product: its column, else the year in the product's name; may be empty. */
    static String version(SupportCase supportCase) {
        return supportCase.version().isBlank()
                ? ProductKey.of(supportCase.product()).version()
                : supportCase.version();
    }

    /** Returns the row of the case's product and version; its edition is not looked at. */
    Optional<Entry<Lifecycle>> find(SupportCase supportCase) {
        return Optional.ofNullable(rows.get(key(supportCase.product(), version(supportCase))));
    }
}
