package io.tallybook.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Patent request forms - one patent for one suit. */
@RecordType(
        name = "patent_requests",
        about = "patent request forms - one patent for one suit",
        area = "azure",
        key = {"request"})
public record PatentRequest(
        @Column(type = ColumnType.ID, required = true) String request,
        @Column(type = ColumnType.ID, required = true) String account,
        @Column(type = ColumnType.ID, required = true) String lawsuit,
        @Column(type = ColumnType.ID, required = true) String patent,

        @Column(type = ColumnType.DATE, about = "date of the request form") @Nullable
        LocalDate requested,

        @Column(type = ColumnType.DATETIME, about = "when the conditions for the transfer were met") @Nullable
        Instant conditionsMet,

        @Column(type = ColumnType.DATETIME, about = "when the documents to take title were complete") @Nullable
        Instant documentsCompleted,

        @Column(type = ColumnType.MONEY, about = "transfer fee charged") @Nullable
        BigDecimal fee,

        @Column(type = ColumnType.CURRENCY, about = "of the fee") @Nullable
        CurrencyUnit currency,

        @Column(type = ColumnType.CODE, about = "Microsoft's decision") @Nullable
        Decision decision,

        @Column(type = ColumnType.DATE) @Nullable LocalDate decided)
        implements LedgerRecord {

    /** Values of the column {@code decision}. */
    public enum Decision {
        GRANTED,
        DENIED
    }
}
