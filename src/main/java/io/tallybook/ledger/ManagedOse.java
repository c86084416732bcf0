package io.tallybook.ledger;

/** Operating system environments that are managed under a management license position. */
@RecordType(
        name = "managed_oses",
        about = "operating system environments that are managed under a management license position",
        area = "deployment",
        key = {"license", "ose"},
        account = "licenses")
public record ManagedOse(
        @Column(type = ColumnType.ID, required = true, about = "a license position with metric MANAGEMENT")
        String license,

        @Column(type = ColumnType.ID, required = true) String ose,

        @Column(type = ColumnType.ID, required = true, about = "the server that the OSE runs on")
        String server)
        implements LedgerRecord {}
