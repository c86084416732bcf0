package io.tallybook.analysis.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.cases.Desk;
import io.tallybook.terms.TermEdition;
import io.tallybook.terms.Terms;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pair of products passes in its direction and in no other. */
class StepUpPairsTest {
    private static final String LINE = "agreement:E1/line:1";

    private static List<Map<String, String>> rows() {
        return Terms.builtIn()
                .at("step-up-pairs", LocalDate.of(2026, 1, 1))
                .map(TermEdition::rows)
                .orElseThrow();
    }

    static Stream<Arguments> pairs() {
        return rows().stream().map(row -> Arguments.of(row.getOrDefault("from", ""), row.getOrDefault("to", "")));
    }

    private static Desk stepUp(String metric, String base, String from, String to, String... more) {
        String[] line = Stream.concat(
                        Stream.of(
                                "agreement=E1",
                                "line=1",
                                "order_date=2025-06-30",
                                "offering=STEP_UP",
                                "quantity=3",
                                "amount=1.00",
                                "currency=USD",
                                "product=" + to,
                                "step_up_from=" + from,
                                "license=B"),
                        Stream.of(more))
                .toArray(String[]::new);
        return Desk.on("2026-06-30")
                .agreement("E1", "EA", "USD")
                .row(
                        "licenses",
                        "license=B",
                        "account=A",
                        "agreement=E1",
                        "product=" + base,
                        "metric=" + metric,
                        "quantity=10",
                        "perpetual=Y",
                        "sa_start=2024-01-01",
                        "sa_end=2026-12-31")
                .row("purchases", line)
                .run();
    }

    @Test
    void thereAreTwentyTwoOfNineteenBases() {
        Set<String> bases =
                rows().stream().map(row -> row.getOrDefault("from", "")).collect(Collectors.toSet());
        assertThat(rows()).hasSize(22);
        assertThat(bases).hasSize(19);
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("pairs")
    void aListedPairMovesLicensesAndItsReverseDoesNot(String from, String to) {
        Desk listed = stepUp("DEVICE", from, from, to);
        assertThat(listed.verdict("SA-STP-05", LINE)).isEqualTo("PASS");
        assertThat(listed.shown("step-up.effective", "license:B", from)).isEqualTo("KNOWN 7");
        assertThat(listed.shown("step-up.effective", "license:B", to)).isEqualTo("KNOWN 3");
        Desk reverse = stepUp("DEVICE", to, to, from);
        assertThat(reverse.verdict("SA-STP-05", LINE)).isEqualTo("FAIL");
        assertThat(reverse.shown("step-up.effective", "license:B", to)).isEqualTo("KNOWN 10");
        assertThat(reverse.shown("step-up.effective", "license:B", from)).isEqualTo("KNOWN 0");
    }

    @Test
    void aPairThatFollowsFromTwoOthersIsNotListed() {
        assertThat(stepUp(
                                "USER",
                                "Dynamics 365 Team Members On-premises CAL",
                                "Dynamics 365 Team Members On-premises CAL",
                                "Dynamics 365 Operations On-premises CAL")
                        .verdict("SA-STP-05", LINE))
                .isEqualTo("FAIL");
    }

    @Test
    void sqlServerIsSteppedUpInItsCoreEditionsOnly() {
        assertThat(stepUp("CORE", "SQL Server Standard", "SQL Server Standard", "SQL Server Enterprise")
                        .verdict("SA-STP-05", LINE))
                .isEqualTo("PASS");
        assertThat(stepUp("SERVER", "SQL Server Standard", "SQL Server Standard", "SQL Server Enterprise")
                        .verdict("SA-STP-05", LINE))
                .isEqualTo("FAIL");
    }

    @Test
    void aPackOfCoresMovesEachCore() {
        Desk desk = stepUp(
                "CORE",
                "Windows Server Standard",
                "Windows Server Standard",
                "Windows Server Datacenter",
                "license_model=CORE_2_PACK");
        assertThat(desk.shown("step-up.effective", "license:B", "Windows Server Datacenter"))
                .isEqualTo("KNOWN 6");
        assertThat(stepUp(
                                "CORE",
                                "Windows Server Standard",
                                "Windows Server Standard",
                                "Windows Server Datacenter",
                                "license_model=CORE_16_PACK")
                        .verdict("SA-STP-03", LINE))
                .isEqualTo("FAIL");
    }

    @Test
    void onlyDesktopBundlesAreNamedForTheirPool() {
        assertThat(stepUp("DEVICE", "Professional Desktop", "Professional Desktop", "Enterprise Desktop")
                        .verdict("SA-STP-08", LINE))
                .isEqualTo("PASS");
        assertThat(stepUp("DEVICE", "Visio Standard", "Visio Standard", "Visio Professional")
                        .verdict("SA-STP-08", LINE))
                .isEqualTo("-");
    }
}
