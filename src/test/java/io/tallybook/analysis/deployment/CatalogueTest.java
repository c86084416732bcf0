package io.tallybook.analysis.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.analysis.ResultCatalogue;
import io.tallybook.analysis.ResultCatalogue.FigureDefinition;
import io.tallybook.analysis.Setting;
import io.tallybook.cases.CaseRun;
import io.tallybook.cases.WorkedExample;
import io.tallybook.result.Figure;
import io.tallybook.result.FigureState;
import io.tallybook.result.Finding;
import io.tallybook.result.Result;
import io.tallybook.terms.ClauseRegister;
import io.tallybook.terms.Terms;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the area says is what its catalogue announces, and its settings repeat the terms. */
class CatalogueTest {
    private static final ResultCatalogue CATALOGUE = new DeploymentArea().catalogue();

    static List<WorkedExample> examples() {
        return WorkedExample.of("deployment-");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void everyResultIsAsTheCatalogueSays(WorkedExample example) {
        for (Result result : CaseRun.of(example).results()) {
            String what = result.name() + " of " + result.subject() + " " + result.dimension();
            if (result instanceof Figure figure && CATALOGUE.figures().containsKey(figure.measure())) {
                check(what, figure);
            } else if (result instanceof Finding finding && CATALOGUE.findings().containsKey(finding.clause())) {
                assertThat(finding.reason()).as(what).isNotBlank();
                assertThat(finding.edition()).as(what).isNotBlank();
                assertThat(finding.sources()).as(what).isNotEmpty();
            }
        }
    }

    private static void check(String what, Figure figure) {
        FigureDefinition definition = Objects.requireNonNull(CATALOGUE.figures().get(figure.measure()));
        assertThat(figure.clauses()).as(what).isEqualTo(definition.clauses());
        assertThat(figure.edition()).as(what).isNotBlank();
        assertThat(figure.unit()).as(what).isEqualTo(definition.unit());
        assertThat(figure.sources()).as(what).isNotEmpty();
        if (definition.dimensions().isEmpty()) {
            assertThat(figure.dimension()).as(what).isEmpty();
        } else {
            assertThat(definition.dimensions()).as(what).contains(figure.dimension());
        }
        assertThat(figure.reason().isBlank()).as(what + figure.reason()).isEqualTo(figure.state() == FigureState.KNOWN);
    }

    @Test
    void theExamplesMakeTheAreaSayEverythingItCan() {
        Set<String> announced = new HashSet<>(CATALOGUE.figures().keySet());
        announced.addAll(CATALOGUE.findings().keySet());
        examples().forEach(example -> CaseRun.of(example).results().forEach(result -> announced.remove(result.name())));
        assertThat(announced).isEmpty();
    }

    @Test
    void everyClauseIsReportedOrExplained() {
        List<String> sections = List.of("SA-DRR", "SA-LMF", "SA-LMS", "SA-FOV", "SA-SHA", "SA-ESU");
        assertThat(ClauseRegister.builtIn().all())
                .extracting(clause -> clause.id())
                .filteredOn(id -> sections.contains(id.substring(0, Math.min(6, id.length()))))
                .isNotEmpty()
                .allMatch(id -> CATALOGUE.findings().containsKey(id)
                        || CATALOGUE.notReported().containsKey(id)
                        || CATALOGUE.figures().values().stream()
                                .anyMatch(figure -> figure.clauses().contains(id)));
    }

    @ParameterizedTest
    @CsvSource({
        "mobility.minimum-cores-per-ose, mobility-minimum-cores, value, 0",
        "esu.windows-server-minimum-cores-per-server, license-minimums, per_server, 0",
        "esu.windows-server-minimum-cores-per-processor, license-minimums, per_processor, 0",
        "esu.sql-server-minimum-cores, license-minimums, per_server, 1"
    })
    void defaultsRepeatTheTerms(String setting, String term, String column, int row) {
        String value = DeploymentSettings.ALL.stream()
                .filter(known -> known.name().equals(setting))
                .map(Setting::defaultValue)
                .findFirst()
                .orElseThrow();
        assertThat(Terms.builtIn().term(term).editions()).hasSize(1);
        assertThat(Terms.builtIn().term(term).editions().get(0).rows().get(row)).containsEntry(column, value);
    }
}
