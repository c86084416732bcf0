package io.tallybook.analysis.deployment;

import io.tallybook.analysis.deployment.Hosting.Kind;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Instance;
import io.tallybook.ledger.Instance.Role;
import io.tallybook.ledger.License;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The instances that run on shared servers under the customer's own licenses, and those that may. */
final class SharedDeployments {
    /** An instance with the position that covers it. */
    record Deployment(Entry<Instance> instance, Entry<License> license) {}

    private final List<Deployment> all = new ArrayList<>();
    private final List<Entry<Instance>> notKnown = new ArrayList<>();
    private final Map<String, List<Deployment>> byLicense = new LinkedHashMap<>();

    SharedDeployments(Estate estate) {
        for (Entry<Instance> entry : estate.instances()) {
            Instance instance = entry.record();
            // The provider's license and the Azure Hybrid Benefit follow terms of their own.
            boolean ownLicense = !instance.licenseIncluded().isYes()
                    && !instance.azureHybridBenefit().isYes();
            Kind kind = estate.hosting().kind(instance.server());
            if (isWorking(instance) && ownLicense && kind != Kind.OWN) {
                Entry<License> license = estate.license(instance.license());
                if (kind == Kind.NOT_KNOWN || license == null) {
                    notKnown.add(entry);
                } else {
                    Deployment deployment = new Deployment(entry, license);
                    all.add(deployment);
                    byLicense
                            .computeIfAbsent(instance.license(), id -> new ArrayList<>())
                            .add(deployment);
                }
            }
        }
    }

    /** Is it production or development, and not a stand-in for another instance? */
    static boolean isWorking(Instance instance) {
        return instance.role() == Role.PRODUCTION || instance.role() == Role.DEVELOPMENT;
    }

    List<Deployment> all() {
        return all;
    }

    /** Instances that would be shared deployments, were their license or the kind of their server known. */
    List<Entry<Instance>> notKnown() {
        return notKnown;
    }

    /** The deployments of a license position, in reading order. */
    List<Deployment> of(String license) {
        return byLicense.getOrDefault(license, List.of());
    }

    /** The positions with a deployment, each with its deployments. */
    Map<String, List<Deployment>> byLicense() {
        return byLicense;
    }
}
