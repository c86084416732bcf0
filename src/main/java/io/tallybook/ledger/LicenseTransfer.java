package io.tallybook.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Licenses that were transferred to somebody else. */
@RecordType(
        name = "license_transfers",
        about = "licenses that were transferred to somebody else",
        area = "coverage",
        key = {"transfer"},
        account = "licenses")
public record LicenseTransfer(
        @Column(type = ColumnType.ID, required = true) String transfer,

        @Column(
                type = ColumnType.ID,
                required = true,
                about = "the license position; for Migration Licenses, the position of the old product")
        String license,

        @Column(
                type = ColumnType.CODE,
                required = true,
                about = "MIGRATION_LICENSE = the right to the replacing product that the position carries")
        What what,

        @Column(type = ColumnType.DECIMAL, required = true) BigDecimal quantity,
        @Column(type = ColumnType.DATE, required = true) LocalDate transferredOn,
        @Column(type = ColumnType.TEXT) String transferee)
        implements LedgerRecord {

    /** Values of the column {@code what}. */
    public enum What {
        LICENSE,
        MIGRATION_LICENSE
    }
}
