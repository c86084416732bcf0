package io.tallybook.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.analysis.Area;
import io.tallybook.job.Areas;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every worked example of the areas that are built holds exactly. */
class WorkedExamplesTest {
    static List<WorkedExample> examples() {
        return WorkedExample.of(
                Areas.all().stream().map(Area::name).map(name -> name + "-").toArray(String[]::new));
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("examples")
    void holdsExactly(WorkedExample example) {
        assertThat(CaseRun.of(example).wrong(example)).isEmpty();
    }
}
