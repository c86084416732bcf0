package io.tallybook.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Intellectual property claims against the account over its use of a cloud service (for indemnity). */
@RecordType(
        name = "ip_claims",
        about = "intellectual property claims against the account over its use of a cloud service (for indemnity)",
        area = "azure",
        key = {"claim"})
public record IpClaim(
        @Column(type = ColumnType.ID, required = true) String claim,
        @Column(type = ColumnType.ID, required = true) String account,
        @Column(type = ColumnType.DATE) @Nullable LocalDate claimDate,
        @Column(type = ColumnType.CODE) @Nullable ClaimType claimType,

        @Column(type = ColumnType.ID, about = "the subscription whose use is attacked")
        String subscription,

        @Column(type = ColumnType.CODE, about = "blank = the operator of the subscription") @Nullable
        Operator operator,

        @Column(type = ColumnType.YESNO, about = "does the claim arise from the use of Azure")
        YesNo arisesFromAzure,

        @Column(type = ColumnType.MONEY, about = "amount claimed") @Nullable
        BigDecimal amount,

        @Column(type = ColumnType.CURRENCY) @Nullable CurrencyUnit currency)
        implements LedgerRecord {

    /** Values of the column {@code claim_type}. */
    public enum ClaimType {
        PATENT,
        COPYRIGHT,
        TRADEMARK,
        TRADE_SECRET,
        OTHER_IP,
        NOT_IP
    }
}
