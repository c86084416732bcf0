package io.tallybook.ledger;

/** Points per CAL or CAL suite under MPSA, supplied by the user because the terms leave that table out. */
@RecordType(
        name = "cal_points",
        about = "points per CAL or CAL suite under MPSA, supplied by the user because the terms leave that table out",
        area = "support",
        key = {"product"},
        account = RecordType.SHARED)
public record CalPoints(
        @Column(type = ColumnType.TEXT, required = true) String product,

        @Column(type = ColumnType.INTEGER, required = true, min = "0", about = "points per license, zero or more")
        Integer points,

        @Column(type = ColumnType.TEXT, about = "where the number comes from")
        String source)
        implements LedgerRecord {}
