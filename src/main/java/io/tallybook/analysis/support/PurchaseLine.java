package io.tallybook.analysis.support;

import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Origin;
import io.tallybook.ledger.Pool;
import io.tallybook.ledger.Purchase;
import io.tallybook.ledger.Purchase.LicenseModel;
import io.tallybook.ledger.Purchase.Offering;
import io.tallybook.ledger.Purchase.OrderType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order line with everything about it resolved that does not depend on the day it is looked at.
 *
 * <p>An agreement's lines are gone through many times. What every pass asks for stands here and not behind the row: a
 * million lines are slow to reach, not slow to compare.
 *
 * @param row  the row
 * @param origin  where it was read
 * @param ordered  its order date
 * @param coverageStart  the first day of its coverage, or null
 * @param coverageEnd  the last day of its coverage, or null
 * @param isSaLine  does its offering hold SA
 * @param isCorrection  is it a return or an adjustment
 * @param isOtherCurrency  is it in another currency than its agreement
 * @param product  pool and product
 * @param quantity  net quantity; that of a return is negative
 * @param amount  net amount; that of a return is negative
 * @param kind  what it is to SA spend
 * @param spend  the SA spend it holds, or for what cannot be counted the amount that may hold it
 * @param recognised  the day on which its spend is recognised
 * @param ofTerm  does it belong to the current term of its agreement
 * @param component  the SCE component of its product, or null
 * @param warehouse  is its product SQL Server Enterprise, which Parallel Data Warehouse is deployed on
 */
record PurchaseLine(
        Purchase row,
        Origin origin,
        LocalDate ordered,
        @Nullable LocalDate coverageStart,
        @Nullable LocalDate coverageEnd,
        boolean isSaLine,
        boolean isCorrection,
        boolean isOtherCurrency,
        ProductInPool product,
        BigDecimal quantity,
        BigDecimal amount,
        SpendKind kind,
        BigDecimal spend,
        LocalDate recognised,
        boolean ofTerm,
        @Nullable SceComponent component,
        boolean warehouse) {

    private static final Set<Offering> SA_OFFERINGS =
            EnumSet.of(Offering.L_SA, Offering.SA, Offering.SUBSCRIPTION, Offering.STEP_UP, Offering.SA_PRIOR_L);

    /** Resolves a row. */
    static PurchaseLine of(Entry<Purchase> entry, Agreement agreement, Rulebook rules) {
        Purchase line = entry.record();
        NamedProduct named = rules.product(line.product(), line.edition());
        ProductInPool product = named.in(line.pool());
        boolean returned = line.orderType() == OrderType.RETURN;
        BigDecimal amount = signed(line.amount(), returned);
        BigDecimal saAmount = line.saAmount() == null ? null : signed(line.saAmount(), returned);
        SpendShare share = SpendShare.of(line.offering(), agreement.program(), rules.settings());
        boolean otherCurrency = !line.currency().equals(agreement.currency());
        SpendKind kind = kind(share, otherCurrency, product.pool(), saAmount);
        BigDecimal spend = switch (share) {
            case NOTHING -> BigDecimal.ZERO;
            case WHOLE -> amount;
            case SA_COMPONENT -> saAmount == null ? amount : saAmount;
        };
        LocalDate recognised = Recognition.day(line, agreement);
        return new PurchaseLine(
                line,
                entry.origin(),
                line.orderDate(),
                line.coverageStart(),
                line.coverageEnd(),
                SA_OFFERINGS.contains(line.offering()),
                returned || line.orderType() == OrderType.ADJUSTMENT,
                otherCurrency,
                product,
                signed(line.quantity(), returned),
                amount,
                kind,
                spend,
                recognised,
                Recognition.isOfTerm(line, agreement, recognised),
                rules.componentOf(named.key(), line.licenseModel()),
                rules.isWarehouseProduct(named.key()));
    }

    private static BigDecimal signed(BigDecimal printed, boolean returned) {
        return returned ? printed.abs().negate() : printed;
    }

    private static SpendKind kind(
            SpendShare share, boolean otherCurrency, @Nullable Pool pool, @Nullable BigDecimal saAmount) {
        if (share == SpendShare.NOTHING) {
            return SpendKind.NONE;
        }
        if (otherCurrency) {
            return SpendKind.OTHER_CURRENCY;
        }
        if (pool == null) {
            return SpendKind.NO_POOL;
        }
        return share == SpendShare.SA_COMPONENT && saAmount == null ? SpendKind.SPLIT_MISSING : SpendKind.COUNTED;
    }

    boolean isNegative() {
        return quantity.signum() < 0 || amount.signum() < 0;
    }

    /** Is it an SA line of the term that takes something away? */
    boolean isNegativeSaOfTerm() {
        return ofTerm && isSaLine && isNegative();
    }

    /** Is its product a Client Access License? */
    boolean isCal() {
        return product.pool() == Pool.CAL
                || row.licenseModel() == LicenseModel.CAL
                || product.key().endsInCal();
    }

    /** Is a coverage date missing, so that an SA line is neither active nor inactive? */
    boolean hasOpenCoverage() {
        return coverageStart == null || coverageEnd == null;
    }

    /** Does its quantity count on that day: coverage holds the day; for a correction it may also be blank. */
    boolean countsOn(LocalDate day) {
        return (isCorrection ? !ordered.isAfter(day) : !hasOpenCoverage())
                && (coverageStart == null || !coverageStart.isAfter(day))
                && (coverageEnd == null || !coverageEnd.isBefore(day));
    }

    /** Is its spend recognised by that day, within the term? */
    boolean isRecognisedBy(LocalDate day, Agreement agreement) {
        return ofTerm && !recognised.isAfter(day) && !recognised.isAfter(agreement.end()) && !ordered.isAfter(day);
    }
}
