package io.tallybook.analysis.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.result.Finding;
import io.tallybook.result.FindingStatus;
import io.tallybook.result.Result;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of the deployment rights, on estates made of a seed. */
class LawsTest {
    private static final List<String> PRODUCTS =
            List.of("SQL Server", "Windows Server", "Exchange Server", "System Center");
    private static final List<String> METRICS =
            List.of("CORE", "SERVER", "CAL_USER", "MANAGEMENT", "EXTERNAL_CONNECTOR");
    private static final List<String> REASONS = List.of("TEST", "DISASTER", "TRANSFER", "OTHER");
    private static final List<String> YES_NO = List.of("Y", "N", "");

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    private static <T> T one(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static String day(Random random) {
        return java.time.LocalDate.of(2025, 1, 1).plusDays(random.nextInt(180)).toString();
    }

    /** An estate with a bit of everything. */
    private static Site estate(int seed) {
        Random random = new Random(seed);
        Site site = Site.on("2025-06-30").row("providers", "provider=P1, mobility_partner=Y, listed_provider=Y");
        for (int i = 0; i < 6; i++) {
            site.row(
                    "licenses",
                    "license=L" + i + ", account=A, product=" + one(PRODUCTS, random) + ", metric="
                            + one(METRICS, random)
                            + ", quantity=" + (1 + random.nextInt(40)) + ", sa_start=2024-01-01, sa_end="
                            + one(List.of("2026-12-31", "2025-07-10", ""), random) + ", license_mobility="
                            + one(YES_NO, random) + ", self_hosted=" + one(YES_NO, random) + ", dr_eligible="
                            + one(YES_NO, random) + ", access_to=" + one(PRODUCTS, random) + ", channel=VOLUME");
        }
        for (int i = 0; i < 6; i++) {
            String location = one(List.of("OWN", "AZURE", "PROVIDER", "AZURE_STACK"), random);
            site.row(
                    "servers",
                    "server=S" + i + ", account=A, location=" + location + ", provider=P1, shared="
                            + one(YES_NO, random)
                            + ", farm=" + one(List.of("F1", "F2", ""), random) + ", purpose="
                            + one(List.of("PRODUCTION", "DISASTER_RECOVERY", ""), random) + ", processors=2");
            site.row(
                    "outages",
                    "outage=O" + i + ", server=S" + i + ", start=" + day(random) + "T04:00:00, end=2025-06-25T0"
                            + random.nextInt(10) + ":00:00");
        }
        for (int i = 0; i < 12; i++) {
            String role = one(List.of("PRODUCTION", "BACKUP", "PASSIVE_FAILOVER", "DEVELOPMENT"), random);
            site.row(
                    "instances",
                    "instance=I" + i + ", account=A, server=S" + random.nextInt(6) + ", product="
                            + one(PRODUCTS, random) + ", role=" + role + ", license=L" + random.nextInt(6)
                            + ", protects=I"
                            + random.nextInt(12) + ", virtual_cores=" + random.nextInt(12) + ", esu_updates="
                            + one(YES_NO, random));
            site.row(
                    "backup_runs",
                    "run=R" + i + ", instance=I" + i + ", start=" + day(random) + "T08:00:00, end=2025-06-28T08:00:00,"
                            + " reason=" + one(REASONS, random));
            site.row(
                    "assignments",
                    "license=L" + i / 2 + ", server=S" + random.nextInt(6) + ", assigned=" + day(random));
            site.row(
                    "esu_coverage",
                    "esu=X" + i + ", account=A, server=S" + random.nextInt(6) + ", product=" + one(PRODUCTS, random)
                            + ", year=" + (1 + random.nextInt(3)) + ", start=" + day(random)
                            + ", end=2025-12-31, quantity="
                            + random.nextInt(20) + ", license=L" + random.nextInt(6));
        }
        site.row("unified_solutions", "solution=U, account=A");
        for (int i = 0; i < 4; i++) {
            site.row(
                    "unified_solution_components",
                    "solution=U, component=C" + i + ", use="
                            + one(List.of("SELF_HOSTED", "ACCESS", "SUPPORTING"), random)
                            + ", product=" + one(PRODUCTS, random) + ", server=S" + random.nextInt(6) + ", license=L"
                            + random.nextInt(6) + ", required=" + (1 + random.nextInt(20)));
        }
        return site;
    }

    private static Map<String, FindingStatus> statuses(Site site) {
        Map<String, FindingStatus> statuses = new TreeMap<>();
        for (Result result : site.judge().results()) {
            if (result instanceof Finding finding) {
                statuses.put(finding.clause() + " " + finding.subject(), finding.status());
            }
        }
        return statuses;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void losingSaMakesNothingCompliant(int seed) {
        Map<String, FindingStatus> with = statuses(estate(seed));
        Site poorer = estate(seed);
        poorer.inputs().getOrDefault("licenses", List.of()).forEach(license -> license.put("with_sa", "N"));
        statuses(poorer).forEach((what, status) -> {
            if (status == FindingStatus.PASS || status == FindingStatus.AT_RISK) {
                assertThat(with.getOrDefault(what, FindingStatus.PASS))
                        .as(what)
                        .isIn(FindingStatus.PASS, FindingStatus.AT_RISK);
            }
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anUnrelatedServerChangesNothing(int seed) {
        Site before = estate(seed).judge();
        Site after = estate(seed)
                .row("servers", "server=Z, account=A, location=OWN, purpose=PRODUCTION, farm=F9")
                .judge();
        assertThat(after.results()).isEqualTo(before.results());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aLongerOutageAddsNoOutsideTime(int seed) {
        Site site = estate(seed);
        Map<String, BigDecimal> before = outside(site);
        site.inputs().getOrDefault("outages", List.of()).forEach(outage -> outage.put("end", "2025-06-27T12:00:00"));
        outside(site)
                .forEach((instance, hours) -> assertThat(hours)
                        .as(instance)
                        .isLessThanOrEqualTo(before.getOrDefault(instance, BigDecimal.ZERO)));
    }

    private static Map<String, BigDecimal> outside(Site site) {
        Map<String, BigDecimal> hours = new TreeMap<>();
        site.judge().results().stream().map(Result::subject).distinct().forEach(subject -> {
            String value = site.figure("dr.hours-outside", subject);
            if (value.matches("[0-9.]+")) {
                hours.put(subject, new BigDecimal(value));
            }
        });
        return hours;
    }
}
