package io.tallybook.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;

/** Exchange rates; 1 unit of `from` = `rate` units of `to`. */
@RecordType(
        name = "rates",
        about = "exchange rates; 1 unit of `from` = `rate` units of `to`",
        area = "core",
        key = {"date", "from", "to"},
        account = RecordType.SHARED)
public record Rate(
        @Column(type = ColumnType.DATE, required = true) LocalDate date,
        @Column(type = ColumnType.CURRENCY, required = true) CurrencyUnit from,
        @Column(type = ColumnType.CURRENCY, required = true) CurrencyUnit to,

        @Column(type = ColumnType.DECIMAL, required = true, above = "0", about = "greater than zero")
        BigDecimal rate,

        @Column(type = ColumnType.TEXT) String source)
        implements LedgerRecord {}
