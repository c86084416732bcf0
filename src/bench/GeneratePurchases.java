import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;

/**
 * Writes agreements and purchase lines for the benchmark of the support area, the same for the same numbers.
 *
 * <pre>java src/bench/GeneratePurchases.java FOLDER AGREEMENTS LINES_PER_AGREEMENT</pre>
 */
public final class GeneratePurchases {
    private static final String[] CURRENCIES = {"USD", "EUR", "GBP", "JPY", "CHF", "KRW", "SEK", "INR"};
    private static final String[] PROGRAMS = {"EA", "EA", "EA", "EA_SUBSCRIPTION", "SCE", "MPSA", "SELECT_PLUS", "OPEN_VALUE"};
    private static final String[][] PRODUCTS = {
        {"Windows Server Datacenter", "SERVER", "CORE_2_PACK"}, {"SQL Server Enterprise Core", "SERVER", "CORE_2_PACK"},
        {"SQL Server Standard", "SERVER", "CORE_2_PACK"}, {"Core CAL Suite", "CAL", "CAL"}, {"Office Professional Plus", "APPLICATIONS", "DEVICE"},
        {"Windows Enterprise", "SYSTEMS", "DEVICE"}, {"Visio Professional", "APPLICATIONS", "DEVICE"}, {"CIS Suite Datacenter", "SERVER", "CORE_2_PACK"}
    };
    private static final String[] OFFERINGS = {"SA", "SA", "L_SA", "L", "SUBSCRIPTION", "STEP_UP"};

    private GeneratePurchases() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        int agreements = Integer.parseInt(args[1]);
        int lines = Integer.parseInt(args[2]);
        Random random = new Random(20261031);
        try (BufferedWriter units = Files.newBufferedWriter(folder.resolve("agreements.csv"));
                BufferedWriter purchases = Files.newBufferedWriter(folder.resolve("purchases.csv"))) {
            units.write("agreement,account,program,currency,start,end,academic,payment\n");
            purchases.write("agreement,line,order_date,invoice_date,product,pool,offering,order_type,license_model,quantity,amount,"
                    + "sa_amount,currency,coverage_start,coverage_end\n");
            for (int a = 0; a < agreements; a++) {
                String id = String.format("E%07d", a);
                String currency = CURRENCIES[random.nextInt(CURRENCIES.length)];
                LocalDate start = LocalDate.of(2024, 1 + random.nextInt(12), 1);
                LocalDate end = start.plusYears(3).minusDays(1);
                units.write(String.join(",", id, String.format("C%06d", a / 3), PROGRAMS[random.nextInt(PROGRAMS.length)], currency,
                        start.toString(), end.toString(), "N", random.nextInt(4) == 0 ? "SPREAD" : "UPFRONT") + "\n");
                int scale = currency.equals("JPY") || currency.equals("KRW") ? 0 : 2;
                for (int n = 0; n < lines; n++) {
                    String[] product = PRODUCTS[random.nextInt(PRODUCTS.length)];
                    String offering = OFFERINGS[random.nextInt(OFFERINGS.length)];
                    LocalDate day = start.plusDays(random.nextInt(700));
                    boolean returned = random.nextInt(20) == 0;
                    BigDecimal amount = BigDecimal.valueOf(random.nextInt(5_000_000), scale);
                    boolean split = offering.equals("L_SA") || offering.equals("STEP_UP");
                    purchases.write(String.join(",", id, Integer.toString(n + 1), day.toString(), "", product[0], product[1], offering,
                            returned ? "RETURN" : "", product[2], Integer.toString(1 + random.nextInt(200)),
                            amount.toPlainString(), split ? amount.divideToIntegralValue(BigDecimal.valueOf(3)).toPlainString() : "",
                            currency, day.toString(), end.toString()) + "\n");
                }
            }
        }
    }
}
