package io.tallybook.analysis.deployment;

import io.tallybook.analysis.Sources;
import io.tallybook.ledger.BackupRun;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Instance;
import io.tallybook.ledger.Instance.Role;
import io.tallybook.ledger.License;
import io.tallybook.ledger.YesNo;
import io.tallybook.result.FigureState;
import io.tallybook.result.FindingStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what disaster recovery rights permit: how many backups, and each of them with its runs (SA-DRR-01 to -16). */
final class RecoveryResults {
    private static final Comparator<Entry<Instance>> FIRST_DEPLOYED = Comparator.comparing(
                    (Entry<Instance> entry) -> entry.record().deployed(),
                    Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(entry -> entry.record().instance());

    private final Estate estate;
    private final DeploymentResults results;

    RecoveryResults(Estate estate, DeploymentResults results) {
        this.estate = estate;
        this.results = results;
    }

    void write() {
        List<Entry<Instance>> backups = estate.instances().stream()
                .filter(entry -> entry.record().role() == Role.BACKUP)
                .toList();
        if (backups.isEmpty()) {
            return;
        }
        Set<String> firsts = firstBackups(backups);
        Map<String, List<Entry<BackupRun>>> runs = Estate.grouped(
                estate.all(BackupRun.class).stream()
                        .filter(entry -> !estate.day(entry.record().start()).isAfter(estate.asOf()))
                        .toList(),
                BackupRun::instance);
        Outages.Log outages = new Outages.Log(estate);
        AccessLicenses access = new AccessLicenses(estate);
        Map<String, RunLog> logs = new LinkedHashMap<>();
        long excess = 0;
        for (Entry<Instance> backup : backups) {
            excess += hasRight(backup, firsts) == FindingStatus.FAIL ? 1 : 0;
            new BackupPlaceResults(estate, results, backup).write();
            new BackupAccessResults(estate, results, access).write(backup);
            RunLog log = log(backup, runs, outages);
            logs.put(backup.record().instance(), log);
            new BackupRunResults(estate, results, backup, log).write();
        }
        permitted(backups);
        results.add(results.figure("dr.backups-excess", "account:" + estate.account())
                .known(excess)
                .work("BACKUP instances", Integer.toString(backups.size()))
                .work("of these without the right (SA-DRR-01 is FAIL)", Long.toString(excess))
                .sources(Sources.of(backups)));
        new OutageResults(estate, results, outages).write(backups, logs);
    }

    /** Of the backups that name one production instance, the one that was deployed first. */
    private static Set<String> firstBackups(List<Entry<Instance>> backups) {
        Map<String, Entry<Instance>> first = new HashMap<>();
        for (Entry<Instance> backup : backups) {
            first.merge(
                    backup.record().protects(),
                    backup,
                    (one, other) -> FIRST_DEPLOYED.compare(one, other) <= 0 ? one : other);
        }
        Set<String> ids = new HashSet<>();
        first.values().forEach(entry -> ids.add(entry.record().instance()));
        return ids;
    }

    private RunLog log(Entry<Instance> backup, Map<String, List<Entry<BackupRun>>> runs, Outages.Log outages) {
        List<RunTime> mine = new ArrayList<>();
        for (Entry<BackupRun> run : runs.getOrDefault(backup.record().instance(), List.of())) {
            mine.add(RunTime.of(run, estate));
        }
        mine.sort(Comparator.comparing(RunTime::from).thenComparing(RunTime::to));
        Entry<Instance> production = estate.productionOf(backup.record());
        Outages ofProduction = production == null
                ? outages.ofNoServer()
                : outages.of(production.record().server());
        return new RunLog(mine, ofProduction, estate, results);
    }

    private FindingStatus hasRight(Entry<Instance> entry, Set<String> firsts) {
        Instance backup = entry.record();
        Entry<Instance> production = estate.productionOf(backup);
        Entry<License> position = estate.productionLicenseOf(backup);
        Grounds grounds = new Grounds().from(entry, production, position);
        if (production == null) {
            grounds.open(noProduction(backup));
        } else if (production.record().role() != Role.PRODUCTION) {
            grounds.fail(backup.protects() + " has role " + production.record().role() + ", not PRODUCTION");
        }
        if (!backup.protects().isEmpty() && !firsts.contains(backup.instance())) {
            grounds.fail("another backup of " + backup.protects() + " was deployed before it; one backup is permitted"
                    + " for each production instance");
        }
        if (position != null) {
            License license = position.record();
            grounds.require(
                    estate.rights().recovery(license),
                    license.license() + " (" + license.product() + ") is not eligible for disaster recovery rights",
                    "whether " + license.product() + " is eligible for disaster recovery rights is not known;"
                            + " dr_eligible of " + license.license() + " or of `products` settles it");
            grounds.require(
                    estate.rights().sa(license),
                    estate.rights().saText(license, estate.asOf()),
                    estate.rights().saText(license, estate.asOf()));
        } else if (production != null) {
            grounds.open(noLicense(production.record()));
        }
        return results.find(
                "SA-DRR-01",
                "instance:" + backup.instance(),
                grounds.orPass("It is the one backup of " + backup.protects() + ", whose license "
                        + (position == null ? "" : position.record().license())
                        + " is eligible and has SA on " + estate.asOf() + "."));
    }

    static String noProduction(Instance standIn) {
        return standIn.protects().isEmpty()
                ? "which production instance it stands in for is not known; `protects` settles it"
                : "its production instance " + standIn.protects()
                        + " was not delivered; a row of `instances` settles it";
    }

    static String noLicense(Instance instance) {
        return instance.license().isEmpty()
                ? "the license of " + instance.instance() + " is not known; its `license` settles it"
                : "license " + instance.license() + " of " + instance.instance()
                        + " was not delivered; a row of `licenses` settles it";
    }

    /** Says why the production license of a stand-in is not known. */
    static String noProductionLicense(Instance standIn, @Nullable Entry<Instance> production) {
        return production == null ? noProduction(standIn) : noLicense(production.record());
    }

    private void permitted(List<Entry<Instance>> backups) {
        List<Entry<Instance>> judged = new ArrayList<>(backups);
        List<Entry<Instance>> certain = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (Entry<Instance> entry : estate.instances()) {
            if (entry.record().role() == Role.PRODUCTION) {
                judged.add(entry);
                Entry<License> license = estate.license(entry.record().license());
                YesNo right = license == null
                        ? YesNo.UNKNOWN
                        : estate.rights()
                                .recovery(license.record())
                                .and(estate.rights().sa(license.record()));
                if (right.isYes()) {
                    certain.add(entry);
                } else if (!right.isKnown()) {
                    open.add(entry.record().instance());
                }
            }
        }
        String count = Integer.toString(certain.size());
        String reason = open.isEmpty()
                ? ""
                : "Of " + listed(open) + " it is not known whether the license is eligible and has SA.";
        results.add(results.figure("dr.backups-permitted", "account:" + estate.account())
                .state(open.isEmpty() ? FigureState.KNOWN : FigureState.LOWER_BOUND, count, reason)
                .work("PRODUCTION instances whose license is eligible and has SA on " + estate.asOf(), count)
                .work("one backup for each", count)
                .sources(Sources.of(judged)));
    }

    static String listed(List<String> ids) {
        int most = 5;
        return ids.size() <= most
                ? String.join(", ", ids)
                : String.join(", ", ids.subList(0, most)) + " and " + (ids.size() - most) + " more";
    }

    /** Does a day lie in the warning time that begins with the as-of date? */
    static boolean isNear(LocalDate end, Estate estate) {
        return !end.isBefore(estate.asOf())
                && !end.isAfter(estate.asOf().plusDays(estate.rules().settings().warningDays()));
    }
}
