package io.tallybook.ledger;

import org.jspecify.annotations.Nullable;

/** The user's additions to the built-in product catalogue; a row here comes before the built-in entry of the same product and edition. */
@RecordType(
        name = "products",
        about =
                "the user's additions to the built-in product catalogue; a row here comes before the built-in entry of the same product and edition",
        area = "core",
        key = {"product", "edition"},
        account = RecordType.SHARED)
public record Product(
        @Column(type = ColumnType.TEXT, required = true, about = "product without version")
        String product,

        @Column(type = ColumnType.TEXT, about = "blank = every edition")
        String edition,

        @Column(type = ColumnType.CODE) @Nullable Pool pool,

        @Column(type = ColumnType.YESNO, about = "designated as having License Mobility")
        YesNo licenseMobility,

        @Column(type = ColumnType.YESNO, about = "Self-Hosted rights apply")
        YesNo selfHosted,

        @Column(type = ColumnType.YESNO, about = "eligible for disaster recovery rights")
        YesNo drEligible,

        @Column(type = ColumnType.TEXT, about = "where the entry comes from")
        String source)
        implements LedgerRecord {}
