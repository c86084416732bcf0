import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Writes an Azure cost export of an Enterprise Agreement (schema 2024-08-01, 57 columns) of any number of rows: the same
 * rows for the same number. Prints the sum of the costs per currency, to compare with what is read.
 *
 * <p>48 enrollments, 1,500 subscriptions and 60,000 resources over one year; costs of 2 to 14 decimals, refunds, purchases,
 * tags without braces, quoted commas.
 */
public final class GenerateUsage {
    private static final String HEADER = "InvoiceSectionName,AccountName,AccountOwnerId,SubscriptionId,SubscriptionName,"
            + "ResourceGroup,ResourceLocation,Date,ProductName,MeterCategory,MeterSubCategory,MeterId,MeterName,MeterRegion,"
            + "UnitOfMeasure,Quantity,EffectivePrice,CostInBillingCurrency,CostCenter,ConsumedService,ResourceId,Tags,OfferId,"
            + "AdditionalInfo,ServiceInfo1,ServiceInfo2,ResourceName,ReservationId,ReservationName,UnitPrice,ProductOrderId,"
            + "ProductOrderName,Term,PublisherType,PublisherName,ChargeType,Frequency,PricingModel,AvailabilityZone,"
            + "BillingAccountId,BillingAccountName,BillingCurrencyCode,BillingPeriodStartDate,BillingPeriodEndDate,"
            + "BillingProfileId,BillingProfileName,InvoiceSectionId,IsAzureCreditEligible,PartNumber,PayGPrice,PlanName,"
            + "ServiceFamily,CostAllocationRuleName,benefitId,benefitName,AccountId,ResourceLocationNormalized";
    private static final List<String> CURRENCIES = List.of("USD", "EUR", "GBP", "JPY", "SEK", "CHF");
    private static final List<String> LOCATIONS =
            List.of("westeurope", "northeurope", "eastus", "germanywestcentral", "japaneast", "chinanorth3");
    private static final List<String> METERS =
            List.of("Virtual Machines", "Storage", "Azure App Service", "SQL Database", "Bandwidth", "Azure Monitor");
    private static final int ENROLLMENTS = 48;
    private static final int SUBSCRIPTIONS = 1_500;
    private static final int RESOURCES = 60_000;

    private final SplittableRandom random = new SplittableRandom(20260101);
    private final String[] subscriptions = new String[SUBSCRIPTIONS];
    private final String[] heads = new String[RESOURCES];
    private final String[] middles = new String[RESOURCES];
    private final int[] owners = new int[RESOURCES];
    private final BigDecimal[] prices = new BigDecimal[RESOURCES];

    private GenerateUsage() {
        for (int i = 0; i < SUBSCRIPTIONS; i++) {
            subscriptions[i] = uuid();
        }
        for (int i = 0; i < RESOURCES; i++) {
            resource(i);
        }
    }

    public static void main(String[] arguments) throws IOException {
        int rows = Integer.parseInt(arguments[0].replace("_", ""));
        new GenerateUsage().write(rows, Path.of(arguments[1]));
    }

    private void resource(int i) {
        int subscription = random.nextInt(SUBSCRIPTIONS);
        String id = subscriptions[subscription];
        String location = LOCATIONS.get(random.nextInt(20) == 0 ? 5 : random.nextInt(5));
        String meter = METERS.get(random.nextInt(METERS.size()));
        String group = "rg-" + random.nextInt(400);
        String name = "res-" + Integer.toHexString(i + 0x10000);
        String meterId = uuid();
        owners[i] = subscription;
        prices[i] = BigDecimal.valueOf(random.nextLong(1, 4_000_000), 2 + random.nextInt(7));
        heads[i] = "Unassigned,Operations,owner" + subscription % 90 + "@contoso.example," + id + ",sub-" + subscription + ","
                + group + "," + location + ",";
        String tags = random.nextInt(10) < 4
                ? ""
                : "\"\"\"env\"\": \"\"prod\"\",\"\"app\"\": \"\"app-" + i % 40 + "\"\",\"\"owner\"\": \"\"data, platform\"\"\"";
        middles[i] = "," + "CC" + subscription % 400 + ",Microsoft.Compute,/subscriptions/" + id + "/resourceGroups/" + group
                + "/providers/Microsoft.Compute/virtualMachines/" + name + "," + tags + ",MS-AZR-0017P,,,," + name + ",,,"
                + prices[i].toPlainString() + ",,,";
        heads[i] += "\t" + meter + " - D" + i % 64 + "s v5," + meter + ",\"D, Series\"," + meterId + ",D" + i % 64 + "s v5,EU West,"
                + "1 Hour,";
    }

    private void write(int rows, Path file) throws IOException {
        TreeMap<String, BigDecimal> sums = new TreeMap<>();
        LocalDate first = LocalDate.of(2025, 1, 1);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write('\ufeff');
            out.write(HEADER);
            out.write('\n');
            for (long row = 0; row < rows; row++) {
                LocalDate day = first.plusDays(row * 365 / rows);
                row(out, day, sums);
            }
        }
        sums.forEach((currency, sum) -> System.out.println(currency + " " + sum.stripTrailingZeros().toPlainString()));
    }

    private void row(BufferedWriter out, LocalDate day, TreeMap<String, BigDecimal> sums) throws IOException {
        int i = random.nextInt(RESOURCES);
        int enrollment = owners[i] % ENROLLMENTS;
        String currency = CURRENCIES.get(enrollment % CURRENCIES.size());
        int kind = random.nextInt(1_000);
        BigDecimal quantity = BigDecimal.valueOf(random.nextLong(1, 90_000_000), 6);
        BigDecimal cost = quantity.multiply(prices[i]).setScale(2 + kind % 13, RoundingMode.HALF_UP);
        if (kind < 3) {
            cost = cost.negate();
        }
        String charge = kind < 3 ? "Refund" : kind < 5 ? "Purchase" : "Usage";
        int tab = heads[i].indexOf('\t');
        out.append(heads[i], 0, tab).append(date(day)).append(',').append(heads[i], tab + 1, heads[i].length());
        out.append(quantity.toPlainString()).append(',').append(prices[i].toPlainString()).append(',');
        out.append(cost.toPlainString()).append(middles[i]);
        out.append(kind >= 3 && kind < 5 ? "1 Year," : ",").append(kind > 970 ? "Marketplace,Vendor," : "Azure,Microsoft,");
        out.append(charge).append(charge.equals("Purchase") ? ",Recurring,Reservation,," : ",UsageBased,OnDemand,,");
        String period = date(day.withDayOfMonth(1)) + "," + date(day.withDayOfMonth(day.lengthOfMonth()));
        String number = Integer.toString(5_000_000 + enrollment * 7_919);
        out.append(number).append(",Contoso ").append(Integer.toString(enrollment)).append(',').append(currency).append(',');
        out.append(period).append(',').append(number).append(",Contoso,Unassigned,True,AAD-37090,0.1,,Compute,,,,77,westeurope\n");
        sums.merge(currency, cost, BigDecimal::add);
    }

    private static String date(LocalDate day) {
        return String.format(Locale.ROOT, "%02d/%02d/%04d", day.getMonthValue(), day.getDayOfMonth(), day.getYear());
    }

    private String uuid() {
        return new java.util.UUID(random.nextLong(), random.nextLong()).toString();
    }
}
