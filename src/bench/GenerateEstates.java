import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;

/**
 * Writes estates for the benchmark of the deployment area, the same for the same numbers: instances of which one in five is a
 * backup with a log of its runs, and licenses with a history of assignments.
 *
 * <pre>java src/bench/GenerateEstates.java FOLDER INSTANCES RUNS ASSIGNMENTS</pre>
 *
 * <p>The benchmark is {@code 200000 1000000 500000}: 2,000 accounts of 100 instances.
 */
public final class GenerateEstates {
    private static final int INSTANCES_OF_AN_ACCOUNT = 100;
    private static final int SERVERS_OF_AN_ACCOUNT = 20;
    private static final int LICENSES_OF_AN_ACCOUNT = 50;
    private static final int BACKUPS = 5;
    private static final String[] PRODUCTS = {"SQL Server", "SQL Server", "Windows Server", "Exchange Server"};
    private static final String[] METRICS = {"CORE", "CORE", "CORE", "SERVER"};
    private static final String[] REASONS = {"TEST", "TEST", "TEST", "DISASTER", "TRANSFER", "OTHER"};
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 1000;

    private final Random random = new Random(20261122);
    private final Path folder;
    private final int accounts;

    private GenerateEstates(Path folder, int accounts) {
        this.folder = folder;
        this.accounts = accounts;
    }

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        int instances = Integer.parseInt(args[1]);
        GenerateEstates estates = new GenerateEstates(folder, instances / INSTANCES_OF_AN_ACCOUNT);
        estates.masters();
        estates.instances();
        estates.runs(Integer.parseInt(args[2]));
        estates.assignments(Integer.parseInt(args[3]));
    }

    private BufferedWriter table(String name, String header) throws IOException {
        BufferedWriter table = Files.newBufferedWriter(folder.resolve(name + ".csv"));
        table.write(header + "\n");
        return table;
    }

    private static String id(String kind, int account, int number) {
        return String.format("%s%05d-%03d", kind, account, number);
    }

    private static String account(int account) {
        return String.format("C%05d", account);
    }

    private String day() {
        return FIRST_DAY.plusDays(random.nextInt(DAYS)).toString();
    }

    private void masters() throws IOException {
        try (BufferedWriter names = table("accounts", "account");
                BufferedWriter servers = table("servers", "server,account,location,farm,purpose,processors,physical_cores");
                BufferedWriter outages = table("outages", "outage,server,start,end");
                BufferedWriter licenses = table(
                        "licenses",
                        "license,account,product,metric,quantity,sa_start,sa_end,license_mobility,dr_eligible")) {
            for (int a = 0; a < accounts; a++) {
                names.write(account(a) + "\n");
                for (int s = 0; s < SERVERS_OF_AN_ACCOUNT; s++) {
                    boolean recovers = s % BACKUPS == 0;
                    String location = recovers || random.nextInt(3) > 0 ? "OWN" : "AZURE";
                    servers.write(String.join(",", id("S", a, s), account(a), location, "F" + random.nextInt(3),
                            recovers ? "DISASTER_RECOVERY" : "PRODUCTION", "2", "32") + "\n");
                    if (!recovers) {
                        String day = day();
                        outages.write(String.join(",", id("O", a, s), id("S", a, s), day + "T04:00", day + "T22:00") + "\n");
                    }
                }
                for (int l = 0; l < LICENSES_OF_AN_ACCOUNT; l++) {
                    int product = random.nextInt(PRODUCTS.length);
                    licenses.write(String.join(",", id("L", a, l), account(a), PRODUCTS[product], METRICS[product],
                            Integer.toString(4 + random.nextInt(60)), "2024-01-01", "2026-12-31",
                            product == 2 ? "" : "Y", "Y") + "\n");
                }
            }
        }
    }

    private static boolean isBackup(int instance) {
        return instance % BACKUPS == 0;
    }

    private void instances() throws IOException {
        try (BufferedWriter table = table(
                "instances", "instance,account,server,product,role,protects,license,virtual_cores,deployed")) {
            for (int a = 0; a < accounts; a++) {
                for (int i = 0; i < INSTANCES_OF_AN_ACCOUNT; i++) {
                    // A backup stands on a recovery server and protects the instance behind it.
                    int server = isBackup(i) ? i % SERVERS_OF_AN_ACCOUNT / BACKUPS * BACKUPS : i % SERVERS_OF_AN_ACCOUNT;
                    table.write(String.join(",", id("I", a, i), account(a), id("S", a, server), "SQL Server",
                            isBackup(i) ? "BACKUP" : "PRODUCTION", isBackup(i) ? id("I", a, i + 1) : "",
                            isBackup(i) ? "" : id("L", a, i / 2), Integer.toString(2 + random.nextInt(14)), "2024-01-01") + "\n");
                }
            }
        }
    }

    private void runs(int count) throws IOException {
        int backups = accounts * INSTANCES_OF_AN_ACCOUNT / BACKUPS;
        try (BufferedWriter table = table("backup_runs", "run,instance,start,end,reason")) {
            for (int r = 0; r < count; r++) {
                int backup = (int) ((long) r * backups / count) * BACKUPS;
                String day = day();
                table.write(String.join(",", "R" + r, id("I", backup / INSTANCES_OF_AN_ACCOUNT, backup % INSTANCES_OF_AN_ACCOUNT),
                        day + "T08:00", day + "T" + (9 + random.nextInt(10) + 1) + ":30", REASONS[random.nextInt(REASONS.length)])
                        + "\n");
            }
        }
    }

    private void assignments(int count) throws IOException {
        int licenses = accounts * LICENSES_OF_AN_ACCOUNT;
        int each = Math.max(1, count / licenses);
        try (BufferedWriter table = table("assignments", "license,server,assigned,released,reason")) {
            for (int l = 0; l < licenses; l++) {
                int account = l / LICENSES_OF_AN_ACCOUNT;
                LocalDate day = FIRST_DAY.plusDays(random.nextInt(90));
                for (int n = 0; n < each; n++) {
                    LocalDate next = day.plusDays(30 + random.nextInt(150));
                    table.write(String.join(",", id("L", account, l % LICENSES_OF_AN_ACCOUNT),
                            id("S", account, random.nextInt(SERVERS_OF_AN_ACCOUNT)), day.toString(),
                            n + 1 < each ? next.toString() : "", n == 0 ? "INITIAL" : "MOVE") + "\n");
                    day = next;
                }
            }
        }
    }
}
