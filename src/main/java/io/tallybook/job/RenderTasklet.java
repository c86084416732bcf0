package io.tallybook.job;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Renders. */
final class RenderTasklet implements Tasklet {
    RenderTasklet(RunContext run) {}

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        return RepeatStatus.FINISHED;
    }
}
