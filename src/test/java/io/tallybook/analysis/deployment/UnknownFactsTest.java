package io.tallybook.analysis.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.cases.CaseRun;
import io.tallybook.cases.WorkedExample;
import io.tallybook.result.Finding;
import io.tallybook.result.FindingStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A license, usage or coverage that is not known is never compliant: what passed with the fact is undetermined without it. */
class UnknownFactsTest {
    private static final Map<String, WorkedExample> EXAMPLES = examples();

    private static Map<String, WorkedExample> examples() {
        Map<String, WorkedExample> examples = new LinkedHashMap<>();
        WorkedExample.of("deployment").forEach(example -> examples.put(example.id(), example));
        return examples;
    }

    private static Finding finding(WorkedExample example, String clause, String subject) {
        return CaseRun.of(example).results().stream()
                .filter(Finding.class::isInstance)
                .map(Finding.class::cast)
                .filter(found ->
                        found.clause().equals(clause) && found.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private static WorkedExample without(WorkedExample example, String table, int row, String column) {
        List<Map<String, String>> rows = new ArrayList<>(example.inputs().getOrDefault(table, List.of()));
        Map<String, String> poorer = new LinkedHashMap<>(rows.get(row));
        assertThat(poorer.remove(column)).isNotBlank();
        rows.set(row, poorer);
        Map<String, List<Map<String, String>>> inputs = new LinkedHashMap<>(example.inputs());
        inputs.put(table, rows);
        return new WorkedExample(example.id(), example.asOf(), example.settings(), inputs, List.of());
    }

    @ParameterizedTest(name = "{4} of {5} without {1}.{3}")
    @CsvSource({
        // the license of what runs
        "dr-cals-need-sa, instances, 0, license, SA-DRR-16, instance:B1",
        "failover-one-passive-ose, instances, 0, license, SA-LMS-01, instance:P",
        "mobility-server-licenses-and-external-connectors, access_groups, 0, license, SA-LMS-04, instance:I5",
        "solution-oem-license, unified_solution_components, 0, license, SA-SHA-02, solution:SHOP",
        "esu-updated-software, instances, 0, license, SA-ESU-08, instance:I1",
        // what the license permits
        "dr-cals-need-sa, licenses, 0, dr_eligible, SA-DRR-01, instance:B1",
        "dr-failback-is-exempt, licenses, 1, license_mobility, SA-LMF-01, license:L2",
        "solution-license-and-sa-shortfall, licenses, 0, self_hosted, SA-SHA-01, license:L1",
        "solution-license-and-sa-shortfall, licenses, 0, channel, SA-SHA-04, solution:LEDGER",
        // how it is used
        "dr-cals-need-sa, instances, 2, protects, SA-DRR-02, instance:B1",
        "dr-run-during-outage, instances, 1, protects, SA-DRR-06, run:R1",
        "dr-azure-site-recovery, instances, 1, azure_site_recovery, SA-DRR-03, instance:B1",
        "dr-cluster, instances, 0, cluster, SA-DRR-12, instance:B2",
        "failover-one-passive-ose, instances, 0, virtual_cores, SA-FOV-02, account:NAAB/provider:P1",
        "failover-one-passive-ose, instances, 0, virtual_cores, SA-LMS-16, license:L1",
        "esu-hosted-workloads, instances, 0, virtual_cores, SA-ESU-13, instance:W1",
        "esu-updated-software, instances, 2, patch_date, SA-ESU-09, instance:I3",
        // where it stands
        "dr-cals-need-sa, servers, 1, purpose, SA-DRR-20, server:S2",
        "farm-move-within-a-farm, servers, 0, farm, SA-LMF-02, license:L1",
        "failover-one-passive-ose, providers, 0, mobility_partner, SA-LMS-06, instance:P",
        // how long it is covered
        "dr-cals-need-sa, licenses, 0, sa_end, SA-DRR-16, instance:B1",
        "esu-support-cases, licenses, 0, sa_end, SA-ESU-17, case:K1",
        "esu-needs-sa-or-subscription, licenses, 2, sa_equivalent, SA-ESU-01, esu:X3",
        "mobility-partner-and-form, mobility_forms, 0, submitted, SA-LMS-07, account:GARONNE/provider:P1"
    })
    void whatIsNotKnownIsUndetermined(
            String example, String table, int row, String column, String clause, String subject) {
        WorkedExample whole = Objects.requireNonNull(EXAMPLES.get(example));

        assertThat(finding(whole, clause, subject).status()).isEqualTo(FindingStatus.PASS);

        Finding without = finding(without(whole, table, row, column), clause, subject);
        assertThat(without.status()).isEqualTo(FindingStatus.UNDETERMINED);
        assertThat(without.reason()).isNotBlank();
    }
}
