package io.tallybook.job;

import java.util.function.Function;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;

/** The step of one partition, made when its turn comes: its name says which part is its own. */
final class StepFromName implements Step {
    private final String name;
    private final Function<StepExecution, Step> maker;

    StepFromName(String name, Function<StepExecution, Step> maker) {
        this.name = name;
        this.maker = maker;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public void execute(StepExecution execution) throws JobInterruptedException {
        maker.apply(execution).execute(execution);
    }
}
