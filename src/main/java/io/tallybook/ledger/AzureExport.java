package io.tallybook.ledger;

import java.time.YearMonth;

/** Which full months the delivered Azure exports of an account cover, so that a month without lines is a month without usage. */
@RecordType(
        name = "azure_exports",
        about =
                "which full months the delivered Azure exports of an account cover, so that a month without lines is a month without usage",
        area = "azure",
        key = {"account", "from_month", "to_month"})
public record AzureExport(
        @Column(type = ColumnType.ID, required = true) String account,
        @Column(type = ColumnType.MONTH, required = true) YearMonth fromMonth,

        @Column(type = ColumnType.MONTH, required = true, notBefore = "from_month", about = "last month, inclusive")
        YearMonth toMonth)
        implements LedgerRecord {}
