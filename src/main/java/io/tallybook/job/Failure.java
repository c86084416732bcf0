package io.tallybook.job;

import io.tallybook.report.template.TemplateException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Locale;

/** What a failure means to the person who runs the job: a status and one line. */
record Failure(RunOutcome.Status status, String message) {
    static Failure of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TemplateException template) {
                return new Failure(RunOutcome.Status.WRONG_TEMPLATE, oneLine(template));
            }
            if (cause instanceof SQLException sql) {
                return ofStore(sql);
            }
            if (cause instanceof FileSystemException file) {
                String reason = file.getReason() == null ? "no access" : file.getReason();
                return new Failure(
                        RunOutcome.Status.NOT_WRITTEN,
                        "cannot write " + file.getFile() + ": " + reason + "; make room or check the rights");
            }
            if (cause instanceof IOException && isNoSpace(cause)) {
                return new Failure(RunOutcome.Status.NOT_WRITTEN, "cannot write: no space left on the disk; make room");
            }
        }
        return new Failure(
                RunOutcome.Status.FAULT,
                "a fault of the program: " + oneLine(failure) + "; the log file has the details, please report it");
    }

    private static Failure ofStore(SQLException sql) {
        String state = String.valueOf(sql.getSQLState());
        if (sql instanceof SQLTransientException || state.startsWith("08") || state.startsWith("57P")) {
            return new Failure(
                    RunOutcome.Status.BUSY, "the store is away: " + oneLine(sql) + "; the next run goes on from here");
        }
        if (state.startsWith("28") || state.equals("3D000") || state.equals("42501")) {
            return new Failure(RunOutcome.Status.WRONG_STORE, "the store cannot be used: " + oneLine(sql));
        }
        String message = String.valueOf(sql.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("full")
                || message.contains("no space left")
                || message.contains("readonly")
                || message.contains("ioerr")
                || message.contains("cantopen")) {
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
