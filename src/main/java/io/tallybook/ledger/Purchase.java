package io.tallybook.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Order lines of licenses, Software Assurance, subscriptions and adjustments, net of tax. */
@RecordType(
        name = "purchases",
        about = "order lines of licenses, Software Assurance, subscriptions and adjustments, net of tax",
        area = "core",
        key = {"agreement", "line"},
        account = "agreements")
public record Purchase(
        @Column(type = ColumnType.ID, required = true) String agreement,

        @Column(type = ColumnType.ID, required = true, about = "unique within the agreement")
        String line,

        @Column(type = ColumnType.ID) String order,

        @Column(type = ColumnType.DATE, required = true, about = "when the order was submitted")
        LocalDate orderDate,

        @Column(type = ColumnType.DATE) @Nullable LocalDate invoiceDate,
        @Column(type = ColumnType.TEXT, required = true) String product,
        @Column(type = ColumnType.TEXT) String edition,
        @Column(type = ColumnType.TEXT) String version,

        @Column(type = ColumnType.CODE, about = "when blank, taken from the product catalogue") @Nullable
        Pool pool,

        @Column(
                type = ColumnType.CODE,
                required = true,
                about =
                        "L = license only; L_SA = license and SA; FROM_SA = From SA subscription; SA_PRIOR_L = SA before license; BUYOUT = license bought out later")
        Offering offering,

        @Column(type = ColumnType.CODE) @Nullable OrderType orderType,
        @Column(type = ColumnType.CODE) @Nullable Category category,
        @Column(type = ColumnType.CODE) @Nullable LicenseModel licenseModel,
        @Column(type = ColumnType.CODE) @Nullable CalType calType,

        @Column(type = ColumnType.DECIMAL, required = true, about = "negative for returns")
        BigDecimal quantity,

        @Column(type = ColumnType.MONEY, required = true, about = "net line amount, negative for returns and credits")
        BigDecimal amount,

        @Column(
                type = ColumnType.MONEY,
                about = "the SA component of an L_SA line; SA and SUBSCRIPTION lines count in full without it")
        @Nullable
        BigDecimal saAmount,

        @Column(type = ColumnType.CURRENCY, required = true) CurrencyUnit currency,

        @Column(type = ColumnType.DATE, about = "first day of SA or subscription") @Nullable
        LocalDate coverageStart,

        @Column(type = ColumnType.DATE, notBefore = "coverage_start", about = "last day, inclusive") @Nullable
        LocalDate coverageEnd,

        @Column(
                type = ColumnType.CODE,
                about = "how the underlying license was bought; FPP = retail full packaged product")
        @Nullable
        Channel channel,

        @Column(type = ColumnType.DATE, about = "purchase date of the underlying OEM or FPP license") @Nullable
        LocalDate licensePurchased,

        @Column(type = ColumnType.ID, about = "the license position this line belongs to")
        String license,

        @Column(type = ColumnType.YESNO) YesNo perpetual,

        @Column(type = ColumnType.YESNO, about = "was it the latest version on the order date")
        YesNo latestVersion,

        @Column(type = ColumnType.DATE, about = "the underlying license was transferred in on this day") @Nullable
        LocalDate transferredOn,

        @Column(type = ColumnType.DATE) @Nullable LocalDate transferorSaEnd,

        @Column(type = ColumnType.ID, about = "renewal from this agreement")
        String priorAgreement,

        @Column(type = ColumnType.DATE) @Nullable LocalDate priorSaEnd,
        @Column(type = ColumnType.DECIMAL) @Nullable BigDecimal priorQuantity,
        @Column(type = ColumnType.CODE) @Nullable PriorCalType priorCalType,
        @Column(type = ColumnType.TEXT) String priorEdition,

        @Column(type = ColumnType.TEXT, about = "product stepped up from")
        String stepUpFrom,

        @Column(type = ColumnType.DATE, about = "effective date of the order, where it differs") @Nullable
        LocalDate effective,

        @Column(
                type = ColumnType.YESNO,
                about =
                        "Y = the transferor's SA had a gap before the transfer; blank = none is known, and transferor_sa_end decides alone")
        YesNo transferorSaGap)
        implements LedgerRecord {

    /** Values of the column {@code offering}. */
    public enum Offering {
        L,
        L_SA,
        SA,
        SUBSCRIPTION,
        STEP_UP,
        FROM_SA,
        SA_PRIOR_L,
        BUYOUT,
        ESU,
        ONLINE_SERVICE,
        OTHER
    }

    /** Values of the column {@code order_type}. */
    public enum OrderType {
        INITIAL,
        TRUE_UP,
        RENEWAL,
        RETURN,
        ADJUSTMENT,
        TRANSITION,
        REATTACH
    }

    /** Values of the column {@code category}. */
    public enum Category {
        ENTERPRISE,
        ADDITIONAL,
        APPLICATION_PLATFORM,
        CORE_INFRASTRUCTURE,
        ONLINE_SERVICE
    }

    /** Values of the column {@code license_model}. */
    public enum LicenseModel {
        CORE,
        CORE_2_PACK,
        CORE_16_PACK,
        SERVER,
        PROCESSOR,
        PROCESSOR_2,
        CAL,
        MANAGEMENT_LICENSE,
        EXTERNAL_CONNECTOR,
        DEVICE,
        USER
    }

    /** Values of the column {@code cal_type}. */
    public enum CalType {
        USER,
        DEVICE,
        OSE
    }

    /** Values of the column {@code channel}. */
    public enum Channel {
        VOLUME,
        FPP,
        OEM
    }

    /** Values of the column {@code prior_cal_type}. */
    public enum PriorCalType {
        USER,
        DEVICE,
        OSE
    }
}
