package io.tallybook.analysis.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.cases.Desk;
import io.tallybook.terms.TermEdition;
import io.tallybook.terms.Terms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every threshold of the term files: the value just below, the value, the value just above. */
class ThresholdsTest {
    private static final Terms TERMS = Terms.builtIn();

    private static List<Map<String, String>> rows(String term) {
        return TERMS.at(term, LocalDate.of(2024, 6, 30)).map(TermEdition::rows).orElseThrow();
    }

    /** The smallest amount of a currency. */
    private static BigDecimal cent(String currency) {
        return BigDecimal.ONE.movePointLeft(CurrencyUnit.of(currency).getDecimalPlaces());
    }

    static Stream<Arguments> increments() {
        return rows("incident-award-increments").stream()
                .flatMap(row -> Stream.of(SpendGroup.values())
                        .map(group -> Arguments.of(
                                row.getOrDefault("iso", ""),
                                group,
                                new BigDecimal(row.getOrDefault(group.name(), "")))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("increments")
    void eachFullIncrementEarnsOneIncidentAndAPartOfOneNone(String currency, SpendGroup group, BigDecimal increment) {
        BigDecimal twice = increment.add(increment);
        Desk desk = Desk.on("2024-06-30");
        String pool = "pool=" + group.pools().get(0);
        List<BigDecimal> amounts = List.of(
                increment.subtract(cent(currency)),
                increment,
                increment.add(cent(currency)),
                twice.subtract(cent(currency)),
                twice);
        for (int i = 0; i < amounts.size(); i++) {
            desk.agreement("E" + i, "EA", currency)
                    .sa("E" + i, "1", "Some Product", "1", amounts.get(i).toPlainString(), currency, pool);
        }
        desk.run();
        assertThat(Stream.of(0, 1, 2, 3, 4).map(i -> desk.shown("incidents.awarded", "agreement:E" + i, group.name())))
                .containsExactly("KNOWN 0", "KNOWN 1", "KNOWN 1", "KNOWN 1", "KNOWN 2");
        assertThat(desk.figure("incidents.next-award", "agreement:E0", group.name())
                        .value())
                .isEqualTo(cent(currency).toPlainString());
        assertThat(new BigDecimal(desk.figure("incidents.next-award", "agreement:E1", group.name())
                        .value()))
                .isEqualByComparingTo(increment);
    }

    static Stream<Arguments> thresholds() {
        return rows("unlimited-support-thresholds").stream()
                .map(row ->
                        Arguments.of(row.getOrDefault("iso", ""), new BigDecimal(row.getOrDefault("threshold", ""))));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("thresholds")
    void onTheThresholdSupportIsUnlimitedAndOnlyAboveItAwardsStop(String currency, BigDecimal threshold) {
        BigDecimal term = threshold.multiply(BigDecimal.valueOf(3));
        BigDecimal increment = rows("incident-award-increments").stream()
                .filter(row -> row.getOrDefault("iso", "").equals(currency))
                .map(row -> new BigDecimal(row.getOrDefault("SERVER_CAL", "")))
                .findFirst()
                .orElseThrow();
        Desk desk = Desk.on("2024-06-30");
        List<BigDecimal> amounts = List.of(term.subtract(cent(currency)), term, term.add(cent(currency)));
        for (int i = 0; i < amounts.size(); i++) {
            desk.agreement("E" + i, "SCE", currency, "premier_start=2023-01-01", "premier_end=2027-12-31")
                    .sa(
                            "E" + i,
                            "1",
                            "CIS Suite Standard",
                            "1",
                            amounts.get(i).toPlainString(),
                            currency,
                            "order_date=2024-01-01");
        }
        desk.run();
        String component = "/sce-component:CIS_SUITE";
        assertThat(Stream.of(0, 1, 2).map(i -> desk.verdict("SA-SCE-01", "agreement:E" + i + component)))
                .containsExactly("FAIL", "PASS", "PASS");
        String onThreshold = "KNOWN " + term.divideToIntegralValue(increment).toBigInteger();
        assertThat(Stream.of(1, 2).map(i -> desk.shown("incidents.awarded", "agreement:E" + i, "SERVER_CAL")))
                .containsExactly(onThreshold, "KNOWN 0");
    }

    @ParameterizedTest(name = "{0} a year: {1} contacts")
    @CsvSource({
        "USD, 374999.99, 4", "USD, 375000.00, 5", "USD, 499999.99, 5", "USD, 500000.00, 6", "USD, 874999.00, 8",
        "USD, 875000.00, 9", "JPY, 44999999, 4", "JPY, 45000000, 5", "KRW, 449999999, 4", "KRW, 450000000, 5"
    })
    void eachHalfThresholdMorePermitsOneMoreContact(String currency, BigDecimal average, String contacts) {
        Desk desk = Desk.on("2024-06-30")
                .agreement("E1", "SCE", currency, "premier_start=2023-01-01", "premier_end=2027-12-31")
                .sa(
                        "E1",
                        "1",
                        "CIS Suite Standard",
                        "1",
                        average.multiply(BigDecimal.valueOf(3)).toPlainString(),
                        currency)
                .run();
        assertThat(desk.shown("contacts.unlimited-permitted", "agreement:E1", ""))
                .isEqualTo("KNOWN " + contacts);
    }

    static Stream<Arguments> buckets() {
        return Stream.of(
                Arguments.of("APPLICATIONS_SYSTEMS", "Visio Standard", "pool=APPLICATIONS", 2000),
                Arguments.of("CAL", "Dynamics AX Task CAL", "pool=CAL", 400));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("buckets")
    void aBucketEarnsAnIncidentAtItsLastPoint(String bucket, String product, String pool, int points) {
        Desk desk = Desk.on("2024-06-30");
        for (int i = -1; i <= 1; i++) {
            desk.agreement("P" + (i + 1), "MPSA", "USD", "academic=N")
                    .sa("P" + (i + 1), "1", product, Integer.toString(points + i), "1.00", "USD", pool);
        }
        desk.run();
        assertThat(Stream.of(0, 1, 2).map(i -> desk.shown("incidents.awarded", "agreement:P" + i, bucket)))
                .containsExactly("KNOWN 0", "KNOWN 1", "KNOWN 1");
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "PLANNING_SERVICES, 2021-01-31, SA-RET-01, UNDETERMINED",
        "PLANNING_SERVICES, 2021-02-01, SA-RET-01, FAIL",
        "PLANNING_SERVICES, 2021-02-02, SA-RET-01, FAIL",
        "TRAINING_VOUCHERS, 2021-01-31, SA-RET-02, UNDETERMINED",
        "TRAINING_VOUCHERS, 2021-02-01, SA-RET-02, FAIL",
        "TRAINING_VOUCHERS, 2021-02-02, SA-RET-02, FAIL"
    })
    void aRetiredBenefitIsGoneFromItsLastDayOn(String benefit, String day, String clause, String verdict) {
        Desk desk = Desk.on("2024-06-30")
                .agreement("E1", "EA", "USD")
                .row("benefit_claims", "claim=B1", "agreement=E1", "benefit=" + benefit, "date=" + day)
                .run();
        assertThat(desk.verdict(clause, "claim:B1")).isEqualTo(verdict);
    }

    @ParameterizedTest(name = "as of {0}: expired {1}, {2}")
    @CsvSource({
        "2026-11-30, KNOWN 0, PASS 2026-12-31",
        "2026-12-01, KNOWN 0, AT_RISK 2026-12-31",
        "2026-12-31, KNOWN 0, AT_RISK 2026-12-31",
        "2027-01-01, KNOWN 2, FAIL 2026-12-31"
    })
    void unusedIncidentsLiveThroughTheLastDayOfSa(String asOf, String expired, String verdict) {
        Desk desk = Desk.on(asOf)
                .agreement("E1", "EA", "USD")
                .sa("E1", "1", "Exchange Server Standard", "1", "40000.00", "USD")
                .run();
        assertThat(desk.shown("incidents.expired", "agreement:E1", "")).isEqualTo(expired);
        assertThat(desk.verdict("SA-PRS-20", "agreement:E1")).isEqualTo(verdict);
    }

    @ParameterizedTest(name = "remediated {0}: {1}")
    @CsvSource({"2024-05-30, PASS", "2024-05-31, PASS", "2024-06-01, FAIL"})
    void anImplementationHasThirtyDays(String remediated, String status) {
        Desk desk = Desk.on("2024-06-30")
                .agreement("E1", "EA", "USD")
                .row(
                        "support_cases",
                        "case=C1",
                        "account=A",
                        "agreement=E1",
                        "channel=PHONE",
                        "opened=2024-04-01T09:00:00",
                        "notice_date=2024-05-01",
                        "remediated=" + remediated)
                .run();
        assertThat(desk.verdict("SA-PRS-06", "case:C1")).isEqualTo(status + " 2024-05-31");
    }
}
