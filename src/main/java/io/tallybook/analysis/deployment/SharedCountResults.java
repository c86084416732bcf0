package io.tallybook.analysis.deployment;

import io.tallybook.analysis.Sources;
import io.tallybook.analysis.deployment.SharedDeployments.Deployment;
import io.tallybook.ledger.AccessGroup;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Instance;
import io.tallybook.ledger.License;
import io.tallybook.ledger.License.Metric;
import io.tallybook.ledger.ManagedOse;
import io.tallybook.ledger.YesNo;
import io.tallybook.result.Figure;
import io.tallybook.terms.ProductKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says how many cores and OSEs licenses permit on shared servers, and how many are used (SA-LMS-10, -14 to -20). */
final class SharedCountResults {
    private static final ProductKey STANDARD = ProductKey.of("Standard");
    private static final ProductKey DATACENTER = ProductKey.of("Datacenter");
    private static final String R2 = DeploymentSettings.version("2012 R2");
    private static final String V2022 = "2022";

    private final Estate estate;
    private final DeploymentResults results;
    private final SharedDeployments deployments;

    SharedCountResults(Estate estate, DeploymentResults results, SharedDeployments deployments) {
        this.estate = estate;
        this.results = results;
        this.deployments = deployments;
    }

    void write() {
        deployments.byLicense().forEach((id, mine) -> {
            Entry<License> license = mine.get(0).license();
            if (license.record().metric() == Metric.CORE
                    && !product(license.record()).is(ProductFamily.WINDOWS_SERVER)) {
                cores(license, mine);
            } else if (license.record().metric() == Metric.SERVER) {
                Set<String> oses = new LinkedHashSet<>();
                mine.forEach(one -> oses.add(Estate.ose(one.instance().record())));
                oses(
                        license,
                        oses,
                        "SA-LMS-15",
                        mine.stream().map(Deployment::instance).toList());
            }
        });
        externalConnectors();
        Estate.grouped(estate.all(ManagedOse.class), ManagedOse::license).forEach((id, rows) -> {
            Entry<License> license = estate.license(id);
            if (license != null && license.record().metric() == Metric.MANAGEMENT) {
                managed(license, rows);
            }
        });
    }

    private NamedProduct product(License license) {
        return estate.product(license.product());
    }

    private void cores(Entry<License> entry, List<Deployment> mine) {
        License license = entry.record();
        String subject = "license:" + license.license();
        List<Entry<Instance>> instances =
                mine.stream().map(Deployment::instance).toList();
        OseCores cores = OseCores.of(instances, estate.rules().minimumCoresPerOse());
        YesNo sa = estate.rights().sa(license);
        BigDecimal permitted = sa.isYes() ? license.quantity() : BigDecimal.ZERO;
        BigDecimal lacking = cores.sum().subtract(permitted).max(BigDecimal.ZERO);
        String unknownSa = estate.rights().saText(license, estate.asOf()) + ".";
        Figure.Builder required = results.figure("mobility.cores-required", subject)
                .work(
                        "OSEs, each with at least "
                                + AccessLicenses.plain(estate.rules().minimumCoresPerOse()),
                        Integer.toString(cores.byOse().size()))
                .work(cores.addition(), AccessLicenses.plain(cores.sum()), "cores")
                .sources(Sources.of(instances));
        results.add(
                cores.isKnown()
                        ? required.known(AccessLicenses.plain(cores.sum()))
                        : required.unknown(cores.missing()));
        Figure.Builder allowed =
                results.figure("mobility.cores-permitted", subject).sources(Sources.of(entry));
        results.add(
                sa.isKnown()
                        ? allowed.known(AccessLicenses.plain(permitted))
                                .work(
                                        estate.rights().saText(license, estate.asOf()),
                                        AccessLicenses.plain(permitted),
                                        "cores")
                        : allowed.unknown(unknownSa));
        Figure.Builder shortfall =
                results.figure("mobility.cores-shortfall", subject).sources(Sources.of(entry));
        Grounds grounds = new Grounds().from(entry).from(instances);
        if (!cores.isKnown()) {
            grounds.open(cores.missing());
            results.add(shortfall.unknown(cores.missing()));
        } else if (!sa.isKnown()) {
            grounds.open(unknownSa);
            results.add(shortfall.unknown(unknownSa));
        } else {
            if (lacking.signum() > 0) {
                grounds.fail(AccessLicenses.plain(cores.sum()) + " cores are required and "
                        + AccessLicenses.plain(permitted) + " permitted, " + AccessLicenses.plain(lacking) + " short");
            }
            results.add(shortfall
                    .known(AccessLicenses.plain(lacking))
                    .work("required", AccessLicenses.plain(cores.sum()), "cores")
                    .work("permitted", AccessLicenses.plain(permitted), "cores"));
        }
        results.find(
                "SA-LMS-16",
                subject,
                grounds.orPass(AccessLicenses.plain(cores.sum()) + " cores are required and "
                        + AccessLicenses.plain(permitted) + " permitted."));
    }

    private void externalConnectors() {
        Estate.grouped(estate.all(AccessGroup.class), AccessGroup::license).forEach((id, groups) -> {
            Entry<License> license = estate.license(id);
            if (license != null && license.record().metric() == Metric.EXTERNAL_CONNECTOR) {
                Set<String> oses = new LinkedHashSet<>();
                List<Entry<AccessGroup>> counted = new ArrayList<>();
                for (Entry<AccessGroup> group : groups) {
                    Entry<Instance> instance = estate.instance(group.record().instance());
                    if (instance != null
                            && estate.hosting().isShared(instance.record().server())) {
                        oses.add(Estate.ose(instance.record()));
                        counted.add(group);
                    }
                }
                if (!oses.isEmpty()) {
                    oses(license, oses, "SA-LMS-14", counted);
                }
            }
        });
    }

    private void managed(Entry<License> entry, List<Entry<ManagedOse>> rows) {
        List<Entry<ManagedOse>> shared = rows.stream()
                .filter(row -> estate.hosting().isShared(row.record().server()))
                .toList();
        if (shared.isEmpty()) {
            return;
        }
        License license = entry.record();
        if (product(license).is(ProductFamily.SYSTEM_CENTER)) {
            Set<String> oses = new LinkedHashSet<>();
            shared.forEach(row -> oses.add(row.record().ose()));
            oses(entry, oses, systemCenterClause(license), shared);
        }
        farms(entry, rows);
    }

    private String systemCenterClause(License license) {
        boolean r2 = version(license).equals(R2);
        ProductKey edition = ProductKey.of(license.edition());
        if (edition.equals(DATACENTER)) {
            return r2 ? "SA-LMS-18" : "SA-LMS-20";
        }
        return edition.equals(STANDARD) && r2 ? "SA-LMS-17" : "SA-LMS-19";
    }

    /** The version that decides: 2022 also for those that the job lets follow it. */
    private String version(License license) {
        String version = DeploymentSettings.version(license.version());
        boolean follows = estate.rules().settings().versionsAs2022().contains(version);
        return follows && !version.equals(R2) ? V2022 : version;
    }

    private void oses(Entry<License> entry, Set<String> oses, String clause, List<? extends Entry<?>> rows) {
        License license = entry.record();
        String subject = "license:" + license.license();
        BigDecimal used = BigDecimal.valueOf(oses.size());
        YesNo sa = estate.rights().sa(license);
        Optional<OseRule> rule = estate.rules().oseRules().stream()
                .filter(one -> one.isFor(license, product(license).family(), version(license)))
                .findFirst();
        results.add(results.figure("mobility.oses-used", subject)
                .known(oses.size())
                .work("different OSEs on shared servers", Integer.toString(oses.size()), "OSEs")
                .sources(Sources.of(rows)));
        Figure.Builder permitted =
                results.figure("mobility.oses-permitted", subject).sources(Sources.of(entry));
        Figure.Builder excess = results.figure("mobility.oses-excess", subject).sources(Sources.of(rows));
        Grounds grounds = new Grounds().from(entry).from(rows);
        String saText = estate.rights().saText(license, estate.asOf());
        if (!sa.isKnown() || (sa.isYes() && rule.isEmpty())) {
            String why = sa.isKnown()
                    ? "The terms give no number for " + named(license) + "; its own use rights have to be looked up."
                    : saText + ".";
            results.add(permitted.unknown(why));
            results.add(excess.unknown(why));
            results.find(clause, subject, grounds.open(why).orPass(""));
            return;
        }
        BigDecimal allowed = sa.isYes() ? rule.orElseThrow().permitted(license.quantity()) : BigDecimal.ZERO;
        BigDecimal over = used.subtract(allowed).max(BigDecimal.ZERO);
        permitted.known(AccessLicenses.plain(allowed)).work(saText, AccessLicenses.plain(allowed), "OSEs");
        if (sa.isYes()) {
            OseRule one = rule.orElseThrow();
            permitted.work(
                    AccessLicenses.plain(license.quantity()) + " licenses / " + AccessLicenses.plain(one.licenses())
                            + ", rounded down, x " + AccessLicenses.plain(one.oses()),
                    AccessLicenses.plain(allowed),
                    "OSEs");
        }
        results.add(permitted);
        results.add(excess.known(AccessLicenses.plain(over))
                .work("used", AccessLicenses.plain(used), "OSEs")
                .work("permitted", AccessLicenses.plain(allowed), "OSEs"));
        String numbers =
                AccessLicenses.plain(used) + " OSEs are used and " + AccessLicenses.plain(allowed) + " permitted";
        if (over.signum() > 0) {
            grounds.fail(numbers + ", " + AccessLicenses.plain(over) + " too many");
        }
        results.find(clause, subject, grounds.orPass(numbers + "."));
    }

    private static String named(License license) {
        return (license.product() + " " + license.edition() + " " + license.version())
                        .strip()
                        .replaceAll(" +", " ") + " with metric " + license.metric();
    }

    /** All OSEs of one license unit have to sit in one farm. */
    private void farms(Entry<License> entry, List<Entry<ManagedOse>> rows) {
        License license = entry.record();
        Set<String> known = new LinkedHashSet<>();
        List<String> blank = new ArrayList<>();
        for (Entry<ManagedOse> row : rows) {
            String farm = estate.hosting().farm(row.record().server());
            if (farm.isEmpty()) {
                blank.add(row.record().server());
            } else {
                known.add(farm);
            }
        }
        Optional<BigDecimal> units = estate.rules().oseRules().stream()
                .filter(rule -> rule.isForVersion(license, product(license).family(), version(license)))
                .findFirst()
                .map(rule -> rule.units(license.quantity()).max(BigDecimal.ONE));
        BigDecimal farms = BigDecimal.valueOf(known.size());
        Grounds grounds = new Grounds().from(entry).from(rows);
        if (units.isPresent() && farms.compareTo(units.get()) > 0) {
            grounds.fail("its OSEs sit in " + known.size() + " farms (" + RecoveryResults.listed(List.copyOf(known))
                    + "), and it makes " + AccessLicenses.plain(units.get()) + " license units");
        } else if (!blank.isEmpty()) {
            grounds.open("the farm of "
                    + RecoveryResults.listed(blank.stream().distinct().toList()) + " is not known; `farm` settles it");
        } else if (known.size() > 1 && units.isEmpty()) {
            grounds.open("how many license units " + named(license) + " makes is not known, and its OSEs sit in "
                    + known.size() + " farms");
        }
        results.find(
                "SA-LMS-10",
                "license:" + license.license(),
                grounds.orPass("Its OSEs sit in " + known.size() + " farms, one for each license unit at most."));
    }
}
