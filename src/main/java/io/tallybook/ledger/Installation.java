package io.tallybook.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Counts of installed software from an inventory, one row per license position, product, edition and version. */
@RecordType(
        name = "installations",
        about =
                "counts of installed software from an inventory, one row per license position, product, edition and version",
        area = "coverage",
        key = {"installation"},
        account = "licenses")
public record Installation(
        @Column(type = ColumnType.ID, required = true) String installation,

        @Column(
                type = ColumnType.ID,
                required = true,
                about =
                        "the license position that covers it; for software used under a Migration License, the position of the old product")
        String license,

        @Column(type = ColumnType.TEXT, required = true) String product,
        @Column(type = ColumnType.TEXT) String edition,
        @Column(type = ColumnType.TEXT) String version,
        @Column(type = ColumnType.DECIMAL, required = true) BigDecimal quantity,

        @Column(
                type = ColumnType.DATE,
                required = true,
                about =
                        "day of the inventory; rows after the as-of date are ignored. An inventory with at least one row of a position is complete for that position")
        LocalDate countedOn)
        implements LedgerRecord {}
