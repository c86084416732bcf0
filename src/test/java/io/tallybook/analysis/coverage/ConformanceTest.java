package io.tallybook.analysis.coverage;

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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every result says what the catalogue allows, and the catalogue is said in full. */
class ConformanceTest {
    private static final ResultCatalogue CATALOGUE = new CoverageArea().catalogue();

    static List<WorkedExample> examples() {
        return WorkedExample.of("coverage-");
    }

    private static List<Result> results(WorkedExample example) {
        return CaseRun.of(example).results().stream()
                .filter(result -> CATALOGUE.figures().containsKey(result.name())
                        || CATALOGUE.findings().containsKey(result.name()))
                .toList();
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
        var definition = Objects.requireNonNull(CATALOGUE.figures().get(figure.measure()), figure.measure());
        assertThat(subjects(definition.subject())).as(figure.measure()).contains(types(figure.subject()));
        assertThat(figure.clauses()).isEqualTo(definition.clauses());
        assertThat(figure.unit()).isEqualTo(definition.unit());
        assertThat(figure.edition()).isNotEmpty();
        assertThat(figure.sources()).as(figure.toString()).isNotEmpty();
        boolean exact = figure.state() == FigureState.KNOWN || figure.state() == FigureState.UNLIMITED;
        assertThat(figure.reason().isEmpty()).as(figure.toString()).isEqualTo(exact);
        boolean listed = !definition.dimensions().isEmpty()
                && definition.dimensions().stream().allMatch(word -> word.equals(word.toUpperCase(Locale.ROOT)));
        if (listed) {
            assertThat(definition.dimensions()).contains(figure.dimension());
        } else {
            assertThat(figure.dimension().isEmpty())
                    .isEqualTo(definition.dimensions().isEmpty());
        }
    }

    private static void conforms(Finding finding) {
        var definition = Objects.requireNonNull(CATALOGUE.findings().get(finding.clause()), finding.clause());
        List<String> subjects = subjects(definition.subject());
        boolean ofAccount = finding.clause().equals("SA-WEB-01");
        assertThat(ofAccount ? subjectsWithAccount(subjects) : subjects)
                .as(finding.clause())
                .contains(types(finding.subject()));
        assertThat(finding.reason()).as(finding.clause()).isNotEmpty();
        assertThat(finding.edition()).isNotEmpty();
        assertThat(finding.sources()).as(finding.toString()).isNotEmpty();
        if (finding.status() == FindingStatus.AT_RISK) {
            assertThat(definition.about()).as(finding.clause()).containsAnyOf("AT_RISK", "statuses");
        }
    }

    private static List<String> subjectsWithAccount(List<String> subjects) {
        return List.of(subjects.get(0), "account");
    }

    private static List<String> subjects(String subject) {
        return Arrays.stream(subject.split(",", -1)).map(String::strip).toList();
    }

    private static String types(String subject) {
        return Arrays.stream(subject.split("/", -1))
                .map(part -> part.substring(0, part.indexOf(':')))
                .collect(Collectors.joining("/"));
    }

    @Test
    void theExamplesSayEverythingTheCatalogueKnows() {
        Set<String> said = new TreeSet<>();
        examples().forEach(example -> results(example).forEach(result -> said.add(result.name())));
        Set<String> known = new TreeSet<>(CATALOGUE.findings().keySet());
        known.addAll(CATALOGUE.figures().keySet());
        known.removeAll(said);
        assertThat(known).isEmpty();
    }

    @Test
    void everyClauseIsReportedOrLeftOutWithAReason() {
        Set<String> clauses = new TreeSet<>();
        ClauseRegister.builtIn().all().stream()
                .map(clause -> clause.id())
                .filter(id -> id.matches("SA-(PUR|REN|MIG|NVR|WEB|ESL|WDP|STP)-\\d+"))
                .forEach(clauses::add);
        Set<String> covered = new TreeSet<>(CATALOGUE.findings().keySet());
        covered.addAll(CATALOGUE.notReported().keySet());
        CATALOGUE.figures().values().forEach(figure -> covered.addAll(figure.clauses()));
        // Negative form of SA-PUR-11 and -12.
        covered.add("SA-PUR-19");
        clauses.removeAll(covered);
        assertThat(clauses).isEmpty();
    }
}
