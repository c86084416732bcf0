package io.tallybook.analysis.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.analysis.ResultCatalogue;
import io.tallybook.cases.WorkedExample;
import io.tallybook.result.Figure;
import io.tallybook.result.Finding;
import io.tallybook.result.FindingStatus;
import io.tallybook.result.Result;
import io.tallybook.terms.ClauseRegister;
import io.tallybook.terms.Terms;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every result says what the catalogue allows, and the catalogue is said in full. */
class ConformanceTest {
    private static final ResultCatalogue CATALOGUE = new AzureArea().catalogue();

    static List<WorkedExample> examples() {
        return WorkedExample.of("azure-");
    }

    private static List<Result> results(WorkedExample example) {
        return Scenario.of(example.asOf(), example.settings(), example.inputs())
                .assess()
                .results();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void resultsConformToTheCatalogue(WorkedExample example) {
        for (Result result : results(example)) {
            if (result instanceof Figure figure) {
                conforms(figure);
            } else {
                conforms((Finding) result);
            }
        }
    }

    private static void conforms(Figure figure) {
        var definition = CATALOGUE.figures().get(figure.measure());
        assertThat(definition).as(figure.measure()).isNotNull();
        assertThat(subjects(definition.subject())).as(figure.measure()).contains(types(figure.subject()));
        assertThat(figure.clauses()).isEqualTo(definition.clauses());
        assertThat(figure.edition()).isNotEmpty();
        assertThat(figure.assumptions()).contains(Readings.PRELIMINARY);
        if (!definition.unit().equals("money")) {
            assertThat(figure.unit()).as(figure.measure()).isEqualTo(definition.unit());
        }
        if (definition.dimensions().equals(List.of("month"))) {
            assertThat(figure.dimension()).matches("\\d{4}-\\d{2}");
        } else if (definition.dimensions().isEmpty()) {
            assertThat(figure.dimension()).isEmpty();
        } else {
            assertThat(definition.dimensions()).contains(figure.dimension());
        }
        if (figure.value().isEmpty() && !figure.measure().equals("indemnity.limit")) {
            assertThat(figure.reason()).as(figure.measure()).isNotEmpty();
        }
    }

    private static void conforms(Finding finding) {
        var definition = CATALOGUE.findings().get(finding.clause());
        assertThat(definition).as(finding.clause()).isNotNull();
        assertThat(subjects(definition.subject())).as(finding.clause()).contains(types(finding.subject()));
        assertThat(finding.reason()).as(finding.clause()).isNotEmpty();
        assertThat(finding.edition()).isNotEmpty();
        assertThat(finding.assumptions()).contains(Readings.PRELIMINARY);
        if (finding.status() == FindingStatus.AT_RISK) {
            assertThat(definition.about() + finding.clause())
                    .as(finding.clause())
                    .containsAnyOf("AT_RISK", "orst", "IPA-03", "IPA-73");
        }
    }

    private static List<String> subjects(String subject) {
        return Arrays.stream(subject.split(";", -1)).map(String::strip).toList();
    }

    private static String types(String subject) {
        return Arrays.stream(subject.split("/", -1))
                .map(part -> part.substring(0, part.indexOf(':')))
                .collect(Collectors.joining("/"));
    }

    @Test
    void theExamplesSayNearlyEverythingTheCatalogueKnows() {
        Set<String> said = new TreeSet<>();
        examples().forEach(example -> results(example).forEach(result -> said.add(result.name())));
        Set<String> known = new TreeSet<>(CATALOGUE.findings().keySet());
        known.addAll(CATALOGUE.figures().keySet());
        known.removeAll(said);
        // These need rows that no example has; tests of their own say them.
        assertThat(known).containsExactlyInAnyOrder("IPA-27", "IPA-28", "IPA-29", "IPA-63", "IPA-64");
    }

    @Test
    void everyClauseOfTheDocumentsIsReportedOrExplained() {
        List<String> silent = ClauseRegister.builtIn().all().stream()
                .map(clause -> clause.id())
                .filter(id -> id.startsWith("IPA-") || id.startsWith("ACS-"))
                .filter(id -> !CATALOGUE.findings().containsKey(id))
                .filter(id -> !CATALOGUE.notReported().containsKey(id))
                .filter(id -> CATALOGUE.figures().values().stream()
                        .noneMatch(figure -> figure.clauses().contains(id)))
                .toList();
        assertThat(silent).isEmpty();
    }

    @Test
    void termsNameKnownClausesAndTheirCitation() {
        ClauseRegister clauses = ClauseRegister.builtIn();
        Terms terms = Terms.builtIn();
        List<String> azure = terms.ids().stream()
                .filter(id -> terms.term(id).clauses().stream()
                        .anyMatch(clause -> clause.startsWith("IPA-") || clause.startsWith("ACS-")))
                .toList();
        assertThat(azure).hasSize(11);
        for (String id : azure) {
            assertThat(terms.term(id).clauses())
                    .allMatch(clause -> clauses.find(clause).isPresent());
            assertThat(terms.term(id).editions())
                    .allMatch(edition -> !edition.citation().place().isEmpty());
        }
    }
}
