package io.tallybook.analysis.azure;

import io.tallybook.ledger.AzureUsage.SourceType;
import io.tallybook.ledger.RecordDefinition;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets the same usage count once when it was delivered from several sources (IPA-52).
 *
 * <p>Of the lines of one subscription and month those of one source type count: the first that occurs of RESELLER_INVOICE,
 * EA_REPORT, ACCOUNT_CENTER, INVOICE, ONLINE_USAGE, blank; of these, the amortized ones if there are any. For example, with
 * lines of EA_REPORT and ONLINE_USAGE in August, those of ONLINE_USAGE are the same usage seen twice. Purchases take no part.
 */
final class OneSource {
    private static final List<SourceType> PREFERENCE = List.of(
            SourceType.RESELLER_INVOICE,
            SourceType.EA_REPORT,
            SourceType.ACCOUNT_CENTER,
            SourceType.INVOICE,
            SourceType.ONLINE_USAGE);

    /** What counts of the lines of a subscription in a month. */
    private static final class Choice {
        private int rank = Integer.MAX_VALUE;
        private boolean amortized;

        private void look(Charge charge) {
            int other = rank(charge.line().sourceType());
            if (other < rank) {
                rank = other;
                amortized = false;
            }
            amortized |= other == rank && charge.isAmortized();
        }
    }

    private final Map<YearMonth, Map<String, Choice>> choices = new HashMap<>();

    private OneSource() {}

    static OneSource of(Collection<Charge> charges) {
        OneSource source = new OneSource();
        for (Charge charge : charges) {
            if (!charge.isPurchase()) {
                source.choices
                        .computeIfAbsent(charge.month(), month -> new HashMap<>())
                        .computeIfAbsent(charge.line().subscription(), subscription -> new Choice())
                        .look(charge);
            }
        }
        return source;
    }

    /** Says as what a charge is seen twice; empty when it counts. */
    String seenTwice(Charge charge) {
        Choice choice =
                choices.getOrDefault(charge.month(), Map.of()).get(charge.line().subscription());
        if (charge.isPurchase() || choice == null) {
            return "";
        }
        int rank = rank(charge.line().sourceType());
        if (rank != choice.rank) {
            return "seen twice: " + name(rank) + ", where " + name(choice.rank) + " counts";
        }
        return choice.amortized && !charge.isAmortized()
                ? "seen twice: actual cost, where the amortized cost counts"
                : "";
    }

    private static int rank(@Nullable SourceType type) {
        return type == null ? PREFERENCE.size() : PREFERENCE.indexOf(type);
    }

    private static String name(int rank) {
        return rank == PREFERENCE.size()
                ? "a line without source type"
                : "source " + RecordDefinition.code(PREFERENCE.get(rank));
    }
}
