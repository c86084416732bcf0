package io.tallybook.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What an Azure credit was used for. */
@RecordType(
        name = "credit_charges",
        about = "what an Azure credit was used for",
        area = "partner",
        key = {"charge"},
        account = "azure_credits")
public record CreditCharge(
        @Column(type = ColumnType.ID, required = true) String charge,
        @Column(type = ColumnType.ID, required = true) String azureCredit,

        @Column(type = ColumnType.DATE, required = true, about = "a row dated after the as-of date is ignored")
        LocalDate date,

        @Column(type = ColumnType.TEXT, about = "blank = not known")
        String service,

        @Column(
                type = ColumnType.DECIMAL,
                required = true,
                about = "in the currency of the credit; negative for refunds")
        BigDecimal amount)
        implements LedgerRecord {}
