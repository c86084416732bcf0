package io.tallybook.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Activations of keys and tokens, one row per event. */
@RecordType(
        name = "key_activations",
        about = "activations of keys and tokens, one row per event",
        area = "partner",
        key = {"activation"},
        account = "program_keys")
public record KeyActivation(
        @Column(type = ColumnType.ID, required = true) String activation,
        @Column(type = ColumnType.ID, required = true) String key,

        @Column(type = ColumnType.DATE, required = true, about = "a row dated after the as-of date is ignored")
        LocalDate date,

        @Column(type = ColumnType.ID, about = "by a stable number; keys only")
        String machine,

        @Column(
                type = ColumnType.YESNO,
                about = "was the hardware of this machine significantly changed since the activation before")
        YesNo hardwareChange,

        @Column(type = ColumnType.ID, about = "organization that used it; blank = the partner itself")
        String organization,

        @Column(
                type = ColumnType.CODE,
                about = "which license covers the machine, whatever program the key is from; NONE = checked, none does")
        @Nullable
        CoveredBy coveredBy,

        @Column(type = ColumnType.ID, about = "tenant that a token was activated on")
        String tenant,

        @Column(type = ColumnType.INTEGER, min = "0", about = "seats activated; blank = all seats of the token")
        @Nullable
        Integer seats,

        @Column(type = ColumnType.ID, about = "tenant that the seats are on now")
        String currentTenant)
        implements LedgerRecord {

    /** Values of the column {@code covered_by}. */
    public enum CoveredBy {
        PROGRAM,
        COMMERCIAL,
        NONE
    }
}
