package io.tallybook.job;

import io.tallybook.publish.Publication;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Ends a run whose inputs are refused as a whole: what was published before stays, only the run report says why. */
final class RefuseTasklet implements Tasklet {
    private final RunContext run;

    RefuseTasklet(RunContext run) {
        this.run = run;
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        List<String> reasons = new Gate(run).blocking();
        if (run.request().withReports()) {
            Publication.replaceFile(
                    run.request().outputFolder().resolve(RunOutcome.RUN_REPORT), RenderBlocks.runReport(run, reasons));
        }
        run.ended(RunOutcome.Status.BLOCKED, false);
        return RepeatStatus.FINISHED;
    }
}
