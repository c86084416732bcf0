package io.tallybook.analysis.azure;

import io.tallybook.ledger.AzureSubscription;
import io.tallybook.ledger.AzureUsage;
import io.tallybook.ledger.Dossier;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.UsageSum;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The Azure charges of one account up to the as-of date: single lines and summed ones as one stream.
 *
 * @param all  the charges; lines in reading order, then sums
 * @param ignored  the number of lines dated after the as-of date, which are left out
 */
record Charges(List<Charge> all, long ignored) {
    Charges {
        all = List.copyOf(all);
    }

    static Charges of(Dossier dossier, LocalDate asOf) {
        Map<String, AzureSubscription> subscriptions = new HashMap<>();
        for (Entry<AzureSubscription> entry : dossier.all(AzureSubscription.class)) {
            subscriptions.putIfAbsent(entry.record().subscription(), entry.record());
        }
        dossier.subscriptionsOfOthers().forEach(row -> subscriptions.putIfAbsent(row.subscription(), row));
        List<Charge> charges = new ArrayList<>();
        long ignored = 0;
        for (Entry<AzureUsage> entry : dossier.all(AzureUsage.class)) {
            AzureUsage line = entry.record();
            if (line.date().isAfter(asOf)) {
                ignored++;
            } else {
                charges.add(Charge.of(line, subscriptions.get(line.subscription()), dossier.account(), entry.origin()));
            }
        }
        for (UsageSum sum : dossier.usage()) {
            Optional<UsageSum> counted = sum.upTo(asOf);
            ignored += sum.count() - counted.map(UsageSum::count).orElse(0L);
            counted.ifPresent(lines ->
                    charges.add(Charge.of(lines, subscriptions.get(lines.line().subscription()), dossier.account())));
        }
        return new Charges(charges, ignored);
    }

    /** Returns the charges of other accounts that serve the solutions of this one, by the account charged. */
    static SortedMap<String, List<Charge>> ofOthers(Dossier dossier, LocalDate asOf) {
        SortedMap<String, List<Charge>> charges = new TreeMap<>();
        for (UsageSum sum : dossier.usageOfOthers()) {
            String charged = sum.line().account();
            // Only what it costs is looked at: what its subscription says beside the solution plays no part.
            sum.upTo(asOf)
                    .ifPresent(lines -> charges.computeIfAbsent(charged, account -> new ArrayList<>())
                            .add(Charge.of(lines, null, charged)));
        }
        return charges;
    }

    /** Returns the first day on which this consumer used Azure, or empty. */
    Optional<LocalDate> firstUse(String consumer) {
        return all.stream()
                .filter(charge -> charge.isUse() && charge.consumer().equals(consumer))
                .map(charge -> charge.line().date())
                .min(LocalDate::compareTo);
    }
}
