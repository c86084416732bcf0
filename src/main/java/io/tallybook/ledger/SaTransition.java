package io.tallybook.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Licenses of an enrollment whose SA was not renewed because the customer moved to an Online Service or to a From SA subscription. */
@RecordType(
        name = "sa_transitions",
        about =
                "licenses of an enrollment whose SA was not renewed because the customer moved to an Online Service or to a From SA subscription",
        area = "coverage",
        key = {"transition"},
        account = "agreements")
public record SaTransition(
        @Column(type = ColumnType.ID, required = true) String transition,
        @Column(type = ColumnType.ID, required = true) String agreement,

        @Column(
                type = ColumnType.TEXT,
                required = true,
                about = "the product on the customer's own servers or devices, not the Online Service")
        String product,

        @Column(type = ColumnType.TEXT) String edition,
        @Column(type = ColumnType.CODE, required = true) Kind kind,

        @Column(
                type = ColumnType.DATE,
                required = true,
                about =
                        "first day without the SA; at a renewal the day after the old coverage (its last day is accepted too)")
        LocalDate transitionedOn,

        @Column(type = ColumnType.DECIMAL, required = true, about = "licenses that moved")
        BigDecimal quantity,

        @Column(
                type = ColumnType.DECIMAL,
                about =
                        "perpetual licenses of this product in this agreement whose SA was current on that day, moved or not")
        @Nullable
        BigDecimal licensesWithSa)
        implements LedgerRecord {

    /** Values of the column {@code kind}. */
    public enum Kind {
        ONLINE_SERVICE,
        FROM_SA
    }
}
