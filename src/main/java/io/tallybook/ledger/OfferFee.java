package io.tallybook.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Annual fees, as the user knows them. */
@RecordType(
        name = "offer_fees",
        about = "annual fees, as the user knows them",
        area = "partner",
        key = {"offer_code", "currency", "valid_from"},
        account = RecordType.SHARED)
public record OfferFee(
        @Column(
                type = ColumnType.TEXT,
                required = true,
                about = "an offer code, or COMPETENCY_SILVER / COMPETENCY_GOLD for the former competency fees")
        String offerCode,

        @Column(type = ColumnType.MONEY, required = true) BigDecimal fee,
        @Column(type = ColumnType.CURRENCY, required = true) CurrencyUnit currency,

        @Column(type = ColumnType.DATE, about = "blank = always") @Nullable
        LocalDate validFrom,

        @Column(type = ColumnType.DATE, notBefore = "valid_from", about = "last day; blank = still valid") @Nullable
        LocalDate validUntil)
        implements LedgerRecord {}
