package io.tallybook.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Azure cost exports as the portals write them: of an Enterprise Agreement in EUR, of a customer agreement in USD, and a
 * FOCUS file in JPY. Each month's last line brings the month to a total in USD that a reader can check.
 */
final class AzureSample {
    private static final DateTimeFormatter MONTH_FIRST = DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.ROOT);

    private static final String EA_HEADERS = "InvoiceSectionName,AccountName,AccountOwnerId,SubscriptionId,"
            + "SubscriptionName,ResourceGroup,ResourceLocation,Date,ProductName,MeterCategory,MeterSubCategory,MeterId,"
            + "MeterName,MeterRegion,UnitOfMeasure,Quantity,EffectivePrice,CostInBillingCurrency,CostCenter,"
            + "ConsumedService,ResourceId,Tags,OfferId,AdditionalInfo,ServiceInfo1,ServiceInfo2,ResourceName,"
            + "ReservationId,ReservationName,UnitPrice,ProductOrderId,ProductOrderName,Term,PublisherType,PublisherName,"
            + "ChargeType,Frequency,PricingModel,AvailabilityZone,BillingAccountId,BillingAccountName,"
            + "BillingCurrencyCode,BillingPeriodStartDate,BillingPeriodEndDate,BillingProfileId,BillingProfileName,"
            + "InvoiceSectionId,IsAzureCreditEligible,PartNumber,PayGPrice,PlanName,ServiceFamily,"
            + "CostAllocationRuleName";

    private static final String MCA_HEADERS = "invoiceId,previousInvoiceId,billingAccountId,billingAccountName,"
            + "billingProfileId,billingProfileName,invoiceSectionId,invoiceSectionName,resellerName,resellerMpnId,"
            + "costCenter,billingPeriodEndDate,billingPeriodStartDate,servicePeriodEndDate,servicePeriodStartDate,date,"
            + "serviceFamily,productOrderId,productOrderName,consumedService,meterId,meterName,meterCategory,"
            + "meterSubCategory,meterRegion,ProductId,ProductName,SubscriptionId,subscriptionName,publisherType,"
            + "publisherId,publisherName,resourceGroupName,ResourceId,resourceLocation,location,effectivePrice,quantity,"
            + "unitOfMeasure,chargeType,billingCurrency,pricingCurrency,costInBillingCurrency,costInPricingCurrency,"
            + "costInUsd,paygCostInBillingCurrency,paygCostInUsd,exchangeRatePricingToBilling,exchangeRateDate,"
            + "isAzureCreditEligible,serviceInfo1,serviceInfo2,additionalInfo,tags,PayGPrice,frequency,term,"
            + "reservationId,reservationName,pricingModel,unitPrice,costAllocationRuleName,benefitId,benefitName,provider";

    private static final String FOCUS_HEADERS = "BilledCost,BillingAccountId,BillingAccountName,BillingAccountType,"
            + "BillingCurrency,BillingPeriodEnd,BillingPeriodStart,ChargeCategory,ChargeClass,ChargeDescription,"
            + "ChargeFrequency,ChargePeriodEnd,ChargePeriodStart,CommitmentDiscountId,CommitmentDiscountStatus,"
            + "ConsumedQuantity,ConsumedUnit,ContractedCost,EffectiveCost,InvoiceIssuerName,ListCost,PricingQuantity,"
            + "PricingUnit,ProviderName,PublisherName,RegionId,RegionName,ResourceId,ResourceName,ResourceType,"
            + "ServiceCategory,ServiceName,SkuId,SkuPriceId,SubAccountId,SubAccountName,SubAccountType,Tags,"
            + "x_BillingAccountId,x_EffectiveCostInUsd,x_PublisherCategory,x_SkuMeterId";

    private static final String NORDWIND_SHOP = "3f6b0c1e-5a40-4d0b-9d1f-0d5d2a1c7e01";
    private static final String NORDWIND_DATA = "8a27c9b4-77e2-4c53-b1b6-5f0c6d2e9a02";
    private static final String KAWABE_PLANT = "c41d7e90-2b8f-4f6a-8c35-91e0b7a4d303";
    private static final String HARBORLINE_LANES = "e05a3d72-6c19-4b8e-a7f4-2d9b8c6f1404";
    private static final String HARBORLINE_OFFICE = "19b7f6c8-d3a5-4e21-9f80-6ae4c5d07b05";

    private final SampleRates rates;

    AzureSample(SampleRates rates) {
        this.rates = rates;
    }

    static String subscriptions() {
        return String.join(
                "\n",
                "subscription,account,name,operator,channel,agreement,consumer,solution",
                NORDWIND_SHOP + ",A-1001,nordwind-shop,MICROSOFT,EA,68200417,,",
                NORDWIND_DATA + ",A-1001,nordwind-data,MICROSOFT,EA,68200417,,",
                KAWABE_PLANT + ",A-1003,kawabe-plant,MICROSOFT,MCA,MCA-0093,,",
                HARBORLINE_LANES + ",A-1004,harborline-lanes,MICROSOFT,MCA,MCA-7718,,LANETRACK",
                HARBORLINE_OFFICE + ",A-1004,harborline-office,MICROSOFT,MCA,MCA-7718,,",
                "");
    }

    static String exports() {
        return """
                account,from_month,to_month
                A-1001,2026-06,2026-10
                A-1003,2026-07,2026-10
                A-1004,2026-06,2026-10
                """;
    }

    /** June to October; September ends two cents below USD 1,000. */
    String nordwind() {
        CostExport export = new CostExport("\ufeff", "\r\n", EA_HEADERS);
        List<String> totals = List.of("1131.40", "1004.17", "1000.02", "999.98", "1208.55");
        for (int i = 0; i < totals.size(); i++) {
            YearMonth month = YearMonth.of(2026, 6 + i);
            BigDecimal usd = BigDecimal.ZERO;
            for (int day = 3; day <= 24; day += 7) {
                BigDecimal cost = new BigDecimal("88.41703125")
                        .add(new BigDecimal("3.07250000").multiply(BigDecimal.valueOf(day % 5L)));
                usd = usd.add(cost.multiply(rates.usd(month.atDay(day))));
                export.line(ea(month.atDay(day), NORDWIND_SHOP, "Virtual Machines", cost, "Azure"));
                BigDecimal stored = new BigDecimal("21.900415");
                usd = usd.add(stored.multiply(rates.usd(month.atDay(day))));
                export.line(ea(month.atDay(day), NORDWIND_DATA, "Storage", stored, "Azure"));
            }
            // A third party's charge is in the export, and in no total.
            export.line(ea(month.atDay(15), NORDWIND_SHOP, "SaaS", new BigDecimal("149.00"), "Marketplace"));
            LocalDate last = month.atDay(28);
            BigDecimal rest = new BigDecimal(totals.get(i)).subtract(usd);
            export.line(ea(
                    last,
                    NORDWIND_DATA,
                    "SQL Database",
                    rest.divide(rates.usd(last), 16, RoundingMode.UNNECESSARY).stripTrailingZeros(),
                    "Azure"));
        }
        return export.csv();
    }

    private static Map<String, String> ea(
            LocalDate date, String subscription, String service, BigDecimal cost, String publisher) {
        boolean shop = subscription.equals(NORDWIND_SHOP);
        String name = shop ? "nordwind-shop" : "nordwind-data";
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("InvoiceSectionName", "Nordwind IT");
        cells.put("AccountName", "Nordwind Cloud");
        cells.put("AccountOwnerId", "cloud@nordwind.example");
        cells.put("SubscriptionId", subscription);
        cells.put("SubscriptionName", name);
        cells.put("ResourceGroup", "rg-" + name);
        cells.put("ResourceLocation", "germanywestcentral");
        cells.put("Date", date.format(MONTH_FIRST));
        cells.put("MeterCategory", service);
        cells.put("ProductName", service + " - DE West Central");
        cells.put("MeterRegion", "DE West Central");
        cells.put("Quantity", "1");
        cells.put("EffectivePrice", cost.toPlainString());
        cells.put("CostInBillingCurrency", cost.toPlainString());
        cells.put("UnitPrice", cost.toPlainString());
        cells.put(
                "ResourceId",
                "/subscriptions/" + subscription + "/resourceGroups/rg-" + name + "/providers/x/" + service);
        cells.put("Tags", "\"env\": \"prod\",\"cost-owner\": \"" + (shop ? "E-Commerce" : "Daten & Analytik") + "\"");
        cells.put("OfferId", "MS-AZR-0017P");
        cells.put("PublisherType", publisher);
        cells.put("PublisherName", publisher.equals("Azure") ? "Microsoft" : "Felsenmeer Software");
        cells.put("ChargeType", "Usage");
        cells.put("Frequency", "UsageBased");
        cells.put("PricingModel", "OnDemand");
        cells.put("BillingAccountId", "68200417");
        cells.put("BillingAccountName", "Nordwind GmbH");
        cells.put("BillingCurrencyCode", "EUR");
        cells.put("BillingPeriodStartDate", date.withDayOfMonth(1).format(MONTH_FIRST));
        cells.put("BillingPeriodEndDate", YearMonth.from(date).atEndOfMonth().format(MONTH_FIRST));
        cells.put("BillingProfileId", "68200417");
        cells.put("BillingProfileName", "Nordwind GmbH");
        cells.put("IsAzureCreditEligible", "True");
        cells.put("PartNumber", "AAD-11223");
        return cells;
    }

    /** July to October; August comes to exactly USD 1,000, October stays below. */
    String kawabe() {
        CostExport export = new CostExport("", "\n", FOCUS_HEADERS);
        List<String> totals = List.of("1002.40", "1000.00", "1017.35", "985.12");
        for (int i = 0; i < totals.size(); i++) {
            YearMonth month = YearMonth.of(2026, 7 + i);
            BigDecimal rest = new BigDecimal(totals.get(i));
            for (int day = 2; day <= 20; day += 6) {
                BigDecimal usd = new BigDecimal("207.135").add(BigDecimal.valueOf(day, 1));
                rest = rest.subtract(usd);
                export.line(focus(month.atDay(day), "Virtual Machines", "Compute", usd));
            }
            export.line(focus(month.atDay(27), "Azure IoT Hub", "Internet of Things", rest));
        }
        return export.csv();
    }

    private static Map<String, String> focus(LocalDate date, String service, String category, BigDecimal usd) {
        String yen = usd.multiply(new BigDecimal("147.25")).toPlainString();
        YearMonth month = YearMonth.from(date);
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("BilledCost", yen);
        cells.put("BillingAccountId", "/providers/Microsoft.Billing/billingAccounts/5d9f:0093_2019-05-31");
        cells.put("BillingAccountName", "Kawabe Seimitsu K.K.");
        cells.put("BillingAccountType", "Billing Profile");
        cells.put("BillingCurrency", "JPY");
        cells.put("BillingPeriodEnd", month.plusMonths(1).atDay(1) + "T00:00:00Z");
        cells.put("BillingPeriodStart", month.atDay(1) + "T00:00:00Z");
        cells.put("ChargeCategory", "Usage");
        cells.put("ChargeFrequency", "Usage-Based");
        cells.put("ChargePeriodEnd", date.plusDays(1) + "T00:00:00Z");
        cells.put("ChargePeriodStart", date + "T00:00:00Z");
        cells.put("ContractedCost", yen);
        cells.put("EffectiveCost", yen);
        cells.put("InvoiceIssuerName", "Microsoft");
        cells.put("ListCost", yen);
        cells.put("ProviderName", "Microsoft");
        cells.put("PublisherName", "Microsoft");
        cells.put("RegionId", "japaneast");
        cells.put("RegionName", "Japan East");
        cells.put("ServiceCategory", category);
        cells.put("ServiceName", service);
        cells.put("SubAccountId", "/subscriptions/" + KAWABE_PLANT);
        cells.put("SubAccountName", "kawabe-plant");
        cells.put("SubAccountType", "Subscription");
        cells.put("Tags", "{\"line\":\"工場2\"}");
        cells.put("x_EffectiveCostInUsd", usd.toPlainString());
        cells.put("x_PublisherCategory", "Cloud Provider");
        return cells;
    }

    /** June to October, well above USD 1,000; most of it serves one solution. */
    String harborline() {
        CostExport export = new CostExport("\ufeff", "\r\n", MCA_HEADERS);
        for (int month = 6; month <= 10; month++) {
            for (int day = 1; day <= 28; day += 3) {
                LocalDate date = LocalDate.of(2026, month, day);
                BigDecimal lanes = new BigDecimal("141.3325").add(BigDecimal.valueOf(month * 7L + day, 2));
                export.line(mca(date, HARBORLINE_LANES, "Azure Kubernetes Service", lanes, "Usage"));
                if (day % 2 == 1) {
                    export.line(mca(date, HARBORLINE_OFFICE, "Storage", new BigDecimal("38.0975"), "Usage"));
                }
            }
            LocalDate end = LocalDate.of(2026, month, 29);
            export.line(mca(end, HARBORLINE_OFFICE, "Storage", new BigDecimal("-12.50"), "Refund"));
        }
        return export.csv();
    }

    private static Map<String, String> mca(
            LocalDate date, String subscription, String service, BigDecimal cost, String chargeType) {
        boolean lanes = subscription.equals(HARBORLINE_LANES);
        String name = lanes ? "harborline-lanes" : "harborline-office";
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("invoiceId", "G0" + date.getMonthValue() + "7718004");
        cells.put("billingAccountId", "7718c0de:5d1b2f_2019-05-31");
        cells.put("billingAccountName", "Harborline Freight Inc.");
        cells.put("billingProfileId", "HL-BP-01");
        cells.put("billingProfileName", "Harborline");
        cells.put("invoiceSectionName", "Operations");
        cells.put("billingPeriodEndDate", YearMonth.from(date).atEndOfMonth().format(MONTH_FIRST));
        cells.put("billingPeriodStartDate", date.withDayOfMonth(1).format(MONTH_FIRST));
        cells.put("servicePeriodEndDate", date.format(MONTH_FIRST));
        cells.put("servicePeriodStartDate", date.format(MONTH_FIRST));
        cells.put("date", date.format(MONTH_FIRST));
        cells.put("meterCategory", service);
        cells.put("ProductName", service);
        cells.put("SubscriptionId", subscription);
        cells.put("subscriptionName", name);
        cells.put("publisherType", "Microsoft");
        cells.put("publisherName", "Microsoft");
        cells.put("resourceGroupName", "rg-" + name);
        cells.put("resourceLocation", "eastus");
        cells.put("quantity", "1");
        cells.put("chargeType", chargeType);
        cells.put("billingCurrency", "USD");
        cells.put("pricingCurrency", "USD");
        cells.put("costInBillingCurrency", cost.toPlainString());
        cells.put("costInPricingCurrency", cost.toPlainString());
        cells.put("costInUsd", cost.toPlainString());
        cells.put("exchangeRatePricingToBilling", "1");
        cells.put("exchangeRateDate", date.withDayOfMonth(1).format(MONTH_FIRST));
        cells.put("tags", lanes ? "{\"solution\":\"LANETRACK\",\"env\":\"prod\"}" : "");
        cells.put("frequency", "UsageBased");
        cells.put("pricingModel", "OnDemand");
        cells.put("provider", "Azure");
        return cells;
    }
}
