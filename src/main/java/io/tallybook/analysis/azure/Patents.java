package io.tallybook.analysis.azure;

import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Patent;
import io.tallybook.ledger.Patent.Status;
import io.tallybook.ledger.SharedRecords;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The patents as they stood on the as-of date: what was removed, transferred or assigned after it has not happened yet. */
final class Patents {
    private final Map<String, Entry<Patent>> byId = new LinkedHashMap<>();

    private Patents() {}

    static Patents of(SharedRecords shared, LocalDate asOf) {
        Patents patents = new Patents();
        for (Entry<Patent> entry : shared.all(Patent.class)) {
            patents.byId.putIfAbsent(entry.record().patent(), new Entry<>(asOf(entry.record(), asOf), entry.origin()));
        }
        return patents;
    }

    private static Patent asOf(Patent row, LocalDate asOf) {
        return new Patent(
                row.patent(),
                row.country(),
                row.family(),
                row.status(),
                row.expires(),
                row.listedFrom(),
                row.listedUntil(),
                row.listDate(),
                notAfter(row.removedOn(), asOf),
                notAfter(row.transferredOn(), asOf),
                row.transferredTo(),
                notAfter(row.assignedOn(), asOf),
                row.assignedTo(),
                row.assigneeNpe());
    }

    private static @Nullable LocalDate notAfter(@Nullable LocalDate date, LocalDate asOf) {
        return date == null || date.isAfter(asOf) ? null : date;
    }

    List<Entry<Patent>> all() {
        return List.copyOf(byId.values());
    }

    Optional<Entry<Patent>> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Returns the patents that were transferred to a third party outside the program. */
    List<Entry<Patent>> assigned() {
        return all().stream()
                .filter(entry -> entry.record().assignedOn() != null)
                .toList();
    }

    /** Returns the issued patents that were on the list on that day. */
    List<Entry<Patent>> listedOn(LocalDate day) {
        return all().stream().filter(entry -> isListedOn(entry.record(), day)).toList();
    }

    private static boolean isListedOn(Patent patent, LocalDate day) {
        LocalDate from = patent.listedFrom();
        return patent.status() != Status.PENDING
                && from != null
                && !from.isAfter(day)
                && !isBefore(patent.listedUntil(), day)
                && !isBefore(patent.expires(), day)
                && !isBy(patent.removedOn(), day)
                && !isBy(patent.transferredOn(), day)
                && !isBy(patent.assignedOn(), day);
    }

    static boolean isBefore(@Nullable LocalDate date, LocalDate day) {
        return date != null && date.isBefore(day);
    }

    /** Whether something happened on or before a day. */
    static boolean isBy(@Nullable LocalDate date, LocalDate day) {
        return date != null && !date.isAfter(day);
    }
}
