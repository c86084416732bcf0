package io.tallybook.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** License positions - what is owned or subscribed, and its SA. */
@RecordType(
        name = "licenses",
        about = "license positions - what is owned or subscribed, and its SA",
        area = "core",
        key = {"license"})
public record License(
        @Column(type = ColumnType.ID, required = true) String license,
        @Column(type = ColumnType.ID, required = true) String account,
        @Column(type = ColumnType.ID) String agreement,
        @Column(type = ColumnType.TEXT, required = true) String product,
        @Column(type = ColumnType.TEXT) String edition,
        @Column(type = ColumnType.TEXT) String version,
        @Column(type = ColumnType.CODE, required = true) Metric metric,
        @Column(type = ColumnType.DECIMAL, required = true) BigDecimal quantity,
        @Column(type = ColumnType.YESNO) YesNo perpetual,
        @Column(type = ColumnType.CODE) @Nullable Channel channel,
        @Column(type = ColumnType.DATE) @Nullable LocalDate acquired,
        @Column(type = ColumnType.DATE) @Nullable LocalDate saStart,

        @Column(type = ColumnType.DATE, notBefore = "sa_start") @Nullable
        LocalDate saEnd,

        @Column(
                type = ColumnType.YESNO,
                about =
                        "N = the position has no Software Assurance, whatever the dates say; Y or blank = sa_start and sa_end decide")
        YesNo withSa,

        @Column(
                type = ColumnType.TEXT,
                about =
                        "for CALs, External Connectors and management licenses - the server product they give access to or manage")
        String accessTo,

        @Column(
                type = ColumnType.YESNO,
                about = "designated as having License Mobility; when blank, taken from the product catalogue")
        YesNo licenseMobility,

        @Column(type = ColumnType.YESNO, about = "Self-Hosted rights apply; when blank, from the catalogue")
        YesNo selfHosted,

        @Column(
                type = ColumnType.YESNO,
                about = "eligible for disaster recovery rights; when blank, from the catalogue")
        YesNo drEligible,

        @Column(type = ColumnType.YESNO) YesNo transferred,

        @Column(
                type = ColumnType.YESNO,
                about =
                        "for perpetual = N - a Subscription License equivalent to a License with Software Assurance; its term stands in sa_start and sa_end")
        YesNo saEquivalent)
        implements LedgerRecord {

    /** Values of the column {@code metric}. */
    public enum Metric {
        CORE,
        SERVER,
        PROCESSOR,
        CAL_USER,
        CAL_DEVICE,
        EXTERNAL_CONNECTOR,
        MANAGEMENT,
        CLIENT_ML_USER,
        CLIENT_ML_OSE,
        DEVICE,
        USER
    }

    /** Values of the column {@code channel}. */
    public enum Channel {
        VOLUME,
        FPP,
        OEM,
        SPLA
    }
}
