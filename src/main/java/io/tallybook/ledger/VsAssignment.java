package io.tallybook.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who held which Visual Studio subscription when. */
@RecordType(
        name = "vs_assignments",
        about = "who held which Visual Studio subscription when",
        area = "partner",
        key = {"vs_subscription", "person", "assigned"},
        account = "vs_subscriptions")
public record VsAssignment(
        @Column(type = ColumnType.ID, required = true) String vsSubscription,

        @Column(type = ColumnType.ID, required = true, about = "the subscriber")
        String person,

        @Column(type = ColumnType.DATE, required = true, about = "a row dated after the as-of date is ignored")
        LocalDate assigned,

        @Column(
                type = ColumnType.DATE,
                notBefore = "assigned",
                about = "last day, or the day on which the next subscriber took over; blank = still assigned")
        @Nullable
        LocalDate ended,

        @Column(type = ColumnType.DATE, about = "blank = not activated") @Nullable
        LocalDate activated)
        implements LedgerRecord {}
