package io.tallybook.ledger;

import java.time.LocalDate;

/** Release calendar - when each version of a product became generally available in volume licensing. */
@RecordType(
        name = "product_releases",
        about = "release calendar - when each version of a product became generally available in volume licensing",
        area = "coverage",
        key = {"product", "version"},
        account = RecordType.SHARED)
public record ProductRelease(
        @Column(
                type = ColumnType.TEXT,
                required = true,
                about = "product without version; with or without edition, e.g. SQL Server")
        String product,

        @Column(type = ColumnType.TEXT, required = true, about = "e.g. 2022, 2012 R2")
        String version,

        @Column(
                type = ColumnType.DATE,
                required = true,
                about =
                        "first day of general availability; a row with a later date than the as-of date is not yet known")
        LocalDate released)
        implements LedgerRecord {}
