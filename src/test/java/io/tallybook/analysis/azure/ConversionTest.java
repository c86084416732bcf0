package io.tallybook.analysis.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.result.FindingStatus;
import org.junit.jupiter.api.Test;

/** Amounts in other currencies: the rate of the day, an earlier one, a later one of the month, or none. */
class ConversionTest {
    private static Scenario march(String date, String amount, String currency) {
        return Scenario.ofA1("2026-04-15").usage(date, amount, currency);
    }

    @Test
    void theRateOfTheDayIsUsed() {
        var assessed = march("2026-03-10", "1000.00", "EUR")
                .row("rates", "date=2026-03-09, from=EUR, to=USD, rate=1.10, source=ECB")
                .row("rates", "date=2026-03-10, from=EUR, to=USD, rate=1.08, source=ECB")
                .assess();
        assertThat(assessed.month("2026-03")).isEqualTo("1080.00");
        assertThat(assessed.figure("azure-usage.month", "account:A1", "2026-03")
                        .working()
                        .get(0)
                        .what())
                .isEqualTo("charges, 1 line: EUR 1000.00 x 1.08 (rate of 2026-03-10, ECB)");
    }

    @Test
    void elseTheNearestEarlierDayOfTheMonth() {
        var assessed = march("2026-03-10", "100000", "JPY")
                .row("rates", "date=2026-03-02, from=JPY, to=USD, rate=0.0064, source=ECB")
                .row("rates", "date=2026-03-11, from=JPY, to=USD, rate=0.9, source=ECB")
                .row("rates", "date=2026-02-28, from=JPY, to=USD, rate=0.8, source=ECB")
                .assess();
        assertThat(assessed.month("2026-03")).isEqualTo("640.00");
    }

    @Test
    void elseTheNearestLaterDayOfTheMonth() {
        var assessed = march("2026-03-10", "1000.00", "EUR")
                .row("rates", "date=2026-03-31, from=EUR, to=USD, rate=2, source=ECB")
                .row("rates", "date=2026-03-12, from=EUR, to=USD, rate=1.5, source=ECB")
                .assess();
        assertThat(assessed.month("2026-03")).isEqualTo("1500.00");
    }

    @Test
    void aRateOfAnotherMonthDoesNotServe() {
        var assessed = march("2026-03-01", "1000.00", "EUR")
                .row("rates", "date=2026-02-28, from=EUR, to=USD, rate=1.5, source=ECB")
                .row("rates", "date=2026-04-01, from=EUR, to=USD, rate=1.5, source=ECB")
                .assess();
        assertThat(assessed.month("2026-03")).isEqualTo("UNKNOWN");
        assertThat(assessed.figure("azure-usage.month", "account:A1", "2026-03").reason())
                .contains(
                        "EUR 1000.00 (charges, 1 line) has no USD value", "`rates` has no rate EUR to USD of 2026-03");
    }

    @Test
    void theUsdAmountOfTheLineComesBeforeTheRates() {
        var assessed = Scenario.ofA1("2026-04-15")
                .usage("2026-03-10", "1000.00", "EUR", "usd_amount=1070.00")
                .row("rates", "date=2026-03-10, from=EUR, to=USD, rate=1.5, source=ECB")
                .assess();
        assertThat(assessed.month("2026-03")).isEqualTo("1070.00");
    }

    @Test
    void theInverseOfARateGivesExactlyTheThreshold() {
        var scenario = Scenario.ofA1("2026-04-15");
        for (String month : new String[] {"2026-01", "2026-02", "2026-03"}) {
            // Three amounts whose values in USD do not end, and sum up to 1000.
            for (String day : new String[] {"-05", "-06", "-07"}) {
                scenario.usage(month + day, "2400.00", "CNY")
                        .row("rates", "date=" + month + day + ", from=USD, to=CNY, rate=7.2, source=bank");
            }
        }
        var assessed = scenario.assess();
        assertThat(assessed.month("2026-03")).isEqualTo("1000.00");
        assertThat(assessed.status("IPA-41", "account:A1")).isEqualTo(FindingStatus.PASS);
    }

    @Test
    void aCrossRateServesOverOneCommonCurrency() {
        var assessed = march("2026-03-10", "750.00", "CNY")
                .row("rates", "date=2026-03-10, from=EUR, to=USD, rate=1.2, source=ECB")
                .row("rates", "date=2026-03-10, from=EUR, to=CNY, rate=7.5, source=ECB")
                .assess();
        assertThat(assessed.month("2026-03")).isEqualTo("120.00");
    }
}
