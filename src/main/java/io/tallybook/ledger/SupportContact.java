package io.tallybook.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Named support contacts, one row per person and agreement. */
@RecordType(
        name = "support_contacts",
        about = "named support contacts, one row per person and agreement",
        area = "support",
        key = {"agreement", "contact"},
        account = "agreements")
public record SupportContact(
        @Column(type = ColumnType.ID, required = true) String agreement,
        @Column(type = ColumnType.ID, required = true) String contact,
        @Column(type = ColumnType.TEXT) String name,
        @Column(type = ColumnType.TEXT) String email,
        @Column(type = ColumnType.CODE) @Nullable Type type,

        @Column(type = ColumnType.CODE, required = true, about = "BOTH counts as a web contact")
        Channel channel,

        @Column(type = ColumnType.DATE, about = "blank = from the beginning") @Nullable
        LocalDate activeFrom,

        @Column(type = ColumnType.DATE, notBefore = "active_from", about = "last day, inclusive; blank = still active")
        @Nullable
        LocalDate activeTo)
        implements LedgerRecord {

    /** Values of the column {@code type}. */
    public enum Type {
        PERSON,
        ORGANIZATION,
        DEPARTMENT,
        GROUP
    }

    /** Values of the column {@code channel}. */
    public enum Channel {
        PHONE,
        WEB,
        BOTH
    }
}
