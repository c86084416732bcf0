package io.tallybook.ledger;

/** Visual Studio subscriptions of the program. */
@RecordType(
        name = "vs_subscriptions",
        about = "Visual Studio subscriptions of the program",
        area = "partner",
        key = {"vs_subscription"})
public record VsSubscription(
        @Column(type = ColumnType.ID, required = true) String vsSubscription,
        @Column(type = ColumnType.ID, required = true) String account,
        @Column(type = ColumnType.ID) String offer,
        @Column(type = ColumnType.CODE, required = true) Edition edition,

        @Column(type = ColumnType.YESNO, about = "is anybody using it")
        YesNo inUse)
        implements LedgerRecord {

    /** Values of the column {@code edition}. */
    public enum Edition {
        ENTERPRISE,
        PROFESSIONAL
    }
}
