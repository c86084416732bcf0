package io.tallybook.cli;

import io.tallybook.analysis.Settings;
import io.tallybook.job.JobDefinition;
import io.tallybook.job.JobFile;
import io.tallybook.job.MissedPeriods;
import io.tallybook.job.PeriodRule;
import io.tallybook.job.RunOutcome;
import io.tallybook.job.RunRequest;
import io.tallybook.job.RunSettings;
import io.tallybook.job.Runner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tallybook run}: one run of a job. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs a job: reads its spreadsheets, computes, renders, and publishes everything together or nothing.",
            "Without a job file every analysis runs on whatever --in holds."
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "   0  done (rejected rows within the job's tolerance included; the summary counts them)",
            "   1  done, but something that --fail-on names was found",
            "  64  wrong usage",
            "  65  inputs refused: a file could not be read or recognised (what is published is marked incomplete), or",
            "      a required input is missing, a control total is off, too many rows are rejected (nothing is published)",
            "  66  no input found",
            "  70  a fault of the program; the log file has the details",
            "  74  the output cannot be written",
            "  75  try again: the same job is running, or the store is away",
            "  78  the job file, a file of terms or profiles, or a template is wrong",
            "",
            "Messages go to stderr, one line each; stdout carries one line of JSON, last."
        })
final class RunCommand implements Callable<Integer> {
    /** What {@code --fail-on} may name. */
    enum FailOn {
        REJECTS,
        UNKNOWN,
        FAIL
    }

    private static final Logger LOG = Logger.getLogger(RunCommand.class.getName());

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "JOBFILE",
            description = "the job file (YAML), e.g. jobs/monthly-benefits.yaml")
    private @Nullable Path jobFile;

    @Option(
            names = "--in",
            paramLabel = "PATH",
            arity = "1..*",
            description = "folders and files to read, instead of those that the job names")
    private List<Path> in = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "the output folder, instead of the job's; default without a job: out")
    private @Nullable Path out;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "the day that everything is judged by, e.g. 2026-10-31; default: the job's period rule, or today")
    private @Nullable String asOf;

    @Option(names = "--period", paramLabel = "MONTH", description = "a month, e.g. 2026-10: as of its last day")
    private @Nullable String period;

    @Option(
            names = "--catch-up",
            description = {
                "run the periods that the history of the job has no published run for as well, oldest first,",
                "and stop at the first that fails; the exit code is that of the worst"
            })
    private boolean catchUp;

    @Option(
            names = "--set",
            paramLabel = "name=value",
            description = "a setting, before that of the job; may be repeated (tallybook inputs --settings lists them)")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--no-reports", description = "only results.jsonl, rejects.csv and manifest.json")
    private boolean noReports;

    @Option(
            names = "--fail-on",
            split = ",",
            paramLabel = "WHAT",
            description = "exit 1 if any of these was found: rejects, unknown, fail")
    private Set<FailOn> failOn = Set.of();

    @Option(names = "--threads", paramLabel = "N", description = "threads to work with; default: one a core")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--store",
            paramLabel = "URL",
            defaultValue = "${env:TALLYBOOK_STORE}",
            description = {
                "a PostgreSQL database to keep the state of the run in, jdbc:postgresql://HOST/DATABASE?user=NAME;",
                "default: TALLYBOOK_STORE, or a file beside the output folder. Passwords come from ~/.pgpass."
            })
    private @Nullable String store;

    @Override
    public Integer call() throws IOException {
        Path file = jobFile;
        if (file == null && in.isEmpty()) {
            throw usage("name a job file, or folders and files with --in");
        }
        if (threads < 1 || threads > 256) {
            throw usage("--threads: found " + threads + ", expected 1 to 256");
        }
        JobDefinition job = file == null ? JobDefinition.withoutFile() : JobFile.read(file);
        boolean isScheduled = file != null && asOf == null && period == null;
        if (catchUp && !isScheduled) {
            throw usage("--catch-up takes a job file, and neither --as-of nor --period");
        }
        Map<String, String> given = given();
        RunRequest due = new RunRequest(
                job,
                file == null ? "" : Files.readString(file),
                asOf(job, given),
                in,
                out == null ? Path.of("") : out,
                given,
                !noReports,
                threads,
                store());
        MissedPeriods missed = isScheduled ? missed(due) : MissedPeriods.NONE;
        return (catchUp && !missed.asOf().isEmpty()
                        ? catchUp(due, missed)
                        : run(due, missed).exit())
                .code();
    }

    private MissedPeriods missed(RunRequest due) {
        try {
            return MissedPeriods.before(due);
        } catch (IOException e) {
            if (catchUp) {
                throw usage("--catch-up: " + e.getMessage());
            }
            // The run says so when it adds itself.
            return MissedPeriods.NONE;
        }
    }

    /** Runs what was missed, oldest first, and then what is due. */
    private ExitCode catchUp(RunRequest due, MissedPeriods missed) {
        PeriodRule rule = due.job().period();
        List<LocalDate> periods = new ArrayList<>(missed.asOf());
        periods.add(due.asOf());
        List<Summary.Ended> ended = new ArrayList<>();
        for (LocalDate each : periods) {
            say(rule.name(each) + ", " + (ended.size() + 1) + " of " + periods.size());
            Summary.Ended last = run(due.at(each), MissedPeriods.NONE);
            ended.add(last);
            if (last.outcome().out().toString().isEmpty()) {
                break;
            }
        }
        if (ended.size() < periods.size()) {
            say("caught up no further: not run are "
                    + Summary.named(rule, periods.subList(ended.size(), periods.size())));
        }
        return Summary.print(spec.commandLine(), due, ended);
    }

    private void say(String line) {
        spec.commandLine().getErr().println("tallybook: " + line);
    }

    private Summary.Ended run(RunRequest request, MissedPeriods missed) {
        RunLog log = RunLog.open(Runner.workFolder(request));
        long start = System.nanoTime();
        try (ProgressView progress = new ProgressView(spec.commandLine().getErr(), isTerminal())) {
            if (!missed.lately().isEmpty()) {
                progress.say("nothing was published for "
                        + Summary.named(request.job().period(), missed.lately()) + "; --catch-up runs what was missed");
            }
            RunOutcome outcome = new Runner(request, progress).run();
            progress.finish();
            long millis = (System.nanoTime() - start) / 1_000_000;
            Summary.Ended ended = new Summary.Ended(request, outcome, exit(outcome), millis, missed);
            Summary.print(spec.commandLine(), ended, log.file());
            return ended;
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "The run failed", e);
            throw e;
        } finally {
            log.close();
        }
    }

    /** Whether stderr is a terminal; Java only tells of the standard input. */
    private static boolean isTerminal() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private ExitCode exit(RunOutcome outcome) {
        if (outcome.status() != RunOutcome.Status.COMPLETE) {
            return ExitCode.of(outcome.status());
        }
        boolean found = (failOn.contains(FailOn.REJECTS) && outcome.rejected() > 0)
                || (failOn.contains(FailOn.UNKNOWN) && outcome.unknown() > 0)
                || (failOn.contains(FailOn.FAIL) && outcome.failed() > 0);
        return found ? ExitCode.FOUND : ExitCode.DONE;
    }

    private LocalDate asOf(JobDefinition job, Map<String, String> given) {
        String day = asOf;
        String month = period;
        if (day != null && month != null) {
            throw usage("--as-of and --period exclude each other");
        }
        try {
            if (day != null) {
                return LocalDate.parse(day);
            }
            if (month != null) {
                return YearMonth.parse(month).atEndOfMonth();
            }
        } catch (DateTimeException e) {
            throw usage(
                    day != null
                            ? "--as-of: found '" + day + "', expected a date like 2026-10-31"
                            : "--period: found '" + month + "', expected a month like 2026-10");
        }
        String zone = given.getOrDefault("zone", job.settings().get("zone"));
        return job.period().asOf(Instant.now(), zone == null ? ZoneId.systemDefault() : ZoneId.of(zone));
    }

    private Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        for (String setting : settings) {
            int at = setting.indexOf('=');
            if (at < 1) {
                throw usage("--set: found '" + setting + "', expected name=value");
            }
            given.put(
                    setting.substring(0, at).strip(), setting.substring(at + 1).strip());
        }
        try {
            Settings.of(RunSettings.known(), given);
        } catch (IllegalArgumentException e) {
            throw usage("--set: " + e.getMessage());
        }
        return given;
    }

    private String store() {
        String url = store == null ? "" : store;
        if (!url.isEmpty() && !RunRequest.isStore(url)) {
            // Not what was found: there may be a password in it.
            throw usage("--store: expected jdbc:postgresql://HOST/DATABASE");
        }
        return url;
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
