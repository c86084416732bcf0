package io.tallybook.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A run over a folder of inputs, without a job file, as of the last day of October 2026. */
public final class FolderRun {
    private static final LocalDate AS_OF = LocalDate.of(2026, 10, 31);

    private FolderRun() {}

    /** Publishes results alone. */
    public static RunOutcome of(Path in, Path out) {
        return of(in, out, Map.of());
    }

    /** Publishes results alone, with settings as {@code --set} takes them. */
    public static RunOutcome of(Path in, Path out, Map<String, String> settings) {
        return run(in, out, settings, false);
    }

    /** Publishes the reports too. */
    public static RunOutcome withReports(Path in, Path out) {
        return run(in, out, Map.of(), true);
    }

    private static RunOutcome run(Path in, Path out, Map<String, String> settings, boolean withReports) {
        RunRequest request =
                new RunRequest(JobDefinition.withoutFile(), "", AS_OF, List.of(in), out, settings, withReports, 2, "");
        return new Runner(request, Progress.SILENT).run();
    }
}
