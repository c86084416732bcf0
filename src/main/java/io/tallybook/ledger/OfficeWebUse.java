package io.tallybook.ledger;

import java.time.LocalDate;

/** Who edited documents in Office for the web or Office Online Server from which device. */
@RecordType(
        name = "office_web_use",
        about = "who edited documents in Office for the web or Office Online Server from which device",
        area = "coverage",
        key = {"employee", "device", "service", "used_on"})
public record OfficeWebUse(
        @Column(type = ColumnType.ID, required = true) String account,
        @Column(type = ColumnType.ID, required = true) String employee,
        @Column(type = ColumnType.ID, required = true) String device,
        @Column(type = ColumnType.CODE, required = true) Service service,
        @Column(type = ColumnType.DATE, required = true) LocalDate usedOn)
        implements LedgerRecord {

    /** Values of the column {@code service}. */
    public enum Service {
        OFFICE_FOR_THE_WEB,
        OFFICE_ONLINE_SERVER
    }
}
