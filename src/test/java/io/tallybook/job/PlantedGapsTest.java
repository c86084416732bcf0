package io.tallybook.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.result.Figure;
import io.tallybook.result.FigureState;
import io.tallybook.result.ResultLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Exchange rates that are missing, each for a currency, a month and a table: the figure is unknown and names all three, the
 * others are as if nothing were missing.
 */
class PlantedGapsTest {
    private static final List<String> CURRENCIES = List.of(
            "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "ILS", "INR", "JPY", "KRW",
            "MXN", "NOK", "NZD", "PLN", "RON", "SEK", "SGD", "THB", "TRY", "ZAR");
    private static final List<YearMonth> MONTHS = Stream.iterate(YearMonth.of(2026, 6), month -> month.plusMonths(1))
            .limit(5)
            .toList();

    @TempDir
    static Path folder;

    private static List<Figure> figures = List.of();

    /** A currency that has rates in every month but one; it has an account and a solution of its own. */
    record Gap(String currency, YearMonth month) {
        @Override
        public String toString() {
            return currency + " in " + month;
        }
    }

    static List<Gap> gaps() {
        return IntStream.range(0, CURRENCIES.size())
                .mapToObj(i -> new Gap(CURRENCIES.get(i), MONTHS.get(i % MONTHS.size())))
                .toList();
    }

    @BeforeAll
    static void runOverAllGaps() throws IOException {
        List<String> rates = new ArrayList<>();
        List<String> usage = new ArrayList<>();
        List<String> charges = new ArrayList<>();
        for (Gap gap : gaps()) {
            String currency = gap.currency();
            for (YearMonth month : MONTHS) {
                if (!month.equals(gap.month())) {
                    rates.add(month + "-01," + currency + ",USD,1.5");
                }
                usage.add(currency + "-" + month + ",S-" + currency + "," + month + "-15,1000," + currency);
            }
            // What a solution was charged is only looked at where it costs something.
            usage.add(currency + ",T-" + currency + ",2026-05-15,1,USD");
            charges.add("C-" + currency + ",X-" + currency + "," + gap.month() + "-15,1000," + currency);
            charges.add("D-" + currency + ",X-" + currency + "," + gap.month() + "-15,50,USD");
        }
        table("accounts", "account", CURRENCIES);
        table(
                "azure_subscriptions",
                "subscription,account,operator,solution",
                each("S-%1$s,%1$s,MICROSOFT,\nT-%1$s,%1$s,MICROSOFT,X-%1$s"));
        table("solutions", "solution,account", each("X-%1$s,%1$s"));
        table("rates", "date,from,to,rate", rates);
        table("azure_usage", "line,subscription,date,amount,currency", usage);
        table("solution_charges", "charge,solution,date,amount,currency", charges);
        assertThat(FolderRun.of(folder.resolve("in"), folder.resolve("out")).status())
                .isEqualTo(RunOutcome.Status.COMPLETE);
        figures = Files.readAllLines(folder.resolve("out/results.jsonl")).stream()
                .map(ResultLines::parse)
                .filter(Figure.class::isInstance)
                .map(Figure.class::cast)
                .toList();
    }

    private static List<String> each(String row) {
        return CURRENCIES.stream().map(currency -> String.format(row, currency)).toList();
    }

    private static void table(String record, String header, List<String> rows) throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        Files.writeString(in.resolve(record + ".csv"), header + "\n" + String.join("\n", rows) + "\n");
    }

    private static Figure figure(String measure, String subject, String dimension) {
        return figures.stream()
                .filter(found -> found.measure().equals(measure)
                        && found.subject().equals(subject)
                        && found.dimension().equals(dimension))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("gaps")
    void usageOfAMonthWithoutARateIsUnknown(Gap gap) {
        for (YearMonth month : MONTHS) {
            Figure usage = figure("azure-usage.month", "account:" + gap.currency(), month.toString());
            if (month.equals(gap.month())) {
                assertUnknown(usage, "(charges, 1 line)", gap);
            } else {
                assertThat(usage.value()).isEqualTo("1500.00");
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("gaps")
    void chargesOfAMonthWithoutARateAreUnknown(Gap gap) {
        assertUnknown(figure("solution.charged", "solution:X-" + gap.currency(), ""), "(charged, 1 line)", gap);
    }

    private static void assertUnknown(Figure figure, String lines, Gap gap) {
        assertThat(figure.state()).isEqualTo(FigureState.UNKNOWN);
        assertThat(figure.value()).isEmpty();
        assertThat(figure.reason())
                .contains(lines + " has no USD value, because `rates` has no rate " + gap.currency() + " to USD of "
                        + gap.month() + ": add one");
    }

    @Test
    void noFigureOfTheGapsIsZero() {
        assertThat(figures)
                .filteredOn(figure -> figure.measure().matches("azure-usage.month|solution.charged"))
                .hasSize(CURRENCIES.size() * (1 + MONTHS.size() + 1))
                .extracting(Figure::value)
                .noneMatch(value -> value.matches("0(\\.0*)?"));
    }
}
