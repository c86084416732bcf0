package io.tallybook.intake.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.intake.profiles.ExportFile.Reading;
import io.tallybook.ledger.AzureUsage;
import io.tallybook.ledger.AzureUsage.Funding;
import io.tallybook.ledger.AzureUsage.Publisher;
import io.tallybook.ledger.AzureUsage.SourceType;
import io.tallybook.ledger.Operator;
import io.tallybook.ledger.Reject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports of Azure usage that are no cost exports of Cost Management. */
class OtherExportsTest {
    private static final LocalDate SEP_2 = LocalDate.parse("2026-09-02");

    @TempDir
    Path folder;

    private Reading read(ExportFile file) {
        return ExportFile.read(file.in(folder, "export.csv"));
    }

    @Test
    void aSponsorshipsUsageIsInDollarsAndCoveredByAFreeCredit() {
        Reading reading = read(ExportFile.of("sponsorship")
                .row("SubscriptionGuid", "listed", "Date", "9/2/2026", "Quantity", "2E-06", "Cost", "0.125000"));
        AzureUsage line = reading.line();
        assertThat(reading.recognised().profile()).isEqualTo("azure-sponsorship");
        assertThat(reading.recognised().notices()).anyMatch(notice -> notice.contains("read as USD"));
        assertThat(line.date()).isEqualTo(SEP_2);
        assertThat(line.amount()).isEqualByComparingTo("0.125");
        assertThat(line.currency()).isEqualTo(CurrencyUnit.USD);
        assertThat(line.funding()).isEqualTo(Funding.FREE_CREDIT);
        assertThat(line.account()).isEqualTo("A1");
    }

    @Test
    void dailyRatedUsageBelongsToTheEntitlementAndNotToPartnerCentersSubscription() {
        Reading reading = read(ExportFile.of("daily-rated")
                .row(
                        "SubscriptionId", "partner-center",
                        "EntitlementId", "listed",
                        "UsageDate", "09/02/2026",
                        "BillingPreTaxTotal", "0.00E+00",
                        "BillingCurrency", "EUR",
                        "PublisherName", "Microsoft Corporation",
                        "CustomerId", "T1"));
        AzureUsage line = reading.line();
        assertThat(reading.recognised().profile()).isEqualTo("azure-csp-daily");
        assertThat(line.date()).isEqualTo(SEP_2);
        assertThat(line.subscription()).isEqualTo("listed");
        assertThat(line.consumer()).isEmpty();
        assertThat(line.amount()).isEqualByComparingTo("0");
        assertThat(line.publisher()).isEqualTo(Publisher.MICROSOFT);
        assertThat(line.sourceType()).isEqualTo(SourceType.INVOICE);
    }

    @Test
    void dailyRatedUsageIsKnownWithItsFirstHeaderOverwritten() {
        String text = ExportFile.resource("/headers/daily-rated.csv").replaceFirst("PartnerId", "ss");
        Path file = ExportFile.write(folder.resolve("x.csv"), text.getBytes(StandardCharsets.UTF_8));
        assertThat(ExportFile.read(file).recognised().profile()).isEqualTo("azure-csp-daily");
    }

    @Test
    void usageFromBeforeNewCommerceIsRead() {
        Reading reading = read(ExportFile.of("csp-legacy-usage")
                .row(
                        "SubscriptionID", "listed",
                        "ChargeStartDate", "2/1/2019 0:00",
                        "PretaxCharges", "12.5",
                        "Currency", "EUR"));
        assertThat(reading.recognised().profile()).isEqualTo("azure-csp-legacy");
        assertThat(reading.line().date()).isEqualTo(LocalDate.parse("2019-02-01"));
        assertThat(reading.line().amount()).isEqualByComparingTo("12.5");
    }

    private Path oldPortal() {
        return ExportFile.of("ea-legacy")
                .below("Usage Data Extract\nEnrollment 8611537\n")
                .row(
                        "SubscriptionGuid", "listed",
                        "Date", "09/02/2026",
                        "Month", "9",
                        "Day", "2",
                        "Year", "2026",
                        "Resource Location", "CHINAEAST",
                        "Tags", "{\"app\":\"Shop\"}",
                        "ExtendedCost", "5.6E-05")
                .row("SubscriptionGuid", "unlisted", "Date", "09/13/2026", "ExtendedCost", "12.345678901234567890")
                .in(folder, "detail.csv");
    }

    @Test
    void theOldEnterprisePortalsDetailIsRefusedUntilASettingNamesItsCurrency() {
        Reading reading = ExportFile.read(oldPortal());
        assertThat(reading.recognised().known()).isFalse();
        assertThat(reading.recognised().reason())
                .contains("names no currency: set azure.currency in the job, or export the month again");
    }

    @Test
    void theOldEnterprisePortalsDetailIsReadInTheCurrencyOfTheSettingBelowItsTitles() {
        Reading reading = ExportFile.read(
                oldPortal(), Map.of("azure.currency", "EUR", "azure.account", "A9", "azure.solution-tag", "app"));
        assertThat(reading.recognised().profile()).isEqualTo("azure-ea-legacy");
        assertThat(reading.recognised().headerRow()).isEqualTo(3);
        assertThat(reading.recognised().notices()).anyMatch(notice -> notice.contains("setting azure.currency"));
        assertThat(reading.rejects()).isEmpty();
        assertThat(reading.sums())
                .extracting(sum -> sum.line().currency().getCode() + " "
                        + sum.line().amount().toPlainString() + " " + sum.line().operator() + " "
                        + sum.line().solution() + " " + sum.line().sourceType())
                .containsExactlyInAnyOrder(
                        "EUR 0.000056 _21VIANET Shop EA_REPORT", "EUR 12.34567890123456789 MICROSOFT  EA_REPORT");
    }

    @Test
    void withoutAnAccountTheLinesOfTheOldPortalNeedTheirSubscription() {
        Reading reading = ExportFile.read(oldPortal(), Map.of("azure.currency", "EUR"));
        assertThat(reading.rejects()).extracting(Reject::code).containsExactly("no-account");
    }

    @Test
    void theOldPortalOfAzureInChinaIsReadUnderItsChineseHeaders() {
        Path file = ExportFile.withHeaders("账户所有者", "账户名称", "订阅GUID", "日期", "月", "日", "年", "服务", "已消耗的资源数量", "扩展的成本")
                .below("preamble\n\n")
                .row("订阅GUID", "listed", "日期", "09/02/2026", "扩展的成本", "7.25")
                .in(folder, "detail.csv");
        Reading reading = ExportFile.read(file, Map.of("azure.currency", "CNY"));
        assertThat(reading.recognised().profile()).isEqualTo("azure-ea-legacy-china");
        assertThat(reading.line().operator()).isEqualTo(Operator._21VIANET);
        assertThat(reading.line().currency().getCode()).isEqualTo("CNY");
        assertThat(reading.line().amount()).isEqualByComparingTo("7.25");
    }

    @Test
    void aDownloadOfThreeTablesIsRefusedByName() {
        Path file = ExportFile.write(
                folder.resolve("usage.csv"),
                "Provisioning Status\na,b\n1,2\n\nStatement\na,b\n\nDaily Usage\na,b\n"
                        .getBytes(StandardCharsets.UTF_8));
        Reading reading = ExportFile.read(file);
        assertThat(reading.recognised().known()).isFalse();
        assertThat(reading.recognised().reason()).contains("three tables in one csv");
    }

    @ParameterizedTest
    @CsvSource({"T1, other, T1", "T1, listed, ''"})
    void aPartnersCustomerIsTheConsumerUnlessTheSubscriptionIsListed(
            String customer, String subscription, String consumer) {
        AzureUsage line = ExportFile.read(
                        ExportFile.of("daily-rated")
                                .row(
                                        "EntitlementId", subscription,
                                        "CustomerId", customer,
                                        "UsageDate", "09/02/2026",
                                        "BillingPreTaxTotal", "1",
                                        "BillingCurrency", "EUR",
                                        "PublisherName", "Contoso")
                                .in(folder, "export.csv"),
                        Map.of("azure.account", "A9", "azure.solution-tag", ""))
                .line();
        assertThat(line.consumer()).isEqualTo(consumer);
        assertThat(line.publisher()).isEqualTo(Publisher.MARKETPLACE);
    }
}
