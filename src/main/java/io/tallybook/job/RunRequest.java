package io.tallybook.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * What one run is to do.
 *
 * @param job  the job
 * @param jobText  the text of the job file, so that a changed job is a new run; empty without one
 * @param asOf  the as-of date
 * @param in  folders and files to read instead of those of the job; empty for the job's own
 * @param out  the output folder; an empty path for the job's own
 * @param settings  values of settings that come before those of the job
 * @param withReports  whether workbooks and pages are rendered
 * @param threads  how many threads work at once
 * @param store  the PostgreSQL database to keep the state of the run in, as a JDBC URL; empty for a file beside the output
 */
public record RunRequest(
        JobDefinition job,
        String jobText,
        LocalDate asOf,
        List<Path> in,
        Path out,
        Map<String, String> settings,
        boolean withReports,
        int threads,
        String store) {
    private static final String ACCOUNT = "/{account}";

    public RunRequest {
        in = List.copyOf(in);
        settings = Map.copyOf(settings);
    }

    /** Whether a text names a database that can be a store. */
    public static boolean isStore(String url) {
        return url.startsWith(PostgresStore.SCHEME + "//");
    }

    /** The month that the run is about, e.g. {@code 2026-10}. */
    String period() {
        return YearMonth.from(asOf).toString();
    }

    /** The same for another period. */
    public RunRequest at(LocalDate otherAsOf) {
        return new RunRequest(job, jobText, otherAsOf, in, out, settings, withReports, threads, store);
    }

    /** The name of the output folder, as the history has it. */
    String outputName() {
        return String.valueOf(outputFolder().getFileName());
    }

    /** The folder that is published as a whole; where a link stands, the folder that it leads to. */
    public Path outputFolder() {
        Path folder = namedFolder();
        try {
            return Files.isSymbolicLink(folder) ? folder.toRealPath() : folder;
        } catch (IOException e) {
            // A link to nowhere: whether a folder can be put in its place shows when it is done.
            return folder;
        }
    }

    private Path namedFolder() {
        if (!out.toString().isEmpty()) {
            return out.toAbsolutePath().normalize();
        }
        String pattern = job.output().isEmpty() ? "out" : job.output();
        String folder = pattern.endsWith(ACCOUNT) ? pattern.substring(0, pattern.length() - ACCOUNT.length()) : pattern;
        return Path.of(folder.replace("{period}", period())).toAbsolutePath().normalize();
    }

    /** Whether each account gets a folder of its own below the output folder. */
    boolean hasAccountFolders() {
        return job.output().endsWith(ACCOUNT);
    }
}
