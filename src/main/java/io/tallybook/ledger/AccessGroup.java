package io.tallybook.ledger;

/** Who reaches software on a shared server, one row per group of users or devices with the same kind of access right. */
@RecordType(
        name = "access_groups",
        about =
                "who reaches software on a shared server, one row per group of users or devices with the same kind of access right",
        area = "deployment",
        key = {"access"},
        account = "instances")
public record AccessGroup(
        @Column(type = ColumnType.ID, required = true) String access,

        @Column(type = ColumnType.ID, required = true, about = "the instance that the group reaches")
        String instance,

        @Column(type = ColumnType.INTEGER, required = true, about = "number of users or devices in the group")
        Integer users,

        @Column(type = ColumnType.ID, about = "the CAL or External Connector position under which they reach it")
        String license,

        @Column(
                type = ColumnType.YESNO,
                about =
                        "every one of them has a User or Device Subscription License that permits access to the product")
        YesNo slAccess)
        implements LedgerRecord {}
