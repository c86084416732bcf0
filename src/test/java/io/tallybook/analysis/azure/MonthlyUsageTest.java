package io.tallybook.analysis.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.result.FindingStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The monthly usage and its test: what counts, in which month, against which threshold. */
class MonthlyUsageTest {
    private static Scenario enoughIn(String... months) {
        Scenario scenario = Scenario.ofA1("2026-04-15");
        for (String month : months) {
            scenario.usage(month + "-10", "1500.00", "USD");
        }
        return scenario;
    }

    @ParameterizedTest
    @CsvSource({
        "999.99, FAIL",
        "999.995, FAIL",
        "999.9999999999, FAIL",
        "1000, PASS",
        "1000.00, PASS",
        "1000.0000001, PASS"
    })
    void monthsAreComparedUnrounded(String amount, FindingStatus status) {
        var assessed = enoughIn("2026-01", "2026-02")
                .usage("2026-03-10", amount, "USD")
                .assess();
        assertThat(assessed.status("IPA-41", "account:A1")).isEqualTo(status);
    }

    @Test
    void aMonthBelowTheThresholdShowsAllItsDecimals() {
        var assessed = enoughIn("2026-01", "2026-02")
                .usage("2026-03-10", "999.995", "USD")
                .assess();
        assertThat(assessed.month("2026-03")).isEqualTo("999.995");
        assertThat(assessed.finding("IPA-41", "account:A1").reason())
                .contains("Below USD 1000.00: 2026-03 USD 999.995");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-15, 2025-10-01, 2025-12-31",
        "2026-03-31, 2025-12-01, 2026-02-28",
        "2024-03-01, 2023-12-01, 2024-02-29",
        "2024-02-29, 2023-11-01, 2024-01-31",
        "2026-09-01, 2026-06-01, 2026-08-31",
        "2026-08-31, 2026-05-01, 2026-07-31"
    })
    void theWindowIsTheThreeFullMonthsBefore(String asOf, String start, String end) {
        var assessed = Scenario.ofA1(asOf).assess();
        assertThat(assessed.value("ip-advantage.window", "account:A1", "START")).isEqualTo(start);
        assertThat(assessed.value("ip-advantage.window", "account:A1", "END")).isEqualTo(end);
    }

    @Test
    void refundsReduceTheMonthOfTheirDate() {
        var assessed = enoughIn("2026-01", "2026-02", "2026-03")
                .usage("2026-02-28", "-500.01", "USD", "charge_type=REFUND")
                .assess();
        assertThat(assessed.month("2026-02")).isEqualTo("999.99");
        assertThat(assessed.status("IPA-41", "account:A1")).isEqualTo(FindingStatus.FAIL);
    }

    @Test
    void aMonthBelowComesBeforeAnUnknownOne() {
        var assessed = enoughIn("2026-01").usage("2026-03-10", "10.00", "USD").assess();
        assertThat(assessed.month("2026-02")).isEqualTo("UNKNOWN");
        assertThat(assessed.status("IPA-41", "account:A1")).isEqualTo(FindingStatus.FAIL);
    }

    @Test
    void aMonthOutsideTheExportRowsIsUnknownEvenWithLines() {
        var assessed = enoughIn("2026-01", "2026-02", "2026-03")
                .row("azure_exports", "account=A1, from_month=2026-01, to_month=2026-02")
                .assess();
        assertThat(assessed.month("2026-02")).isEqualTo("1500.00");
        assertThat(assessed.month("2026-03")).isEqualTo("UNKNOWN");
        assertThat(assessed.figure("azure-usage.month", "account:A1", "2026-03").reason())
                .contains("no `azure_exports` row covers 2026-03");
        assertThat(assessed.value("azure-usage.operator-month", "account:A1/operator:MICROSOFT", "2026-03"))
                .isEqualTo("UNKNOWN");
    }

    @Test
    void aMonthBeforeTheFirstUseIsZeroEvenWhenNotCovered() {
        var assessed = Scenario.asOf("2026-04-15")
                .row("accounts", "account=A1, first_azure_use=2026-03-05")
                .row("azure_subscriptions", "subscription=S1, account=A1, operator=MICROSOFT")
                .usage("2026-03-10", "1500.00", "USD")
                .assess();
        assertThat(assessed.month("2026-01")).isEqualTo("0.00");
        assertThat(assessed.month("2026-02")).isEqualTo("0.00");
        assertThat(assessed.finding("IPA-41", "account:A1").reason()).contains("first use of Azure on 2026-03-05");
    }

    @Test
    void aUseLineBeforeTheStatedFirstUseTakesTheZeroAway() {
        var assessed = Scenario.asOf("2026-04-15")
                .row("accounts", "account=A1, first_azure_use=2026-03-05")
                .row("azure_subscriptions", "subscription=S1, account=A1, operator=MICROSOFT")
                .usage("2026-01-10", "1500.00", "USD")
                .usage("2026-03-10", "1500.00", "USD")
                .assess();
        assertThat(assessed.month("2026-01")).isEqualTo("1500.00");
        assertThat(assessed.month("2026-02")).isEqualTo("UNKNOWN");
    }

    @Test
    void aLineWithoutKnownOperatorMakesItsMonthUnknownButNotTheParts() {
        var assessed = enoughIn("2026-01", "2026-02", "2026-03")
                .usage("2026-03-11", "5.00", "USD", "subscription=UNLISTED", "account=A1")
                .assess();
        assertThat(assessed.month("2026-03")).isEqualTo("UNKNOWN");
        assertThat(assessed.figure("azure-usage.month", "account:A1", "2026-03").reason())
                .contains("1 line would count but nobody says who operates");
        assertThat(assessed.value("azure-usage.operator-month", "account:A1/operator:MICROSOFT", "2026-03"))
                .isEqualTo("1500.00");
    }

    @Test
    void operatorPartsAreWrittenOnlyWhereALineIsTheirs() {
        var assessed = enoughIn("2026-01", "2026-02", "2026-03").assess();
        assertThat(assessed.find("azure-usage.operator-month", "account:A1/operator:MICROSOFT", "2026-01"))
                .isPresent();
        assertThat(assessed.find("azure-usage.operator-month", "account:A1/operator:21VIANET", "2026-01"))
                .isEmpty();
    }

    @Test
    void linesAfterTheAsOfDateAreLeftOutAndCounted() {
        var assessed = enoughIn("2026-01", "2026-02", "2026-03")
                .usage("2026-04-16", "77.00", "USD")
                .usage("2026-04-15", "3.00", "USD")
                .assess();
        assertThat(assessed.month("2026-04")).isEqualTo("3.00");
        assertThat(assessed.figure("azure-usage.month", "account:A1", "2026-04").assumptions())
                .contains("1 line of azure_usage dated after 2026-04-15 left out.");
    }

    @Test
    void theWorkingSaysWhatWasLeftOutAndWhy() {
        var assessed = enoughIn("2026-03")
                .usage("2026-03-11", "400.00", "USD", "publisher=MARKETPLACE")
                .usage("2026-03-12", "25.00", "EUR", "publisher=MARKETPLACE")
                .usage("2026-03-13", "30.00", "USD", "consumer=C9")
                .assess();
        var working =
                assessed.figure("azure-usage.month", "account:A1", "2026-03").working();
        assertThat(working)
                .extracting(step -> step.what() + " = " + step.value() + " " + step.unit())
                .containsExactly(
                        "charges in USD, 1 line = 1500.00 USD",
                        "left out, 1 line: third-party charge (Marketplace) = 25.00 EUR",
                        "left out, 1 line: third-party charge (Marketplace) = 400.00 USD",
                        "left out, 1 line: usage of C9 = 30.00 USD",
                        "total of 2026-03 = 1500.00 USD");
    }

    @ParameterizedTest
    @CsvSource({
        "funding=FREE_CREDIT, 0.00",
        "funding=PREPAID, 40.00",
        "charge_type=PREPAYMENT, 0.00",
        "charge_type=TAX, 0.00",
        "charge_type=CREDIT, 40.00",
        "service_family=DYNAMICS_365, 0.00",
        "consumer=C9, 0.00",
        "operator=21VIANET, 40.00",
        "operator=AZURE_STACK, 0.00"
    })
    void onlyPaidAzureUsageOfTheAccountCounts(String cell, String total) {
        var assessed = Scenario.ofA1("2026-04-15")
                .usage("2026-03-10", "40.00", "USD", cell)
                .assess();
        assertThat(assessed.month("2026-03")).isEqualTo(total);
    }

    @Test
    void theThresholdOfTheJobComesBeforeThatOfTheTerms() {
        var assessed = enoughIn("2026-01", "2026-02", "2026-03")
                .set("azure.usage-threshold-usd", "1500.01")
                .assess();
        var finding = assessed.finding("IPA-41", "account:A1");
        assertThat(finding.status()).isEqualTo(FindingStatus.FAIL);
        assertThat(finding.assumptions())
                .contains("The job sets azure.usage-threshold-usd to 1500.01; the terms say 1000.");
    }

    @Test
    void anotherAccountChangesNothing() {
        var alone = enoughIn("2026-01", "2026-02", "2026-03").assess();
        var both = enoughIn("2026-01", "2026-02", "2026-03")
                .row("azure_subscriptions", "subscription=S2, account=A2, operator=21VIANET")
                .row("azure_exports", "account=A2, from_month=2026-01, to_month=2026-01")
                .usage("2026-02-10", "9.00", "CNY", "subscription=S2", "cost_view=AMORTIZED")
                .assess();
        assertThat(both.results().stream().filter(result -> result.account().equals("A1")))
                .containsExactlyElementsOf(alone.results());
    }

    @ParameterizedTest
    @CsvSource({
        "EA_REPORT, EA, PASS",
        "EA_REPORT, CSP, AT_RISK",
        "EA_REPORT, MCA, PASS",
        "ACCOUNT_CENTER, MOSP, PASS",
        "ACCOUNT_CENTER, EA, AT_RISK",
        "RESELLER_INVOICE, CSP, PASS",
        "RESELLER_INVOICE, MOSP, AT_RISK",
        "RESELLER_INVOICE, OTHER, PASS",
        "ONLINE_USAGE, EA, PASS",
        "INVOICE, CSP, PASS",
        "INVOICE, , UNDETERMINED"
    })
    void sourcesHaveToFitHowTheSubscriptionIsBought(String source, String channel, FindingStatus status) {
        String bought = channel == null ? "" : ", channel=" + channel;
        var assessed = Scenario.asOf("2026-04-15")
                .row("azure_subscriptions", "subscription=S1, account=A1, operator=MICROSOFT" + bought)
                .usage("2026-03-10", "10.00", "USD", "source_type=" + source)
                .assess();
        assertThat(assessed.status("IPA-52", "subscription:S1")).isEqualTo(status);
    }
}
