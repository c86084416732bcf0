package io.tallybook.job;

import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.support.JobOperatorFactoryBean;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Spring Batch with its repository in the store of a run. Put together by hand: a container that reads annotations would take
 * a tenth of a short run.
 */
final class Batch {
    private final DataSource source;
    private final PlatformTransactionManager transactions;
    private final JobRepository repository;

    /**
     * @param source  the store
     * @param schema  the class path resource that makes the repository's tables
     */
    Batch(DataSource source, String schema) throws JobExecutionException {
        this.source = source;
        transactions = new RepositoryTransactions(source);
        createTables(schema);
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(source);
        factory.setTransactionManager(transactions);
        try {
            factory.afterPropertiesSet();
            repository = factory.getObject();
        } catch (Exception e) {
            throw new JobExecutionException("The job repository cannot be set up", e);
        }
    }

    private void createTables(String schema) {
        ResourceDatabasePopulator tables = new ResourceDatabasePopulator(new ClassPathResource(schema));
        // They are there already when a run is resumed.
        tables.setContinueOnError(true);
        tables.execute(source);
    }

    JobRepository repository() {
        return repository;
    }

    Steps steps(int threads) {
        return new Steps(repository, transactions, source, threads);
    }

    /**
     * Starts a job, or goes on where a process before this one was cut short.
     *
     * @param identity  what makes the run the same run
     */
    JobExecution startOrResume(Job job, RunContext run, String identity) throws JobExecutionException {
        JobOperator operator = operator(job);
        JobParameters parameters =
                new JobParametersBuilder().addString("run", identity).toJobParameters();
        JobExecution last = repository.getLastJobExecution(job.getName(), parameters);
        if (last == null) {
            // Cut short between the entry of the job and that of its execution, by a kill or a full disk.
            JobInstance entered = repository.getJobInstance(job.getName(), parameters);
            if (entered != null) {
                repository.deleteJobInstance(entered);
            }
            return operator.start(job, parameters);
        }
        run.progress().say("resuming a run that was cut short");
        settle(last);
        if (last.getStatus().isRunning()) {
            last = operator.recover(last);
        }
        return operator.restart(last);
    }

    private JobOperator operator(Job job) throws JobExecutionException {
        MapJobRegistry registry = new MapJobRegistry();
        registry.register(job);
        JobOperatorFactoryBean factory = new JobOperatorFactoryBean();
        factory.setJobRepository(repository);
        factory.setJobRegistry(registry);
        factory.setTransactionManager(transactions);
        try {
            factory.afterPropertiesSet();
            return factory.getObject();
        } catch (Exception e) {
            throw new JobExecutionException("The job operator cannot be set up", e);
        }
    }

    /**
     * Says of what has no end that it failed. Spring Batch refuses to go on where a commit may or may not have taken place,
     * and where a step seems to run within a job that has ended, as one does whose end found the store away. Here rows and
     * position commit together, and nobody else runs, since this process has the lock.
     */
    private void settle(JobExecution execution) {
        for (StepExecution step : execution.getStepExecutions()) {
            if (step.getStatus() == BatchStatus.UNKNOWN || step.getStatus().isRunning()) {
                step.setStatus(BatchStatus.FAILED);
                repository.update(step);
            }
        }
        if (execution.getStatus() == BatchStatus.UNKNOWN) {
            execution.setStatus(BatchStatus.FAILED);
            repository.update(execution);
        }
    }
}
