package io.tallybook.analysis.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.result.FindingStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cost share, functions, resources, Foundry criteria and parties of a solution, at their boundaries. */
class CustomerSolutionTest {
    private static final String X = "solution:X";

    private static Scenario solution(String answers) {
        String more = answers.isEmpty() ? "" : ", " + answers;
        return Scenario.asOf("2026-06-30")
                .row("accounts", "account=A1")
                .row("azure_subscriptions", "subscription=S1, account=A1, operator=MICROSOFT, solution=X")
                .row("solutions", "solution=X, account=A1" + more);
    }

    private static Scenario charged(String cost, String price) {
        return solution("")
                .usage("2026-06-10", cost, "USD")
                .row("solution_charges", "charge=1, solution=X, date=2026-06-30, amount=" + price + ", currency=USD");
    }

    @ParameterizedTest
    @CsvSource({
        "4999.00, 10000.00, PASS, 49.99",
        "4999.9999, 10000.00, PASS, 49.9999",
        "4999.99999999, 10000.00, PASS, 49.9999",
        "5000.00, 10000.00, FAIL, 50",
        "0.00, 10000.00, PASS, 0",
        "-5.00, 10000.00, PASS, -0.05",
        "1.00, 0.00, FAIL, UNKNOWN",
        "0.00, 0.00, UNDETERMINED, UNKNOWN",
        "-1.00, 0.00, UNDETERMINED, UNKNOWN",
        "1.00, -10.00, UNDETERMINED, UNKNOWN"
    })
    void exactlyHalfIsNotLessThanHalf(String cost, String price, FindingStatus status, String share) {
        var assessed = charged(cost, price).assess();
        assertThat(assessed.status("ACS-18", X)).isEqualTo(status);
        assertThat(assessed.value("solution.azure-cost-share", X, "")).isEqualTo(share);
    }

    @Test
    void oneCurrencyIsKeptAndSeveralAreConverted() {
        var euros = solution("")
                .usage("2026-06-10", "400.00", "EUR")
                .row("solution_charges", "charge=1, solution=X, date=2026-06-30, amount=1000.00, currency=EUR");
        assertThat(euros.assess().figure("solution.azure-cost", X, "").unit()).isEqualTo("EUR");
        assertThat(euros.assess().status("ACS-18", X)).isEqualTo(FindingStatus.PASS);

        euros.row("solution_charges", "charge=2, solution=X, date=2026-06-30, amount=100.00, currency=USD");
        var unknown = euros.assess();
        assertThat(unknown.value("solution.azure-cost", X, "")).isEqualTo("UNKNOWN");
        assertThat(unknown.value("solution.charged", X, "")).isEqualTo("UNKNOWN");
        assertThat(unknown.status("ACS-18", X)).isEqualTo(FindingStatus.UNDETERMINED);
        assertThat(unknown.status("ACS-19", X)).isEqualTo(FindingStatus.UNDETERMINED);

        var dollars = euros.row("rates", "date=2026-06-01, from=EUR, to=USD, rate=1.1, source=ECB")
                .assess();
        assertThat(dollars.value("solution.azure-cost", X, "")).isEqualTo("440.00");
        assertThat(dollars.value("solution.charged", X, "")).isEqualTo("1200.00");
        assertThat(dollars.figure("solution.charged", X, "").unit()).isEqualTo("USD");
    }

    @Test
    void workingSaysWhatIsChargedToAnotherAccount() {
        var figure = charged("10.00", "100.00")
                .row("accounts", "account=A2")
                .usage("2026-06-11", "5.00", "USD", "account=A2")
                .assess()
                .figure("solution.azure-cost", X, "");
        assertThat(figure.value()).isEqualTo("15.00");
        assertThat(figure.working())
                .extracting(step -> step.what() + " " + step.value())
                .contains("charges, 1 line 10.00", "charges, charged to A2, 1 line 5.00");
    }

    @Test
    void onlyTheMonthsOfThePeriodCount() {
        var assessed = charged("10.00", "100.00")
                .usage("2025-07-01", "1.00", "USD")
                .usage("2025-06-30", "1000.00", "USD")
                .usage("2026-07-01", "1000.00", "USD")
                .usage("2025-05-15", "240.00", "USD", "charge_type=PURCHASE", "term_months=24")
                .row("solution_charges", "charge=2, solution=X, date=2025-06-30, amount=7.00, currency=USD")
                .assess();
        // 10.00 + 1.00 and twelve of the twenty-four parts of 10.00
        assertThat(assessed.value("solution.azure-cost", X, "")).isEqualTo("131.00");
        assertThat(assessed.value("solution.charged", X, "")).isEqualTo("100.00");
        assertThat(assessed.value("solution.azure-cost-share-month", X, "2026-06"))
                .isEqualTo("20");
        assertThat(assessed.value("solution.azure-cost-share-month", X, "2025-08"))
                .isEqualTo("UNKNOWN");
        assertThat(assessed.find("solution.azure-cost-share-month", X, "2025-06"))
                .isEmpty();
    }

    @Test
    void freeCreditsAndOtherConsumersAndOperatorsCountHere() {
        var assessed = solution("")
                .usage("2026-06-10", "1.00", "USD", "funding=FREE_CREDIT")
                .usage("2026-06-10", "2.00", "USD", "consumer=C9")
                .usage("2026-06-10", "4.00", "USD", "operator=AZURE_STACK")
                .usage("2026-06-10", "8.00", "USD", "publisher=MARKETPLACE")
                .usage("2026-06-10", "16.00", "USD", "solution=Y")
                .assess();
        assertThat(assessed.value("solution.azure-cost", X, "")).isEqualTo("7.00");
    }

    @Test
    void aSolutionWithoutLineIsOutside() {
        var assessed = solution("")
                .usage("2026-06-10", "8.00", "USD", "publisher=MARKETPLACE")
                .assess();
        assertThat(assessed.status("ACS-05", X)).isEqualTo(FindingStatus.NOT_APPLICABLE);
        assertThat(assessed.status("ACS-30", X)).isEqualTo(FindingStatus.NOT_APPLICABLE);
        assertThat(assessed.results().stream().filter(result -> result.subject().startsWith(X)))
                .hasSize(2);
    }

    @Test
    void eachEndCustomerWithLinesOfItsOwnIsCompared() {
        var assessed = solution("")
                .usage("2026-06-10", "50.00", "USD", "end_customer=C1")
                .usage("2026-06-10", "49.99", "USD", "end_customer=C2")
                .usage("2026-06-10", "-1.00", "USD", "end_customer=C3")
                .usage("2026-06-10", "5.00", "USD", "end_customer=C4")
                .row(
                        "solution_charges",
                        "charge=1, solution=X, date=2026-06-30, amount=100.00, currency=USD, end_customer=C1")
                .row(
                        "solution_charges",
                        "charge=2, solution=X, date=2026-06-30, amount=100.00, currency=USD, end_customer=C2")
                .row("solution_charges", "charge=3, solution=X, date=2026-06-30, amount=900.00, currency=USD")
                .assess();
        assertThat(assessed.status("ACS-20", X + "/end_customer:C1")).isEqualTo(FindingStatus.AT_RISK);
        assertThat(assessed.status("ACS-20", X + "/end_customer:C2")).isEqualTo(FindingStatus.PASS);
        assertThat(assessed.status("ACS-20", X + "/end_customer:C3")).isEqualTo(FindingStatus.UNDETERMINED);
        assertThat(assessed.status("ACS-20", X + "/end_customer:C4")).isEqualTo(FindingStatus.AT_RISK);
        assertThat(assessed.status("ACS-18", X)).isEqualTo(FindingStatus.PASS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "billing                           | FAIL | PASS | PASS | FAIL | PASS",
                "License-Mgmt                      | PASS | FAIL | PASS | FAIL | PASS",
                "Virtual Machines; networking; UI  | PASS | PASS | FAIL | FAIL | PASS",
                "BILLING; SUPPORT                  | PASS | PASS | PASS | PASS | FAIL",
                "SUPPORT                           | PASS | PASS | PASS | PASS | FAIL",
                "BILLING; RESERVATION; SUPPORT     | PASS | PASS | PASS | PASS | PASS",
                "UI; branding                      | -    | -    | -    | ATTEST | -"
            })
    void functionsThatAddNothingFail(
            String functions,
            FindingStatus billing,
            FindingStatus licenses,
            FindingStatus infrastructure,
            FindingStatus combined,
            FindingStatus services) {
        var assessed = solution("functions=" + functions)
                .usage("2026-06-10", "8.00", "USD")
                .assess();
        assertThat(assessed.find("ACS-12", X).map(f -> f.status()).orElse(null)).isEqualTo(billing);
        assertThat(assessed.find("ACS-13", X).map(f -> f.status()).orElse(null)).isEqualTo(licenses);
        assertThat(assessed.find("ACS-14", X).map(f -> f.status()).orElse(null)).isEqualTo(infrastructure);
        assertThat(assessed.find("ACS-15", X).map(f -> f.status()).orElse(null)).isEqualTo(combined);
        assertThat(assessed.find("ACS-27", X).map(f -> f.status()).orElse(null)).isEqualTo(services);
    }

    @ParameterizedTest
    @CsvSource({
        "'1;2', PASS",
        "'1;1', AT_RISK",
        "'1;0', AT_RISK",
        "'0', UNDETERMINED",
        "'1;', UNDETERMINED",
        "';2', PASS"
    })
    void aResourceHasToServeSeveralCustomers(String numbers, FindingStatus status) {
        var scenario = solution("").usage("2026-06-10", "8.00", "USD");
        String[] customers = numbers.split(";", -1);
        for (int i = 0; i < customers.length; i++) {
            scenario.row("solution_resources", "solution=X, resource=vm-" + i + ", end_customers=" + customers[i]);
        }
        assertThat(scenario.assess().status("ACS-24", X)).isEqualTo(status);
    }

    private static Scenario model(String model, String answers, String... inferencing) {
        var scenario = solution(answers).usage("2026-06-10", "200.00", "USD", model);
        for (int i = 0; i < inferencing.length; i++) {
            scenario.row(
                    "solution_charges",
                    "charge=" + i + ", solution=X, date=2026-06-30, amount=500.00, currency=USD, inferencing_amount="
                            + inferencing[i]);
        }
        return scenario;
    }

    @ParameterizedTest
    @CsvSource({
        "'foundry_model=GPT-5, sold_directly=Y', PASS",
        "'foundry_model=GPT-5', UNDETERMINED",
        "'sold_directly=N', NOT_APPLICABLE",
        "'sold_directly=Y, publisher=MARKETPLACE', PASS"
    })
    void theFoundryCriteriaApplyToModelsThatAzureSellsDirectly(String model, FindingStatus status) {
        var assessed = model(model, "").usage("2026-06-10", "1.00", "USD").assess();
        assertThat(assessed.status("ACS-29", X)).isEqualTo(status);
        assertThat(assessed.find("ACS-32", X).isPresent()).isEqualTo(status == FindingStatus.PASS);
        assertThat(assessed.find("ACS-31", X).isPresent()).isEqualTo(status != FindingStatus.NOT_APPLICABLE);
    }

    @Test
    void inferencingIsStatedForAllChargesForNoneOrUnknown() {
        String model = "foundry_model=GPT-5, sold_directly=Y";
        var all = model(model, "", "100.00", "0").assess();
        assertThat(all.value("solution.inferencing-charges", X, "")).isEqualTo("100.00");
        assertThat(all.value("solution.inferencing-share", X, "")).isEqualTo("10");
        var none = model(model, "", "", "").assess();
        assertThat(none.value("solution.inferencing-charges", X, "")).isEqualTo("200.00");
        assertThat(none.figure("solution.inferencing-charges", X, "").assumptions())
                .anyMatch(assumption -> assumption.startsWith("Proxy"));
        var some = model(model, "", "100.00", "").assess();
        assertThat(some.value("solution.inferencing-charges", X, "")).isEqualTo("UNKNOWN");
        assertThat(some.status("ACS-38", X)).isEqualTo(FindingStatus.UNDETERMINED);
        assertThat(model(model, "", "500.00", "0").assess().status("ACS-38", X)).isEqualTo(FindingStatus.FAIL);
        assertThat(model(model, "", "0", "0").assess().status("ACS-38", X)).isEqualTo(FindingStatus.PASS);
    }

    @Test
    void inferencingIsConvertedInTheProportionOfItsCharge() {
        var assessed = solution("")
                .usage("2026-06-10", "200.00", "USD", "sold_directly=Y")
                .row(
                        "solution_charges",
                        "charge=1, solution=X, date=2026-06-30, amount=300.00, currency=EUR, usd_amount=330.00,"
                                + " inferencing_amount=100.00")
                .assess();
        assertThat(assessed.value("solution.inferencing-charges", X, "")).isEqualTo("110.00");
    }

    @ParameterizedTest
    @CsvSource({
        "'embedded=Y, adapted=N', PASS",
        "'embedded=Y, always_combined=N', ATTEST",
        "'adapted=Y, always_combined=Y', PASS",
        "'embedded=N, adapted=N', FAIL",
        "'embedded=N', ATTEST",
        "'', ATTEST"
    })
    void theApisAreEmbeddedOrAdapted(String answers, FindingStatus status) {
        var assessed = model("sold_directly=Y", answers).assess();
        assertThat(assessed.status("ACS-35", X)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"EA, PASS", "MCA, PASS", "CSP, AT_RISK", "MOSP, AT_RISK", "EES, ATTEST"})
    void azureHasToBeBoughtThroughACommercialAgreement(String program, FindingStatus status) {
        var assessed = solution("agreement=E1")
                .row(
                        "agreements",
                        "agreement=E1, account=A1, currency=USD, start=2025-01-01, end=2027-12-31, program=" + program)
                .usage("2026-06-10", "1.00", "USD")
                .assess();
        assertThat(assessed.status("ACS-06", X)).isEqualTo(status);
    }

    @Test
    void aPurchaseDrivenByAzureIsForReviewAndAResaleForAPerson() {
        var assessed = solution("resale=Y, own_components=2")
                .usage("2026-06-10", "1.00", "USD")
                .row(
                        "attestations",
                        "clause=ACS-16, subject=solution:X, answer=N, stated_by=R. Holm, stated_on=2026-05-04")
                .assess();
        assertThat(assessed.status("ACS-16", X)).isEqualTo(FindingStatus.AT_RISK);
        assertThat(assessed.status("ACS-26", X)).isEqualTo(FindingStatus.ATTEST);
    }

    @ParameterizedTest
    @CsvSource({
        "access=SOLUTION, PASS",
        "access=GUEST, NOT_APPLICABLE",
        "own_staff=Y, NOT_APPLICABLE",
        "own_staff=N, UNDETERMINED",
        "access=DIRECT_AZURE, FAIL"
    })
    void thirdPartiesStayWithinTheSolution(String party, FindingStatus status) {
        var assessed = solution("")
                .usage("2026-06-10", "1.00", "USD")
                .row("solution_parties", "solution=X, party=T1, " + party)
                .assess();
        assertThat(assessed.status("ACS-42", X + "/party:T1")).isEqualTo(status);
        assertThat(assessed.find("ACS-44", X + "/party:T1").isPresent())
                .isEqualTo(status != FindingStatus.NOT_APPLICABLE);
    }
}
