package io.tallybook.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What employees bought through the Workplace Discount Program. */
@RecordType(
        name = "workplace_purchases",
        about = "what employees bought through the Workplace Discount Program",
        area = "coverage",
        key = {"purchase"},
        account = "agreements")
public record WorkplacePurchase(
        @Column(type = ColumnType.ID, required = true) String purchase,

        @Column(type = ColumnType.ID, required = true, about = "the agreement whose program code was used")
        String agreement,

        @Column(type = ColumnType.ID, required = true) String employee,
        @Column(type = ColumnType.CODE, required = true) Option option,

        @Column(
                type = ColumnType.TEXT,
                required = true,
                about = "e.g. Microsoft 365 Family, Visio Professional 2021 HUP")
        String product,

        @Column(type = ColumnType.TEXT, about = "of the software; blank = the year in the product name")
        String version,

        @Column(type = ColumnType.DATE, required = true, about = "rows after the as-of date are ignored")
        LocalDate bought,

        @Column(
                type = ColumnType.YESNO,
                about = "Y = continues a subscription that the employee already had; blank is read as a new purchase")
        YesNo renewal,

        @Column(type = ColumnType.DATE, about = "first installation of the software") @Nullable
        LocalDate installed)
        implements LedgerRecord {

    /** Values of the column {@code option}. */
    public enum Option {
        ONLINE_SERVICES,
        SOFTWARE
    }
}
