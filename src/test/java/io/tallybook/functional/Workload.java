package io.tallybook.functional;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;

/**
 * Inputs that take a few seconds: 60,000 purchase lines of 2,000 agreements of 200 accounts in csv files and workbooks, and
 * Azure usage of both kinds that the program reads, kept line by line and summed. The same seed gives the same bytes of rows.
 */
final class Workload {
    static final int ACCOUNTS = 200;
    static final int AGREEMENTS = 2_000;
    static final int PURCHASES = 60_000;
    static final int USAGE = 20_000;

    /** Rows that are refused: every 1,000th purchase has a day that no calendar has. */
    static final int WRONG = PURCHASES / 1_000;

    private static final String[] CURRENCIES = {"USD", "EUR", "GBP", "JPY", "CHF"};
    private static final String[] PRODUCTS = {
        "SQL Server Standard", "Windows Server Datacenter", "Office Professional Plus"
    };
    private static final String[] POOLS = {"SERVER", "SYSTEMS", "APPLICATIONS"};

    private final Random random;

    private Workload(long seed) {
        this.random = new Random(seed);
    }

    /** Writes all files and returns their number of data rows. */
    static int write(Path folder, long seed) throws IOException {
        Files.createDirectories(folder);
        Workload workload = new Workload(seed);
        workload.masters(folder);
        for (int file = 0; file < 4; file++) {
            workload.purchases(folder, file);
        }
        workload.usage(folder);
        workload.export(folder);
        return ACCOUNTS + AGREEMENTS + ACCOUNTS + PURCHASES + 2 * USAGE;
    }

    private void masters(Path folder) throws IOException {
        try (Writer out = Files.newBufferedWriter(folder.resolve("accounts.csv"))) {
            out.write("account,name,country\n");
            for (int i = 0; i < ACCOUNTS; i++) {
                out.write("A" + i + ",Customer " + i + ",DE\n");
            }
        }
        try (Writer out = Files.newBufferedWriter(folder.resolve("agreements.csv"))) {
            out.write("agreement,account,program,currency,start,end\n");
            for (int i = 0; i < AGREEMENTS; i++) {
                out.write("E" + i + ",A" + i % ACCOUNTS + ",EA," + CURRENCIES[i % CURRENCIES.length]
                        + ",2024-01-01,2026-12-31\n");
            }
        }
        try (Writer out = Files.newBufferedWriter(folder.resolve("azure_subscriptions.csv"))) {
            out.write("subscription,account,operator\n");
            for (int i = 0; i < ACCOUNTS; i++) {
                out.write("S" + i + ",A" + i + ",MICROSOFT\n");
            }
        }
    }

    /** Two csv files and two workbooks; each has its part of the lines of all agreements. */
    private void purchases(Path folder, int file) throws IOException {
        String header =
                "agreement,line,order_date,product,pool,offering,quantity,amount,currency,coverage_start,coverage_end";
        if (file % 2 == 0) {
            try (Writer out = Files.newBufferedWriter(folder.resolve("purchases-" + (2023 + file) + ".csv"))) {
                out.write(header + "\n");
                for (int i = file; i < PURCHASES; i += 4) {
                    out.write(String.join(",", purchase(i)) + "\n");
                }
            }
        } else {
            RawWorkbook.write(folder.resolve("orders " + file + ".xlsx"), "Purchases", out -> {
                row(out, 1, header.split(",", -1));
                int row = 2;
                for (int i = file; i < PURCHASES; i += 4) {
                    row(out, row++, purchase(i));
                }
            });
        }
    }

    private String[] purchase(int i) {
        int agreement = i % AGREEMENTS;
        LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1_000));
        int kind = random.nextInt(PRODUCTS.length);
        String currency = CURRENCIES[agreement % CURRENCIES.length];
        int scale = currency.equals("JPY") ? 0 : 2;
        return new String[] {
            "E" + agreement,
            Integer.toString(i),
            i % 1_000 == 999 ? "2025-02-30" : day.toString(),
            PRODUCTS[kind],
            POOLS[kind],
            random.nextInt(3) == 0 ? "L" : "SA",
            Integer.toString(1 + random.nextInt(50)),
            BigDecimal.valueOf(random.nextInt(5_000_000), scale).toPlainString(),
            currency,
            day.toString(),
            "2026-12-31"
        };
    }

    private static void row(OutputStream out, int row, String[] cells) throws IOException {
        StringBuilder xml = new StringBuilder("<row r='").append(row).append("'>");
        for (int c = 0; c < cells.length; c++) {
            xml.append("<c r='")
                    .append((char) ('A' + c))
                    .append(row)
                    .append("' t='inlineStr'><is><t>")
                    .append(cells[c])
                    .append("</t></is></c>");
        }
        out.write(xml.append("</row>").toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Our own columns: kept line by line. */
    private void usage(Path folder) throws IOException {
        try (Writer out = Files.newBufferedWriter(folder.resolve("azure_usage.csv"))) {
            out.write("line,date,amount,currency,subscription\n");
            for (int i = 0; i < USAGE; i++) {
                out.write(
                        "U" + i + "," + usageDay() + "," + usageAmount() + ",USD,S" + random.nextInt(ACCOUNTS) + "\n");
            }
        }
    }

    /** The columns of an Enterprise Agreement's export: summed while it is read. */
    private void export(Path folder) throws IOException {
        try (Writer out = Files.newBufferedWriter(folder.resolve("cost details.csv"))) {
            out.write("InvoiceSectionName,CostInBillingCurrency,BillingCurrencyCode,AccountOwnerId,Date,SubscriptionId,"
                    + "BillingAccountId,ChargeType,PublisherType,MeterCategory\n");
            for (int i = 0; i < USAGE; i++) {
                LocalDate day = usageDay();
                out.write("Section," + usageAmount() + ",USD,owner@example.com,"
                        + String.format(
                                Locale.ROOT, "%02d/%02d/%d", day.getMonthValue(), day.getDayOfMonth(), day.getYear())
                        + ",S"
                        + random.nextInt(ACCOUNTS) + ",E" + random.nextInt(AGREEMENTS) + ",Usage,Azure,Storage\n");
            }
        }
    }

    private LocalDate usageDay() {
        return LocalDate.of(2026, 7, 1).plusDays(random.nextInt(123));
    }

    private String usageAmount() {
        return BigDecimal.valueOf(random.nextInt(1_000_000_000), 7).toPlainString();
    }
}
