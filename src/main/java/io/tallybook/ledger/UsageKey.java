package io.tallybook.ledger;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.tallybook.ledger.AzureUsage.ChargeType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * The columns beside its date by which rules tell a usage line from others.
 *
 * <ul>
 *   <li>{@code account, subscription, consumer, operator}: whose usage it is, and who operates it;
 *   <li>{@code currency}, and whether there is a {@code usd_amount};
 *   <li>{@code service_family, publisher, charge_type, funding, cost_view, source_type}: whether it counts, and whether the
 *       same usage is seen twice;
 *   <li>{@code term_months, recurring}, and for a PURCHASE its {@code amount} and {@code usd_amount}, because the monthly part
 *       is rounded line by line;
 *   <li>{@code solution, end_customer, foundry_model, sold_directly}: the solution that it serves;
 *   <li>the file and the sheet, so that a sum names where its lines stand.
 * </ul>
 *
 * <p>No rule reads {@code line, billing_account, paid_on, service, resource, meter}; a sum leaves them blank.
 */
final class UsageKey implements Comparable<UsageKey> {
    private static final Comparator<AzureUsage> SHARED_COLUMNS = comparing(AzureUsage::account)
            .thenComparing(AzureUsage::subscription)
            .thenComparing(AzureUsage::consumer)
            .thenComparing(AzureUsage::operator, nullsFirst(naturalOrder()))
            .thenComparing(AzureUsage::currency)
            .thenComparing(AzureUsage::serviceFamily, nullsFirst(naturalOrder()))
            .thenComparing(AzureUsage::publisher, nullsFirst(naturalOrder()))
            .thenComparing(AzureUsage::chargeType, nullsFirst(naturalOrder()))
            .thenComparing(AzureUsage::funding, nullsFirst(naturalOrder()))
            .thenComparing(AzureUsage::costView, nullsFirst(naturalOrder()))
            .thenComparing(AzureUsage::sourceType, nullsFirst(naturalOrder()))
            .thenComparing(AzureUsage::termMonths, nullsFirst(naturalOrder()))
            .thenComparing(AzureUsage::recurring)
            .thenComparing(AzureUsage::solution)
            .thenComparing(AzureUsage::endCustomer)
            .thenComparing(AzureUsage::foundryModel)
            .thenComparing(AzureUsage::soldDirectly);

    private static final Comparator<UsageKey> ORDER = comparing(UsageKey::example, SHARED_COLUMNS)
            .thenComparing(UsageKey::hasUsd)
            .thenComparing(UsageKey::ownAmount, nullsFirst(naturalOrder()))
            .thenComparing(UsageKey::ownUsd, nullsFirst(naturalOrder()))
            .thenComparing(UsageKey::file)
            .thenComparing(UsageKey::sheet);

    private final AzureUsage example;
    private final boolean hasUsd;
    private final String file;
    private final String sheet;
    private final int hash;

    private UsageKey(AzureUsage example, String file, String sheet) {
        this.example = example;
        this.hasUsd = example.usdAmount() != null;
        this.file = file;
        this.sheet = sheet;
        this.hash = hash();
    }

    static UsageKey of(AzureUsage line, String file, String sheet) {
        return new UsageKey(line, file, sheet);
    }

    /** Whether the USD value of a line depends on its day: it has to be converted at that day's rate. */
    boolean needsDay() {
        return !hasUsd && !example.currency().equals(CurrencyUnit.USD);
    }

    /** Whether a line keeps its own amount: the monthly part of a purchase is rounded line by line. */
    boolean keepsAmount() {
        return example.chargeType() == ChargeType.PURCHASE;
    }

    private boolean hasUsd() {
        return hasUsd;
    }

    String file() {
        return file;
    }

    String sheet() {
        return sheet;
    }

    private AzureUsage example() {
        return example;
    }

    private @Nullable BigDecimal ownAmount() {
        return keepsAmount() ? example.amount().stripTrailingZeros() : null;
    }

    private @Nullable BigDecimal ownUsd() {
        BigDecimal usd = example.usdAmount();
        return keepsAmount() && usd != null ? usd.stripTrailingZeros() : null;
    }

    /** The line that stands for all lines of this key in a month: only what they share, and no amounts. */
    AzureUsage line(LocalDate month) {
        return line(example, month, BigDecimal.ZERO, hasUsd ? BigDecimal.ZERO : null);
    }

    /** A line with other amounts, and without what no rule reads. */
    static AzureUsage line(AzureUsage example, LocalDate firstDay, BigDecimal amount, @Nullable BigDecimal usdAmount) {
        return new AzureUsage(
                "",
                firstDay,
                amount,
                example.currency(),
                usdAmount,
                example.subscription(),
                example.account(),
                "",
                example.consumer(),
                example.operator(),
                example.serviceFamily(),
                example.publisher(),
                example.chargeType(),
                example.funding(),
                example.termMonths(),
                example.recurring(),
                example.costView(),
                example.sourceType(),
                null,
                "",
                "",
                "",
                example.solution(),
                example.endCustomer(),
                example.foundryModel(),
                example.soldDirectly());
    }

    // Only the columns that vary within one export: this runs once for each of millions of lines.
    private int hash() {
        int result = example.subscription().hashCode();
        result = 31 * result + example.account().hashCode();
        result = 31 * result + example.consumer().hashCode();
        result = 31 * result + example.currency().hashCode();
        result = 31 * result + Objects.hashCode(example.chargeType());
        result = 31 * result + Objects.hashCode(example.publisher());
        result = 31 * result + Objects.hashCode(example.operator());
        result = 31 * result + example.solution().hashCode();
        result = 31 * result + example.endCustomer().hashCode();
        result = 31 * result + example.foundryModel().hashCode();
        result = 31 * result + file.hashCode();
        return keepsAmount() ? 31 * result + Objects.hashCode(ownAmount()) : result;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UsageKey key && hash == key.hash && isSame(key);
    }

    private boolean isSame(UsageKey other) {
        AzureUsage mine = example;
        AzureUsage theirs = other.example;
        return hasUsd == other.hasUsd
                && mine.account().equals(theirs.account())
                && mine.subscription().equals(theirs.subscription())
                && mine.consumer().equals(theirs.consumer())
                && mine.operator() == theirs.operator()
                && mine.currency().equals(theirs.currency())
                && mine.serviceFamily() == theirs.serviceFamily()
                && mine.publisher() == theirs.publisher()
                && mine.chargeType() == theirs.chargeType()
                && mine.funding() == theirs.funding()
                && mine.costView() == theirs.costView()
                && mine.sourceType() == theirs.sourceType()
                && Objects.equals(mine.termMonths(), theirs.termMonths())
                && mine.recurring() == theirs.recurring()
                && mine.solution().equals(theirs.solution())
                && mine.endCustomer().equals(theirs.endCustomer())
                && mine.foundryModel().equals(theirs.foundryModel())
                && mine.soldDirectly() == theirs.soldDirectly()
                && file.equals(other.file)
                && sheet.equals(other.sheet)
                && isSameAmount(ownAmount(), other.ownAmount())
                && isSameAmount(ownUsd(), other.ownUsd());
    }

    private static boolean isSameAmount(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    @Override
    public int compareTo(UsageKey other) {
        // By hand where keys mostly differ: some hundred thousand are sorted while nobody reads.
        int order = example.account().compareTo(other.example.account());
        if (order == 0) {
            order = example.subscription().compareTo(other.example.subscription());
        }
        return order == 0 ? ORDER.compare(this, other) : order;
    }
}
