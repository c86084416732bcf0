package io.tallybook.job;

import io.tallybook.ledger.LedgerStore.AccountBlock;
import io.tallybook.ledger.Reject;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Assesses blocks of accounts and commits what came of them. Shared by all partitions. */
final class AssessBlocks implements ItemWriter<Assessor.Assessed> {
    private final RunContext run;
    private @Nullable Assessor assessor;

    AssessBlocks(RunContext run) {
        this.run = run;
    }

    Assessor.Assessed process(AccountBlock block) {
        return assessor().assess(block);
    }

    /** The results that belong to no account. */
    Assessor.Assessed shared() {
        return assessor().assessShared();
    }

    /** Made when the first block comes: only then the shared records are in. */
    private synchronized Assessor assessor() {
        Assessor made = assessor;
        if (made == null) {
            made = new Assessor(run);
            assessor = made;
        }
        return made;
    }

    @Override
    public void write(Chunk<? extends Assessor.Assessed> chunk) throws IOException {
        for (Assessor.Assessed assessed : chunk) {
            new ResultParts(run.parts()).put(assessed.block().no(), assessed.lines());
            run.store().putRejects(assessed.rejects());
            run.store().putBlockResult(assessed.block().no(), assessed.counts());
            Map<Integer, Long> rejectedRows = new TreeMap<>();
            assessed.rejects().stream()
                    .map(Reject::origin)
                    .distinct()
                    .forEach(origin -> rejectedRows.merge(origin.table(), 1L, Long::sum));
            rejectedRows.forEach(run.store()::moveToRejected);
            run.progress().advance(1);
        }
    }
}
