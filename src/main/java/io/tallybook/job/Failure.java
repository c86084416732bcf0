package io.tallybook.job;

import io.tallybook.report.template.TemplateException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Locale;

/** What a failure means to the person who runs the job: a status and one line. */
record Failure(RunOutcome.Status status, String message) {
    private static final long LIBRARY_BYTES = 4_000_000;

    /**
     * Says what a failure means.
     *
     * @param work  the folder for the state of the run: where most is written
     */
    static Failure of(Throwable failure, Path work) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TemplateException template) {
                return new Failure(RunOutcome.Status.WRONG_TEMPLATE, String.valueOf(template.getMessage()));
            }
            if (cause instanceof SQLException sql) {
                return ofStore(sql, work);
            }
            if (cause instanceof IOException && isNoSpace(cause)) {
                return new Failure(RunOutcome.Status.NOT_WRITTEN, "cannot write " + noSpace(work));
            }
            if (cause instanceof FileSystemException file) {
                String reason = file.getReason() == null ? "no access" : file.getReason();
                return new Failure(
                        RunOutcome.Status.NOT_WRITTEN,
                        "cannot write " + file.getFile() + ": " + reason + "; make room or check the rights");
            }
        }
        return new Failure(
                RunOutcome.Status.FAULT,
                "a fault of the program: " + oneLine(failure) + "; the log file has the details, please report it");
    }

    private static Failure ofStore(SQLException sql, Path work) {
        String state = String.valueOf(sql.getSQLState());
        // The pool has no code for a connection that it gave up.
        if (sql instanceof SQLTransientException
                || state.startsWith("08")
                || state.startsWith("57P")
                || "Connection is closed".equals(sql.getMessage())) {
            return new Failure(
                    RunOutcome.Status.BUSY, "the store is away: " + oneLine(sql) + "; the next run goes on from here");
        }
        if (state.startsWith("28") || state.equals("3D000") || state.equals("42501")) {
            return new Failure(RunOutcome.Status.WRONG_STORE, "the store cannot be used: " + oneLine(sql));
        }
        String message = (sql.getMessage() + " " + oneLine(sql)).toLowerCase(Locale.ROOT);
        // The embedded store's library is unpacked as a temporary file.
        boolean isUnpacked = !message.contains("no native library") || room(temporary()) > LIBRARY_BYTES;
        if (message.contains("full") || message.contains("no space left") || !isUnpacked) {
            return new Failure(RunOutcome.Status.NOT_WRITTEN, "cannot write the store " + noSpace(work));
        }
        if (message.contains("readonly") || message.contains("ioerr") || message.contains("cantopen")) {
            return new Failure(
                    RunOutcome.Status.NOT_WRITTEN,
                    "cannot write the store: " + oneLine(sql) + "; make room or check the rights");
        }
        if (message.contains("busy") || message.contains("locked")) {
            return new Failure(RunOutcome.Status.BUSY, "the store is in use by another process; try again later");
        }
        return new Failure(
                RunOutcome.Status.FAULT,
                "a fault of the program: the store says " + oneLine(sql) + "; please report it");
    }

    /** Java does not tell which disk is full: it is the one with the least room, that of the run or that of temporary files. */
    private static String noSpace(Path work) {
        Path full = room(temporary()) < room(work) ? temporary() : work;
        return String.format(
                Locale.ROOT, "in %s: no space left on the disk, %,d bytes are free; make room", full, room(full));
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir", ""));
    }

    private static long room(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    private static boolean isNoSpace(Throwable e) {
        return String.valueOf(e.getMessage()).contains("No space left");
    }

    private static String oneLine(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String text = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return text.lines().findFirst().orElse("").strip();
    }
}
