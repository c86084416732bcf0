package io.tallybook.intake.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.intake.profiles.ExportFile.Reading;
import io.tallybook.ledger.AzureUsage;
import io.tallybook.ledger.AzureUsage.ChargeType;
import io.tallybook.ledger.AzureUsage.CostView;
import io.tallybook.ledger.AzureUsage.Publisher;
import io.tallybook.ledger.AzureUsage.ServiceFamily;
import io.tallybook.ledger.AzureUsage.SourceType;
import io.tallybook.ledger.Operator;
import io.tallybook.ledger.YesNo;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CostExportsTest {
    private static final LocalDate SEP_21 = LocalDate.parse("2026-09-21");
    private static final String NO_BRACES = "\"env\": \"prod\",\"app\": \"shop\"";
    private static final String OBJECT = "{\"env\":\"prod\",\"app\":\"shop\"}";

    @TempDir
    Path folder;

    private Reading read(ExportFile file) {
        return ExportFile.read(file.in(folder, "export.csv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ea-2021-01", "ea-2021-10", "ea-2023-12", "ea-2024-08"})
    void anEnterpriseExportOfAnySchemaFrom2021OnFillsEveryColumn(String version) {
        assertEnterpriseLine(read(enterprise(ExportFile.of(version), "CostInBillingCurrency", "BillingCurrencyCode")));
        assertThat(read(ExportFile.of(version)).recognised().profile()).isEqualTo("azure-ea");
    }

    @Test
    void anEnterpriseExportOf2019FillsEveryColumn() {
        Reading reading = read(enterprise(ExportFile.of("ea-2019-10"), "Cost", "BillingCurrency"));
        assertEnterpriseLine(reading);
        assertThat(reading.recognised().profile()).isEqualTo("azure-ea-2019");
    }

    private static ExportFile enterprise(ExportFile file, String amount, String currency) {
        return file.row(
                "Date",
                "09/21/2026",
                amount,
                "-0.008936128506671228287083165",
                currency,
                "EUR",
                "SubscriptionId",
                "listed",
                "BillingAccountId",
                "8611537",
                "PublisherType",
                "Azure",
                "ChargeType",
                "Purchase",
                "Frequency",
                "Recurring",
                "Term",
                "36",
                "ResourceLocation",
                "chinaeast2",
                "Tags",
                NO_BRACES);
    }

    private static void assertEnterpriseLine(Reading reading) {
        AzureUsage line = reading.line();
        assertThat(line.date()).isEqualTo(SEP_21);
        assertThat(line.amount()).isEqualTo(new BigDecimal("-0.008936128506671228287083165"));
        assertThat(line.currency()).isEqualTo(CurrencyUnit.EUR);
        assertThat(line.usdAmount()).isNull();
        assertThat(line.subscription()).isEqualTo("listed");
        assertThat(line.account()).isEqualTo("A1");
        assertThat(line.publisher()).isEqualTo(Publisher.MICROSOFT);
        assertThat(line.chargeType()).isEqualTo(ChargeType.PURCHASE);
        assertThat(line.recurring()).isEqualTo(YesNo.YES);
        assertThat(line.termMonths()).isEqualTo(36);
        assertThat(line.costView()).isEqualTo(CostView.ACTUAL);
        assertThat(line.sourceType()).isEqualTo(SourceType.EA_REPORT);
        assertThat(line.operator()).isEqualTo(Operator._21VIANET);
        assertThat(line.serviceFamily()).isEqualTo(ServiceFamily.AZURE);
        assertThat(line.solution()).isEqualTo("shop");
    }

    @ParameterizedTest
    @CsvSource({
        "Usage, USAGE",
        "Purchase, PURCHASE",
        "UnusedReservation, UNUSED_COMMITMENT",
        "UnusedSavingsPlan, UNUSED_COMMITMENT",
        "Refund, REFUND",
        "RoundingAdjustment, ADJUSTMENT",
        "Tax, TAX"
    })
    void everyChargeTypeOfAnEnterpriseExportIsKnown(String text, ChargeType expected) {
        assertThat(enterpriseWith("ChargeType", text).line().chargeType()).isEqualTo(expected);
    }

    @Test
    void aChargeTypeThatNobodyKnowsIsRejected() {
        assertThat(enterpriseWith("ChargeType", "Gift").rejects())
                .extracting(reject -> reject.code() + " " + reject.column() + " " + reject.found())
                .containsExactly("unknown-code charge_type Gift");
    }

    @ParameterizedTest
    @CsvSource({"Marketplace, MARKETPLACE", "Azure, MICROSOFT", "Microsoft, MICROSOFT", "AWS, MICROSOFT"})
    void onlyMarketplaceIsAnotherPublisher(String text, Publisher expected) {
        assertThat(enterpriseWith("PublisherType", text).line().publisher()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1 Month, 1", "12, 12", "1 Year, 12", "3Years, 36", "P3Y, 36", "5 Years, 60"})
    void aTermIsReadAsMonths(String text, int months) {
        assertThat(enterpriseWith("Term", text).line().termMonths()).isEqualTo(months);
    }

    @ParameterizedTest
    @ValueSource(strings = {"N/A", "NULL", "Unassigned", "Not applicable"})
    void aWordForNothingIsABlank(String nothing) {
        AzureUsage line = ExportFile.read(ExportFile.of("ea-2024-08")
                        .row(
                                "Date", "09/21/2026",
                                "CostInBillingCurrency", "1",
                                "BillingCurrencyCode", "EUR",
                                "SubscriptionId", nothing,
                                "BillingAccountId", "8611537",
                                "Term", nothing,
                                "ChargeType", nothing,
                                "Frequency", nothing,
                                "Tags", nothing)
                        .in(folder, "export.csv"))
                .line();
        assertThat(line.subscription()).isEmpty();
        assertThat(line.termMonths()).isNull();
        assertThat(line.chargeType()).isNull();
        assertThat(line.recurring()).isEqualTo(YesNo.UNKNOWN);
        assertThat(line.account()).isEqualTo("A1");
    }

    private Reading enterpriseWith(String column, String text) {
        return read(ExportFile.of("ea-2024-08")
                .row(
                        "Date",
                        "09/21/2026",
                        "CostInBillingCurrency",
                        "1",
                        "BillingCurrencyCode",
                        "EUR",
                        "BillingAccountId",
                        "8611537",
                        column,
                        text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cost_AmortizedCost.csv", "amortized-2026-09.csv", "part_amortised.csv"})
    void theNameOfTheFileSaysThatCostsAreAmortized(String name) {
        Path file = enterprise(ExportFile.of("ea-2024-08"), "CostInBillingCurrency", "BillingCurrencyCode")
                .in(folder, name);
        assertThat(ExportFile.read(file).line().costView()).isEqualTo(CostView.AMORTIZED);
    }

    @ParameterizedTest
    @CsvSource({
        "mca-2023-12, azure-mca, SubscriptionId, ResourceId",
        "mca-2019-11, azure-mca, subscriptionId, InstanceName",
        "mpa, azure-mpa, SubscriptionId, ResourceId",
        "csp-56, azure-csp, SubscriptionId, ResourceId",
        "csp-52, azure-csp, SubscriptionId, ResourceId"
    })
    void aCustomerOrPartnerExportFillsEveryColumn(
            String version, String profile, String subscription, String resource) {
        Reading reading = read(ExportFile.of(version)
                .row(
                        "date",
                        "09/21/2026",
                        "costInBillingCurrency",
                        "10.5",
                        "costInUsd",
                        "11.25",
                        "billingCurrency",
                        "EUR",
                        subscription,
                        "listed",
                        resource,
                        "/subscriptions/listed/x",
                        "publisherType",
                        "Marketplace",
                        "chargeType",
                        "Refund",
                        "frequency",
                        "OneTime",
                        "term",
                        "12",
                        "resourceLocation",
                        "westeurope",
                        "tags",
                        OBJECT));
        AzureUsage line = reading.line();
        assertThat(reading.recognised().profile()).isEqualTo(profile);
        assertThat(line.date()).isEqualTo(SEP_21);
        assertThat(line.amount()).isEqualByComparingTo("10.5");
        assertThat(line.usdAmount()).isEqualByComparingTo("11.25");
        assertThat(line.currency()).isEqualTo(CurrencyUnit.EUR);
        assertThat(line.subscription()).isEqualTo("listed");
        assertThat(line.account()).isEqualTo("A1");
        assertThat(line.publisher()).isEqualTo(Publisher.MARKETPLACE);
        assertThat(line.chargeType()).isEqualTo(ChargeType.REFUND);
        assertThat(line.recurring()).isEqualTo(YesNo.NO);
        assertThat(line.termMonths()).isEqualTo(12);
        assertThat(line.costView()).isEqualTo(CostView.ACTUAL);
        assertThat(line.sourceType()).isEqualTo(SourceType.ONLINE_USAGE);
        assertThat(line.operator()).isEqualTo(Operator.MICROSOFT);
        assertThat(line.serviceFamily()).isEqualTo(ServiceFamily.AZURE);
        assertThat(line.solution()).isEqualTo("shop");
    }

    @ParameterizedTest
    @CsvSource({"mpa, listed, ''", "mpa, other, T1", "csp-56, listed, ''", "csp-56, other, T1"})
    void thePartnersCustomerIsTheConsumerUnlessTheSubscriptionIsListed(
            String version, String subscription, String consumer) {
        AzureUsage line = ExportFile.read(
                        ExportFile.of(version)
                                .row(
                                        "date", "09/21/2026",
                                        "costInBillingCurrency", "1",
                                        "billingCurrency", "EUR",
                                        "SubscriptionId", subscription,
                                        "customerTenantId", "T1")
                                .in(folder, "export.csv"),
                        java.util.Map.of("azure.account", "A9", "azure.solution-tag", ""))
                .line();
        assertThat(line.consumer()).isEqualTo(consumer);
    }

    @ParameterizedTest
    @CsvSource({
        "payg, SubscriptionGuid, UsageDateTime, PreTaxCost, Currency, ResourceLocation, Tags",
        "payg-camel, subscriptionGuid, usageDateTime, preTaxCost, currency, resourceLocation, tags",
        "payg-german, Abonnement-GUID (SubscriptionGuid), UsageDateTime (UsageDateTime), PreTaxCost (PreTaxCost), Currency, Ressourcenstandort (ResourceLocation), Tags (Tags)"
    })
    void aPayAsYouGoExportFillsEveryColumn(
            String version,
            String subscription,
            String date,
            String amount,
            String currency,
            String location,
            String tags) {
        Reading reading = read(ExportFile.of(version)
                .row(
                        subscription, "listed",
                        date, "2026-09-21 00:00:00",
                        amount, "5.6E-05",
                        currency, "EUR",
                        location, "China North",
                        tags, OBJECT));
        AzureUsage line = reading.line();
        assertThat(reading.recognised().profile()).isEqualTo("azure-payg");
        assertThat(line.date()).isEqualTo(SEP_21);
        assertThat(line.amount()).isEqualByComparingTo("0.000056");
        assertThat(line.currency()).isEqualTo(CurrencyUnit.EUR);
        assertThat(line.subscription()).isEqualTo("listed");
        assertThat(line.publisher()).isEqualTo(Publisher.MICROSOFT);
        assertThat(line.chargeType()).isEqualTo(ChargeType.USAGE);
        assertThat(line.costView()).isEqualTo(CostView.ACTUAL);
        assertThat(line.sourceType()).isEqualTo(SourceType.ACCOUNT_CENTER);
        assertThat(line.operator()).isEqualTo(Operator._21VIANET);
        assertThat(line.serviceFamily()).isEqualTo(ServiceFamily.AZURE);
        assertThat(line.solution()).isEqualTo("shop");
    }

    @ParameterizedTest
    @CsvSource({
        "focus-1.0, 2026-09-21T00:00Z",
        "focus-1.0, 2026-09-21T00:00:00Z",
        "focus-1.2-preview, 2026-09-21T00:00:00Z"
    })
    void aFocusExportFillsEveryColumn(String version, String start) {
        AzureUsage line = focus(
                ExportFile.of(version),
                "ChargePeriodStart",
                start,
                "EffectiveCost",
                "10.5",
                "x_EffectiveCostInUsd",
                "11.25",
                "x_BillingAccountId",
                "8611537",
                "x_CustomerId",
                "T1",
                "x_PublisherCategory",
                "Vendor",
                "CommitmentDiscountStatus",
                "Unused");
        assertThat(line.amount()).isEqualByComparingTo("10.5");
        assertThat(line.usdAmount()).isEqualByComparingTo("11.25");
        assertThat(line.consumer()).isEqualTo("T1");
        assertThat(line.account()).isEqualTo("A1");
        assertThat(line.publisher()).isEqualTo(Publisher.MARKETPLACE);
        assertThat(line.chargeType()).isEqualTo(ChargeType.UNUSED_COMMITMENT);
        assertThat(line.operator()).isEqualTo(Operator._21VIANET);
    }

    @Test
    void theFoundationsSampleHasNoColumnsOfAzuresOwn() {
        AzureUsage line = focus(
                ExportFile.of("focus-foundation"),
                "ChargePeriodStart",
                "2026-09-21 00:00:00",
                "EffectiveCost",
                "10.5",
                "BillingAccountId",
                "8611537",
                "CommitmentDiscountStatus",
                "NULL");
        assertThat(line.usdAmount()).isNull();
        assertThat(line.publisher()).isEqualTo(Publisher.MICROSOFT);
        assertThat(line.chargeType()).isEqualTo(ChargeType.USAGE);
    }

    private AzureUsage focus(ExportFile file, String... cells) {
        String[] shared = {
            "BilledCost", "99",
            "BillingCurrency", "EUR",
            "SubAccountId", "/subscriptions/s1",
            "ChargeCategory", "Usage",
            "ChargeFrequency", "Usage-Based",
            "ProviderName", "Microsoft",
            "RegionId", "chinaeast2",
            "Tags", OBJECT
        };
        String[] all = java.util.stream.Stream.of(shared, cells)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
        Reading reading = read(file.row(all));
        AzureUsage line = reading.line();
        assertThat(reading.recognised().profile()).isEqualTo("focus");
        assertThat(line.date()).isEqualTo(SEP_21);
        assertThat(line.currency()).isEqualTo(CurrencyUnit.EUR);
        assertThat(line.subscription()).isEqualTo("s1");
        assertThat(line.costView()).isEqualTo(CostView.AMORTIZED);
        assertThat(line.sourceType()).isEqualTo(SourceType.ONLINE_USAGE);
        assertThat(line.serviceFamily()).isEqualTo(ServiceFamily.AZURE);
        assertThat(line.solution()).isEqualTo("shop");
        assertThat(line.recurring()).isEqualTo(YesNo.UNKNOWN);
        return line;
    }

    @Test
    void chargesOfOtherCloudsInAFocusFileAreNotAzure() {
        Reading reading = read(ExportFile.of("focus-1.0")
                .row(
                        "ChargePeriodStart", "2026-09-21T00:00Z",
                        "EffectiveCost", "1",
                        "BillingCurrency", "USD",
                        "BillingAccountId", "8611537",
                        "ChargeCategory", "Purchase",
                        "ChargeFrequency", "One-Time",
                        "ProviderName", "AWS"));
        assertThat(reading.line().serviceFamily()).isEqualTo(ServiceFamily.OTHER);
        assertThat(reading.line().recurring()).isEqualTo(YesNo.NO);
    }
}
