package io.tallybook.ledger;

import java.util.List;
import java.util.Map;

/** The records that belong to no account: rates, providers, lifecycle dates, attestations, the user's products. */
public final class SharedRecords {
    private final Map<Class<?>, List<? extends Entry<?>>> entries;

    public SharedRecords(Map<Class<?>, List<? extends Entry<?>>> entries) {
        this.entries = Map.copyOf(entries);
    }

    public static SharedRecords empty() {
        return new SharedRecords(Map.of());
    }

    /** Returns the entries of one record type in reading order; empty if none was delivered. */
    @SuppressWarnings("unchecked") // entries are filed under their own class
    public <R extends LedgerRecord> List<Entry<R>> all(Class<R> type) {
        return (List<Entry<R>>) entries.getOrDefault(type, List.of());
    }
}
