package io.tallybook.analysis.deployment;

import io.tallybook.analysis.Sources;
import io.tallybook.analysis.deployment.AccessLicenses.Coverage;
import io.tallybook.ledger.Assignment;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Instance;
import io.tallybook.ledger.License;
import io.tallybook.ledger.License.Metric;
import io.tallybook.ledger.Server;
import io.tallybook.ledger.Server.Location;
import io.tallybook.ledger.SupportCase;
import io.tallybook.ledger.YesNo;
import io.tallybook.result.Figure;
import io.tallybook.result.FigureState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Says of servers whether Extended Security Updates cover them, and whether they qualify for support (SA-ESU-02, -04, -15, -17, -18). */
final class EsuServerResults {
    private final Estate estate;
    private final DeploymentResults results;
    private final List<UpdateRow> rows;
    private final Map<String, List<UpdateRow>> byServer = new LinkedHashMap<>();
    private final Map<String, List<Entry<Assignment>>> assignments;
    private final AccessLicenses access;

    EsuServerResults(Estate estate, DeploymentResults results) {
        this.estate = estate;
        this.results = results;
        rows = UpdateRow.of(estate).stream().filter(row -> !row.isHosted()).toList();
        rows.forEach(row -> byServer.computeIfAbsent(row.record().server(), id -> new ArrayList<>())
                .add(row));
        assignments = rows.isEmpty()
                ? Map.of()
                : Estate.grouped(
                        estate.upToDate(Assignment.class, Assignment::assigned).stream()
                                .filter(this::isAssigned)
                                .toList(),
                        Assignment::server);
        access = new AccessLicenses(estate);
    }

    private boolean isAssigned(Entry<Assignment> entry) {
        LocalDate released = entry.record().released();
        return released == null || released.isAfter(estate.asOf());
    }

    void write() {
        Set<String> servers = new LinkedHashSet<>(byServer.keySet());
        estate.all(Server.class).stream()
                .map(entry -> entry.record().server())
                .filter(this::isOnAzureStack)
                .forEach(servers::add);
        for (String server : servers) {
            List<UpdateRow> mine = byServer.getOrDefault(server, List.of());
            List<UpdateRow> active = mine.stream()
                    .filter(row -> row.isOfServer() && row.isActive(estate.asOf()))
                    .toList();
            quantities(server, active);
            accessLicenses(server, active);
            qualifies(server, mine);
        }
        cases();
    }

    private boolean isOnAzureStack(String server) {
        return estate.hosting().isAt(server, Location.AZURE_STACK);
    }

    private static Figure.Builder dimension(Figure.Builder figure, ProductFamily family) {
        return figure.dimension(family.name());
    }

    private static ProductFamily family(NamedProduct product) {
        return switch (product.family()) {
            case WINDOWS_SERVER, SQL_SERVER, WINDOWS_7 -> product.family();
            case SYSTEM_CENTER, OTHER -> ProductFamily.OTHER;
        };
    }

    private void quantities(String server, List<UpdateRow> active) {
        Map<ProductFamily, List<UpdateRow>> byFamily = new EnumMap<>(ProductFamily.class);
        active.forEach(row -> byFamily.computeIfAbsent(family(row.product()), family -> new ArrayList<>())
                .add(row));
        List<Entry<Instance>> free = new ArrayList<>();
        if (isOnAzureStack(server)) {
            for (Entry<Instance> instance : estate.instancesOn(server)) {
                NamedProduct product = estate.product(instance.record().product());
                if (estate.rules().isFreeOnAzureStack(product)) {
                    byFamily.computeIfAbsent(family(product), family -> new ArrayList<>());
                    free.add(instance);
                }
            }
        }
        Grounds grounds = new Grounds();
        byFamily.forEach((family, mine) -> {
            List<Entry<?>> entries =
                    new ArrayList<>(mine.stream().map(UpdateRow::entry).toList());
            if (entries.isEmpty()) {
                entries.addAll(free);
            }
            grounds.from(entries);
            quantity(server, family, mine, entries, grounds);
        });
        if (!byFamily.isEmpty()) {
            results.find(
                    "SA-ESU-02",
                    "server:" + server,
                    grounds.orPass("All licenses assigned to server " + server + " are covered."));
        }
    }

    private void quantity(
            String server, ProductFamily family, List<UpdateRow> mine, List<Entry<?>> entries, Grounds grounds) {
        String subject = "server:" + server;
        Figure.Builder figure = dimension(results.figure("esu.required", subject), family);
        Required required = required(server, family, mine, figure);
        BigDecimal covered = mine.stream().map(row -> row.record().quantity()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal lacking = required.licenses().subtract(covered).max(BigDecimal.ZERO);
        List<Entry<?>> sources = new ArrayList<>(required.assignments());
        sources.addAll(entries);
        boolean known = required.missing().isEmpty();
        results.add(
                (known ? figure.known(AccessLicenses.plain(required.licenses())) : figure.unknown(required.missing()))
                        .sources(Sources.of(sources)));
        results.add(dimension(results.figure("esu.covered", subject), family)
                .known(AccessLicenses.plain(covered))
                .work("active on " + estate.asOf() + ", rows", Integer.toString(mine.size()))
                .sources(Sources.of(entries)));
        Figure.Builder shortfall =
                dimension(results.figure("esu.shortfall", subject), family).sources(Sources.of(sources));
        results.add(
                known
                        ? shortfall
                                .known(AccessLicenses.plain(lacking))
                                .work("required", AccessLicenses.plain(required.licenses()), "licenses")
                                .work("covered", AccessLicenses.plain(covered), "licenses")
                        : shortfall.unknown(required.missing()));
        if (!known) {
            grounds.open(family + ": " + required.missing());
        } else if (lacking.signum() > 0) {
            grounds.fail(family + ": " + AccessLicenses.plain(required.licenses()) + " licenses are required and "
                    + AccessLicenses.plain(covered) + " covered, " + AccessLicenses.plain(lacking) + " short");
        }
    }

    /** Licenses that have to be covered, or why that is not known. */
    private record Required(BigDecimal licenses, String missing, List<Entry<Assignment>> assignments) {}

    private Required required(String server, ProductFamily family, List<UpdateRow> mine, Figure.Builder figure) {
        if (isOnAzureStack(server) && family != ProductFamily.OTHER) {
            figure.work("nothing has to be bought on Azure Stack", "0", "licenses");
            return new Required(BigDecimal.ZERO, "", List.of());
        }
        Map<String, NamedProduct> products = new TreeMap<>();
        mine.forEach(row -> products.put(row.product().kind(), row.product()));
        BigDecimal sum = BigDecimal.ZERO;
        List<Entry<Assignment>> counted = new ArrayList<>();
        for (NamedProduct product : products.values()) {
            Required one = required(server, product, figure);
            if (!one.missing().isEmpty()) {
                return one;
            }
            sum = sum.add(one.licenses());
            counted.addAll(one.assignments());
        }
        return new Required(sum, "", counted);
    }

    private Required required(String server, NamedProduct product, Figure.Builder figure) {
        List<Entry<Assignment>> counted = new ArrayList<>();
        Map<Metric, BigDecimal> byMetric = new EnumMap<>(Metric.class);
        for (Entry<Assignment> entry : assignments.getOrDefault(server, List.of())) {
            Entry<License> license = estate.license(entry.record().license());
            if (license != null
                    && estate.product(license.record().product()).isSameAs(product)
                    && (license.record().metric() == Metric.CORE
                            || license.record().metric() == Metric.SERVER)) {
                BigDecimal part = entry.record().quantity();
                byMetric.merge(
                        license.record().metric(),
                        part == null ? license.record().quantity() : part,
                        BigDecimal::add);
                counted.add(entry);
            }
        }
        if (byMetric.size() != 1) {
            return new Required(
                    BigDecimal.ZERO,
                    byMetric.isEmpty()
                            ? "No core or server license of " + product.kind() + " is assigned to server " + server
                                    + "; `assignments` settles it."
                            : "Core and server licenses of " + product.kind() + " are assigned to server " + server
                                    + " together; `assignments` has to tell which of them run it.",
                    counted);
        }
        Metric metric = byMetric.keySet().iterator().next();
        BigDecimal assigned = byMetric.getOrDefault(metric, BigDecimal.ZERO);
        figure.work("assigned to the server, metric " + metric, AccessLicenses.plain(assigned), "licenses");
        if (metric != Metric.CORE
                || !(product.is(ProductFamily.WINDOWS_SERVER) || product.is(ProductFamily.SQL_SERVER))) {
            return new Required(assigned, "", counted);
        }
        return raised(server, product, assigned, counted, figure);
    }

    /** Raises cores to the minimum of the product. */
    private Required raised(
            String server,
            NamedProduct product,
            BigDecimal assigned,
            List<Entry<Assignment>> counted,
            Figure.Builder figure) {
        int minimum = estate.rules().sqlServerCores();
        if (product.is(ProductFamily.WINDOWS_SERVER)) {
            Entry<Server> entry = estate.server(server);
            Integer processors = entry == null ? null : entry.record().processors();
            if (processors == null) {
                return new Required(
                        BigDecimal.ZERO,
                        "The processors of server " + server + " are not known; `processors` settles it.",
                        counted);
            }
            int ofProcessors = processors * estate.rules().windowsServerCoresPerProcessor();
            figure.work(
                    processors + " processors x " + estate.rules().windowsServerCoresPerProcessor(),
                    Integer.toString(ofProcessors),
                    "cores");
            minimum = Math.max(estate.rules().windowsServerCores(), ofProcessors);
        }
        figure.work("minimum", Integer.toString(minimum), "cores");
        return new Required(assigned.max(BigDecimal.valueOf(minimum)), "", counted);
    }

    private void accessLicenses(String server, List<UpdateRow> active) {
        List<UpdateRow> reached = active.stream()
                .filter(row -> !(isOnAzureStack(server) && estate.rules().isFreeOnAzureStack(row.product())))
                .filter(row -> !isReachedWithoutCals(row))
                .toList();
        if (reached.isEmpty()) {
            return;
        }
        Set<Entry<License>> positions = new LinkedHashSet<>();
        reached.forEach(row -> access.of(row.product()).stream()
                .filter(entry -> AccessLicenses.isAccess(entry.record().metric()))
                .forEach(positions::add));
        Coverage coverage = Coverage.of(positions, estate.rights()::saForUpdates);
        Grounds grounds = new Grounds()
                .from(reached.stream().map(UpdateRow::entry).toList())
                .from(positions);
        String subject = "server:" + server;
        Figure.Builder figure = results.figure("esu.access-sa-missing", subject)
                .work("CAL and External Connector positions", Integer.toString(positions.size()))
                .work("quantity without SA", AccessLicenses.plain(coverage.missing()), "licenses")
                .sources(Sources.of(
                        positions.isEmpty()
                                ? reached.stream().map(UpdateRow::entry).toList()
                                : positions));
        String open = "";
        if (positions.isEmpty()) {
            open = "no CAL or External Connector position gives access to "
                    + reached.get(0).record().product() + "; access_to of `licenses` settles it";
        } else if (!coverage.open().isEmpty()) {
            open = "whether " + RecoveryResults.listed(coverage.open())
                    + " have SA or are equivalent subscriptions is not known";
        }
        boolean fails = !coverage.without().isEmpty();
        if (fails) {
            grounds.fail("without SA: " + RecoveryResults.listed(coverage.without()));
        }
        if (!open.isEmpty()) {
            grounds.open(open);
        }
        results.find(
                "SA-ESU-04",
                subject,
                grounds.orPass("All CALs and External Connectors that give access to its software have SA."));
        results.add(figure.state(
                open.isEmpty() ? FigureState.KNOWN : fails ? FigureState.LOWER_BOUND : FigureState.UNKNOWN,
                AccessLicenses.plain(coverage.missing()),
                open.isEmpty() ? "" : "Not judged: " + open + "."));
    }

    private static boolean isReachedWithoutCals(UpdateRow row) {
        Entry<License> license = row.license();
        return license != null
                && license.record().metric() == Metric.CORE
                && !row.product().is(ProductFamily.WINDOWS_SERVER);
    }

    /** Is a row active on a day, with SA of its license? An equivalent subscription does not do. */
    private YesNo qualifies(UpdateRow row, LocalDate day) {
        if (!row.isActive(day)) {
            return YesNo.NO;
        }
        Entry<License> license = row.license();
        return license == null ? YesNo.UNKNOWN : estate.rights().saOfLicense(license.record(), day);
    }

    /** Is the server on Azure Stack and licensed for it? */
    private YesNo isLicensedStack(String server) {
        Entry<Server> entry = estate.server(server);
        return entry == null || !isOnAzureStack(server)
                ? YesNo.NO
                : entry.record().azureStackLicensed();
    }

    private void qualifies(String server, List<UpdateRow> mine) {
        YesNo byRows = mine.stream().map(row -> qualifies(row, estate.asOf())).reduce(YesNo.NO, YesNo::or);
        results.find(
                "SA-ESU-18",
                "server:" + server,
                new Grounds()
                        .from(estate.server(server))
                        .from(mine.stream().map(UpdateRow::entry).toList())
                        .require(
                                byRows.or(isLicensedStack(server)),
                                "on " + estate.asOf() + " server " + server
                                        + " has no Extended Security Updates with SA of its license, and no Azure Stack"
                                        + " license",
                                "whether SA of the covered licenses is active, or the server licensed for Azure Stack, is not"
                                        + " known")
                        .orPass(
                                byRows.isYes()
                                        ? "Its Extended Security Updates and SA are active on " + estate.asOf() + "."
                                        : "It is on Azure Stack and licensed for it."));
    }

    private void cases() {
        Map<String, List<UpdateRow>> byLicense = new LinkedHashMap<>();
        for (UpdateRow row : rows) {
            if (!row.record().license().isEmpty()) {
                byLicense
                        .computeIfAbsent(row.record().license(), id -> new ArrayList<>())
                        .add(row);
            }
        }
        for (Entry<SupportCase> entry : estate.all(SupportCase.class)) {
            LocalDate opened = estate.day(entry.record().opened());
            List<UpdateRow> mine = byLicense.getOrDefault(entry.record().license(), List.of());
            if (!mine.isEmpty() && !opened.isAfter(estate.asOf())) {
                YesNo covered = mine.stream()
                        .map(row -> covers(row, entry.record(), opened))
                        .reduce(YesNo.NO, YesNo::or);
                results.find(
                        "SA-ESU-17",
                        "case:" + entry.record().caseId(),
                        new Grounds()
                                .from(entry)
                                .from(mine.stream().map(UpdateRow::entry).toList())
                                .require(
                                        covered,
                                        "no Extended Security Updates for version "
                                                + shown(entry.record().version())
                                                + " were active on a qualifying server on " + opened,
                                        "whether version and SA fit on " + opened
                                                + " is not known; `version` of the case and of the coverage, and the SA"
                                                + " dates, settle it")
                                .orPass("Version " + entry.record().version()
                                        + " was covered on a qualifying server on " + opened + "."));
            }
        }
    }

    private static String shown(String version) {
        return version.isEmpty() ? "(blank)" : version;
    }

    private YesNo covers(UpdateRow row, SupportCase support, LocalDate day) {
        String wanted = DeploymentSettings.version(support.version());
        String covered = DeploymentSettings.version(row.record().version());
        YesNo version = wanted.isEmpty() || covered.isEmpty() ? YesNo.UNKNOWN : YesNo.of(wanted.equals(covered));
        return YesNo.of(row.isActive(day))
                .and(version)
                .and(qualifies(row, day).or(isLicensedStack(row.record().server())));
    }
}
