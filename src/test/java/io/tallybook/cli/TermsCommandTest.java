package io.tallybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.cli.ClauseCoverage.Line;
import io.tallybook.cli.ClauseCoverage.State;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsCommandTest {
    /** The parts of the documents that the areas support and azure answer for. */
    private static final Set<String> BUILT = Set.of(
            "SA-GEN", "SA-BEN", "SA-RET", "SA-PTS", "SA-PRS", "SA-MPS", "SA-WBI", "SA-CON", "SA-SLA", "SA-CNV",
            "SA-ADD", "SA-SCE", "SA-PDW", "IPA", "ACS");

    @Test
    void everyClauseOfABuiltAreaIsComputedAttestedOrNotReportedForAReason() {
        assertThat(new ClauseCoverage().lines())
                .filteredOn(line -> BUILT.contains(part(line)))
                .hasSizeGreaterThan(200)
                .allSatisfy(line -> {
                    assertThat(line.state()).as(line.clause().id()).isNotEqualTo(State.OPEN);
                    assertThat(line.how()).as(line.clause().id()).isNotBlank();
                });
    }

    private static String part(Line line) {
        String id = line.clause().id();
        return id.substring(0, id.lastIndexOf('-'));
    }

    @ParameterizedTest
    @CsvSource({
        "SA-PRS-15, computed, incidents.awarded",
        "SA-CNV-05, attested, finding on conversion",
        "SA-GEN-01, not reported, the edition of the terms is printed with every result",
        // Its rule speaks of a statement only to say that none will do.
        "SA-PTS-12, computed, finding on agreement"
    })
    void aClauseSaysWhatBecomesOfIt(String clause, String state, String how) {
        assertThat(CommandRun.of("terms", "coverage").lines())
                .anyMatch(line -> line.startsWith(clause + "  ") && line.contains(state) && line.contains(how));
    }

    @Test
    void coverageEndsWithCountsThatAddUpToAllClauses() {
        CommandRun run = CommandRun.of("terms", "coverage");
        assertThat(run.exit()).isZero();
        int counted = 0;
        for (String line :
                run.lines().subList(run.lines().size() - 4, run.lines().size())) {
            for (String number : line.strip().split(" {2,}", -1)) {
                counted += number.matches("\\d+") ? Integer.parseInt(number) : 0;
            }
        }
        assertThat(counted).isEqualTo(new ClauseCoverage().lines().size());
    }

    @Test
    void openListsNothingButWhatIsOpen() {
        assertThat(CommandRun.of("terms", "coverage", "--open").lines())
                .noneMatch(line -> line.startsWith("SA-PRS-15") || line.contains("  computed  incidents."));
    }

    @Test
    void theListSaysSinceWhenATermIsInForceAndWhenItWasChecked() {
        CommandRun run = CommandRun.of("terms", "list");
        assertThat(run.exit()).isZero();
        assertThat(run.lines())
                .anyMatch(line -> line.matches(
                        " {2}incident-award-increments +open +open +\\d{4}-\\d{2}-\\d{2} +SA spend that earns .*"));
    }

    @Test
    void aTermIsShownWithItsCitationAndItsRowsInTheirOrder() {
        assertThat(CommandRun.of("terms", "show", "incident-award-increments").lines())
                .anyMatch(line -> line.startsWith("stands in") && line.contains("Phone Support Incident Awards"))
                .anyMatch(line -> line.matches(" {2}currency +iso +SERVER_CAL +IW_CLIENT"))
                .anyMatch(line -> line.matches(" {2}EURO +EUR +21500 +215000"));
    }

    @Test
    void aClauseIsShownWithOurReadingAndWhereItIsReported() {
        assertThat(CommandRun.of("terms", "show", "sa-prs-15").lines())
                .anyMatch(line -> line.startsWith("SA-PRS-15  "))
                .anyMatch(line -> line.startsWith("our reading"))
                .anyMatch(line -> line.startsWith("in the results") && line.contains("computed: incidents.awarded"))
                .anyMatch(line -> line.startsWith("terms") && line.contains("incident-award-increments"));
    }

    @ParameterizedTest
    @CsvSource({"incident-award-increment, incident-award-increments", "SA-PSR-15, SA-PRS-15"})
    void anUnknownIdIsWrongUsageAndTheClosestIsNamed(String wrong, String closest) {
        CommandRun run = CommandRun.of("terms", "show", wrong);
        assertThat(run.exit()).isEqualTo(64);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("no term or clause '" + wrong + "'; closest: ", closest);
    }

    @Test
    void termsAloneIsWrongUsage() {
        assertThat(CommandRun.of("terms").exit()).isEqualTo(64);
    }
}
