package io.tallybook.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Former silver and gold competencies of the partner. */
@RecordType(
        name = "competencies",
        about = "former silver and gold competencies of the partner",
        area = "partner",
        key = {"competency"})
public record Competency(
        @Column(type = ColumnType.ID, required = true) String competency,
        @Column(type = ColumnType.ID, required = true) String account,
        @Column(type = ColumnType.TEXT) String name,
        @Column(type = ColumnType.CODE) @Nullable Tier tier,

        @Column(
                type = ColumnType.DATE,
                about = "a row held from a day after the as-of date is ignored; blank = from the beginning")
        @Nullable
        LocalDate heldFrom,

        @Column(
                type = ColumnType.DATE,
                about = "last day on which it is carried as valid; blank = still carried as valid")
        @Nullable
        LocalDate until,

        @Column(type = ColumnType.DATE, about = "last day on which the badge was shown; blank = not recorded") @Nullable
        LocalDate badgeLastUsed)
        implements LedgerRecord {

    /** Values of the column {@code tier}. */
    public enum Tier {
        SILVER,
        GOLD
    }
}
