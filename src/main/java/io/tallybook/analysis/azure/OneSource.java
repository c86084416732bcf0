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
    private record Slot(String subscription, YearMonth month) {}

    private static final List<SourceType> PREFERENCE = List.of(
            SourceType.RESELLER_INVOICE,
            SourceType.EA_REPORT,
            SourceType.ACCOUNT_CENTER,
            SourceType.INVOICE,
            SourceType.ONLINE_USAGE);

    private final Map<Slot, Integer> sources = new HashMap<>();
    private final Map<Slot, Boolean> amortized = new HashMap<>();

    private OneSource() {}

    static OneSource of(Collection<Charge> charges) {
        OneSource choice = new OneSource();
        for (Charge charge : charges) {
            if (!charge.isPurchase()) {
                choice.sources.merge(slot(charge), rank(charge.line().sourceType()), Math::min);
            }
        }
        for (Charge charge : charges) {
            if (!charge.isPurchase() && choice.isOfChosenSource(charge)) {
                choice.amortized.merge(slot(charge), charge.isAmortized(), Boolean::logicalOr);
            }
        }
        return choice;
    }

    /** Says as what a charge is seen twice; empty when it counts. */
    String seenTwice(Charge charge) {
        if (charge.isPurchase()) {
            return "";
        }
        if (!isOfChosenSource(charge)) {
            return "seen twice: " + name(rank(charge.line().sourceType())) + ", where "
                    + name(sources.getOrDefault(slot(charge), -1)) + " counts";
        }
        return amortized.getOrDefault(slot(charge), false) && !charge.isAmortized()
                ? "seen twice: actual cost, where the amortized cost counts"
                : "";
    }

    private boolean isOfChosenSource(Charge charge) {
        return sources.getOrDefault(slot(charge), -1) == rank(charge.line().sourceType());
    }

    private static Slot slot(Charge charge) {
        return new Slot(charge.line().subscription(), charge.month());
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
