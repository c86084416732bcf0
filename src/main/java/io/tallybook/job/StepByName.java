package io.tallybook.job;

import java.util.function.Function;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;

/** The step of one part, made from its name when its turn comes. */
final class StepByName implements Step {
    private final String name;
    private final Function<String, Step> maker;

    StepByName(String name, Function<String, Step> maker) {
        this.name = name;
        this.maker = maker;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public void execute(StepExecution execution) throws JobInterruptedException {
        maker.apply(execution.getStepName()).execute(execution);
    }
}
