package io.tallybook.analysis.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.analysis.ResultCatalogue;
import io.tallybook.cases.Desk;
import io.tallybook.result.Result;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds whatever the lines are, on random lines. */
class LawsTest {
    private static final ResultCatalogue SUPPORT = ResultCatalogue.of("support");

    private static final List<String> PROGRAMS = List.of("EA", "EA_SUBSCRIPTION", "SCE", "MPSA", "OPEN_VALUE");
    private static final List<String> PRODUCTS = List.of(
            "Windows Server Standard",
            "SQL Server Enterprise Core",
            "SQL Server Standard Core",
            "CIS Suite Datacenter",
            "Core CAL Suite",
            "Windows Enterprise",
            "Office Standard",
            "Harbour Frame Grabber");
    private static final List<String> OFFERINGS =
            List.of("SA", "L_SA", "L", "SUBSCRIPTION", "STEP_UP", "ONLINE_SERVICE");

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 25);
    }

    private static Desk desk(int seed) {
        Random random = new Random(seed);
        Desk desk = Desk.on("2025-0" + (1 + random.nextInt(9)) + "-15")
                .agreement(
                        "E1",
                        PROGRAMS.get(random.nextInt(PROGRAMS.size())),
                        "USD",
                        "academic=N",
                        "premier_start=2024-01-01",
                        "premier_end=2026-12-31",
                        "payment=" + (random.nextBoolean() ? "SPREAD" : "UPFRONT"));
        int lines = 1 + random.nextInt(12);
        for (int i = 0; i < lines; i++) {
            int month = 1 + random.nextInt(9);
            desk.sa(
                    "E1",
                    "L" + i,
                    PRODUCTS.get(random.nextInt(PRODUCTS.size())),
                    Integer.toString(2 + 2 * random.nextInt(50)),
                    BigDecimal.valueOf(2L * random.nextInt(40_000_000), 2).toPlainString(),
                    "USD",
                    "offering=" + OFFERINGS.get(random.nextInt(OFFERINGS.size())),
                    "order_date=202" + (4 + random.nextInt(2)) + "-0" + month + "-10",
                    "order_type=" + (random.nextInt(6) == 0 ? "RETURN" : "INITIAL"));
            if (random.nextBoolean()) {
                desk.purchases()
                        .get(i)
                        .put(
                                "sa_amount",
                                BigDecimal.valueOf(2L * random.nextInt(3_000_000), 2)
                                        .toPlainString());
            }
        }
        for (int i = 0; i < random.nextInt(4); i++) {
            desk.row(
                    "support_cases",
                    "case=C" + i,
                    "account=A",
                    "agreement=E1",
                    "channel=PHONE",
                    "opened=2024-0" + (3 + i) + "-02T10:00:00",
                    "product=SQL Server",
                    "edition=Standard Core");
            desk.row(
                    "incident_conversions",
                    "conversion=V" + i,
                    "agreement=E1",
                    "date=2024-0" + (4 + i) + "-02",
                    "incidents=1",
                    "target=UNIFIED_SUPPORT");
        }
        return desk;
    }

    /** Everything but the rows that results rest on and the words about them. */
    private static List<String> said(Desk desk) {
        List<String> said = new ArrayList<>();
        for (Result result : desk.results()) {
            // Other areas speak of each order line by itself.
            boolean ofSupport = SUPPORT.figures().containsKey(result.name())
                    || SUPPORT.findings().containsKey(result.name());
            if (!ofSupport) {
                continue;
            }
            String name = result.name() + "|" + result.subject() + "|" + result.dimension() + "|";
            said.add(name
                    + (result.isFinding()
                            ? desk.verdict(result.name(), result.subject())
                            : desk.shown(result.name(), result.subject(), result.dimension())));
        }
        Collections.sort(said);
        return said;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfTheRowsDoesNotMatter(int seed) {
        Desk shuffled = desk(seed);
        Collections.shuffle(shuffled.purchases(), new Random(seed));
        assertThat(said(shuffled.run())).isEqualTo(said(desk(seed).run()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aLineInTwoEqualHalvesIsTheSameLine(int seed) {
        Desk split = desk(seed);
        Map<String, String> first = split.purchases().get(0);
        Map<String, String> second = new LinkedHashMap<>(first);
        second.put("line", "second half");
        for (String column : List.of("quantity", "amount", "sa_amount")) {
            if (first.containsKey(column)) {
                String half = new BigDecimal(first.getOrDefault(column, "0"))
                        .divide(BigDecimal.valueOf(2))
                        .toPlainString();
                first.put(column, half);
                second.put(column, half);
            }
        }
        split.purchases().add(second);
        assertThat(said(split.run())).isEqualTo(said(desk(seed).run()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anotherAgreementAndAnotherAccountChangeNothing(int seed) {
        Desk more = desk(seed)
                .row("accounts", "account=B")
                .row(
                        "agreements",
                        "agreement=X1",
                        "account=B",
                        "program=EA",
                        "currency=USD",
                        "start=2024-01-01",
                        "end=2026-12-31")
                .agreement("X2", "EA", "USD")
                .sa("X1", "1", "Exchange Server Standard", "1", "19999.99", "USD")
                .sa("X2", "1", "Exchange Server Standard", "1", "19999.99", "USD");
        List<String> mine = said(more.run()).stream()
                .filter(line -> !line.contains(":X1") && !line.contains(":X2") && !line.contains("account:B"))
                .toList();
        assertThat(mine).isEqualTo(said(desk(seed).run()));
        assertThat(more.shown("incidents.awarded", "agreement:X1", "TOTAL")).isEqualTo("KNOWN 0");
        assertThat(more.shown("incidents.awarded", "agreement:X2", "TOTAL")).isEqualTo("KNOWN 0");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void moreSpendNeverAwardsFewerIncidents(int seed) {
        Random random = new Random(seed);
        BigDecimal spend = BigDecimal.valueOf(random.nextInt(10_000_000), 2);
        long before = 0;
        for (int i = 0; i < 5; i++) {
            Desk desk = Desk.on("2024-06-30")
                    .agreement("E1", "EA", "USD")
                    .sa("E1", "1", "Exchange Server Standard", "1", spend.toPlainString(), "USD")
                    .run();
            long awarded = Long.parseLong(
                    desk.figure("incidents.awarded", "agreement:E1", "TOTAL").value());
            assertThat(awarded).isGreaterThanOrEqualTo(before);
            before = awarded;
            spend = spend.add(BigDecimal.valueOf(random.nextInt(3_000_000), 2));
        }
    }
}
