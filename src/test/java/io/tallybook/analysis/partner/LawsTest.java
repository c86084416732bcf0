package io.tallybook.analysis.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.cases.CaseRun;
import io.tallybook.cases.WorkedExample;
import io.tallybook.result.Figure;
import io.tallybook.result.Finding;
import io.tallybook.result.FindingStatus;
import io.tallybook.result.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every worked example, whatever its rows. */
class LawsTest {
    static List<WorkedExample> examples() {
        return WorkedExample.of("partner-");
    }

    static List<WorkedExample> withoutAnswers() {
        return examples().stream()
                .filter(example -> !example.inputs().containsKey("attestations"))
                .toList();
    }

    private static WorkedExample with(WorkedExample example, Map<String, List<Map<String, String>>> inputs) {
        return new WorkedExample(example.id(), example.asOf(), example.settings(), inputs, List.of());
    }

    /** Status of a finding, state and value of a figure, by name, subject and dimension. */
    private static Map<String, String> said(WorkedExample example) {
        Map<String, String> said = new TreeMap<>();
        for (Result result : CaseRun.of(example).results()) {
            String key = result.name() + " " + result.subject() + " " + result.dimension();
            if (result instanceof Figure figure) {
                said.put(key, figure.state() + " " + figure.value());
            } else if (result instanceof Finding finding) {
                said.put(key, finding.status() + " " + finding.date());
            }
        }
        return said;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withoutAnswers")
    void anAnswerSettlesWhatIsAskedAndOverrulesNothing(WorkedExample example) {
        List<Map<String, String>> answers = new ArrayList<>();
        for (Result result : CaseRun.of(example).results()) {
            if (result instanceof Finding finding && finding.status() != FindingStatus.ATTEST) {
                answers.add(Map.of(
                        "clause", finding.clause(),
                        "subject", finding.subject(),
                        "answer", finding.status() == FindingStatus.PASS ? "N" : "Y",
                        "stated_by", "somebody",
                        "stated_on", example.asOf().toString()));
            }
        }
        Map<String, List<Map<String, String>>> inputs = new LinkedHashMap<>(example.inputs());
        inputs.put("attestations", answers);
        assertThat(said(with(example, inputs))).isEqualTo(said(example));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void theOrderOfTheTablesDoesNotMatter(WorkedExample example) {
        List<String> tables = new ArrayList<>(example.inputs().keySet());
        Collections.reverse(tables);
        Map<String, List<Map<String, String>>> inputs = new LinkedHashMap<>();
        // Rows that find their account through another table are filed whatever comes first.
        tables.forEach(table -> inputs.put(table, example.inputs().getOrDefault(table, List.of())));
        assertThat(said(with(example, inputs))).isEqualTo(said(example));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void anotherPartnerChangesNothing(WorkedExample example) {
        Map<String, List<Map<String, String>>> inputs = new LinkedHashMap<>(example.inputs());
        List<Map<String, String>> offers = new ArrayList<>(inputs.getOrDefault("partner_offers", List.of()));
        offers.add(Map.of(
                "offer",
                "ANOTHER",
                "account",
                "ZZ",
                "offer_code",
                "LEGACY_GOLD",
                "purchased",
                "2022-01-01",
                "end",
                "2030-01-01"));
        inputs.put("partner_offers", offers);
        assertThat(said(with(example, inputs))).containsAllEntriesOf(said(example));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void notKnowingAnythingOfAUseNeverMakesItComply(WorkedExample example) {
        Map<String, List<Map<String, String>>> inputs = new LinkedHashMap<>(example.inputs());
        List<Map<String, String>> uses = new ArrayList<>();
        inputs.getOrDefault("program_uses", List.of())
                .forEach(row -> uses.add(Map.of(
                        "use",
                        row.getOrDefault("use", ""),
                        "account",
                        row.getOrDefault("account", ""),
                        "kind",
                        "ON_PREMISES",
                        "benefit",
                        "Windows Server")));
        inputs.put("program_uses", uses);
        said(with(example, inputs)).forEach((key, status) -> {
            if (key.contains(" use:")) {
                assertThat(status).as(key).doesNotStartWith("PASS");
            }
        });
    }
}
