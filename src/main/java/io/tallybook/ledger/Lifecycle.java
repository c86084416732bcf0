package io.tallybook.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Support lifecycle dates by product and version, from the vendor's calendar. */
@RecordType(
        name = "lifecycle",
        about = "support lifecycle dates by product and version, from the vendor's calendar",
        area = "support",
        key = {"product", "version"},
        account = RecordType.SHARED)
public record Lifecycle(
        @Column(type = ColumnType.TEXT, required = true, about = "product without edition and version, e.g. SQL Server")
        String product,

        @Column(type = ColumnType.TEXT, required = true) String version,

        @Column(type = ColumnType.DATE, about = "last day of Mainstream Support, inclusive") @Nullable
        LocalDate mainstreamEnd,

        @Column(type = ColumnType.DATE, about = "last day of Extended Support, inclusive") @Nullable
        LocalDate extendedEnd,

        @Column(type = ColumnType.YESNO, about = "under the Modern Lifecycle, which has no mainstream phase")
        YesNo modern)
        implements LedgerRecord {}
