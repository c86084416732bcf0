package io.tallybook.analysis.deployment;

import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Instance;
import io.tallybook.ledger.Instance.Role;
import io.tallybook.ledger.License;
import io.tallybook.ledger.Server.Location;
import io.tallybook.ledger.YesNo;
import io.tallybook.result.FindingStatus;
import io.tallybook.terms.ProductKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says whether updated software is used as it may be: under coverage, or by one of the exceptions (SA-ESU-08 to -11, -16). */
final class EsuUseResults {
    private static final ProductKey DEVELOPER = ProductKey.of("Developer");
    private static final String VISUAL_STUDIO = "Visual Studio";

    private final Estate estate;
    private final DeploymentResults results;
    private final boolean anyCoverage;
    private final Map<String, List<UpdateRow>> byLicense = new HashMap<>();
    private final Map<String, List<UpdateRow>> byInstance = new HashMap<>();

    EsuUseResults(Estate estate, DeploymentResults results) {
        this.estate = estate;
        this.results = results;
        List<UpdateRow> rows = UpdateRow.of(estate);
        anyCoverage = !rows.isEmpty();
        for (UpdateRow row : rows) {
            if (row.isHosted()) {
                byInstance
                        .computeIfAbsent(row.record().instance(), id -> new ArrayList<>())
                        .add(row);
            } else if (!row.record().license().isEmpty()) {
                byLicense
                        .computeIfAbsent(row.record().license(), id -> new ArrayList<>())
                        .add(row);
            }
        }
    }

    void write() {
        for (Entry<Instance> entry : estate.instances()) {
            Instance instance = entry.record();
            boolean stack = estate.hosting().isAt(instance.server(), Location.AZURE_STACK);
            if (stack) {
                stackWorkload(entry);
            }
            if (instance.esuUpdates().isYes()) {
                updated(entry, stack);
            } else if (!instance.esuUpdates().isKnown() && !covering(instance).isEmpty()) {
                results.ask(
                        "SA-ESU-08",
                        subject(entry),
                        "Whether an update of its coverage is installed is not known; esu_updates settles it. Is it used as"
                                + " the coverage permits?",
                        List.of(entry));
            }
        }
    }

    private static String subject(Entry<Instance> entry) {
        return "instance:" + entry.record().instance();
    }

    /** The coverage rows for an instance: those of its license, and those that name it as a hosted workload. */
    private List<UpdateRow> covering(Instance instance) {
        List<UpdateRow> rows = new ArrayList<>(byLicense.getOrDefault(instance.license(), List.of()));
        rows.addAll(byInstance.getOrDefault(instance.instance(), List.of()));
        return rows;
    }

    private void stackWorkload(Entry<Instance> entry) {
        String product = entry.record().product();
        Verdict verdict = estate.rules().isFreeOnAzureStack(estate.product(product))
                ? Verdict.pass(
                        "On Azure Stack nothing has to be bought for " + product + ", and its CALs need no SA for it.")
                : Verdict.notApplicable(product + " keeps its duties on Azure Stack.");
        results.find("SA-ESU-16", subject(entry), verdict.from(Sources.of(entry)));
    }

    private void updated(Entry<Instance> entry, boolean stack) {
        List<UpdateRow> covering = covering(entry.record());
        boolean active = covering.stream().anyMatch(row -> row.isActive(estate.asOf()));
        Set<FindingStatus> exceptions = EnumSet.noneOf(FindingStatus.class);
        if (!active) {
            formerCoverage(entry, covering).ifPresent(exceptions::add);
            Optional<FindingStatus> onStack = stack ? Optional.of(onStack(entry)) : Optional.empty();
            onStack.ifPresent(exceptions::add);
            if (onStack.filter(status -> status == FindingStatus.PASS).isEmpty()) {
                development(entry).ifPresent(exceptions::add);
            }
        }
        Instance instance = entry.record();
        Grounds grounds = new Grounds()
                .from(entry)
                .from(covering.stream().map(UpdateRow::entry).toList());
        boolean hosted = byInstance.containsKey(instance.instance());
        if (active || exceptions.contains(FindingStatus.PASS)) {
            results.find(
                    "SA-ESU-08",
                    subject(entry),
                    grounds.orPass(
                            active
                                    ? "Its license has active coverage."
                                    : "It may go on by an exception (SA-ESU-09 to -11)."));
            return;
        }
        if (exceptions.contains(FindingStatus.UNDETERMINED)) {
            grounds.open("whether an exception applies is not known (SA-ESU-09 to -11)");
        } else if (instance.license().isEmpty() && !hosted) {
            grounds.open(RecoveryResults.noLicense(instance));
        } else if (!exceptions.contains(FindingStatus.ATTEST)) {
            grounds.fail("an update of Extended Security Updates is installed, without active coverage and without an"
                    + " exception");
        }
        // What SA-ESU-10 leaves to a person is stated there.
        results.find("SA-ESU-08", subject(entry), grounds.orAsk("It depends on what has to be stated to SA-ESU-10."));
    }

    /** Coverage that has ended lets the software be used on, with the updates of its time. */
    private Optional<FindingStatus> formerCoverage(Entry<Instance> entry, List<UpdateRow> covering) {
        Optional<LocalDate> ended = covering.stream()
                .map(row -> row.record().end())
                .filter(end -> end.isBefore(estate.asOf()))
                .max(LocalDate::compareTo);
        if (ended.isEmpty()) {
            return Optional.empty();
        }
        LocalDate newest = entry.record().patchDate();
        Grounds grounds = new Grounds()
                .from(entry)
                .from(covering.stream().map(UpdateRow::entry).toList());
        if (newest == null) {
            grounds.open("the release date of its newest update is not known; patch_date settles it");
        } else if (newest.isAfter(ended.get())) {
            grounds.fail("its newest update of " + newest + " came after its coverage ended on " + ended.get());
        }
        return Optional.of(results.find(
                "SA-ESU-09",
                subject(entry),
                grounds.orPass(
                        "Its newest update of " + newest + " came while it was covered, until " + ended.get() + ".")));
    }

    private FindingStatus onStack(Entry<Instance> entry) {
        Instance instance = entry.record();
        Grounds grounds = new Grounds().from(entry);
        if (!estate.rules().isFreeOnAzureStack(estate.product(instance.product()))) {
            grounds.fail(instance.product() + " on Azure Stack has no right to the updates without coverage");
        } else if (instance.license().isEmpty()) {
            grounds.open(RecoveryResults.noLicense(instance));
        }
        return results.find(
                "SA-ESU-11",
                subject(entry),
                grounds.orPass("Licensed " + instance.product() + " on Azure Stack may use the updates."));
    }

    private Optional<FindingStatus> development(Entry<Instance> entry) {
        Instance instance = entry.record();
        Entry<License> license = estate.license(instance.license());
        YesNo developer = YesNo.of(isDeveloper(instance.edition())).or(isDeveloperLicense(license));
        boolean develops = instance.role() == Role.DEVELOPMENT;
        if (!develops && !developer.isYes()) {
            return Optional.empty();
        }
        Grounds grounds = new Grounds().from(entry, license);
        if (!develops) {
            grounds.fail("its role is " + instance.role() + ", not DEVELOPMENT");
        }
        if (!anyCoverage) {
            grounds.fail("the account has no Extended Security Updates coverage at all");
        }
        grounds.require(
                developer,
                "it is neither a Developer edition nor under a Visual Studio license",
                RecoveryResults.noLicense(instance));
        return Optional.of(results.ask(
                "SA-ESU-10",
                subject(entry),
                grounds.orAsk("Is it used solely for development, test and related purposes?")));
    }

    private static boolean isDeveloper(String edition) {
        return ProductKey.of(edition).equals(DEVELOPER);
    }

    /** Is it a license for a Developer edition or a Visual Studio product? */
    private YesNo isDeveloperLicense(@Nullable Entry<License> license) {
        return license == null
                ? YesNo.UNKNOWN
                : YesNo.of(isDeveloper(license.record().edition())
                        || estate.product(license.record().product()).beginsWith(VISUAL_STUDIO));
    }
}
