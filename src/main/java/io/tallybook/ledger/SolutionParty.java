package io.tallybook.ledger;

import org.jspecify.annotations.Nullable;

/** Third parties who can reach a solution or the Azure services behind it. */
@RecordType(
        name = "solution_parties",
        about = "third parties who can reach a solution or the Azure services behind it",
        area = "azure",
        key = {"solution", "party"},
        account = "solutions")
public record SolutionParty(
        @Column(type = ColumnType.ID, required = true) String solution,
        @Column(type = ColumnType.ID, required = true) String party,
        @Column(type = ColumnType.TEXT) String name,

        @Column(type = ColumnType.YESNO, about = "staff of the account itself, no third party")
        YesNo ownStaff,

        @Column(
                type = ColumnType.CODE,
                about = "SOLUTION = only within the solution; GUEST = guest in the tenant without an Azure role")
        @Nullable
        Access access)
        implements LedgerRecord {

    /** Values of the column {@code access}. */
    public enum Access {
        SOLUTION,
        DIRECT_AZURE,
        GUEST
    }
}
