package io.tallybook.ledger;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All records of one account, each with the row it came from: the unit of assessment, of restart and of distribution.
 *
 * <p>Spend is never combined across agreements and rights never across accounts, so nothing outside the dossier but the
 * {@link SharedRecords} bears on its results. A line may be charged to one account on the subscription of another, or serve
 * the solution of another, and a subscription or a solution may be bought under the agreement of another, as of a reseller: what
 * that subscription and that agreement are, and what serves the account's solutions, stands beside the account's own records,
 * and is none of them.
 */
public final class Dossier {
    private final String account;
    private final Map<Class<?>, List<? extends Entry<?>>> entries;
    private final List<UsageSum> usage;
    private final List<RejectedRow> rejected;
    private final List<AzureSubscription> subscriptionsOfOthers;
    private final List<Entry<Agreement>> agreementsOfOthers;
    private final List<UsageSum> usageOfOthers;

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
        this(account, entries, usage, rejected, List.of(), List.of(), List.of());
    }

    private Dossier(
            String account,
            Map<Class<?>, List<? extends Entry<?>>> entries,
            List<UsageSum> usage,
            List<RejectedRow> rejected,
            List<AzureSubscription> subscriptionsOfOthers,
            List<Entry<Agreement>> agreementsOfOthers,
            List<UsageSum> usageOfOthers) {
        this.account = account;
        this.entries = Map.copyOf(entries);
        this.usage = List.copyOf(usage);
        this.rejected = List.copyOf(rejected);
        this.subscriptionsOfOthers = List.copyOf(subscriptionsOfOthers);
        this.agreementsOfOthers = List.copyOf(agreementsOfOthers);
        this.usageOfOthers = List.copyOf(usageOfOthers);
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

    /** Returns the ids of subscriptions that usage lines and claims name and that are not the account's own; sorted. */
    public SortedSet<String> subscriptionsNamedElsewhere() {
        SortedSet<String> named = new TreeSet<>();
        usage.forEach(sum -> named.add(sum.line().subscription()));
        all(AzureUsage.class).forEach(line -> named.add(line.record().subscription()));
        all(IpClaim.class).forEach(claim -> named.add(claim.record().subscription()));
        all(AzureSubscription.class).forEach(own -> named.remove(own.record().subscription()));
        named.remove("");
        return named;
    }

    /** Returns this dossier with the subscriptions of other accounts that its records name. */
    public Dossier withSubscriptionsOfOthers(List<AzureSubscription> subscriptions) {
        return new Dossier(account, entries, usage, rejected, subscriptions, agreementsOfOthers, usageOfOthers);
    }

    /** Returns the ids of agreements that subscriptions and solutions name and that are not the account's own; sorted. */
    public SortedSet<String> agreementsNamedElsewhere() {
        SortedSet<String> named = new TreeSet<>();
        all(AzureSubscription.class).forEach(row -> named.add(row.record().agreement()));
        all(Solution.class).forEach(row -> named.add(row.record().agreement()));
        all(Agreement.class).forEach(own -> named.remove(own.record().agreement()));
        named.remove("");
        return named;
    }

    /** Returns this dossier with the agreements of other accounts that its records name. */
    public Dossier withAgreementsOfOthers(List<Entry<Agreement>> agreements) {
        return new Dossier(account, entries, usage, rejected, subscriptionsOfOthers, agreements, usageOfOthers);
    }

    /** Returns this dossier with usage that is charged to other accounts and serves its solutions. */
    public Dossier withUsageOfOthers(List<UsageSum> sums) {
        return new Dossier(account, entries, usage, rejected, subscriptionsOfOthers, agreementsOfOthers, sums);
    }

    /**
     * Returns the usage that is charged to other accounts and serves a solution of this account.
     *
     * <p>Each names the account that it is charged to and the solution, its own or that of its subscription.
     */
    public List<UsageSum> usageOfOthers() {
        return usageOfOthers;
    }

    /** Returns the agreements of other accounts that subscriptions and solutions of this account name. */
    public List<Entry<Agreement>> agreementsOfOthers() {
        return agreementsOfOthers;
    }

    /** Returns the subscriptions of other accounts that usage lines and claims of this account name. */
    public List<AzureSubscription> subscriptionsOfOthers() {
        return subscriptionsOfOthers;
    }
}
