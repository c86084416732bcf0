package io.tallybook.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** History of license assignments to servers. */
@RecordType(
        name = "assignments",
        about = "history of license assignments to servers",
        area = "core",
        key = {"license", "server", "assigned"},
        account = "licenses")
public record Assignment(
        @Column(type = ColumnType.ID, required = true) String license,
        @Column(type = ColumnType.ID, required = true) String server,

        @Column(type = ColumnType.DECIMAL, about = "blank = the whole position") @Nullable
        BigDecimal quantity,

        @Column(type = ColumnType.DATE, required = true) LocalDate assigned,

        @Column(type = ColumnType.DATE, notBefore = "assigned") @Nullable
        LocalDate released,

        @Column(type = ColumnType.CODE) @Nullable Reason reason)
        implements LedgerRecord {

    /** Values of the column {@code reason}. */
    public enum Reason {
        INITIAL,
        MOVE,
        DR_FAILBACK,
        HARDWARE_FAILURE
    }
}
