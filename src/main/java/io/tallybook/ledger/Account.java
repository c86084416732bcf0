package io.tallybook.ledger;

import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Who a report is for; one workbook per account. */
@RecordType(
        name = "accounts",
        about = "who a report is for; one workbook per account",
        area = "core",
        key = {"account"})
public record Account(
        @Column(type = ColumnType.ID, required = true, about = "customer or partner identifier")
        String account,

        @Column(type = ColumnType.TEXT) String name,

        @Column(type = ColumnType.TEXT, about = "person who reads the workbook")
        String accountManager,

        @Column(type = ColumnType.TEXT, about = "where the workbook is sent")
        String email,

        @Column(type = ColumnType.COUNTRY) String country,

        @Column(
                type = ColumnType.CURRENCY,
                about = "currency of the portfolio view; amounts stay in their own currency besides")
        @Nullable
        CurrencyUnit homeCurrency,

        @Column(type = ColumnType.TEXT) String region,

        @Column(type = ColumnType.TEXT, about = "BCP 47 tag of the report language")
        String language,

        @Column(type = ColumnType.DATE) @Nullable LocalDate firstAzureUse)
        implements LedgerRecord {}
