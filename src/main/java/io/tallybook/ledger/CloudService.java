package io.tallybook.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Counts of assigned seats, one row per tenant, service and day of the count; of several counts of one tenant and service only the latest is read. */
@RecordType(
        name = "cloud_services",
        about =
                "counts of assigned seats, one row per tenant, service and day of the count; of several counts of one tenant and service only the latest is read",
        area = "partner",
        key = {"cloud_service"})
public record CloudService(
        @Column(type = ColumnType.ID, required = true) String cloudService,
        @Column(type = ColumnType.ID, required = true) String account,
        @Column(type = ColumnType.ID, required = true) String tenant,

        @Column(type = ColumnType.TEXT, required = true, about = "named as in program_keys.product")
        String service,

        @Column(type = ColumnType.DATE, required = true, about = "a row counted after the as-of date is ignored")
        LocalDate countedOn,

        @Column(
                type = ColumnType.INTEGER,
                required = true,
                min = "0",
                about = "seats in use that came from the program")
        Integer seatsAssigned,

        @Column(type = ColumnType.ID, about = "the offer that the seats come from")
        String offer,

        @Column(
                type = ColumnType.INTEGER,
                min = "0",
                about = "of these, seats now covered by licenses from commercial licensing; blank = none")
        @Nullable
        Integer commercialSeats,

        @Column(type = ColumnType.DATE, about = "first day of that cover") @Nullable
        LocalDate commercialFrom)
        implements LedgerRecord {}
