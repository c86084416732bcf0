package io.tallybook.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** People who use the customer's software. */
@RecordType(
        name = "employees",
        about = "people who use the customer's software",
        area = "coverage",
        key = {"employee"})
public record Employee(
        @Column(type = ColumnType.ID, required = true) String employee,
        @Column(type = ColumnType.ID, required = true) String account,
        @Column(type = ColumnType.TEXT) String name,

        @Column(type = ColumnType.CODE, about = "a person on leave is an EMPLOYEE") @Nullable
        Employment employment,

        @Column(type = ColumnType.DATE, about = "last day of employment; blank = employment goes on") @Nullable
        LocalDate employmentEnd,

        @Column(type = ColumnType.YESNO, about = "has a plan that contains SharePoint Online, alone or in a suite")
        YesNo sharepointOnline,

        @Column(type = ColumnType.YESNO, about = "has a OneDrive for Business plan, alone or in a suite")
        YesNo onedriveForBusiness)
        implements LedgerRecord {

    /** Values of the column {@code employment}. */
    public enum Employment {
        EMPLOYEE,
        CONTRACTOR,
        OTHER
    }
}
