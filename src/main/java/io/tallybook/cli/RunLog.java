package io.tallybook.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The log file of the runs of one output folder: what went on, and the stack traces that no person wants to see. */
final class RunLog implements AutoCloseable {
    private static final int LARGEST = 5_000_000;

    private final Path file;
    private final @Nullable Handler handler;

    private RunLog(Path file, @Nullable Handler handler) {
        this.file = file;
        this.handler = handler;
    }

    /** Sends everything that is logged to the file; nothing to the console. */
    static RunLog open(Path folder) {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.INFO);
        Path file = folder.resolve("run.log");
        try {
            Files.createDirectories(folder);
            FileHandler handler = new FileHandler(file.toString(), LARGEST, 1, true);
            handler.setEncoding("UTF-8");
            handler.setFormatter(new Indented());
            handler.setErrorManager(new Silent());
            root.addHandler(handler);
            return new RunLog(file, handler);
        } catch (IOException e) {
            // Without a log the run goes on: whether its output can be written shows soon enough.
            return new RunLog(file, null);
        }
    }

    /** Only the first line of a record starts at the margin: no text from an input can look like a record of its own. */
    private static final class Indented extends Formatter {
        private static final Pattern LINE_BREAK = Pattern.compile("\\R");

        @Override
        public String format(LogRecord logged) {
            StringBuilder text = new StringBuilder(200)
                    .append(logged.getInstant().truncatedTo(ChronoUnit.MILLIS))
                    .append(' ')
                    .append(logged.getLevel().getName())
                    .append(' ')
                    .append(logged.getLoggerName())
                    .append(": ")
                    .append(formatMessage(logged));
            Throwable thrown = logged.getThrown();
            if (thrown != null) {
                StringWriter trace = new StringWriter();
                thrown.printStackTrace(new PrintWriter(trace));
                text.append('\n').append(trace);
            }
            return LINE_BREAK.matcher(text.toString().stripTrailing()).replaceAll("\n\t") + "\n";
        }
    }

    /** A log that cannot be written, on a full disk, prints no stack traces among the lines for people. */
    private static final class Silent extends ErrorManager {
        @Override
        public void error(@Nullable String message, @Nullable Exception e, int code) {
            // The run says what it cannot write.
        }
    }

    Path file() {
        return file;
    }

    @Override
    public void close() {
        Handler open = handler;
        if (open != null) {
            Logger.getLogger("").removeHandler(open);
            open.close();
        }
    }
}
