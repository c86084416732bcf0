package io.tallybook.ledger;

import java.time.LocalDate;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** One licensing unit whose spend stands alone - enrollment, Select Plus registration, Open agreement or authorization number, MPSA purchasing account, customer agreement. */
@RecordType(
        name = "agreements",
        about =
                "one licensing unit whose spend stands alone - enrollment, Select Plus registration, Open agreement or authorization number, MPSA purchasing account, customer agreement",
        area = "core",
        key = {"agreement"})
public record Agreement(
        @Column(
                type = ColumnType.ID,
                required = true,
                about = "enrollment / registration / authorization / purchasing account number")
        String agreement,

        @Column(type = ColumnType.ID, required = true) String account,

        @Column(
                type = ColumnType.CODE,
                required = true,
                about =
                        "EAP = Enrollment for Application Platform; EES = Enrollment for Education Solutions; MCA = Microsoft Customer Agreement; CLOUD_AGREEMENT = Microsoft Cloud Agreement; MOSP = web direct")
        Program program,

        @Column(type = ColumnType.CURRENCY, required = true) CurrencyUnit currency,
        @Column(type = ColumnType.DATE, required = true) LocalDate start,

        @Column(type = ColumnType.DATE, required = true, notBefore = "start")
        LocalDate end,

        @Column(type = ColumnType.YESNO) YesNo academic,

        @Column(type = ColumnType.CODE, about = "price level") @Nullable
        Level level,

        @Column(type = ColumnType.INTEGER, about = "year of the agreement form, e.g. 2011") @Nullable
        Integer agreementVersion,

        @Column(type = ColumnType.INTEGER, about = "year of the enrollment form") @Nullable
        Integer enrollmentVersion,

        @Column(type = ColumnType.CODE) @Nullable Payment payment,

        @Column(type = ColumnType.CODE, about = "SAM = Software Assurance Membership") @Nullable
        SaCommitment saCommitment,

        @Column(type = ColumnType.CODES) Set<SamPools> samPools,
        @Column(type = ColumnType.DATE) @Nullable LocalDate samStart,
        @Column(type = ColumnType.YESNO) YesNo companyWide,

        @Column(type = ColumnType.DATE, about = "active Premier Services Agreement of the customer") @Nullable
        LocalDate premierStart,

        @Column(type = ColumnType.DATE, notBefore = "premier_start") @Nullable
        LocalDate premierEnd,

        @Column(type = ColumnType.YESNO, about = "PDW deployed on SQL Server Enterprise licenses of this agreement")
        YesNo parallelDataWarehouse)
        implements LedgerRecord {

    /** Values of the column {@code program}. */
    public enum Program {
        EA,
        EA_SUBSCRIPTION,
        SCE,
        EAP,
        SELECT,
        SELECT_PLUS,
        OPEN_LICENSE,
        OPEN_VALUE,
        OPEN_VALUE_SUBSCRIPTION,
        MPSA,
        CAMPUS_SCHOOL,
        EES,
        MCA,
        CLOUD_AGREEMENT,
        CSP,
        MOSP
    }

    /** Values of the column {@code level}. */
    public enum Level {
        A,
        B,
        C,
        D
    }

    /** Values of the column {@code payment}. */
    public enum Payment {
        UPFRONT,
        SPREAD
    }

    /** Values of the column {@code sa_commitment}. */
    public enum SaCommitment {
        PLATFORM,
        SAM,
        NONE
    }

    /** Values of the column {@code sam_pools}. */
    public enum SamPools {
        APPLICATIONS,
        SYSTEMS,
        SERVER
    }
}
