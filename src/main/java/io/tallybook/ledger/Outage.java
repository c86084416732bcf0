package io.tallybook.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times at which a production server was down in a disaster. */
@RecordType(
        name = "outages",
        about = "times at which a production server was down in a disaster",
        area = "deployment",
        key = {"outage"},
        account = "servers")
public record Outage(
        @Column(type = ColumnType.ID, required = true) String outage,

        @Column(type = ColumnType.ID, required = true, about = "the production server that was down")
        String server,

        @Column(
                type = ColumnType.DATETIME,
                required = true,
                about = "a row that starts after the as-of date is ignored")
        Instant start,

        @Column(
                type = ColumnType.DATETIME,
                notBefore = "start",
                about =
                        "moment at which recovery was complete and the server back in production; a row whose end lies before its start is rejected. Blank or later than the as-of date is read as: still down")
        @Nullable
        Instant end)
        implements LedgerRecord {}
