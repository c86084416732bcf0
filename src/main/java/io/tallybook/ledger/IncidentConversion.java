package io.tallybook.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Incidents of the SA balance that were converted to Unified or Premier services. */
@RecordType(
        name = "incident_conversions",
        about = "incidents of the SA balance that were converted to Unified or Premier services",
        area = "support",
        key = {"conversion"},
        account = "agreements")
public record IncidentConversion(
        @Column(type = ColumnType.ID, required = true) String conversion,
        @Column(type = ColumnType.ID, required = true) String agreement,
        @Column(type = ColumnType.DATE, required = true) LocalDate date,

        @Column(
                type = ColumnType.INTEGER,
                required = true,
                about =
                        "number converted; negative = an attempt to give incidents back (kind CONVERSION) or a correction of a typing error (kind ADJUSTMENT)")
        Integer incidents,

        @Column(type = ColumnType.CODE, about = "blank = CONVERSION") @Nullable
        Kind kind,

        @Column(type = ColumnType.CODE, about = "DSE = Dedicated (Designated) Support Engineer") @Nullable
        Target target,

        @Column(
                type = ColumnType.DECIMAL,
                about = "hours per incident, as the Premier account team gave it; never assumed")
        @Nullable
        BigDecimal rate)
        implements LedgerRecord {

    /** Values of the column {@code kind}. */
    public enum Kind {
        CONVERSION,
        ADJUSTMENT
    }

    /** Values of the column {@code target}. */
    public enum Target {
        UNIFIED_SUPPORT,
        PREMIER_PRS_HOURS,
        DSE_HOURS
    }
}
