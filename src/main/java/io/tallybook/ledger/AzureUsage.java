package io.tallybook.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Azure charges, one row per charge line of an export or invoice. */
@RecordType(
        name = "azure_usage",
        about = "Azure charges, one row per charge line of an export or invoice",
        area = "azure",
        key = {"line"},
        account = "azure_subscriptions")
public record AzureUsage(
        @Column(
                type = ColumnType.ID,
                required = true,
                about =
                        "unique name of the line; an import profile makes one from file and row where the export has none")
        String line,

        @Column(
                type = ColumnType.DATE,
                required = true,
                about = "day of the usage; decides the month, whenever it is paid")
        LocalDate date,

        @Column(
                type = ColumnType.DECIMAL,
                required = true,
                about =
                        "cost before tax in `currency`, any number of decimals, never rounded; negative for refunds and credits")
        BigDecimal amount,

        @Column(type = ColumnType.CURRENCY, required = true) CurrencyUnit currency,

        @Column(
                type = ColumnType.DECIMAL,
                about = "the same amount in USD where the export has it; comes before the rates table")
        @Nullable
        BigDecimal usdAmount,

        @Column(type = ColumnType.ID) String subscription,

        @Column(
                type = ColumnType.ID,
                about =
                        "who is charged. Blank: the account of the subscription; else of the agreement whose number is billing_account; else billing_account itself; else setting azure.account; else the row is rejected")
        String account,

        @Column(
                type = ColumnType.ID,
                about = "billing account of the export; for an Enterprise Agreement the enrollment number")
        String billingAccount,

        @Column(
                type = ColumnType.ID,
                about =
                        "who used it; blank = the consumer of the subscription, and if that is blank the account itself")
        String consumer,

        @Column(
                type = ColumnType.CODE,
                about =
                        "blank = the operator of the subscription; if that is not known either, the operator is not known")
        @Nullable
        Operator operator,

        @Column(type = ColumnType.CODE, about = "blank = AZURE") @Nullable
        ServiceFamily serviceFamily,

        @Column(type = ColumnType.CODE, about = "MARKETPLACE = third-party charge; blank = MICROSOFT") @Nullable
        Publisher publisher,

        @Column(
                type = ColumnType.CODE,
                about =
                        "blank = USAGE. PURCHASE = reservation, savings plan or another commitment; UNUSED_COMMITMENT = the unused part of one, in an amortized export; PREPAYMENT = money paid in advance (monetary commitment)")
        @Nullable
        ChargeType chargeType,

        @Column(
                type = ColumnType.CODE,
                about =
                        "blank = PAID. PREPAID = drawn from a prepayment; FREE_CREDIT = covered by a grant or sponsorship")
        @Nullable
        Funding funding,

        @Column(type = ColumnType.INTEGER, min = "1", about = "for PURCHASE: months that it covers") @Nullable
        Integer termMonths,

        @Column(type = ColumnType.YESNO, about = "for PURCHASE: Y = charged again every month")
        YesNo recurring,

        @Column(type = ColumnType.CODE, about = "blank = ACTUAL") @Nullable
        CostView costView,

        @Column(type = ColumnType.CODE, about = "where the line comes from") @Nullable
        SourceType sourceType,

        @Column(type = ColumnType.DATE, about = "for information; never used") @Nullable
        LocalDate paidOn,

        @Column(type = ColumnType.TEXT) String service,
        @Column(type = ColumnType.TEXT) String resource,
        @Column(type = ColumnType.TEXT) String meter,

        @Column(type = ColumnType.ID, about = "the solution that it serves; blank = the solution of the subscription")
        String solution,

        @Column(type = ColumnType.ID, about = "the end customer that it serves alone; blank = shared")
        String endCustomer,

        @Column(type = ColumnType.TEXT, about = "name of the Foundry model whose inferencing is charged")
        String foundryModel,

        @Column(
                type = ColumnType.YESNO,
                about =
                        "is the model sold directly by Azure; Y or N makes the line a model line even without a model name")
        YesNo soldDirectly)
        implements LedgerRecord {

    /** Values of the column {@code service_family}. */
    public enum ServiceFamily {
        AZURE,
        MICROSOFT_365,
        DYNAMICS_365,
        OTHER
    }

    /** Values of the column {@code publisher}. */
    public enum Publisher {
        MICROSOFT,
        MARKETPLACE
    }

    /** Values of the column {@code charge_type}. */
    public enum ChargeType {
        USAGE,
        PURCHASE,
        UNUSED_COMMITMENT,
        REFUND,
        ADJUSTMENT,
        CREDIT,
        PREPAYMENT,
        TAX
    }

    /** Values of the column {@code funding}. */
    public enum Funding {
        PAID,
        PREPAID,
        FREE_CREDIT
    }

    /** Values of the column {@code cost_view}. */
    public enum CostView {
        ACTUAL,
        AMORTIZED
    }

    /** Values of the column {@code source_type}. */
    public enum SourceType {
        RESELLER_INVOICE,
        EA_REPORT,
        ACCOUNT_CENTER,
        INVOICE,
        ONLINE_USAGE
    }
}
