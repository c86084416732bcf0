package io.tallybook.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Memberships and offers bought, one row per purchase (that is, per enrollment year); a swap is a row of its own. */
@RecordType(
        name = "partner_offers",
        about =
                "memberships and offers bought, one row per purchase (that is, per enrollment year); a swap is a row of its own",
        area = "partner",
        key = {"offer"})
public record PartnerOffer(
        @Column(type = ColumnType.ID, required = true, about = "number of this purchase")
        String offer,

        @Column(type = ColumnType.ID, required = true) String account,

        @Column(
                type = ColumnType.TEXT,
                required = true,
                about =
                        "name or code of the offer; see `offer-codes` in results-partner.yaml. A name that is not listed there is kept")
        String offerCode,

        @Column(type = ColumnType.TEXT, about = "Solutions Partner designation, e.g. Data & AI")
        String designation,

        @Column(
                type = ColumnType.CODE,
                about =
                        "REENROLLMENT = bought again after a gap; SWAP = received in exchange for the offer in `previous`")
        @Nullable
        PurchaseType purchaseType,

        @Column(
                type = ColumnType.DATE,
                required = true,
                about = "day of the purchase, renewal or swap; a row dated after the as-of date is ignored")
        LocalDate purchased,

        @Column(type = ColumnType.ID, about = "the offer that this one renews, follows or was swapped for")
        String previous,

        @Column(type = ColumnType.DATE, about = "day on which the eligibility criteria were met") @Nullable
        LocalDate eligibleOn,

        @Column(type = ColumnType.DATE, about = "first day of the enrollment year; blank = purchased") @Nullable
        LocalDate start,

        @Column(
                type = ColumnType.DATE,
                notBefore = {"start", "purchased"},
                about =
                        "last day of the enrollment year, inclusive; blank = one year less one day from the start, printed as an assumption")
        @Nullable
        LocalDate end,

        @Column(type = ColumnType.DATE, about = "day on which the first benefit was provided; blank = none yet")
        @Nullable
        LocalDate benefitsProvided,

        @Column(type = ColumnType.DATE, about = "day on which the benefit details in Partner Center were read")
        @Nullable
        LocalDate benefitsReviewed,

        @Column(type = ColumnType.MONEY, about = "annual fee") @Nullable
        BigDecimal fee,

        @Column(type = ColumnType.CURRENCY, about = "of the fee") @Nullable
        CurrencyUnit currency,

        @Column(type = ColumnType.DATE, about = "blank = not paid yet") @Nullable
        LocalDate feePaid,

        @Column(type = ColumnType.YESNO, about = "has any benefit of it been used or activated")
        YesNo benefitConsumed,

        @Column(type = ColumnType.DATE, about = "first day; a filled date means Y") @Nullable
        LocalDate benefitConsumedOn,

        @Column(type = ColumnType.YESNO, about = "has any token or key of it been looked at")
        YesNo tokenViewed,

        @Column(type = ColumnType.DATE, about = "first day; a filled date means Y") @Nullable
        LocalDate tokenViewedOn,

        @Column(type = ColumnType.DATE, about = "blank = no refund was asked for") @Nullable
        LocalDate refundRequested)
        implements LedgerRecord {

    /** Values of the column {@code purchase_type}. */
    public enum PurchaseType {
        INITIAL,
        RENEWAL,
        REENROLLMENT,
        SWAP
    }
}
