package io.tallybook.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Log of the times at which backup instances were switched on, one row per uninterrupted run. */
@RecordType(
        name = "backup_runs",
        about = "log of the times at which backup instances were switched on, one row per uninterrupted run",
        area = "deployment",
        key = {"run"},
        account = "instances")
public record BackupRun(
        @Column(type = ColumnType.ID, required = true) String run,

        @Column(
                type = ColumnType.ID,
                required = true,
                about = "an instance with role BACKUP; runs of instances with another role are not read")
        String instance,

        @Column(
                type = ColumnType.DATETIME,
                required = true,
                about = "a row that starts after the as-of date is ignored")
        Instant start,

        @Column(
                type = ColumnType.DATETIME,
                notBefore = "start",
                about =
                        "moment of switching off; a row whose end lies before its start is rejected. Blank = still running. Blank or later than the as-of date is read as: ran through the whole as-of date")
        @Nullable
        Instant end,

        @Column(
                type = ColumnType.CODE,
                required = true,
                about =
                        "TRANSFER = to move work to the disaster recovery server or back, around a disaster; OTHER = any purpose that is none of the three, e.g. reporting or patching")
        Reason reason)
        implements LedgerRecord {

    /** Values of the column {@code reason}. */
    public enum Reason {
        TEST,
        DISASTER,
        TRANSFER,
        OTHER
    }
}
