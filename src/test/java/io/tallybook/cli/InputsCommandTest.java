package io.tallybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.ledger.RecordTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InputsCommandTest {
    private static final Path PAGE = Path.of("docs/inputs.md");

    @Test
    void thePageOnInputsIsWhatTheDefinitionsSay() throws IOException {
        assertThat(Files.readString(PAGE))
                .as("write it anew: java -jar target/tallybook.jar inputs --markdown > docs/inputs.md")
                .isEqualTo(CommandRun.of("inputs", "--markdown").out());
    }

    @Test
    void aTableIsShownWithTypesRequiredColumnsValuesAndKey() {
        CommandRun run = CommandRun.of("inputs", "purchases");
        assertThat(run.exit()).isZero();
        assertThat(run.lines())
                .anyMatch(line -> line.contains("agreement + line") && line.contains("row of agreements"))
                .anyMatch(line -> line.matches("order_date +date +required +when the order was submitted"))
                .anyMatch(
                        line -> line.matches("pool +code +when blank, taken from the product catalogue; one of APP.*"))
                .anyMatch(line -> line.matches("coverage_end +date +last day, inclusive; not before coverage_start"));
    }

    @Test
    void allTablesAreListed() {
        assertThat(CommandRun.of("inputs").lines())
                .hasSizeGreaterThanOrEqualTo(RecordTypes.all().size());
    }

    @Test
    void settingsAndProfilesAreListed() {
        assertThat(CommandRun.of("inputs", "--settings").lines())
                .anyMatch(line -> line.matches("online-services +exclude +does the amount of .*"));
        assertThat(CommandRun.of("inputs", "--profiles").lines())
                .anyMatch(line -> line.matches("focus +FOCUS cost and usage.*"));
    }

    @Test
    void anUnknownTableIsWrongUsageAndTheClosestIsNamed() {
        CommandRun run = CommandRun.of("inputs", "purchase");
        assertThat(run.exit()).isEqualTo(64);
        assertThat(run.err()).contains("no table 'purchase'; closest: purchases");
    }
}
