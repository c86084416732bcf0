package io.tallybook.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Organizations listed in the partner's membership profile besides the partner itself. */
@RecordType(
        name = "partner_organizations",
        about = "organizations listed in the partner's membership profile besides the partner itself",
        area = "partner",
        key = {"organization"})
public record PartnerOrganization(
        @Column(type = ColumnType.ID, required = true) String organization,

        @Column(type = ColumnType.ID, required = true, about = "the partner")
        String account,

        @Column(type = ColumnType.TEXT) String name,

        @Column(
                type = ColumnType.CODE,
                about =
                        "LOCATION = associated location; ACQUIRED = acquired company; OTHER = none of these, e.g. a customer or reseller")
        @Nullable
        Relation relation,

        @Column(type = ColumnType.DATE, about = "first day in the profile; blank = from the beginning") @Nullable
        LocalDate listedFrom,

        @Column(type = ColumnType.DATE, notBefore = "listed_from", about = "last day; blank = still listed") @Nullable
        LocalDate listedUntil)
        implements LedgerRecord {

    /** Values of the column {@code relation}. */
    public enum Relation {
        LOCATION,
        AFFILIATE,
        ACQUIRED,
        OTHER
    }
}
