package io.tallybook.ledger;

import java.util.List;
import java.util.Map;

/**
 * All records of one account, each with the row it came from: the unit of assessment, of restart and of distribution.
 *
 * <p>Spend is never combined across agreements and rights never across accounts, so nothing outside the dossier but the
 * {@link SharedRecords} bears on its results.
 */
public final class Dossier {
    private final String account;
    private final Map<Class<?>, List<? extends Entry<?>>> entries;
    private final List<UsageSum> usage;
    private final List<RejectedRow> rejected;

    /**
     * @param account  id of the account
     * @param entries  the entries by record class, each list in reading order
     * @param usage  the summed usage lines, in the order of their keys
     * @param rejected  the rejected rows that are known to belong to this account
     */
    public Dossier(
            String account,
            Map<Class<?>, List<? extends Entry<?>>> entries,
            List<UsageSum> usage,
            List<RejectedRow> rejected) {
        this.account = account;
        this.entries = Map.copyOf(entries);
        this.usage = List.copyOf(usage);
        this.rejected = List.copyOf(rejected);
    }

    public String account() {
        return account;
    }

    /** Returns the entries of one record type in reading order; empty if the account has none. */
    @SuppressWarnings("unchecked") // entries are filed under their own class
    public <R extends LedgerRecord> List<Entry<R>> all(Class<R> type) {
        return (List<Entry<R>>) entries.getOrDefault(type, List.of());
    }

    /** Returns the usage lines that were summed while they were read. */
    public List<UsageSum> usage() {
        return usage;
    }

    /** Returns the rejected rows that could have touched this account's figures, in reading order. */
    public List<RejectedRow> rejected() {
        return rejected;
    }
}
