package io.tallybook.job;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/**
 * How a run ended.
 *
 * @param status  how it ended
 * @param messages  what a person has to know, one line each, worst first
 * @param out  the published folder; an empty path when nothing was published
 * @param unchanged  whether everything published before is byte for byte the same
 * @param counts  files, tables, rows, accepted, rejected, passed over, accounts, results by state and status
 * @param sums  the sums of money that the portfolio shows, by measure, dimension and currency; empty when nothing was published
 * @param failed  how many findings are FAIL
 * @param unknown  how many figures are UNKNOWN and findings UNDETERMINED
 * @param rejected  how many rows were rejected
 */
public record RunOutcome(
        Status status,
        List<String> messages,
        Path out,
        boolean unchanged,
        SortedMap<String, Long> counts,
        SortedMap<String, BigDecimal> sums,
        long failed,
        long unknown,
        long rejected) {
    /** Name of the page that says what was read, and why the inputs were refused. */
    public static final String RUN_REPORT = "run-report.html";

    /** How a run ended. */
    public enum Status {
        /** All inputs were read, everything is published. */
        COMPLETE,
        /** A file could not be read or recognised: everything published is marked incomplete. */
        INCOMPLETE,
        /** The inputs were refused: nothing but the run report is published. */
        BLOCKED,
        /** There was no input file. */
        NO_INPUT,
        /** The same job is running, or the store is away. */
        BUSY,
        /** The output cannot be written. */
        NOT_WRITTEN,
        /** A report template is wrong. */
        WRONG_TEMPLATE,
        /** The database that is to be the store is named wrongly, or refuses us. */
        WRONG_STORE,
        /** A fault of the program. */
        FAULT
    }

    public RunOutcome {
        messages = List.copyOf(messages);
    }
}
