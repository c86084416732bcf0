package io.tallybook.ledger;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Suits, and letters that threaten one, against the account (for the patent pick). */
@RecordType(
        name = "lawsuits",
        about = "suits, and letters that threaten one, against the account (for the patent pick)",
        area = "azure",
        key = {"lawsuit"})
public record Lawsuit(
        @Column(type = ColumnType.ID, required = true) String lawsuit,
        @Column(type = ColumnType.ID, required = true) String account,

        @Column(type = ColumnType.CODE, about = "blank = LAWSUIT") @Nullable
        Kind kind,

        @Column(type = ColumnType.CODE, about = "a suit with a patent count among others is PATENT") @Nullable
        ClaimType claimType,

        @Column(type = ColumnType.DATE) @Nullable LocalDate filed,

        @Column(
                type = ColumnType.COUNTRY,
                about = "CN is mainland China; HK, MO and TW are countries of their own here")
        String courtCountry,

        @Column(type = ColumnType.CODE, required = true) Status status,

        @Column(type = ColumnType.YESNO, about = "is the account itself a defendant")
        YesNo defendant,

        @Column(type = ColumnType.CODE, about = "for information") @Nullable
        PlaintiffType plaintiffType,

        @Column(type = ColumnType.CODES, about = "platforms of the accused workloads")
        Set<Workloads> workloads,

        @Column(
                type = ColumnType.CODE,
                about = "is the account indemnified for this suit, by whomever; blank = not known")
        @Nullable
        Indemnified indemnified,

        @Column(type = ColumnType.TEXT) String indemnitor)
        implements LedgerRecord {

    /** Values of the column {@code kind}. */
    public enum Kind {
        LAWSUIT,
        THREAT_LETTER,
        LICENSING_DEMAND
    }

    /** Values of the column {@code claim_type}. */
    public enum ClaimType {
        PATENT,
        COPYRIGHT,
        TRADE_SECRET,
        TRADEMARK,
        OTHER
    }

    /** Values of the column {@code status}. */
    public enum Status {
        PENDING,
        CLOSED
    }

    /** Values of the column {@code plaintiff_type}. */
    public enum PlaintiffType {
        OPERATING_COMPANY,
        NPE
    }

    /** Values of the column {@code workloads}. */
    public enum Workloads {
        AZURE,
        AZURE_21VIANET,
        AZURE_STACK,
        OTHER
    }

    /** Values of the column {@code indemnified}. */
    public enum Indemnified {
        NONE,
        PARTIAL,
        FULL
    }
}
