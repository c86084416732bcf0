package io.tallybook.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The patent list, and other Microsoft patents that were transferred. */
@RecordType(
        name = "patents",
        about = "the patent list, and other Microsoft patents that were transferred",
        area = "azure",
        key = {"patent"},
        account = RecordType.SHARED)
public record Patent(
        @Column(type = ColumnType.ID, required = true) String patent,
        @Column(type = ColumnType.COUNTRY) String country,
        @Column(type = ColumnType.ID) String family,

        @Column(type = ColumnType.CODE, about = "blank = ISSUED; PENDING = application") @Nullable
        Status status,

        @Column(type = ColumnType.DATE, about = "last day in force") @Nullable
        LocalDate expires,

        @Column(
                type = ColumnType.DATE,
                about = "blank = not known; a patent that was never on the list has no row or an earlier listed_until")
        @Nullable
        LocalDate listedFrom,

        @Column(type = ColumnType.DATE, about = "last day on the list; blank = still on it") @Nullable
        LocalDate listedUntil,

        @Column(
                type = ColumnType.DATE,
                about = "date of the list that the row was read from; older than the request is a warning only")
        @Nullable
        LocalDate listDate,

        @Column(type = ColumnType.DATE) @Nullable LocalDate removedOn,

        @Column(type = ColumnType.DATE, about = "transferred to a customer under the program") @Nullable
        LocalDate transferredOn,

        @Column(type = ColumnType.ID, about = "account of that customer; blank = another one")
        String transferredTo,

        @Column(type = ColumnType.DATE, about = "transferred to a third party outside the program") @Nullable
        LocalDate assignedOn,

        @Column(type = ColumnType.TEXT) String assignedTo,

        @Column(type = ColumnType.YESNO, about = "is that party a non-practicing entity")
        YesNo assigneeNpe)
        implements LedgerRecord {

    /** Values of the column {@code status}. */
    public enum Status {
        ISSUED,
        PENDING
    }
}
