package io.tallybook.ledger;

import org.jspecify.annotations.Nullable;

/** Physical machines and hosting units. */
@RecordType(
        name = "servers",
        about = "physical machines and hosting units",
        area = "core",
        key = {"server"})
public record Server(
        @Column(type = ColumnType.ID, required = true) String server,
        @Column(type = ColumnType.ID, required = true) String account,
        @Column(type = ColumnType.TEXT) String name,
        @Column(type = ColumnType.CODE, required = true) Location location,
        @Column(type = ColumnType.ID) String provider,

        @Column(type = ColumnType.YESNO, about = "shared with other customers of the provider")
        YesNo shared,

        @Column(type = ColumnType.CODE) @Nullable ManagedBy managedBy,
        @Column(type = ColumnType.ID, about = "Server Farm") String farm,
        @Column(type = ColumnType.TEXT) String site,

        @Column(type = ColumnType.CODE, about = "DISASTER_RECOVERY = dedicated to it") @Nullable
        Purpose purpose,

        @Column(type = ColumnType.INTEGER) @Nullable Integer physicalCores,
        @Column(type = ColumnType.INTEGER) @Nullable Integer processors,

        @Column(type = ColumnType.YESNO, about = "Hyper-V role replicates virtual OSEs from the primary site to it")
        YesNo hyperVReplica,

        @Column(
                type = ColumnType.YESNO,
                about =
                        "runs only virtualization software and services, agents, replication, and permitted DR workloads")
        YesNo virtualizationOnly,

        @Column(type = ColumnType.YESNO, about = "the server is licensed for Azure Stack")
        YesNo azureStackLicensed)
        implements LedgerRecord {

    /** Values of the column {@code location}. */
    public enum Location {
        OWN,
        PROVIDER,
        AZURE,
        AZURE_STACK
    }

    /** Values of the column {@code managed_by}. */
    public enum ManagedBy {
        CUSTOMER,
        AFFILIATE,
        OTHER
    }

    /** Values of the column {@code purpose}. */
    public enum Purpose {
        PRODUCTION,
        DISASTER_RECOVERY,
        OTHER
    }
}
