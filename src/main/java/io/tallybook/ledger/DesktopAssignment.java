package io.tallybook.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which licensed desktop application is on which device, and who uses it at work. */
@RecordType(
        name = "desktop_assignments",
        about = "which licensed desktop application is on which device, and who uses it at work",
        area = "coverage",
        key = {"license", "device", "employee", "from"},
        account = "licenses")
public record DesktopAssignment(
        @Column(
                type = ColumnType.ID,
                required = true,
                about = "position of the desktop application, e.g. Office Standard, Visio Professional")
        String license,

        @Column(type = ColumnType.ID, about = "the Licensed Device")
        String device,

        @Column(type = ColumnType.ID, about = "user of this copy")
        String employee,

        @Column(type = ColumnType.YESNO, about = "this employee is the Primary User of the device")
        YesNo primaryUser,

        @Column(
                type = ColumnType.DATE,
                about = "first day; blank = always. Rows that start after the as-of date are ignored")
        @Nullable
        LocalDate from,

        @Column(type = ColumnType.DATE, about = "last day; blank = still so") @Nullable
        LocalDate until)
        implements LedgerRecord {}
