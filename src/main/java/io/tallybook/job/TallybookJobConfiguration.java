package io.tallybook.job;

import io.tallybook.intake.IntakeContext;
import io.tallybook.ledger.LedgerStore;
import io.tallybook.ledger.LedgerStore.AccountBlock;
import io.tallybook.ledger.SourceFileRecord;
import io.tallybook.ledger.SourceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.item.ChunkOrientedStep;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemStream;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The job: intake, assess, render, publish. Its steps stand here in the order in which they run. */
@Configuration(proxyBeanMethods = false)
@EnableBatchProcessing
@EnableJdbcJobRepository
class TallybookJobConfiguration {
    static final String JOB = "tallybook";

    /** Exit status of the gate when the inputs are refused as a whole. */
    static final String BLOCKED = "BLOCKED";

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** About as many rows as an account with a long history has; a few megabytes of results. */
    private static final int ROWS_PER_BLOCK = 2_000;

    private final RunContext run;
    private final Map<String, Map<String, String>> owners = new ConcurrentHashMap<>();

    TallybookJobConfiguration(RunContext run) {
        this.run = run;
    }

    /** No messages: Spring would load every locale of the machine for its own. */
    @Bean(AbstractApplicationContext.MESSAGE_SOURCE_BEAN_NAME)
    MessageSource messageSource() {
        return new NoMessages();
    }

    /** For the repository, and for steps that do one thing. */
    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new RepositoryTransactions(dataSource);
    }

    /** For chunks: they take the write lock of the store when they write, not while they read and compute. */
    private static PlatformTransactionManager chunkTransactions(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    /** What every table is, written down before anything is read. */
    @Bean
    Step survey(JobRepository repository, PlatformTransactionManager transactions) {
        return tasklet("survey", new SurveyTasklet(run), repository, transactions);
    }

    /** The tables through which other rows find their account. */
    @Bean
    Step masters(JobRepository repository, PlatformTransactionManager transactions, DataSource source) {
        return tables("masters", table -> IntakeOrder.isMaster(table.record()), repository, transactions, source);
    }

    @Bean
    Step settleMasters(JobRepository repository, PlatformTransactionManager transactions) {
        return tasklet("settle-masters", new SettleTasklet(run, true), repository, transactions);
    }

    /** All other tables. */
    @Bean
    Step records(JobRepository repository, PlatformTransactionManager transactions, DataSource source) {
        return tables("records", table -> !IntakeOrder.isMaster(table.record()), repository, transactions, source);
    }

    @Bean
    Step settleRecords(JobRepository repository, PlatformTransactionManager transactions) {
        return tasklet("settle-records", new SettleTasklet(run, false), repository, transactions);
    }

    /** Refuses the inputs as a whole, or cuts the accounts into blocks. */
    @Bean
    Step gate(JobRepository repository, PlatformTransactionManager transactions) {
        Tasklet gate = (contribution, context) -> {
            noteDigests();
            List<String> reasons = new Gate(run).blocking();
            reasons.forEach(run::say);
            if (reasons.isEmpty()) {
                run.store().indexAccounts();
                run.store().cutBlocks(ROWS_PER_BLOCK);
            } else {
                contribution.setExitStatus(new ExitStatus(BLOCKED));
            }
            return RepeatStatus.FINISHED;
        };
        return tasklet("gate", gate, repository, transactions);
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
    @Bean
    Step assessShared(JobRepository repository, PlatformTransactionManager transactions, AssessBlocks assess) {
        Tasklet shared = (contribution, context) -> {
            assess.write(Chunk.of(assess.shared()));
            return RepeatStatus.FINISHED;
        };
        return tasklet("assess-shared", shared, repository, transactions);
    }

    @Bean
    AssessBlocks assessBlocks() {
        return new AssessBlocks(run);
    }

    @Bean
    Step assess(JobRepository repository, DataSource source, AssessBlocks assess) {
        return blocks("assess", repository, mine -> {
            ItemProcessor<AccountBlock, Assessor.Assessed> processor = assess::process;
            return name -> {
                BlockItems items = new BlockItems(mine);
                ChunkOrientedStep<AccountBlock, Assessor.Assessed> step =
                        new ChunkOrientedStep<>(name, 1, items, assess, repository);
                step.setItemProcessor(processor);
                return chunks(step, items, source);
            };
        });
    }

    @Bean
    RenderBlocks renderBlocks() {
        RenderBlocks render = new RenderBlocks(run);
        render.prepare();
        return render;
    }

    /** Workbook and page of each account. */
    @Bean
    Step render(JobRepository repository, DataSource source, RenderBlocks render) {
        return blocks("render", repository, mine -> name -> {
            BlockItems items = new BlockItems(render.isWanted() ? mine : List.of());
            return chunks(new ChunkOrientedStep<>(name, 1, items, render, repository), items, source);
        });
    }

    /** Page and workbook over all accounts. */
    @Bean
    Step portfolio(JobRepository repository, PlatformTransactionManager transactions, RenderBlocks render) {
        Tasklet portfolio = (contribution, context) -> {
            if (render.isWanted()) {
                render.portfolio();
            }
            return RepeatStatus.FINISHED;
        };
        return tasklet("portfolio", portfolio, repository, transactions);
    }

    @Bean
    Step publish(JobRepository repository, PlatformTransactionManager transactions) {
        return tasklet("publish", new PublishTasklet(run), repository, transactions);
    }

    /** Only the report on the run itself. */
    @Bean
    Step refuse(JobRepository repository, PlatformTransactionManager transactions) {
        return tasklet("refuse", new RefuseTasklet(run), repository, transactions);
    }

    @Bean
    Job job(
            JobRepository repository,
            Step survey,
            Step masters,
            Step settleMasters,
            Step records,
            Step settleRecords,
            Step gate,
            Step assessShared,
            Step assess,
            Step render,
            Step portfolio,
            Step publish,
            Step refuse) {
        return new JobBuilder(JOB, repository)
                .start(survey)
                .next(masters)
                .next(settleMasters)
                .next(records)
                .next(settleRecords)
                .next(gate)
                .on(BLOCKED)
                .to(refuse)
                .from(gate)
                .on("*")
                .to(assessShared)
                .next(assess)
                .next(render)
                .next(portfolio)
                .next(publish)
                .end()
                .build();
    }

    // --- kinds of steps

    private static Step tasklet(
            String name, Tasklet tasklet, JobRepository repository, PlatformTransactionManager transactions) {
        return new StepBuilder(name, repository)
                .tasklet(tasklet)
                .transactionManager(transactions)
                .build();
    }

    private Step tables(
            String name,
            Predicate<SourceTable> which,
            JobRepository repository,
            PlatformTransactionManager transactions,
            DataSource source) {
        Partitioner partitioner = gridSize -> {
            run.progress().stage(name.equals("masters") ? "reading master tables" : "reading", 0);
            Map<String, ExecutionContext> partitions = new HashMap<>();
            for (SourceTable table : run.store().tables()) {
                if (which.test(table)) {
                    partitions.put("table" + table.id(), new ExecutionContext());
                }
            }
            return partitions;
        };
        return partitioned(
                name, partitioner, repository, execution -> readTable(execution, repository, transactions, source));
    }

    private Step readTable(
            StepExecution execution,
            JobRepository repository,
            PlatformTransactionManager transactions,
            DataSource source) {
        int id = numbers(execution.getStepName()).get(0);
        LedgerStore store = run.committed();
        // A file that another partition found unreadable meanwhile has lost its tables: nothing is left to read.
        SourceTable table = store.tables().stream()
                .filter(candidate -> candidate.id() == id)
                .findFirst()
                .orElse(null);
        if (table == null) {
            return tasklet(
                    execution.getStepName(),
                    (contribution, context) -> RepeatStatus.FINISHED,
                    repository,
                    transactions);
        }
        SourceFileRecord file = store.files().get(table.file());
        IntakeContext context = new IntakeContext(
                run.request().asOf(),
                run.settings().zone("zone"),
                run.settings().all(),
                record -> owners.computeIfAbsent(record, store::owners));
        TableItemReader reader = new TableItemReader(run, table, file.path(), context);
        TableItemWriter writer = new TableItemWriter(run, table, file.notices());
        return chunks(new ChunkOrientedStep<>(execution.getStepName(), 1, reader, writer, repository), reader, source);
    }

    // Not with the builder, which looks for annotated listeners in every reader and writer of every partition: a tenth
    // of
    // the start.
    private static <I, O> Step chunks(ChunkOrientedStep<I, O> step, ItemStream position, DataSource source) {
        step.registerItemStream(position);
        step.setTransactionManager(chunkTransactions(source));
        try {
            step.afterPropertiesSet();
        } catch (Exception e) {
            throw new IllegalStateException("Step " + step.getName(), e);
        }
        return step;
    }

    /** A step whose partitions are ranges of blocks of accounts; the maker gets the blocks of one. */
    private Step blocks(
            String name, JobRepository repository, Function<List<AccountBlock>, Function<String, Step>> maker) {
        Partitioner partitioner = gridSize -> {
            int count = run.store().blocks().size();
            run.progress().stage(name, 0);
            Map<String, ExecutionContext> partitions = new HashMap<>();
            int parts = Math.max(1, Math.min(gridSize, count));
            for (int part = 0; part < parts; part++) {
                partitions.put("part" + part + "of" + parts, new ExecutionContext());
            }
            return partitions;
        };
        return partitioned(name, partitioner, repository, execution -> {
            List<Integer> partOf = numbers(execution.getStepName());
            List<AccountBlock> all = run.committed().blocks();
            List<AccountBlock> mine = part(all, partOf.get(0), partOf.get(1));
            return maker.apply(mine).apply(execution.getStepName());
        });
    }

    private static List<AccountBlock> part(List<AccountBlock> all, int part, int parts) {
        int first = (int) ((long) all.size() * part / parts);
        int last = (int) ((long) all.size() * (part + 1) / parts);
        return all.subList(first, last);
    }

    /**
     * The numbers in the name of a partition: which one it is, and of how many. Not from its context, which a full disk may
     * have kept from being written, nor from the number of threads, which may be another when the run is resumed.
     */
    private static List<Integer> numbers(String step) {
        return NUMBER.matcher(step)
                .results()
                .map(number -> Integer.valueOf(number.group()))
                .toList();
    }

    private Step partitioned(
            String name, Partitioner partitioner, JobRepository repository, Function<StepExecution, Step> maker) {
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor(name + "-");
        threads.setConcurrencyLimit(run.request().threads());
        return new StepBuilder(name, repository)
                .partitioner(name, partitioner)
                .step(new StepFromName(name, maker))
                .gridSize(run.request().threads())
                .taskExecutor(threads)
                .build();
    }
}
