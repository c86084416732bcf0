package io.tallybook.analysis.deployment;

import io.tallybook.analysis.Sources;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Instance;
import io.tallybook.ledger.Instance.Role;
import io.tallybook.ledger.License;
import io.tallybook.ledger.License.Metric;
import io.tallybook.ledger.Server;
import io.tallybook.ledger.YesNo;
import io.tallybook.result.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Says whether passive fail-over instances on shared servers need no licenses of their own (SA-FOV-01, -02). */
final class FailoverResults {
    private final Estate estate;
    private final DeploymentResults results;
    private final List<Entry<Instance>> passive;
    private final Map<String, List<Entry<Instance>>> byProduction;

    FailoverResults(Estate estate, DeploymentResults results) {
        this.estate = estate;
        this.results = results;
        // A passive instance under a license of its own needs no fail-over right.
        passive = estate.instances().stream()
                .filter(entry -> entry.record().role() == Role.PASSIVE_FAILOVER)
                .filter(entry -> !isLicensedByItself(entry.record()))
                .toList();
        byProduction = Estate.grouped(passive, Instance::protects);
    }

    private boolean isLicensedByItself(Instance instance) {
        Entry<Instance> production = estate.productionOf(instance);
        String other = production == null ? "" : production.record().license();
        // Beside a license that is not known, its own may be the same one.
        return !instance.license().isEmpty()
                && !other.isEmpty()
                && !instance.license().equals(other);
    }

    void write() {
        byProduction.forEach((id, mine) -> {
            Entry<Instance> production = estate.instance(id);
            if (production != null && production.record().role() == Role.PRODUCTION) {
                boolean shared = estate.hosting().isShared(production.record().server())
                        || mine.stream()
                                .anyMatch(one ->
                                        estate.hosting().isShared(one.record().server()));
                if (shared) {
                    right(production, mine);
                }
            }
        });
        Map<String, List<Entry<Instance>>> byProvider = new TreeMap<>();
        for (Entry<Instance> entry : passive) {
            Entry<Server> server = estate.server(entry.record().server());
            boolean sqlServer = estate.product(entry.record().product()).is(ProductFamily.SQL_SERVER);
            if (sqlServer
                    && server != null
                    && estate.hosting().isShared(server.record().server())
                    && !server.record().provider().isEmpty()) {
                byProvider
                        .computeIfAbsent(server.record().provider(), id -> new ArrayList<>())
                        .add(entry);
            }
        }
        byProvider.forEach(this::size);
    }

    private void right(Entry<Instance> entry, List<Entry<Instance>> mine) {
        Instance production = entry.record();
        Grounds grounds = new Grounds().from(entry).from(mine);
        if (!estate.product(production.product()).is(ProductFamily.SQL_SERVER)) {
            grounds.fail(production.product() + " has no fail-over rights, only SQL Server has");
        }
        onSharedServer(grounds, production);
        Entry<License> position = estate.license(production.license());
        if (position == null) {
            grounds.open(RecoveryResults.noLicense(production));
        } else {
            License license = position.record();
            String sa = estate.rights().saText(license, estate.asOf());
            grounds.from(position)
                    .require(
                            estate.rights().mobility(license),
                            license.license() + " (" + license.product() + ") has no License Mobility",
                            "whether " + license.product() + " has License Mobility is not known; license_mobility of "
                                    + license.license() + " or of `products` settles it")
                    .require(estate.rights().sa(license), sa, sa);
        }
        for (Entry<Instance> one : mine) {
            onSharedServer(grounds, one.record());
            Entry<Server> server = estate.server(one.record().server());
            if (server != null && server.record().location() == Server.Location.PROVIDER) {
                String provider = Hosting.providerName(server.record());
                grounds.require(
                        estate.hosting().partner(server.record()),
                        provider + ", where " + one.record().instance() + " runs, is no License Mobility partner",
                        "whether " + provider
                                + " is a License Mobility partner is not known; mobility_partner of `providers` settles it");
            }
        }
        Set<String> oses = passiveOses(production);
        if (oses.size() > 1) {
            grounds.fail("the passive instances of the production instances in its OSE stand in " + oses.size()
                    + " OSEs, and one is permitted");
        }
        results.ask(
                "SA-FOV-01",
                SharedUseResults.subject(entry),
                grounds.orAsk("Do its passive instances serve no workload?"));
    }

    private void onSharedServer(Grounds grounds, Instance instance) {
        grounds.require(
                estate.hosting().shared(instance.server()),
                instance.instance() + " stands on server " + instance.server() + ", which is no shared server",
                estate.hosting().unknownKind(instance.server()));
    }

    /** The OSEs of the passive instances of all production instances that stand in the OSE of this one. */
    private Set<String> passiveOses(Instance production) {
        Set<String> oses = new LinkedHashSet<>();
        for (Entry<Instance> neighbour : estate.instancesIn(Estate.ose(production))) {
            if (neighbour.record().role() == Role.PRODUCTION) {
                byProduction
                        .getOrDefault(neighbour.record().instance(), List.of())
                        .forEach(one -> oses.add(Estate.ose(one.record())));
            }
        }
        return oses;
    }

    /** The licenses that passive instances would need at a provider against those of their production instances there. */
    private void size(String provider, List<Entry<Instance>> counted) {
        String subject = "account:" + estate.account() + "/provider:" + provider;
        Grounds grounds = new Grounds().from(counted);
        Map<Metric, List<Entry<Instance>>> byMetric = new TreeMap<>();
        for (Entry<Instance> entry : counted) {
            Entry<License> license = estate.productionLicenseOf(entry.record());
            Metric metric = license == null ? null : license.record().metric();
            if (metric == Metric.CORE || metric == Metric.SERVER) {
                byMetric.computeIfAbsent(metric, key -> new ArrayList<>()).add(entry);
            } else {
                grounds.open(
                        metric == null
                                ? RecoveryResults.noProductionLicense(
                                        entry.record(), estate.productionOf(entry.record()))
                                : "licenses with metric " + metric + " cannot be compared");
            }
        }
        byMetric.forEach((metric, entries) -> compare(subject, provider, metric, entries, grounds));
        results.find(
                "SA-FOV-02",
                subject,
                grounds.orPass(
                        "At " + provider + " the passive instances would need no more licenses than the production"
                                + " instances need."));
    }

    private void compare(
            String subject, String provider, Metric metric, List<Entry<Instance>> entries, Grounds grounds) {
        Map<String, Entry<Instance>> productions = new LinkedHashMap<>();
        List<String> open = new ArrayList<>();
        for (Entry<Instance> entry : entries) {
            Entry<Instance> production = estate.productionOf(entry.record());
            if (production != null) {
                switch (standsAt(provider, production.record())) {
                    case YES -> productions.put(production.record().instance(), production);
                    case NO -> {}
                    case UNKNOWN ->
                        open.add(
                                estate.hosting().unknownKind(production.record().server()) + ".");
                }
            }
        }
        Need passiveNeed = need(entries, metric);
        Need productionNeed = need(List.copyOf(productions.values()), metric);
        if (!open.isEmpty()) {
            productionNeed = new Need(productionNeed.licenses(), Optional.of(String.join(" ", open)));
        }
        write("failover.licenses-passive", subject, metric, passiveNeed, entries);
        write("failover.licenses-production", subject, metric, productionNeed, entries);
        BigDecimal excess =
                passiveNeed.licenses().subtract(productionNeed.licenses()).max(BigDecimal.ZERO);
        Need left = new Need(excess, passiveNeed.missing().or(productionNeed::missing));
        write("failover.licenses-excess", subject, metric, left, entries);
        if (left.missing().isPresent()) {
            grounds.open(left.missing().get());
        } else if (excess.signum() > 0) {
            grounds.fail("the passive instances would need " + AccessLicenses.plain(passiveNeed.licenses()) + " "
                    + metric + " licenses at " + provider + " and the production instances there "
                    + AccessLicenses.plain(productionNeed.licenses()) + "; " + AccessLicenses.plain(excess)
                    + " have to be licensed");
        }
    }

    private YesNo standsAt(String provider, Instance production) {
        Entry<Server> server = estate.server(production.server());
        return server == null
                ? YesNo.UNKNOWN
                : YesNo.of(server.record().provider().equals(provider))
                        .and(estate.hosting().shared(production.server()));
    }

    /** Licenses that instances need, or why that is not known. */
    private record Need(BigDecimal licenses, Optional<String> missing) {}

    private Need need(List<Entry<Instance>> instances, Metric metric) {
        if (metric == Metric.SERVER) {
            long oses = instances.stream()
                    .map(entry -> Estate.ose(entry.record()))
                    .distinct()
                    .count();
            return new Need(BigDecimal.valueOf(oses), Optional.empty());
        }
        OseCores cores = OseCores.of(instances, estate.rules().minimumCoresPerOse());
        return new Need(cores.sum(), cores.isKnown() ? Optional.empty() : Optional.of(cores.missing()));
    }

    private void write(String measure, String subject, Metric metric, Need need, List<Entry<Instance>> rows) {
        Figure.Builder figure =
                results.figure(measure, subject).dimension(metric.name()).sources(Sources.of(rows));
        results.add(
                need.missing().isPresent()
                        ? figure.unknown(need.missing().get())
                        : figure.known(AccessLicenses.plain(need.licenses()))
                                .work(
                                        metric == Metric.CORE
                                                ? "virtual cores of the OSEs, each with its minimum"
                                                : "OSEs",
                                        AccessLicenses.plain(need.licenses())));
    }
}
