package io.tallybook.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Partner program profile, one row per partner; an account is a partner when it has a row here or in partner_offers. */
@RecordType(
        name = "partners",
        about =
                "partner program profile, one row per partner; an account is a partner when it has a row here or in partner_offers",
        area = "partner",
        key = {"account"})
public record Partner(
        @Column(type = ColumnType.ID, required = true) String account,
        @Column(type = ColumnType.DATE) @Nullable LocalDate membershipStart,

        @Column(type = ColumnType.DATE, about = "last day of the membership; blank = not known") @Nullable
        LocalDate membershipEnd,

        @Column(
                type = ColumnType.DATE,
                about = "anniversary of the membership, given as its date in any one year; only month and day count")
        @Nullable
        LocalDate anniversary,

        @Column(type = ColumnType.YESNO, about = "is it a learning partner; holding a Learning Action Pack is no proof")
        YesNo learningPartner,

        @Column(type = ColumnType.YESNO, about = "does it have Product License rights")
        YesNo productLicenseRights)
        implements LedgerRecord {}
