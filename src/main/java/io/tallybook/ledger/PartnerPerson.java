package io.tallybook.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** People of the partner organization who administer, use or hold something of the program. */
@RecordType(
        name = "partner_people",
        about = "people of the partner organization who administer, use or hold something of the program",
        area = "partner",
        key = {"person"})
public record PartnerPerson(
        @Column(type = ColumnType.ID, required = true) String person,
        @Column(type = ColumnType.ID, required = true) String account,
        @Column(type = ColumnType.TEXT) String name,

        @Column(type = ColumnType.TEXT, about = "e.g. SALES, MARKETING, PRESALES, TECHNICAL; compared like a code")
        String role,

        @Column(type = ColumnType.CODE, about = "NOT_A_PERSON = shared mailbox or service account") @Nullable
        Employment employment,

        @Column(
                type = ColumnType.TEXT,
                about = "account that the person signs in with; compared without regard to case")
        String signIn,

        @Column(type = ColumnType.DATE, about = "first day as program administrator; blank = is none") @Nullable
        LocalDate administratorFrom,

        @Column(type = ColumnType.DATE, about = "last day; blank = still administrator") @Nullable
        LocalDate administratorUntil)
        implements LedgerRecord {

    /** Values of the column {@code employment}. */
    public enum Employment {
        EMPLOYEE,
        SUBCONTRACTOR,
        NOT_A_PERSON
    }
}
