package io.tallybook.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Product entries of discontinued products that grant a Migration License, as configured by the user. */
@RecordType(
        name = "migration_entries",
        about = "product entries of discontinued products that grant a Migration License, as configured by the user",
        area = "coverage",
        key = {"product", "edition"},
        account = RecordType.SHARED)
public record MigrationEntry(
        @Column(type = ColumnType.TEXT, required = true, about = "the discontinued product")
        String product,

        @Column(type = ColumnType.TEXT, about = "blank = every edition of it")
        String edition,

        @Column(
                type = ColumnType.DATE,
                about = "the day on which a license needs SA coverage to be a Qualifying License")
        @Nullable
        LocalDate qualifyingDate,

        @Column(type = ColumnType.TEXT, required = true) String migrationProduct,
        @Column(type = ColumnType.TEXT) String migrationEdition,
        @Column(type = ColumnType.TEXT) String migrationVersion,

        @Column(
                type = ColumnType.DECIMAL,
                about =
                        "Migration Licenses for each Qualifying License, where the product entry departs from one to one; greater than zero, blank = 1")
        @Nullable
        BigDecimal ratio,

        @Column(type = ColumnType.TEXT, about = "where the product entry is found")
        String reference)
        implements LedgerRecord {}
