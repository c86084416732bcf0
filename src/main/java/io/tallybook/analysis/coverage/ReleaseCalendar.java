package io.tallybook.analysis.coverage;

import io.tallybook.ledger.Entry;
import io.tallybook.ledger.ProductRelease;
import io.tallybook.ledger.SharedRecords;
import io.tallybook.terms.ProductKey;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** When each version of a product came out, as far as that is known on the as-of date. */
final class ReleaseCalendar {
    private final Map<ProductKey, SortedMap<String, LocalDate>> releases = new HashMap<>();

    private ReleaseCalendar() {}

    static ReleaseCalendar of(SharedRecords shared, LocalDate asOf) {
        ReleaseCalendar calendar = new ReleaseCalendar();
        for (Entry<ProductRelease> entry : shared.all(ProductRelease.class)) {
            ProductRelease row = entry.record();
            if (!row.released().isAfter(asOf)) {
                calendar.releases
                        .computeIfAbsent(ProductKey.of(row.product()), key -> new TreeMap<>())
                        .merge(
                                ProductName.compared(row.version()),
                                row.released(),
                                (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        return calendar;
    }

    /** Returns the release days by version: of the full name where the calendar has it, otherwise of the product. */
    SortedMap<String, LocalDate> of(ProductName name) {
        SortedMap<String, LocalDate> ofEdition = releases.get(name.full());
        return ofEdition != null ? ofEdition : releases.getOrDefault(name.product(), new TreeMap<>());
    }

    /** Returns the day on which a version came out, or empty if the calendar does not know it. */
    Optional<LocalDate> released(ProductName name, String version) {
        return Optional.ofNullable(of(name).get(version));
    }

    /** Returns the latest release day that is wanted, or empty if the calendar has none. */
    Optional<LocalDate> newest(ProductName name, Predicate<LocalDate> wanted) {
        return of(name).values().stream().filter(wanted).max(LocalDate::compareTo);
    }
}
