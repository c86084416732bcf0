package io.tallybook.cli;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.logging.ErrorManager;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
            boolean isLarge = Files.exists(file) && Files.size(file) > LARGEST;
            OutputStream out = Files.newOutputStream(file, CREATE, WRITE, isLarge ? TRUNCATE_EXISTING : APPEND);
            Handler handler = new Appending(out);
            handler.setErrorManager(new Silent());
            root.addHandler(handler);
            return new RunLog(file, handler);
        } catch (IOException e) {
            // Without a log the run goes on: whether its output can be written shows soon enough.
            return new RunLog(file, null);
        }
    }

    /**
     * Each record is on its way when it is logged. Not a file handler, which would leave a second log behind for each start
     * that is turned away.
     */
    private static final class Appending extends StreamHandler {
        Appending(OutputStream out) throws IOException {
            super(out, new Indented());
            setEncoding("UTF-8");
        }

        @Override
        public synchronized void publish(LogRecord logged) {
            super.publish(logged);
            flush();
        }
    }

    /** Only the first line of a record starts at the margin: no text from an input can look like a record of its own. */
    private static final class Indented extends Formatter {
        private static final Pattern LINE_BREAK = Pattern.compile("\\R");
        private static final int LONGEST_LINE = 4_000;

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
            return LINE_BREAK
                            .splitAsStream(text.toString().stripTrailing())
                            .map(Indented::cut)
                            .collect(Collectors.joining("\n\t"))
                    + "\n";
        }

        /** A database repeats the statement that it was cut off from, with all its rows. */
        private static String cut(String line) {
            return line.length() <= LONGEST_LINE
                    ? line
                    : line.substring(0, LONGEST_LINE) + "... (" + (line.length() - LONGEST_LINE) + " more characters)";
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
