package io.tallybook.job;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import io.tallybook.analysis.Area;
import io.tallybook.analysis.Settings;
import io.tallybook.intake.Profiles;
import io.tallybook.ledger.LedgerStore;
import io.tallybook.ledger.LedgerStoreException;
import io.tallybook.publish.Digest;
import io.tallybook.publish.Publication;
import io.tallybook.report.PastRun;
import io.tallybook.report.template.TemplateException;
import io.tallybook.terms.Terms;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.core.NestedRuntimeException;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Runs a job: takes the lock of its output folder, resumes what a crash has cut short or starts anew, and tells how it ended.
 *
 * <p>All state of a run lies in {@code .tallybook/NAME} beside the output folder NAME and is gone when it has ended; the
 * ledger and Spring Batch's tables may lie in a PostgreSQL database instead, and are gone from there too.
 */
public final class Runner {
    private static final Logger LOG = Logger.getLogger(Runner.class.getName());
    private static final String RUN = "run";

    private static final Set<RunOutcome.Status> KEEPS_STATE =
            Set.of(RunOutcome.Status.NOT_WRITTEN, RunOutcome.Status.BUSY);

    private final RunRequest request;
    private final Progress progress;

    public Runner(RunRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * The folder that holds the state and the log of runs with this output folder.
     */
    public static Path workFolder(RunRequest request) {
        Path out = request.outputFolder();
        Path parent = out.getParent() == null ? out : out.getParent();
        return parent.resolve(".tallybook").resolve(String.valueOf(out.getFileName()));
    }

    /** Keeps a text beside the state and the log of a run; a reader sees the old one or the new one. */
    public static void keep(RunRequest request, String name, String text) throws IOException {
        Publication.replaceFile(workFolder(request).resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Runs the job to its end. Never throws for what a person or a scheduler has to deal with: the outcome says it.
     *
     * @throws IllegalArgumentException if a setting is unknown or has a wrong value
     * @throws io.tallybook.yaml.YamlException if a file of terms or profiles is wrong
     */
    public RunOutcome run() {
        RunHistory history = new RunHistory(request);
        Map<String, String> given = new LinkedHashMap<>(request.job().settings());
        given.putAll(request.settings());
        Settings settings = Settings.of(RunSettings.known(), given);
        Terms terms = Terms.builtIn().with(request.job().terms());
        Profiles profiles = Profiles.builtIn().with(request.job().profiles());
        Path work = workFolder(request);
        try {
            InputFiles inputs = InputFiles.find(request);
            if (!inputs.isAnythingThere()) {
                RunOutcome outcome = failed(RunOutcome.Status.NO_INPUT, noInput(inputs));
                // Where there was never a run, a folder without inputs leaves nothing behind.
                if (history.exists()) {
                    tell(history, outcome, terms, missing(inputs), List.of(), List.of());
                }
                return outcome;
            }
            Files.createDirectories(work);
            Optional<RunLock> lock = RunLock.take(work);
            if (lock.isEmpty()) {
                return busy(RunLock.holder(work));
            }
            try {
                return locked(inputs, settings, terms, profiles, work, history);
            } finally {
                lock.get().close();
            }
        } catch (IOException e) {
            LOG.log(Level.SEVERE, "Cannot write", e);
            Failure failure = Failure.of(e, work);
            return failed(
                    RunOutcome.Status.NOT_WRITTEN,
                    failure.status() == RunOutcome.Status.NOT_WRITTEN
                            ? failure.message()
                            : "cannot write to " + request.outputFolder() + ": " + e.getMessage());
        }
    }

    private String noInput(InputFiles inputs) {
        if (!request.in().isEmpty()) {
            return "no input file in "
                    + String.join(
                            ", ", request.in().stream().map(Path::toString).toList());
        }
        return "no input file fits "
                + String.join(
                        ", ",
                        inputs.expected().stream()
                                .map(InputFiles.Expected::files)
                                .toList());
    }

    private RunOutcome failed(RunOutcome.Status status, String message) {
        progress.say(message);
        return new RunOutcome(status, List.of(message), Path.of(""), false, new TreeMap<>(), new TreeMap<>(), 0, 0, 0);
    }

    private RunOutcome locked(
            InputFiles inputs, Settings settings, Terms terms, Profiles profiles, Path work, RunHistory history)
            throws IOException {
        Publication publication = new Publication(request.outputFolder(), work, PublishedNames.of(request));
        Path state = work.resolve("state");
        try (Store store = Store.of(request, state)) {
            Optional<String> holder = store.lock();
            if (holder.isPresent()) {
                return busy(holder.get());
            }
            publication.recover();
            String identity = identity(inputs, settings, store);
            if (!isResumable(state, identity, store)) {
                Publication.delete(state);
                Publication.delete(publication.stage());
                Files.createDirectories(state);
                Files.writeString(state.resolve(RUN), identity + "\n" + store.renew());
            }
            InputDigests digests = InputDigests.start(inputs);
            RunOutcome outcome;
            try (HikariDataSource pool = store.open(request.threads())) {
                // A transaction begins with its first statement, not with the chunk: while one thread computes, another
                // commits.
                DataSource source = new LazyConnectionDataSourceProxy(pool);
                LedgerStore ledger = new LedgerStore(new TransactionAwareDataSourceProxy(source));
                RunContext context = new RunContext(
                        request,
                        inputs,
                        digests,
                        settings,
                        terms,
                        profiles,
                        areas(),
                        ledger,
                        new LedgerStore(pool),
                        store,
                        state,
                        publication,
                        progress);
                inputs.passedOver().forEach(name -> LOG.info(name + " is no table and was passed over"));
                launch(context, source, store.batchSchema(), identity);
                outcome = ended(context, history, missing(inputs));
            }
            // After a full disk the next run goes on from here. A fault of ours starts anew: its state is not to be
            // trusted.
            if (!KEEPS_STATE.contains(outcome.status())) {
                Publication.delete(state);
                clear(store);
            }
            return outcome;
        } catch (SQLException | HikariPool.PoolInitializationException e) {
            LOG.log(Level.SEVERE, "The store cannot be used", e);
            Failure failure = Failure.of(e, work);
            return failed(failure.status(), failure.message());
        }
    }

    private RunOutcome busy(String holder) {
        return failed(
                RunOutcome.Status.BUSY, "the same job is running: " + holder + " works on " + request.outputFolder());
    }

    /** What a run leaves in a store that cannot be reached any more is forgotten by the next one. */
    private static void clear(Store store) {
        try {
            store.clear();
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "The store is cleared by the next run", e);
        }
    }

    /** How a run ended, written into the history. */
    private RunOutcome ended(RunContext run, RunHistory history, List<String> missing) {
        List<String> rejects = List.of();
        RunOutcome outcome;
        try {
            outcome = outcome(run, counts(run.store()), sums(run.store()));
            rejects = rejects(run.store());
        } catch (LedgerStoreException e) {
            // What has made the run fail is said already, and is why its counts cannot be read.
            if (isPublished(run)) {
                fail(run, List.of(e));
            }
            outcome = outcome(run, new TreeMap<>(), new TreeMap<>());
        }
        tell(history, outcome, run.terms(), missing, rejects, run.changes());
        return outcome;
    }

    private static List<String> missing(InputFiles inputs) {
        return inputs.expected().stream()
                .filter(input -> !input.arrived())
                .map(input -> input.files() + (input.required() ? " (required)" : ""))
                .toList();
    }

    /** The rejected rows by table and problem. */
    private static List<String> rejects(LedgerStore ledger) {
        return ledger.rejectCodes().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
    }

    /** Writes the run into the history. That it cannot be written takes nothing from the run. */
    private void tell(
            RunHistory history,
            RunOutcome outcome,
            Terms terms,
            List<String> missing,
            List<String> rejects,
            List<String> changes) {
        PastRun run = new PastRun(
                history.ended(),
                history.seconds(),
                request.asOf().toString(),
                request.outputName(),
                Version.TEXT,
                outcome.status().name(),
                outcome.counts(),
                outcome.messages(),
                missing,
                rejects,
                changes);
        try {
            history.add(run, (runs, out) -> RenderBlocks.runsPage(request, terms, runs, out));
        } catch (IOException | TemplateException e) {
            LOG.log(Level.WARNING, "The history cannot be written", e);
            progress.say("the history of runs cannot be written: " + e.getMessage());
        }
    }

    private List<Area> areas() {
        List<String> names = request.job().analyses();
        return Areas.all().stream()
                .filter(area -> names.isEmpty() || names.contains(area.name()))
                .toList();
    }

    private static boolean isResumable(Path state, String identity, Store store) throws IOException, SQLException {
        Path run = state.resolve(RUN);
        if (Files.notExists(run) || Files.exists(state.resolve(PublishTasklet.PUBLISHING))) {
            return false;
        }
        String begun = Files.readString(run);
        return begun.startsWith(identity + "\n") && store.holds(begun.substring(identity.length() + 1));
    }

    /** What makes a run the same run: a crashed one is resumed only if nothing that it depends on has changed. */
    private String identity(InputFiles inputs, Settings settings, Store store) throws IOException {
        StringBuilder text = new StringBuilder(Version.TEXT)
                .append('|')
                .append(store.name())
                .append('|')
                .append(request.asOf())
                .append('|')
                .append(request.withReports())
                .append('|')
                .append(request.jobText())
                .append('|')
                .append(settings.all());
        List<Path> files = new ArrayList<>(request.job().terms());
        files.addAll(request.job().profiles());
        for (Path file : files) {
            text.append('\n').append(file).append('|').append(Digest.of(file));
        }
        for (InputFiles.Found found : inputs.files()) {
            boolean there = Files.isRegularFile(found.path());
            text.append('\n')
                    .append(found.name())
                    .append('|')
                    .append(found.path())
                    .append('|')
                    .append(found.record())
                    .append('|')
                    .append(there ? Files.size(found.path()) : -1)
                    .append('|')
                    .append(there ? Files.getLastModifiedTime(found.path()) : "");
        }
        return Digest.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void launch(RunContext run, DataSource source, String batchSchema, String identity) {
        try {
            run.store().createSchema();
            Batch batch = new Batch(source, batchSchema);
            Job job = TallybookJob.of(run, batch.repository(), batch.steps(request.threads()));
            fail(run, batch.startOrResume(job, run, identity).getAllFailureExceptions());
        } catch (JobExecutionException | LedgerStoreException | NestedRuntimeException e) {
            fail(run, List.of(e));
        }
    }

    /** Says why a run failed. What people can mend hides the faults that only follow from it. */
    private static void fail(RunContext run, List<? extends Throwable> failures) {
        failures.forEach(failure -> LOG.log(Level.SEVERE, "The run failed", failure));
        List<Failure> all = failures.stream()
                .map(failure -> Failure.of(failure, run.state()))
                .toList();
        List<Failure> known = all.stream()
                .filter(failure -> failure.status() != RunOutcome.Status.FAULT)
                .toList();
        for (Failure failure : known.isEmpty() ? all : known) {
            run.say(failure.message());
            run.ended(failure.status(), false);
        }
    }

    private static SortedMap<String, Long> counts(LedgerStore ledger) {
        SortedMap<String, Long> counts = new TreeMap<>();
        ledger.blockResults().forEach((name, count) -> {
            if (!name.startsWith(Assessor.SUM)) {
                counts.put(name, count.longValueExact());
            }
        });
        counts.put("files", (long) ledger.files().size());
        for (var table : ledger.tables()) {
            counts.merge("rows", table.counts().rows(), Long::sum);
            counts.merge("accepted", table.counts().accepted(), Long::sum);
            counts.merge("rejected", table.counts().rejected(), Long::sum);
            counts.merge("passed_over", table.counts().passedOver(), Long::sum);
        }
        return counts;
    }

    private static SortedMap<String, BigDecimal> sums(LedgerStore ledger) {
        SortedMap<String, BigDecimal> sums = new TreeMap<>();
        ledger.blockResults().forEach((name, sum) -> {
            if (name.startsWith(Assessor.SUM)) {
                sums.put(name.substring(Assessor.SUM.length()), sum);
            }
        });
        return sums;
    }

    private static boolean isPublished(RunContext run) {
        return run.status() == RunOutcome.Status.COMPLETE || run.status() == RunOutcome.Status.INCOMPLETE;
    }

    private RunOutcome outcome(RunContext run, SortedMap<String, Long> counts, SortedMap<String, BigDecimal> sums) {
        return new RunOutcome(
                run.status(),
                run.messages(),
                isPublished(run) ? run.publication().place() : Path.of(""),
                run.isUnchanged(),
                counts,
                isPublished(run) ? sums : new TreeMap<>(),
                counts.getOrDefault("findings.FAIL", 0L),
                counts.getOrDefault("figures.UNKNOWN", 0L) + counts.getOrDefault("findings.UNDETERMINED", 0L),
                counts.getOrDefault("rejected", 0L));
    }
}
