package io.tallybook.analysis.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.result.FindingStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is indemnified, from when, under which document, and for which claims. */
class IndemnityTest {
    @Test
    void theEarlierOfStatedAndRecordedFirstUseCounts() {
        var assessed = Scenario.asOf("2026-09-20")
                .row("accounts", "account=A1, first_azure_use=2026-05-01")
                .row("azure_subscriptions", "subscription=S1, account=A1, operator=AZURE_STACK")
                .usage("2026-04-03", "0", "USD", "funding=FREE_CREDIT")
                .assess();
        assertThat(assessed.value("indemnity.covered-from", "account:A1", "")).isEqualTo("2026-04-03");
    }

    @ParameterizedTest
    @CsvSource({"charge_type=PURCHASE", "service_family=OTHER", "publisher=MARKETPLACE", "consumer=C9"})
    void otherLinesAreNoUse(String cell) {
        var assessed = Scenario.ofA1("2026-09-20")
                .usage("2026-04-03", "50.00", "USD", cell)
                .assess();
        assertThat(assessed.status("IPA-08", "account:A1")).isEqualTo(FindingStatus.UNDETERMINED);
        assertThat(assessed.value("indemnity.covered-from", "account:A1", "")).isEqualTo("UNKNOWN");
    }

    @Test
    void anAccountThatNothingOfAzureNamesGetsNoResult() {
        var assessed = Scenario.asOf("2026-09-20")
                .row("accounts", "account=A1, first_azure_use=2026-09-21")
                .assess();
        assertThat(assessed.results()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "EES, PASS, Enrollment for Education Solutions",
        "MOSP, PASS, Microsoft Online Subscription Agreement",
        "CSP, PASS, Microsoft Cloud Agreement",
        "MPSA, ATTEST, does not list"
    })
    void theProgramNamesTheDocument(String program, FindingStatus status, String text) {
        var assessed = Scenario.asOf("2026-09-20")
                .row(
                        "agreements",
                        "agreement=E1, account=A1, currency=USD, start=2025-01-01, end=2027-12-31, program=" + program)
                .row("azure_subscriptions", "subscription=S1, account=A1, operator=MICROSOFT, agreement=E1")
                .row("azure_subscriptions", "subscription=S2, account=A1, operator=MICROSOFT, agreement=E2")
                .assess();
        assertThat(assessed.status("IPA-33", "subscription:S1")).isEqualTo(status);
        assertThat(assessed.finding("IPA-33", "subscription:S1").reason()).contains(text);
        assertThat(assessed.status("IPA-33", "subscription:S2")).isEqualTo(FindingStatus.UNDETERMINED);
        assertThat(assessed.status("IPA-32", "agreement:E1")).isEqualTo(FindingStatus.ATTEST);
    }

    private static Scenario claim(String firstUse, String cells) {
        String stated = firstUse.isEmpty() ? "" : ", first_azure_use=" + firstUse;
        return Scenario.asOf("2026-09-20")
                .row("accounts", "account=A1" + stated)
                .row("azure_subscriptions", "subscription=S1, account=A1, operator=MICROSOFT")
                .usage("2026-05-10", "1.00", "USD")
                .row("ip_claims", "claim=C1, account=A1, " + cells);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-01, 2026-05-01, PASS",
        "2026-05-01, 2026-04-30, FAIL",
        "'', 2026-05-10, PASS",
        "'', 2026-05-09, UNDETERMINED",
        "2026-05-01, '', UNDETERMINED"
    })
    void claimsBeforeTheFirstUseAreOutOfScope(String firstUse, String claimed, FindingStatus status) {
        var assessed =
                claim(firstUse, "claim_type=PATENT, claim_date=" + claimed).assess();
        assertThat(assessed.status("IPA-23", "claim:C1")).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "origin=OWN_DATA | IPA-27 | FAIL",
                "origin=NON_MICROSOFT | IPA-28 | FAIL",
                "origin=CUSTOMER_MODIFICATION | IPA-29 | FAIL",
                "origin=OPEN_SOURCE, incorporated_by_microsoft=Y, first_party=Y | IPA-19 | ATTEST",
                "origin=OPEN_SOURCE, incorporated_by_microsoft=Y, terms=MICROSOFT | IPA-06 | ATTEST",
                "origin=OPEN_SOURCE, first_party=N | IPA-06 | FAIL",
                "origin=OPEN_SOURCE, terms=OTHER | IPA-21 | FAIL"
            })
    void itemsAreJudgedByTheirOrigin(String item, String clause, FindingStatus status) {
        var assessed = claim(
                        "2026-05-01", "claim_type=PATENT, claim_date=2026-08-01, subscription=S1, arises_from_azure=Y")
                .row("ip_claim_items", "claim=C1, item=1, " + item)
                .assess();
        assertThat(assessed.status(clause, "claim:C1/item:1")).isEqualTo(status);
        assertThat(assessed.status("IPA-17", "claim:C1")).isEqualTo(status);
    }

    @Test
    void openSourceWithoutKnownOperatorIsUndetermined() {
        var assessed = claim("2026-05-01", "claim_type=PATENT, claim_date=2026-08-01")
                .row("ip_claim_items", "claim=C1, item=1, origin=OPEN_SOURCE")
                .assess();
        assertThat(assessed.status("IPA-25", "claim:C1")).isEqualTo(FindingStatus.UNDETERMINED);
        assertThat(assessed.find("IPA-26", "claim:C1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Y, 2026-03-16, PASS, PASS",
        "'', 2026-03-16, PASS, ATTEST",
        "N, 2026-03-16, PASS, NOT_APPLICABLE",
        "Y, 2026-04-01, UNDETERMINED, UNDETERMINED"
    })
    void onlyTransfersToNonPracticingEntitiesLicense(
            String npe, String assigned, FindingStatus usage, FindingStatus licensed) {
        var assessed = Scenario.ofA1("2026-09-20")
                .usage("2025-12-10", "1500.00", "USD")
                .usage("2026-01-10", "1500.00", "USD")
                .usage("2026-02-10", "1500.00", "USD")
                .row("patents", "patent=P1, assigned_on=" + assigned + (npe.isEmpty() ? "" : ", assignee_npe=" + npe))
                .row("patents", "patent=P2, assigned_on=2026-09-21, assignee_npe=Y")
                .row(
                        "attestations",
                        "clause=IPA-72, subject=account:A1, answer=Y, stated_by=R. Holm, stated_on=2026-08-02")
                .assess();
        assertThat(assessed.status("IPA-73", "account:A1/patent:P1")).isEqualTo(usage);
        assertThat(assessed.status("IPA-07", "account:A1/patent:P1")).isEqualTo(licensed);
        assertThat(assessed.find("IPA-07", "account:A1/patent:P2")).isEmpty();
    }
}
