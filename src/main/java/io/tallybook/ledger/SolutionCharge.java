package io.tallybook.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What end customers are charged for a solution, without tax. */
@RecordType(
        name = "solution_charges",
        about = "what end customers are charged for a solution, without tax",
        area = "azure",
        key = {"charge"},
        account = "solutions")
public record SolutionCharge(
        @Column(type = ColumnType.ID, required = true) String charge,
        @Column(type = ColumnType.ID, required = true) String solution,
        @Column(type = ColumnType.ID) String endCustomer,

        @Column(
                type = ColumnType.DATE,
                required = true,
                about = "day in the month that the amount belongs to; an annual price has to be split by the user")
        LocalDate date,

        @Column(type = ColumnType.MONEY, required = true, about = "negative for credits")
        BigDecimal amount,

        @Column(type = ColumnType.CURRENCY, required = true) CurrencyUnit currency,

        @Column(type = ColumnType.DECIMAL, about = "the same amount in USD; comes before the rates table") @Nullable
        BigDecimal usdAmount,

        @Column(
                type = ColumnType.MONEY,
                about =
                        "part of the amount that passes on inferencing API charges, in `currency`; 0 when there is none, blank = not known")
        @Nullable
        BigDecimal inferencingAmount,

        @Column(type = ColumnType.TEXT, about = "Azure meter id printed on the invoice line")
        String azureMeter)
        implements LedgerRecord {}
