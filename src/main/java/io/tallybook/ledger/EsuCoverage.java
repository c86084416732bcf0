package io.tallybook.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Extended Security Updates bought, one row per server, product and coverage year. */
@RecordType(
        name = "esu_coverage",
        about = "Extended Security Updates bought, one row per server, product and coverage year",
        area = "deployment",
        key = {"esu"})
public record EsuCoverage(
        @Column(type = ColumnType.ID, required = true) String esu,
        @Column(type = ColumnType.ID, required = true) String account,

        @Column(
                type = ColumnType.ID,
                required = true,
                about = "the Licensed Server; for a hosted workload the server it runs on")
        String server,

        @Column(type = ColumnType.TEXT, required = true) String product,

        @Column(type = ColumnType.TEXT, about = "the covered version")
        String version,

        @Column(
                type = ColumnType.INTEGER,
                required = true,
                min = "1",
                max = "3",
                about = "1, 2 or 3; a row with another number is rejected")
        Integer year,

        @Column(type = ColumnType.DATE, required = true, about = "first day of the actual coverage period")
        LocalDate start,

        @Column(
                type = ColumnType.DATE,
                required = true,
                notBefore = "start",
                about = "last day; a row whose end lies before its start is rejected")
        LocalDate end,

        @Column(
                type = ColumnType.DATE,
                about = "order date; blank = start. A row ordered after the as-of date is ignored")
        @Nullable
        LocalDate ordered,

        @Column(
                type = ColumnType.DECIMAL,
                required = true,
                about = "in the metric of the covered license; Virtual Cores for a hosted workload")
        BigDecimal quantity,

        @Column(
                type = ColumnType.ID,
                about = "the license position with Software Assurance or subscription that it covers")
        String license,

        @Column(
                type = ColumnType.ID,
                about =
                        "filled only for coverage of a hosted workload (License Included): the instance that it covers. Such a row is called hosted below")
        String instance)
        implements LedgerRecord {}
