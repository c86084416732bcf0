package io.tallybook.job;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;

/** What is said when the disk, the store or the program fails, each with what has failed: a part of docs/problems.md. */
public final class FailureMessages {
    private FailureMessages() {}

    /**
     * A sample.
     *
     * @param name  the name of what is wrong
     * @param about  what it means
     * @param failure  what has failed
     * @param status  how the run ends
     * @param says  the line for the person; # stands for a number
     */
    record Sample(String name, String about, Throwable failure, RunOutcome.Status status, String says) {
        /** The line that is said of it. */
        String said() {
            Failure found = Failure.of(failure, Path.of(""));
            return found.message()
                    .replaceAll("in \\S*: no space", "in FOLDER: no space")
                    .replaceAll("[\\d,]+ bytes", "# bytes");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Sample> ALL = List.of(
            new Sample(
                    "disk-full",
                    "the disk of the output, of the state or of temporary files is full; the place is the one with the"
                            + " least room",
                    new IOException("No space left on device"),
                    RunOutcome.Status.NOT_WRITTEN,
                    "cannot write in FOLDER: no space left on the disk, # bytes are free; make room"),
            new Sample(
                    "not-writable",
                    "a file or folder of the output may not be written",
                    new AccessDeniedException("out/results.jsonl"),
                    RunOutcome.Status.NOT_WRITTEN,
                    "cannot write out/results.jsonl: no access; make room or check the rights"),
            new Sample(
                    "store-full",
                    "the disk of the store is full",
                    new SQLException("[SQLITE_FULL] database or disk is full"),
                    RunOutcome.Status.NOT_WRITTEN,
                    "cannot write the store in FOLDER: no space left on the disk, # bytes are free; make room"),
            new Sample(
                    "store-not-writable",
                    "the file of the store may not be written",
                    new SQLException("[SQLITE_READONLY] attempt to write a readonly database"),
                    RunOutcome.Status.NOT_WRITTEN,
                    "cannot write the store: [SQLITE_READONLY] attempt to write a readonly database; make room or check"
                            + " the rights"),
            new Sample(
                    "store-locked",
                    "another program holds the file of the store",
                    new SQLException("[SQLITE_BUSY] database is locked"),
                    RunOutcome.Status.BUSY,
                    "the store is in use by another process; try again later"),
            new Sample(
                    "store-away",
                    "the database does not answer, or has cut the connection",
                    new SQLTransientConnectionException("Connection refused", "08001"),
                    RunOutcome.Status.BUSY,
                    "the store is away: Connection refused; the next run goes on from here"),
            new Sample(
                    "store-refuses",
                    "the database, the user or the password is wrong",
                    new SQLException("FATAL: database \"tallybok\" does not exist", "3D000"),
                    RunOutcome.Status.WRONG_STORE,
                    "the store cannot be used: FATAL: database \"tallybok\" does not exist"),
            new Sample(
                    "fault-of-store",
                    "the store refuses what the program asks of it",
                    new SQLException("syntax error", "42601"),
                    RunOutcome.Status.FAULT,
                    "a fault of the program: the store says syntax error; please report it"),
            new Sample(
                    "fault",
                    "the program is wrong",
                    new IllegalStateException("Rows do not add up"),
                    RunOutcome.Status.FAULT,
                    "a fault of the program: Rows do not add up; the log file has the details, please report it"));

    /** The part of docs/problems.md on disks, stores and faults. */
    public static String document() {
        StringBuilder text = new StringBuilder("""

                ## Disks, stores and faults

                Nothing is published, and what was published stays. The next run goes on where this one ended, or starts
                anew after a fault. The exit codes are 74, 75, 78 and 70.

                | name | what it means | what is said | status |
                |---|---|---|---|
                """);
        ALL.forEach(sample -> text.append("| `")
                .append(sample.name())
                .append("` | ")
                .append(sample.about())
                .append(" | ")
                .append(sample.says())
                .append(" | ")
                .append(sample.status())
                .append(" |\n"));
        return text.toString();
    }
}
