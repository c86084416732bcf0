package io.tallybook.analysis.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.cases.CaseRun;
import io.tallybook.cases.WorkedExample;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that end before they start, or count less than nothing, reach no rule. */
class RejectionsTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "partner_offers | offer=O;account=A;offer_code=LAUNCH;purchased=2024-02-01;end=2024-01-31",
                "partner_offers | offer=O;account=A;offer_code=LAUNCH;purchased=2024-01-01;start=2024-02-01;end=2024-01-31",
                "partner_organizations | organization=X;account=A;listed_from=2024-02-01;listed_until=2024-01-31",
                "program_uses | use=U;account=A;kind=CLOUD;benefit=Visio;start=2024-02-01;ended=2024-01-31",
                "program_uses | use=U;account=A;kind=CLOUD;benefit=Visio;quantity=-1",
                "program_uses | use=U;account=A;kind=CLOUD;benefit=Visio;non_employee_trainees=-1",
                "vs_assignments | vs_subscription=V;person=P;assigned=2024-02-01;ended=2024-01-31",
                "offer_benefits | offer_code=LAUNCH;benefit=Visio;listed_from=2024-02-01;listed_until=2024-01-31",
                "offer_benefits | offer_code=LAUNCH;benefit=Visio;quantity=-1",
                "offer_fees | offer_code=LAUNCH;fee=1;currency=USD;valid_from=2024-02-01;valid_until=2024-01-31",
                "program_keys | key=K;account=A;product=Visio;seats=-1",
                "program_keys | key=K;account=A;product=Visio;activation_limit=-1",
                "program_keys | key=K;account=A;product=Visio;issued_limit=-1",
                "cloud_services | cloud_service=C;account=A;tenant=T;service=Visio;counted_on=2024-01-01;seats_assigned=-1",
                "license_needs | need=N;account=A;product=Visio;required=-1",
                "license_needs | need=N;account=A;product=Visio;required=1;commercial_held=-1"
            })
    void theRowIsRejected(String record, String cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (String cell : cells.split(";", -1)) {
            String[] parts = cell.split("=", -1);
            row.put(parts[0], parts[1]);
        }
        WorkedExample example = new WorkedExample(
                "rejected",
                LocalDate.parse("2024-12-31"),
                Map.of(),
                Map.of(
                        "vs_subscriptions",
                        List.of(Map.of("vs_subscription", "V", "account", "A", "edition", "PROFESSIONAL")),
                        record,
                        List.of(row)),
                List.of(Map.of("rejected", record, "row", "1")));
        assertThat(CaseRun.of(example).wrong(example)).isEmpty();
    }
}
