package io.tallybook.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Requests to use a benefit that has its own paperwork. */
@RecordType(
        name = "benefit_claims",
        about = "requests to use a benefit that has its own paperwork",
        area = "support",
        key = {"claim"},
        account = "agreements")
public record BenefitClaim(
        @Column(type = ColumnType.ID, required = true) String claim,
        @Column(type = ColumnType.ID, required = true) String agreement,
        @Column(type = ColumnType.CODE, required = true) Benefit benefit,

        @Column(type = ColumnType.DATE, required = true, about = "day of the service or of the redemption")
        LocalDate date,

        @Column(type = ColumnType.DATE, about = "vouchers - day on which the voucher was issued") @Nullable
        LocalDate issued)
        implements LedgerRecord {

    /** Values of the column {@code benefit}. */
    public enum Benefit {
        PLANNING_SERVICES,
        TRAINING_VOUCHERS
    }
}
