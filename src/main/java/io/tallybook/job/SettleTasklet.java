package io.tallybook.job;

import io.tallybook.intake.Problem;
import io.tallybook.ledger.LedgerStore.Duplicate;
import io.tallybook.ledger.Reject;
import io.tallybook.ledger.SourceTable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        List<String> records = run.store().tables().stream()
                .map(SourceTable::record)
                .distinct()
                .filter(record -> IntakeOrder.isMaster(record) == masters)
                .toList();
        run.store().takeOutDuplicates(records, this::refuse);
        return RepeatStatus.FINISHED;
    }

    private void refuse(List<Duplicate> duplicates) {
        run.store().putRejects(duplicates.stream().map(SettleTasklet::reject).toList());
        Map<Integer, Long> byTable = new TreeMap<>();
        duplicates.forEach(duplicate -> byTable.merge(duplicate.origin().table(), 1L, Long::sum));
        byTable.forEach(run.store()::moveToRejected);
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
