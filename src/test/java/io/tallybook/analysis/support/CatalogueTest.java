package io.tallybook.analysis.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.analysis.ResultCatalogue;
import io.tallybook.analysis.ResultCatalogue.FigureDefinition;
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
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the area says is what its catalogue announces. */
class CatalogueTest {
    private static final ResultCatalogue CATALOGUE = ResultCatalogue.of("support");

    static List<WorkedExample> examples() {
        return WorkedExample.of("support-");
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
        FigureDefinition definition = CATALOGUE.figures().get(figure.measure());
        assertThat(definition).as(what).isNotNull();
        if (definition == null) {
            return;
        }
        assertThat(definition.clauses()).as(what).containsAll(figure.clauses());
        assertThat(figure.clauses()).as(what).isNotEmpty().doesNotHaveDuplicates();
        assertThat(figure.edition()).as(what).isNotBlank();
        if (definition.dimensions().isEmpty()) {
            assertThat(figure.dimension()).as(what).isEmpty();
        } else {
            assertThat(definition.dimensions()).as(what).contains(figure.dimension());
        }
        if (definition.unit().equals("the agreement's currency")) {
            assertThat(figure.unit()).as(what).matches("[A-Z]{3}");
        } else {
            assertThat(figure.unit()).as(what).isEqualTo(definition.unit());
        }
        boolean certain = figure.state() == FigureState.KNOWN || figure.state() == FigureState.UNLIMITED;
        assertThat(figure.reason().isBlank()).as(what + ": " + figure.reason()).isEqualTo(certain);
    }

    @Test
    void theExamplesMakeTheAreaSayEverythingItCan() {
        Set<String> said = new HashSet<>();
        examples().forEach(example -> CaseRun.of(example).results().forEach(result -> said.add(result.name())));
        Set<String> announced = new HashSet<>(CATALOGUE.figures().keySet());
        announced.addAll(CATALOGUE.findings().keySet());
        announced.removeAll(said);
        // Said of an agreement with Parallel Data Warehouse deployed long ago and of unusual claims: tested beside
        // their rules.
        assertThat(announced).isEmpty();
    }

    @Test
    void everyClauseOfTheTermFilesIsInTheRegister() {
        ClauseRegister register = ClauseRegister.builtIn();
        Terms terms = Terms.builtIn();
        for (String id : terms.ids()) {
            assertThat(terms.term(id).clauses())
                    .as(id)
                    .isNotEmpty()
                    .allSatisfy(clause ->
                            assertThat(register.find(clause)).as(clause).isPresent());
        }
    }
}
