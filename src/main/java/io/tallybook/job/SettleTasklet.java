package io.tallybook.job;

import io.tallybook.intake.Problem;
import io.tallybook.ledger.LedgerStore.Duplicate;
import io.tallybook.ledger.Reject;
import io.tallybook.ledger.SourceTable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Settles what only shows when all tables are in: rows that repeat the key of an earlier one are refused, whichever was read
 * first by which thread.
 */
final class SettleTasklet implements Tasklet {
    private final RunContext run;
    private final boolean masters;

    /**
     * @param run  the run
     * @param masters  whether to settle the tables through which others find their account, or the others
     */
    SettleTasklet(RunContext run, boolean masters) {
        this.run = run;
        this.masters = masters;
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        run.changedInputs().refuse(run, masters);
        run.store().forgetRefusedFiles();
        if (!masters) {
            new RepeatedUsage(run).refuse();
        }
        List<SourceTable> tables = run.store().tables().stream()
                .filter(table -> IntakeOrder.isMaster(table.record()) == masters)
                .toList();
        List<String> records =
                tables.stream().map(SourceTable::record).distinct().toList();
        run.store()
                .takeOutDuplicates(
                        records,
                        duplicates -> run.store()
                                .putRejects(duplicates.stream()
                                        .map(SettleTasklet::reject)
                                        .toList()));
        // Counted when all are found: a row of a wide table holds several records and is one row all the same.
        Map<Integer, Long> rejected = run.store().rejectedRows(Problem.DUPLICATE_KEY.code());
        for (SourceTable table : tables) {
            run.store().moveToRejected(table.id(), rejected.getOrDefault(table.id(), 0L));
        }
        return RepeatStatus.FINISHED;
    }

    private static Reject reject(Duplicate duplicate) {
        String where = duplicate.first().table() == duplicate.origin().table()
                ? "row " + duplicate.first().row()
                : duplicate.first().toString();
        return new Reject(
                duplicate.origin(),
                duplicate.record(),
                IntakeOrder.keyColumns(duplicate.record()),
                Problem.DUPLICATE_KEY.code(),
                duplicate.key(),
                "a key that no earlier row has; " + where + " has it",
                "remove one of the two rows, or give it a key of its own",
                duplicate.account().isEmpty() ? "" : "account:" + duplicate.account());
    }
}
