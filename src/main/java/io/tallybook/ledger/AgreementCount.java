package io.tallybook.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Licenses counted under an agreement, one row per product and count. */
@RecordType(
        name = "agreement_counts",
        about = "licenses counted under an agreement, one row per product and count",
        area = "partner",
        key = {"agreement_count"},
        account = "agreements")
public record AgreementCount(
        @Column(type = ColumnType.ID, required = true) String agreementCount,
        @Column(type = ColumnType.ID, required = true) String agreement,
        @Column(type = ColumnType.TEXT, required = true) String product,
        @Column(type = ColumnType.TEXT) String edition,

        @Column(type = ColumnType.DATE, required = true, about = "a row counted after the as-of date is ignored")
        LocalDate countedOn,

        @Column(type = ColumnType.DECIMAL, required = true, min = "0")
        BigDecimal quantity,

        @Column(
                type = ColumnType.TEXT,
                about =
                        "why it is lower than before; PROGRAM_BENEFITS = because program benefits were counted instead; any other word is another stated reason; compared like a code")
        String reason)
        implements LedgerRecord {}
