package io.tallybook.analysis.azure;

import io.tallybook.ledger.AzureSubscription;
import io.tallybook.ledger.AzureUsage;
import io.tallybook.ledger.AzureUsage.ChargeType;
import io.tallybook.ledger.AzureUsage.CostView;
import io.tallybook.ledger.AzureUsage.Funding;
import io.tallybook.ledger.AzureUsage.Publisher;
import io.tallybook.ledger.AzureUsage.ServiceFamily;
import io.tallybook.ledger.Operator;
import io.tallybook.ledger.Origin;
import io.tallybook.ledger.UsageSum;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A usage line, or several that were summed while they were read, with what the subscription says where the line is blank.
 *
 * @param line  the columns
 * @param count  how many lines they are
 * @param consumer  who used it
 * @param operator  who operates it; null when neither line nor subscription says
 * @param solution  the solution that it serves; empty if none
 * @param origin  where the line stands; null for a sum
 * @param sum  the sum; null for a line
 * @param month  the month of its date
 */
record Charge(
        AzureUsage line,
        long count,
        String consumer,
        @Nullable Operator operator,
        String solution,
        @Nullable Origin origin,
        @Nullable UsageSum sum,
        YearMonth month) {

    static Charge of(AzureUsage line, @Nullable AzureSubscription subscription, String account, Origin origin) {
        return resolved(line, subscription, account, 1, origin, null);
    }

    static Charge of(UsageSum sum, @Nullable AzureSubscription subscription, String account) {
        return resolved(sum.line(), subscription, account, sum.count(), null, sum);
    }

    private static Charge resolved(
            AzureUsage line,
            @Nullable AzureSubscription subscription,
            String account,
            long count,
            @Nullable Origin origin,
            @Nullable UsageSum sum) {
        String subscribed = subscription == null ? "" : subscription.consumer();
        return new Charge(
                line,
                count,
                firstFilled(line.consumer(), subscribed, account),
                line.operator() != null || subscription == null ? line.operator() : subscription.operator(),
                firstFilled(line.solution(), subscription == null ? "" : subscription.solution(), ""),
                origin,
                sum,
                YearMonth.from(line.date()));
    }

    private static String firstFilled(String first, String second, String last) {
        if (!first.isEmpty()) {
            return first;
        }
        return second.isEmpty() ? last : second;
    }

    ServiceFamily family() {
        return Objects.requireNonNullElse(line.serviceFamily(), ServiceFamily.AZURE);
    }

    ChargeType type() {
        return Objects.requireNonNullElse(line.chargeType(), ChargeType.USAGE);
    }

    boolean isPurchase() {
        return type() == ChargeType.PURCHASE;
    }

    boolean isThirdParty() {
        return line.publisher() == Publisher.MARKETPLACE;
    }

    boolean isFree() {
        return line.funding() == Funding.FREE_CREDIT;
    }

    boolean isAmortized() {
        return line.costView() == CostView.AMORTIZED;
    }

    /** Whether it shows that its consumer used Azure: any amount, operator and funding will do. */
    boolean isUse() {
        return family() == ServiceFamily.AZURE && !isThirdParty() && type() == ChargeType.USAGE;
    }

    /** Whether it is the charge of a model: it names one, or says who sells it. */
    boolean isModelLine() {
        return !line.foundryModel().isEmpty() || line.soldDirectly().isKnown();
    }
}
