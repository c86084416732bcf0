package io.tallybook.analysis.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.cases.CaseRun;
import io.tallybook.cases.Desk;
import io.tallybook.cases.WorkedExample;
import io.tallybook.result.Figure;
import io.tallybook.result.Finding;
import io.tallybook.result.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What has to hold whatever the rows are. */
class LawsTest {
    static List<WorkedExample> examples() {
        return WorkedExample.of("coverage-");
    }

    /** Statuses, states and values, without the words about them. */
    private static Set<String> said(CaseRun run) {
        Set<String> said = new TreeSet<>();
        for (Result result : run.results()) {
            said.add(result.name() + "|" + result.subject() + "|" + result.dimension() + "|"
                    + (result instanceof Finding finding
                            ? finding.status() + finding.date()
                            : ((Figure) result).state() + ((Figure) result).value()));
        }
        return said;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void theOrderOfTheRowsDoesNotMatter(WorkedExample example) {
        Map<String, List<Map<String, String>>> shuffled = new TreeMap<>();
        example.inputs().forEach((record, rows) -> {
            List<Map<String, String>> copy = new ArrayList<>(rows);
            Collections.shuffle(copy, new Random(7));
            shuffled.put(record, copy);
        });
        WorkedExample other = new WorkedExample(example.id(), example.asOf(), example.settings(), shuffled, List.of());
        assertThat(said(CaseRun.of(other))).isEqualTo(said(CaseRun.of(example)));
    }

    private static Desk enrollment() {
        return Desk.on("2026-10-31")
                .set("platform-products", "Visio Standard")
                .agreement(
                        "E1",
                        "EA",
                        "USD",
                        "end=2029-12-31",
                        "sa_commitment=PLATFORM",
                        "agreement_version=2020",
                        "enrollment_version=2020")
                .row(
                        "sa_transitions",
                        "transition=T1",
                        "agreement=E1",
                        "product=Visio Standard",
                        "kind=FROM_SA",
                        "transitioned_on=2024-06-30",
                        "quantity=5",
                        "licenses_with_sa=30");
    }

    private static void line(Desk desk, String line, String quantity, String... more) {
        Map<String, String> row = new LinkedHashMap<>(Map.of(
                "agreement", "E1",
                "line", line,
                "product", "Visio Standard",
                "quantity", quantity,
                "amount", "1.00",
                "currency", "USD"));
        for (String cell : more) {
            row.put(cell.substring(0, cell.indexOf('=')), cell.substring(cell.indexOf('=') + 1));
        }
        desk.purchases().add(row);
    }

    /** Figures about the agreement, and the findings that two lines have to share. */
    private static List<String> ofAgreement(Desk desk) {
        List<String> said = new ArrayList<>();
        for (Result result : desk.run().results()) {
            if (result.subject().equals("agreement:E1")) {
                said.add(result.name() + "|" + result.dimension() + "|"
                        + (result.isFinding()
                                ? desk.verdict(result.name(), result.subject())
                                : desk.shown(result.name(), result.subject(), result.dimension())));
            }
        }
        said.removeIf(text -> text.startsWith("SA-BEN") || text.startsWith("incidents") || text.startsWith("sa-spend"));
        Collections.sort(said);
        return said;
    }

    private static final List<List<String>> ORDERS = List.of(
            List.of("offering=L", "order_date=2024-02-01", "order=O1"),
            List.of(
                    "offering=SA",
                    "order_date=2024-02-01",
                    "order=O1",
                    "coverage_start=2024-02-01",
                    "coverage_end=2026-12-31"),
            List.of("offering=SA", "order_date=2026-10-15", "order_type=RENEWAL", "prior_sa_end=2026-12-31"),
            List.of(
                    "offering=SA",
                    "order_date=2025-12-20",
                    "order_type=REATTACH",
                    "coverage_start=2026-01-01",
                    "coverage_end=2029-12-31"));

    @ParameterizedTest
    @CsvSource({"12, 5, 7", "12, 1, 11", "30, 10, 20"})
    void aQuantitySplitOverTwoLinesChangesNothing(String whole, String first, String second) {
        Desk together = enrollment();
        Desk split = enrollment();
        for (int i = 0; i < ORDERS.size(); i++) {
            String[] cells = ORDERS.get(i).toArray(String[]::new);
            line(together, "" + i, whole, cells);
            line(split, i + "a", first, cells);
            line(split, i + "b", second, cells);
        }
        assertThat(ofAgreement(split)).isEqualTo(ofAgreement(together)).hasSizeGreaterThan(5);
        for (int i = 1; i < ORDERS.size(); i++) {
            for (String clause : List.of("SA-PUR-05", "SA-PUR-29", "SA-REN-02")) {
                String one = together.verdict(clause, "agreement:E1/line:" + i);
                assertThat(split.verdict(clause, "agreement:E1/line:" + i + "a"))
                        .as(clause)
                        .isEqualTo(one);
                assertThat(split.verdict(clause, "agreement:E1/line:" + i + "b"))
                        .as(clause)
                        .isEqualTo(one);
            }
        }
    }
}
