package io.tallybook.ledger;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Running (or ready to run) instances of server software, each in an OSE. */
@RecordType(
        name = "instances",
        about = "running (or ready to run) instances of server software, each in an OSE",
        area = "core",
        key = {"instance"})
public record Instance(
        @Column(type = ColumnType.ID, required = true) String instance,
        @Column(type = ColumnType.ID, required = true) String account,
        @Column(type = ColumnType.ID, required = true) String server,
        @Column(type = ColumnType.TEXT, required = true) String product,
        @Column(type = ColumnType.TEXT) String edition,
        @Column(type = ColumnType.TEXT) String version,

        @Column(type = ColumnType.ID, about = "operating system environment; blank = one of its own")
        String ose,

        @Column(type = ColumnType.YESNO) YesNo virtual,
        @Column(type = ColumnType.INTEGER) @Nullable Integer virtualCores,
        @Column(type = ColumnType.CODE, required = true) Role role,

        @Column(
                type = ColumnType.ID,
                about = "the production instance that this backup or passive instance stands in for")
        String protects,

        @Column(type = ColumnType.ID) String cluster,

        @Column(type = ColumnType.ID, about = "the license position that covers it")
        String license,

        @Column(type = ColumnType.DATE) @Nullable LocalDate deployed,
        @Column(type = ColumnType.YESNO) YesNo azureSiteRecovery,
        @Column(type = ColumnType.YESNO) YesNo azureHybridBenefit,

        @Column(type = ColumnType.DATE, about = "release date of the newest update installed") @Nullable
        LocalDate patchDate,

        @Column(type = ColumnType.YESNO, about = "N = in no cluster (a blank `cluster` alone says nothing)")
        YesNo clustered,

        @Column(type = ColumnType.YESNO, about = "the provider supplies the license, the customer brings none")
        YesNo licenseIncluded,

        @Column(
                type = ColumnType.CODES,
                about =
                        "what the customer does with it on a shared server; MANAGE_SHARED = manage OSEs on shared servers, MANAGE_OWN = manage OSEs on own servers; blank = RUN")
        Set<SharedUse> sharedUse,

        @Column(type = ColumnType.YESNO, about = "an update provided through ESU coverage is installed")
        YesNo esuUpdates)
        implements LedgerRecord {

    /** Values of the column {@code role}. */
    public enum Role {
        PRODUCTION,
        BACKUP,
        PASSIVE_FAILOVER,
        DEVELOPMENT
    }

    /** Values of the column {@code shared_use}. */
    public enum SharedUse {
        RUN,
        ACCESS,
        MANAGE_SHARED,
        MANAGE_OWN,
        OTHER
    }
}
