package io.tallybook.analysis.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.result.FindingStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Suits, patent peace, requests and the line of several accounts for one patent. */
class PatentPickTest {
    private static final String SUIT = "lawsuit=L1, account=A1, claim_type=PATENT, filed=2026-04-01, court_country=US,"
            + " status=PENDING, defendant=Y, workloads=AZURE, indemnified=NONE";

    @ParameterizedTest
    @CsvSource({"2026-09-20, 2024-09-20", "2024-02-29, 2022-02-28", "2026-02-28, 2024-02-28", "2026-03-01, 2024-03-01"})
    void peaceStartsTwoCalendarYearsBefore(String asOf, String start) {
        var assessed = Scenario.ofA1(asOf).assess();
        assertThat(assessed.value("patent-peace.window-start", "account:A1", ""))
                .isEqualTo(start);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filed=2024-09-20, ended=2024-09-20, target_azure=Y | FAIL",
                "filed=2024-09-19, ended=2024-09-20, target_azure=Y | FAIL",
                "filed=2024-09-19, ended=2024-09-19, target_azure=Y | PASS",
                "filed=2020-01-01, ended=2026-09-21, target_azure=Y | FAIL",
                "filed=2026-09-21, target_azure=Y                    | PASS",
                "filed=2026-01-01, target_azure=Y, counterclaim=Y    | AT_RISK",
                "filed=2026-01-01, target_azure=Y, by_affiliate=Y    | AT_RISK",
                "filed=2026-01-01, target_azure=Y, counterclaim=Y, patent=P1 | FAIL",
                "filed=2026-01-01, target_azure=N                    | PASS",
                "filed=2026-01-01                                    | UNDETERMINED"
            })
    void assertionsAgainstAzureWorkloadsBreakThePeace(String assertion, FindingStatus status) {
        var assessed = Scenario.ofA1("2026-09-20")
                .row("patent_assertions", "assertion=X, account=A1, " + assertion)
                .assess();
        assertThat(assessed.status("IPA-46", "account:A1")).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        ", PASS", // filed after the later of both dates, so in time anywhere
        "2017-10-01, UNDETERMINED",
        "2017-02-09, UNDETERMINED",
        "2017-02-08, FAIL"
    })
    void withoutACourtOnlySuitsInTimeAnywherePass(String filed, FindingStatus status) {
        String day = filed == null ? "2017-10-02" : filed;
        var assessed = Scenario.ofA1("2026-09-20")
                .row("lawsuits", "lawsuit=L1, account=A1, status=PENDING, filed=" + day)
                .assess();
        assertThat(assessed.status("IPA-56", "lawsuit:L1")).isEqualTo(status);
        assertThat(assessed.find("IPA-57", "lawsuit:L1")).isEmpty();
    }

    @Test
    void aSuitFiledAfterTheAsOfDateIsNotThereYet() {
        var assessed = Scenario.ofA1("2026-03-31").row("lawsuits", SUIT).assess();
        assertThat(assessed.find("IPA-49", "lawsuit:L1")).isEmpty();
        assertThat(assessed.status("IPA-48", "account:A1")).isEqualTo(FindingStatus.FAIL);
    }

    @Test
    void theEarliestDatedRequestIsTheReferenceDate() {
        var assessed = Scenario.ofA1("2026-09-20")
                .row("lawsuits", SUIT)
                .row("patent_requests", "request=R0, account=A1, lawsuit=L1, patent=P1")
                .row("patent_requests", "request=R1, account=A1, lawsuit=L1, patent=P1, requested=2026-08-02")
                .row("patent_requests", "request=R2, account=A1, lawsuit=L1, patent=P2, requested=2026-07-02")
                .row("patent_requests", "request=R3, account=A1, lawsuit=L1, patent=P2, requested=2026-09-21")
                .assess();
        assertThat(assessed.value("patent-pick.reference-date", "lawsuit:L1", ""))
                .isEqualTo("2026-07-02");
        assertThat(assessed.find("IPA-51", "request:R3")).isEmpty();
    }

    @Test
    void peaceStatedBeforeTheReferenceDateIsStale() {
        var scenario = Scenario.ofA1("2026-09-20")
                .row("lawsuits", SUIT)
                .row("patent_requests", "request=R1, account=A1, lawsuit=L1, patent=P1, requested=2026-08-02")
                .row(
                        "attestations",
                        "clause=IPA-47, subject=account:A1, answer=Y, stated_by=R. Holm, stated_on=2026-08-02");
        assertThat(scenario.assess().status("IPA-47", "lawsuit:L1")).isEqualTo(FindingStatus.PASS);
        assertThat(scenario.assess().status("IPA-47", "account:A1")).isEqualTo(FindingStatus.AT_RISK);
    }

    @Test
    void anAnswerEndsAfterAYearAndTheNewestCounts() {
        String y = "clause=IPA-40, subject=account:A1, answer=Y, stated_by=R. Holm, stated_on=";
        String n = "clause=IPA-72, subject=account:A1, answer=N, stated_by=R. Holm, stated_on=";
        assertThat(Scenario.ofA1("2026-09-20")
                        .row("attestations", y + "2025-09-20")
                        .assess()
                        .status("IPA-72", "account:A1"))
                .isEqualTo(FindingStatus.PASS);
        assertThat(Scenario.ofA1("2026-09-20")
                        .row("attestations", y + "2025-09-19")
                        .assess()
                        .status("IPA-40", "account:A1"))
                .isEqualTo(FindingStatus.ATTEST);
        var sameDay = Scenario.ofA1("2026-09-20")
                .row("attestations", n + "2026-09-01")
                .row("attestations", y + "2026-09-01");
        assertThat(sameDay.assess().status("IPA-40", "account:A1")).isEqualTo(FindingStatus.FAIL);
        var future = Scenario.ofA1("2026-09-20")
                .row("attestations", n + "2026-09-21")
                .row("attestations", y + "2026-09-01");
        assertThat(future.assess().status("IPA-40", "account:A1")).isEqualTo(FindingStatus.PASS);
        var expired = Scenario.ofA1("2026-09-20")
                .row("attestations", y + "2026-08-01")
                .row("attestations", y + "2026-09-01, valid_to=2026-09-19");
        assertThat(expired.assess().status("IPA-40", "account:A1")).isEqualTo(FindingStatus.ATTEST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "listed_from=2017-02-08                                        | PASS | PASS | UNDETERMINED | PASS",
                "listed_from=2026-05-11, expires=2026-05-09                    | FAIL | PASS | FAIL         | PASS",
                "listed_until=2026-05-09, status=PENDING                       | FAIL | PASS | PASS         | PASS",
                "listed_until=2026-05-10, expires=2026-05-10                   | UNDETERMINED | PASS | PASS | PASS",
                "listed_from=2020-01-01, transferred_on=2026-05-10, transferred_to=A1 | PASS | PASS | UNDETERMINED | PASS",
                "listed_from=2020-01-01, transferred_on=2026-05-11             | PASS | PASS | UNDETERMINED | PASS",
                "listed_from=2020-01-01, removed_on=2026-05-10                 | PASS | PASS | UNDETERMINED | FAIL",
                "listed_from=2020-01-01, assigned_on=2026-10-01                | PASS | PASS | UNDETERMINED | PASS"
            })
    void thePatentHasToBeThereOnTheDayOfTheRequest(
            String patent, FindingStatus listed, FindingStatus free, FindingStatus inForce, FindingStatus kept) {
        var assessed = Scenario.ofA1("2026-09-20")
                .row("lawsuits", SUIT)
                .row("patents", "patent=P1, " + patent)
                .row("patent_requests", "request=R1, account=A1, lawsuit=L1, patent=P1, requested=2026-05-10")
                .assess();
        assertThat(assessed.status("IPA-36", "request:R1")).isEqualTo(listed);
        assertThat(assessed.status("IPA-60", "request:R1")).isEqualTo(free);
        assertThat(assessed.status("IPA-61", "request:R1")).isEqualTo(inForce);
        assertThat(assessed.status("IPA-62", "request:R1")).isEqualTo(kept);
    }

    @Test
    void pendingApplicationsOfTheFamilyAreCounted() {
        var assessed = Scenario.ofA1("2026-09-20")
                .row("patents", "patent=P1, family=F1")
                .row("patents", "patent=P2, family=F1, status=PENDING")
                .row("patents", "patent=P3, family=F1, status=ISSUED")
                .row("patents", "patent=P4, family=F2, status=PENDING")
                .row("patents", "patent=P5")
                .row("patent_requests", "request=R1, account=A1, lawsuit=L1, patent=P1")
                .row("patent_requests", "request=R5, account=A1, lawsuit=L1, patent=P5")
                .row("patent_requests", "request=R9, account=A1, lawsuit=L1, patent=P9")
                .assess();
        assertThat(assessed.value("patent-pick.family-applications", "request:R1", ""))
                .isEqualTo("1");
        assertThat(assessed.value("patent-pick.family-applications", "request:R5", ""))
                .isEqualTo("0");
        assertThat(assessed.value("patent-pick.family-applications", "request:R9", ""))
                .isEqualTo("UNKNOWN");
    }

    @Test
    void thePatentListIsCountedOnTheAsOfDate() {
        var assessed = Scenario.asOf("2026-09-20")
                .row("patents", "patent=P1, country=CN, listed_from=2017-02-08")
                .row("patents", "patent=P2, listed_from=2026-09-20, listed_until=2026-09-20, expires=2026-09-20")
                .row("patents", "patent=P3, listed_from=2026-09-21")
                .row("patents", "patent=P4, listed_from=2017-02-08, status=PENDING")
                .row("patents", "patent=P5, listed_from=2017-02-08, expires=2026-09-19")
                .row("patents", "patent=P6, listed_from=2017-02-08, assigned_on=2026-09-20")
                .row("patents", "patent=P7, listed_from=2017-02-08, removed_on=2026-09-21")
                .row("patents", "patent=P8")
                .assess();
        assertThat(assessed.value("patent-list.size", "list:PATENTS", "TOTAL")).isEqualTo("3");
        assertThat(assessed.value("patent-list.size", "list:PATENTS", "CHINA")).isEqualTo("1");
        assertThat(Scenario.ofA1("2026-09-20").assess().find("patent-list.size", "list:PATENTS", "TOTAL"))
                .isEmpty();
    }

    private static Scenario line(String... moments) {
        Scenario scenario = Scenario.asOf("2026-09-20");
        for (int i = 1; i <= moments.length; i++) {
            scenario.row("azure_subscriptions", "subscription=S" + i + ", account=A" + i + ", operator=MICROSOFT");
            for (String month : new String[] {"2026-06", "2026-07", "2026-08"}) {
                scenario.usage(month + "-10", "1500.00", "USD", "subscription=S" + i);
            }
            scenario.row("lawsuits", SUIT.replace("L1", "L" + i).replace("A1", "A" + i))
                    .row(
                            "patent_requests",
                            "request=R" + i + ", account=A" + i + ", lawsuit=L" + i + ", patent=P1" + moments[i - 1]);
        }
        return scenario;
    }

    private static String moments(String conditions, String documents) {
        return ", conditions_met=" + conditions + ", documents_completed=" + documents;
    }

    @Test
    void requestsCompleteAtTheSameMomentAreForMicrosoftToDecide() {
        var assessed = line(
                        moments("2026-06-03T09:00", "2026-06-09T12:00"),
                        moments("2026-06-09T12:00", "2026-06-09T11:00"),
                        moments("2026-06-09T12:01", "2026-06-09T11:00"),
                        moments("2026-06-01T09:00", "2026-09-21T00:00"))
                .assess();
        assertThat(assessed.status("IPA-68", "request:R1")).isEqualTo(FindingStatus.AT_RISK);
        assertThat(assessed.status("IPA-68", "request:R2")).isEqualTo(FindingStatus.AT_RISK);
        assertThat(assessed.status("IPA-68", "request:R3")).isEqualTo(FindingStatus.FAIL);
        assertThat(assessed.status("IPA-68", "request:R4")).isEqualTo(FindingStatus.UNDETERMINED);
    }

    @Test
    void thoseWhoMayNotPickAreSkipped() {
        var assessed = line(
                        moments("2026-06-03T09:00", "2026-06-03T09:00"),
                        moments("2026-06-04T09:00", "2026-06-04T09:00"))
                .row("patent_assertions", "assertion=X, account=A1, filed=2026-01-01, target_azure=Y")
                .row(
                        "patent_requests",
                        "request=R9, account=A2, lawsuit=NONE, patent=P1"
                                + moments("2026-06-01T09:00", "2026-06-01T09:00"))
                .assess();
        assertThat(assessed.status("IPA-68", "request:R1")).isEqualTo(FindingStatus.NOT_APPLICABLE);
        assertThat(assessed.status("IPA-68", "request:R2")).isEqualTo(FindingStatus.PASS);
        assertThat(assessed.status("IPA-68", "request:R9")).isEqualTo(FindingStatus.UNDETERMINED);
    }

    @Test
    void aPickedPatentIsForDefenseOnlyAndNeverAgainstAzure() {
        var assessed = Scenario.ofA1("2026-09-20")
                .row("patent_assertions", "assertion=X1, account=A1, filed=2026-01-01, patent=P1, target_azure=Y")
                .row("patent_assertions", "assertion=X2, account=A1, filed=2026-01-01, patent=P1, lawsuit=L1")
                .row("patent_assertions", "assertion=X3, account=A1, filed=2026-01-01, target_azure=N")
                .row(
                        "attestations",
                        "clause=IPA-63, subject=assertion:X2, answer=Y, stated_by=R. Holm, stated_on=2026-08-02")
                .assess();
        assertThat(assessed.status("IPA-63", "assertion:X1")).isEqualTo(FindingStatus.FAIL);
        assertThat(assessed.status("IPA-64", "assertion:X1")).isEqualTo(FindingStatus.FAIL);
        assertThat(assessed.status("IPA-63", "assertion:X2")).isEqualTo(FindingStatus.PASS);
        assertThat(assessed.status("IPA-64", "assertion:X2")).isEqualTo(FindingStatus.ATTEST);
        assertThat(assessed.find("IPA-63", "assertion:X3")).isEmpty();
    }

    @Test
    void theBestSuitDecidesTheBenefitAndMicrosoftsDecisionDoesNot() {
        var assessed = line(", decision=GRANTED, decided=2026-09-01")
                .row("lawsuits", SUIT.replace("L1", "L0").replace("indemnified=NONE", "indemnified=FULL"))
                .assess();
        assertThat(assessed.status("IPA-49", "lawsuit:L0")).isEqualTo(FindingStatus.FAIL);
        assertThat(assessed.status("IPA-49", "lawsuit:L1")).isEqualTo(FindingStatus.ATTEST);
        assertThat(assessed.status("IPA-03", "account:A1/ip-benefit:PATENT_PICK"))
                .isEqualTo(FindingStatus.ATTEST);
        assertThat(assessed.status("IPA-51", "request:R1")).isEqualTo(FindingStatus.PASS);
        assertThat(assessed.finding("IPA-51", "request:R1").reason()).contains("The two differ");
    }
}
