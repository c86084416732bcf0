package io.tallybook.analysis.azure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same usage counts once: one source, amortized or actual, purchases month by month. */
class CountedOnceTest {
    @ParameterizedTest
    @CsvSource({
        "RESELLER_INVOICE, EA_REPORT",
        "EA_REPORT, ACCOUNT_CENTER",
        "ACCOUNT_CENTER, INVOICE",
        "INVOICE, ONLINE_USAGE",
        "ONLINE_USAGE, ''"
    })
    void theFirstSourceInTheOrderCounts(String first, String second) {
        var assessed = Scenario.ofA1("2026-04-15")
                .usage("2026-03-10", "7.00", "USD", "source_type=" + second)
                .usage("2026-03-11", "5.00", "USD", "source_type=" + first)
                .assess();
        assertThat(assessed.month("2026-03")).isEqualTo("5.00");
    }

    @Test
    void eachSubscriptionAndMonthHasASourceOfItsOwn() {
        var assessed = Scenario.ofA1("2026-04-15")
                .row("azure_subscriptions", "subscription=S2, account=A1, operator=MICROSOFT")
                .usage("2026-03-10", "5.00", "USD", "source_type=EA_REPORT")
                .usage("2026-03-10", "7.00", "USD", "source_type=ONLINE_USAGE", "subscription=S2")
                .usage("2026-02-10", "9.00", "USD", "source_type=ONLINE_USAGE")
                .assess();
        assertThat(assessed.month("2026-03")).isEqualTo("12.00");
        assertThat(assessed.month("2026-02")).isEqualTo("9.00");
    }

    @Test
    void amortizedLinesReplaceActualOnesOfTheChosenSource() {
        var assessed = Scenario.ofA1("2026-04-15")
                .usage("2026-03-10", "5.00", "USD", "source_type=EA_REPORT", "cost_view=ACTUAL")
                .usage("2026-03-10", "6.00", "USD", "source_type=EA_REPORT", "cost_view=AMORTIZED")
                .usage(
                        "2026-03-10",
                        "1.00",
                        "USD",
                        "source_type=EA_REPORT",
                        "cost_view=AMORTIZED",
                        "charge_type=UNUSED_COMMITMENT")
                .assess();
        assertThat(assessed.month("2026-03")).isEqualTo("7.00");
    }

    @Test
    void amortizedLinesOfAnotherSourceDoNotReplaceThem() {
        var assessed = Scenario.ofA1("2026-04-15")
                .usage("2026-03-10", "5.00", "USD", "source_type=EA_REPORT")
                .usage("2026-03-10", "6.00", "USD", "source_type=ONLINE_USAGE", "cost_view=AMORTIZED")
                .assess();
        assertThat(assessed.month("2026-03")).isEqualTo("5.00");
    }

    @Test
    void aPurchaseCountsInEachMonthOfItsTermAndNotAfter() {
        var assessed = Scenario.ofA1("2026-04-15")
                .row("azure_exports", "account=A1, from_month=2025-01, to_month=2026-04")
                .usage("2025-12-31", "100.00", "USD", "charge_type=PURCHASE", "term_months=3")
                .assess();
        assertThat(assessed.month("2025-12")).isEqualTo("33.3333333333");
        assertThat(assessed.month("2026-01")).isEqualTo("33.3333333333");
        assertThat(assessed.month("2026-02")).isEqualTo("33.3333333333");
        assertThat(assessed.month("2026-03")).isEqualTo("0.00");
    }

    @Test
    void aRecurringPurchaseCountsInItsMonthAlone() {
        var assessed = Scenario.ofA1("2026-04-15")
                .row("azure_exports", "account=A1, from_month=2025-01, to_month=2026-04")
                .usage("2026-02-01", "100.00", "USD", "charge_type=PURCHASE", "recurring=Y", "term_months=12")
                .assess();
        assertThat(assessed.month("2026-02")).isEqualTo("100.00");
        assertThat(assessed.month("2026-03")).isEqualTo("0.00");
    }

    @Test
    void aPurchaseWithoutTermMakesTheMonthOfItsDateUnknown() {
        var assessed = Scenario.ofA1("2026-04-15")
                .usage("2026-02-01", "100.00", "USD", "charge_type=PURCHASE", "recurring=N")
                .usage("2026-03-01", "5.00", "USD")
                .assess();
        assertThat(assessed.month("2026-02")).isEqualTo("UNKNOWN");
        assertThat(assessed.month("2026-03")).isEqualTo("5.00");
    }

    @Test
    void aPurchaseCountsNothingInAMonthWithAmortizedLines() {
        var assessed = Scenario.ofA1("2026-04-15")
                .usage("2026-02-01", "1200.00", "USD", "charge_type=PURCHASE", "term_months=12")
                .usage("2026-02-02", "5.00", "USD")
                .usage("2026-03-02", "7.00", "USD", "cost_view=AMORTIZED")
                .assess();
        assertThat(assessed.month("2026-02")).isEqualTo("105.00");
        assertThat(assessed.month("2026-03")).isEqualTo("7.00");
    }

    @Test
    void aPurchaseInAnotherCurrencyIsConvertedAtTheRateOfItsDay() {
        var assessed = Scenario.ofA1("2026-04-15")
                .usage("2026-02-10", "1200.00", "EUR", "charge_type=PURCHASE", "term_months=12")
                .usage("2026-03-10", "1.00", "USD")
                .row("rates", "date=2026-02-10, from=EUR, to=USD, rate=1.1, source=ECB")
                .row("rates", "date=2026-03-10, from=EUR, to=USD, rate=9, source=ECB")
                .assess();
        assertThat(assessed.month("2026-03")).isEqualTo("111.00");
    }
}
