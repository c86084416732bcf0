package io.tallybook.analysis.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.analysis.ResultCatalogue;
import io.tallybook.cases.CaseRun;
import io.tallybook.cases.WorkedExample;
import io.tallybook.result.Figure;
import io.tallybook.result.FigureState;
import io.tallybook.result.Finding;
import io.tallybook.result.FindingStatus;
import io.tallybook.result.Result;
import io.tallybook.terms.ClauseRegister;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every result says what the catalogue allows, and every clause is reported or explained. */
class ConformanceTest {
    private static final ResultCatalogue CATALOGUE = ResultCatalogue.of("partner");

    static List<WorkedExample> examples() {
        return WorkedExample.of("partner-");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void everyResultIsAsTheCatalogueSays(WorkedExample example) {
        for (Result result : CaseRun.of(example).results()) {
            if (result instanceof Figure figure && CATALOGUE.figures().containsKey(figure.measure())) {
                conforms(figure);
            } else if (result instanceof Finding finding && CATALOGUE.findings().containsKey(finding.clause())) {
                conforms(finding);
            }
        }
    }

    private static void conforms(Figure figure) {
        var definition = Objects.requireNonNull(CATALOGUE.figures().get(figure.measure()));
        String what = figure.measure() + " of " + figure.subject() + " " + figure.dimension();
        assertThat(figure.subject()).as(what).startsWith(definition.subject() + ":");
        assertThat(figure.clauses()).as(what).isEqualTo(definition.clauses());
        assertThat(figure.edition()).as(what).contains("December 20, 2024");
        assertThat(figure.sources()).as(what).isNotEmpty();
        assertThat(figure.dimension().isEmpty())
                .as(what)
                .isEqualTo(definition.dimensions().isEmpty());
        if (definition.unit().startsWith("currency ")) {
            assertThat(figure.unit()).as(what).matches(figure.state() == FigureState.UNKNOWN ? ".*" : "[A-Z]{3}");
        } else {
            assertThat(figure.unit()).as(what).isEqualTo(definition.unit());
        }
        assertThat(figure.reason().isBlank())
                .as(what + ": " + figure.reason())
                .isEqualTo(figure.state() == FigureState.KNOWN);
    }

    private static void conforms(Finding finding) {
        var definition = Objects.requireNonNull(CATALOGUE.findings().get(finding.clause()));
        String what = finding.clause() + " of " + finding.subject();
        assertThat(finding.subject()).as(what).startsWith(definition.subject() + ":");
        assertThat(finding.reason()).as(what).isNotBlank();
        assertThat(finding.edition()).as(what).contains("December 20, 2024");
        assertThat(finding.sources()).as(what).isNotEmpty();
        if (finding.status() == FindingStatus.AT_RISK) {
            assertThat(definition.about()).as(what).contains("AT_RISK");
            assertThat(finding.date()).as(what).isNotEmpty();
        }
        if (finding.status() == FindingStatus.NOT_APPLICABLE) {
            assertThat(definition.about()).as(what).contains("NOT_APPLICABLE");
        }
    }

    @Test
    void theExamplesSayEverythingTheCatalogueKnows() {
        Set<String> said = new TreeSet<>();
        examples().forEach(example -> CaseRun.of(example).results().forEach(result -> said.add(result.name())));
        Set<String> known = new TreeSet<>(CATALOGUE.findings().keySet());
        known.addAll(CATALOGUE.figures().keySet());
        known.removeAll(said);
        assertThat(known).isEmpty();
    }

    @Test
    void everyClauseOfTheGuideIsReportedOrExplained() {
        List<String> silent = ClauseRegister.builtIn().all().stream()
                .map(clause -> clause.id())
                .filter(id -> id.startsWith("MPP-"))
                .filter(id -> !CATALOGUE.findings().containsKey(id))
                .filter(id -> !CATALOGUE.notReported().containsKey(id))
                .filter(id -> CATALOGUE.figures().values().stream()
                        .noneMatch(figure -> figure.clauses().contains(id)))
                .toList();
        assertThat(silent).isEmpty();
    }
}
