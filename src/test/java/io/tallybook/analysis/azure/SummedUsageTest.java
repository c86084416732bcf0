package io.tallybook.analysis.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.cases.WorkedExample;
import io.tallybook.result.Figure;
import io.tallybook.result.Finding;
import io.tallybook.result.Result;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines and sums of lines give the same results, in whatever order the rows came. */
class SummedUsageTest {
    private static final String[] DAYS = {"-01", "-07", "-07", "-15", "-28"};
    private static final List<String> MONTHS =
            List.of("2025-11", "2025-12", "2026-01", "2026-02", "2026-03", "2026-04");
    private static final String[] AMOUNTS = {"0.1", "333.3333333", "-12.50", "1000", "0.0000001", "80.00"};
    private static final String[] CURRENCIES = {"USD", "EUR", "CNY"};
    private static final String[] VARIANTS = {
        "charge_type=USAGE",
        "charge_type=PURCHASE, term_months=7",
        "charge_type=PURCHASE, recurring=Y",
        "charge_type=REFUND",
        "charge_type=TAX",
        "publisher=MARKETPLACE",
        "funding=FREE_CREDIT",
        "subscription=S2, cost_view=AMORTIZED",
        "subscription=S2, source_type=EA_REPORT",
        "subscription=S2, source_type=ONLINE_USAGE",
        "consumer=C9",
        "solution=X, end_customer=E1",
        "solution=X, foundry_model=GPT-5, sold_directly=Y",
        "usd_amount=17.25"
    };

    static List<WorkedExample> examples() {
        return WorkedExample.of("azure-");
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void examplesHoldWithSummedUsage(WorkedExample example) {
        var lines = Scenario.of(example.asOf(), example.settings(), example.inputs())
                .assess();
        var sums = Scenario.of(example.asOf(), example.settings(), example.inputs())
                .summed()
                .assess();
        assertThat(withoutRows(sums)).containsExactlyElementsOf(withoutRows(lines));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void randomUsageGivesTheSameSummed(long seed) {
        var lines = random(seed).assess();
        var sums = random(seed).summed().assess();
        assertThat(withoutRows(sums)).containsExactlyElementsOf(withoutRows(lines));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfRowsDoesNotMatter(long seed) {
        var one = random(seed).assess();
        var other = random(seed).shuffled(seed).assess();
        assertThat(withoutRows(other)).containsExactlyElementsOf(withoutRows(one));
    }

    private static Scenario random(long seed) {
        Random random = new Random(seed);
        Scenario scenario = Scenario.ofA1("2026-04-15")
                .row("azure_subscriptions", "subscription=S2, account=A1, operator=21VIANET, channel=EA")
                .row("solutions", "solution=X, account=A1, functions=RESERVATION, own_components=1")
                .row("solution_charges", "charge=1, solution=X, date=2026-03-01, amount=900.00, currency=EUR")
                .row("patents", "patent=P1, assigned_on=2026-02-03, assignee_npe=Y");
        for (String month : MONTHS) {
            scenario.row("rates", "date=" + month + "-07, from=EUR, to=USD, rate=1.0837, source=ECB");
            if (random.nextInt(4) > 0) {
                scenario.row("rates", "date=" + month + "-15, from=USD, to=CNY, rate=7.1, source=bank");
            }
        }
        for (int i = 0; i < 60; i++) {
            scenario.usage(
                    MONTHS.get(random.nextInt(MONTHS.size())) + DAYS[random.nextInt(DAYS.length)],
                    AMOUNTS[random.nextInt(AMOUNTS.length)],
                    CURRENCIES[random.nextInt(CURRENCIES.length)],
                    VARIANTS[random.nextInt(VARIANTS.length)]);
        }
        return scenario;
    }

    /** Rows are named one by one or as a range; everything else has to be equal. */
    private static List<Result> withoutRows(Scenario.Assessed assessed) {
        return assessed.results().stream().map(SummedUsageTest::withoutRows).toList();
    }

    private static Result withoutRows(Result result) {
        if (result instanceof Finding finding) {
            return finding.withSources(List.of());
        }
        Figure figure = (Figure) result;
        return Figure.of(figure.measure(), figure.account(), figure.subject())
                .dimension(figure.dimension())
                .state(figure.state(), figure.value(), figure.reason())
                .unit(figure.unit())
                .clauses(figure.clauses())
                .edition(figure.edition())
                .assume(figure.assumptions())
                .work(figure.working())
                .build();
    }
}
