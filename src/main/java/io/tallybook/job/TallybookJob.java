package io.tallybook.job;

import io.tallybook.analysis.Area;
import io.tallybook.intake.IntakeContext;
import io.tallybook.ledger.LedgerStore;
import io.tallybook.ledger.LedgerStore.AccountBlock;
import io.tallybook.ledger.SourceFileRecord;
import io.tallybook.ledger.SourceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** The job: intake, assess, render, publish. Its steps stand here in the order in which they run. */
final class TallybookJob {
    private static final String JOB = "tallybook";

    /** Exit status of the gate when the inputs are refused as a whole. */
    private static final String BLOCKED = "BLOCKED";

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** About as many rows as an account with a long history has; a few megabytes of results. */
    private static final int ROWS_PER_BLOCK = 2_000;

    private static final int FEWEST_BLOCKS = 16;

    private final RunContext run;
    private final JobRepository repository;
    private final Steps steps;
    private final AssessBlocks assess;
    private final RenderBlocks render;
    private final Map<String, Map<String, String>> owners = new ConcurrentHashMap<>();

    private TallybookJob(RunContext run, JobRepository repository, Steps steps) {
        this.run = run;
        this.repository = repository;
        this.steps = steps;
        assess = new AssessBlocks(run);
        render = new RenderBlocks(run);
    }

    /** Puts the job of a run together, and begins to prepare what its later steps need. */
    static Job of(RunContext run, JobRepository repository, Steps steps) {
        TallybookJob job = new TallybookJob(run, repository, steps);
        Ahead.load("later steps", job::prepareLaterSteps);
        return job.job();
    }

    /** In the order in which they are needed: for assessing, for rendering, for the manifest. */
    private Object prepareLaterSteps() throws IOException {
        run.areas().forEach(Area::catalogue);
        render.prepare();
        run.terms().ids().forEach(run.terms()::term);
        return run;
    }

    /** What every table is, written down before anything is read. */
    private Step survey() {
        return steps.once("survey", new SurveyTasklet(run));
    }

    /** The tables through which other rows find their account. */
    private Step masters() {
        return tables("masters", "reading master tables", table -> IntakeOrder.isMaster(table.record()));
    }

    private Step settleMasters() {
        return steps.once("settle-masters", new SettleTasklet(run, true));
    }

    /** All other tables. */
    private Step records() {
        return tables("records", "reading", table -> !IntakeOrder.isMaster(table.record()));
    }

    private Step settleRecords() {
        return steps.once("settle-records", new SettleTasklet(run, false));
    }

    /** Refuses the inputs as a whole, or cuts the accounts into blocks. */
    private Step gate() {
        return steps.tasklet("gate", (contribution, context) -> {
            noteDigests();
            List<String> reasons = new Gate(run).blocking();
            reasons.forEach(run::say);
            if (reasons.isEmpty()) {
                run.store().indexAccounts();
                run.store().cutBlocks(ROWS_PER_BLOCK, FEWEST_BLOCKS);
            } else {
                contribution.setExitStatus(new ExitStatus(BLOCKED));
            }
            return RepeatStatus.FINISHED;
        });
    }

    private void noteDigests() throws IOException {
        for (SourceFileRecord file : run.store().files()) {
            Path path = Path.of(file.path());
            // One that is gone or may not be read has been refused for that.
            if (file.sha256().isEmpty() && Files.isReadable(path)) {
                run.store().putDigest(file.id(), run.digests().of(path));
            }
        }
    }

    /** What belongs to no account. */
    private Step assessShared() {
        return steps.once("assess-shared", (contribution, context) -> {
            assess.write(Chunk.of(assess.shared()));
            return RepeatStatus.FINISHED;
        });
    }

    private Step assess() {
        return blocks("assess", (name, mine) -> steps.items(name, mine, assess::process, assess));
    }

    /** Workbook and page of each account. */
    private Step render() {
        return blocks(
                "render", (name, mine) -> render.isWanted() ? steps.items(name, mine, render) : steps.nothing(name));
    }

    /** Page and workbook over all accounts. */
    private Step portfolio() {
        return steps.tasklet("portfolio", (contribution, context) -> {
            if (render.isWanted()) {
                render.portfolio();
            }
            return RepeatStatus.FINISHED;
        });
    }

    private Step publish() {
        return steps.tasklet("publish", new PublishTasklet(run));
    }

    /** Only the report on the run itself. */
    private Step refuse() {
        return steps.tasklet("refuse", new RefuseTasklet(run));
    }

    private Job job() {
        Step gate = gate();
        return new JobBuilder(JOB, repository)
                .start(survey())
                .next(masters())
                .next(settleMasters())
                .next(records())
                .next(settleRecords())
                .next(gate)
                .on(BLOCKED)
                .to(refuse())
                .from(gate)
                .on("*")
                .to(assessShared())
                .next(assess())
                .next(render())
                .next(portfolio())
                .next(publish())
                .end()
                .build();
    }

    /** A step that reads tables. */
    private Step tables(String name, String stage, Predicate<SourceTable> which) {
        return steps.partitioned(
                name,
                many -> {
                    run.progress().stage(stage, 0);
                    List<SourceFileRecord> files = run.store().files();
                    List<SourceTable> tables =
                            run.store().tables().stream().filter(which).toList();
                    return TableParts.of(tables, file -> size(files.get(file)), many).stream()
                            .map(part -> "tables" + part.get(0).id() + "to"
                                    + part.get(part.size() - 1).id())
                            .toList();
                },
                part -> {
                    int[] range = numbers(part);
                    List<Integer> ids = run.committed().tables().stream()
                            .filter(which)
                            .map(SourceTable::id)
                            .filter(id -> id >= range[0] && id <= range[1])
                            .toList();
                    return steps.items(part, new TableItemReader(ids, this::reading), new TableItemWriter(run));
                });
    }

    private static long size(SourceFileRecord file) {
        try {
            return Files.size(Path.of(file.path()));
        } catch (IOException e) {
            // Whoever reads it says so.
            return 0;
        }
    }

    private Optional<TableReading> reading(int id, String state) {
        LedgerStore store = run.committed();
        IntakeContext context = new IntakeContext(
                run.request().asOf(),
                run.settings().zone("zone"),
                run.settings().all(),
                record -> owners.computeIfAbsent(record, store::owners));
        return store.table(id).map(table -> new TableReading(run, table, store.file(table.file()), context, state));
    }

    /** A step whose parts are ranges of blocks of accounts. */
    private Step blocks(String name, BiFunction<String, BlockItems, Step> maker) {
        return steps.partitioned(
                name,
                many -> {
                    run.progress().stage(name, 0);
                    int parts = Math.max(1, Math.min(many, run.store().blocks().size()));
                    return IntStream.rangeClosed(1, parts)
                            .mapToObj(part -> "part" + part + "of" + parts)
                            .toList();
                },
                part -> {
                    List<AccountBlock> blocks = run.committed().blocks();
                    int[] range = numbers(part);
                    int first = (int) ((long) blocks.size() * (range[0] - 1) / range[1]);
                    int last = (int) ((long) blocks.size() * range[0] / range[1]);
                    return maker.apply(part, new BlockItems(blocks.subList(first, last)));
                });
    }

    /** The numbers in the name of a part. */
    private static int[] numbers(String part) {
        return NUMBER.matcher(part)
                .results()
                .mapToInt(number -> Integer.parseInt(number.group()))
                .toArray();
    }
}
