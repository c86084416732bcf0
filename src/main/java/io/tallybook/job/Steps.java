package io.tallybook.job;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.item.ChunkOrientedStep;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The kinds of steps that the job is made of. */
final class Steps {
    private static final String DONE = "done";

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final PlatformTransactionManager chunkTransactions;
    private final int threads;

    /**
     * @param transactions  for the repository, and for steps that do one thing
     * @param source  the store. Chunks get transactions of their own on it: they take its write lock when they write, not while
     *     they read and compute.
     * @param threads  how many partitions of a step are done at once
     */
    Steps(JobRepository repository, PlatformTransactionManager transactions, DataSource source, int threads) {
        this.repository = repository;
        this.transactions = transactions;
        this.threads = threads;
        chunkTransactions = new JdbcTransactionManager(source);
    }

    /** A step that does one thing in one transaction. */
    Step tasklet(String name, Tasklet tasklet) {
        return new StepBuilder(name, repository)
                .tasklet(tasklet)
                .transactionManager(transactions)
                .build();
    }

    /**
     * A step whose work is all in the store, and would be there twice were it done again. A kill may come behind the commit of
     * the work and before that of the step's end, so that the work is done is noted with the work itself.
     */
    Step once(String name, Tasklet tasklet) {
        return tasklet(name, (contribution, context) -> {
            ExecutionContext notes = contribution.getStepExecution().getExecutionContext();
            if (notes.containsKey(DONE)) {
                return RepeatStatus.FINISHED;
            }
            RepeatStatus status = tasklet.execute(contribution, context);
            notes.put(DONE, true);
            return status;
        });
    }

    /** A step that has nothing to do. */
    Step nothing(String name) {
        return tasklet(name, (contribution, context) -> RepeatStatus.FINISHED);
    }

    /** A step that hands on one item a transaction, and remembers the reader's position with it. */
    <T> Step items(String name, ItemStreamReader<T> reader, ItemWriter<T> writer) {
        return chunks(reader, new ChunkOrientedStep<>(name, 1, reader, writer, repository));
    }

    /** A step that makes something of each item first. */
    <I, O> Step items(String name, ItemStreamReader<I> reader, ItemProcessor<I, O> processor, ItemWriter<O> writer) {
        ChunkOrientedStep<I, O> step = new ChunkOrientedStep<>(name, 1, reader, writer, repository);
        step.setItemProcessor(processor);
        return chunks(reader, step);
    }

    // Not with the builder: it looks for annotated listeners in every reader and writer of every partition, which
    // takes a tenth of the start.
    private <I, O> Step chunks(ItemStreamReader<I> position, ChunkOrientedStep<I, O> step) {
        step.registerItemStream(position);
        step.setTransactionManager(chunkTransactions);
        try {
            step.afterPropertiesSet();
        } catch (Exception e) {
            throw new IllegalStateException("Step " + step.getName(), e);
        }
        return step;
    }

    /**
     * A step of parts that are done several at a time. What a part is, its name alone says: a full disk may have kept anything
     * else from being written down before a crash.
     *
     * @param names  the names of the parts, for the number that was done at once when the step first began
     * @param maker  makes the step of a part when its turn comes, from the part's name with that of the step before it
     */
    Step partitioned(String name, IntFunction<Collection<String>> names, Function<String, Step> maker) {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor(name + "-");
        executor.setConcurrencyLimit(threads);
        return new StepBuilder(name, repository)
                .partitioner(name, gridSize -> {
                    Map<String, ExecutionContext> parts = new HashMap<>();
                    names.apply(gridSize).forEach(part -> parts.put(part, new ExecutionContext()));
                    return parts;
                })
                .step(new StepByName(name, maker))
                .gridSize(threads)
                .taskExecutor(executor)
                .build();
    }
}
