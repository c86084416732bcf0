package io.tallybook.analysis.deployment;

import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.analysis.deployment.SharedDeployments.Deployment;
import io.tallybook.ledger.AccessGroup;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Instance;
import io.tallybook.ledger.Instance.SharedUse;
import io.tallybook.ledger.License;
import io.tallybook.ledger.License.Metric;
import io.tallybook.ledger.MobilityForm;
import io.tallybook.ledger.Server;
import io.tallybook.ledger.Server.Location;
import io.tallybook.ledger.YesNo;
import io.tallybook.result.FindingStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Says of software on shared servers whether it may run there (SA-LMS-01 to -07, -11, -13). */
final class SharedUseResults {
    private final Estate estate;
    private final DeploymentResults results;

    SharedUseResults(Estate estate, DeploymentResults results) {
        this.estate = estate;
        this.results = results;
    }

    void write(SharedDeployments deployments) {
        SharedAccessResults access = new SharedAccessResults(
                estate, results, Estate.grouped(estate.all(AccessGroup.class), AccessGroup::instance));
        Map<String, List<Entry<License>>> agreements = new LinkedHashMap<>();
        Map<String, List<Entry<Instance>>> providers = new LinkedHashMap<>();
        for (Deployment deployment : deployments.all()) {
            Entry<Server> server = Objects.requireNonNull(
                    estate.server(deployment.instance().record().server()));
            right(deployment);
            use(deployment.instance());
            partner(deployment.instance(), server);
            if (deployment.license().record().metric() != Metric.CORE) {
                access.write(deployment.instance());
            }
            String agreement = deployment.license().record().agreement();
            if (!agreement.isEmpty()) {
                agreements.computeIfAbsent(agreement, id -> new ArrayList<>()).add(deployment.license());
            }
            String provider = server.record().provider();
            if (server.record().location() == Location.PROVIDER && !provider.isEmpty()) {
                providers.computeIfAbsent(provider, id -> new ArrayList<>()).add(deployment.instance());
            }
        }
        deployments.notKnown().forEach(this::notKnown);
        agreements.forEach((agreement, licenses) -> results.ask(
                "SA-LMS-05",
                "agreement:" + agreement,
                "Is the software on shared servers run and managed as agreement " + agreement + " says?",
                licenses));
        providers.forEach(this::provider);
        estate.instances().stream()
                .filter(entry -> SharedDeployments.isWorking(entry.record()))
                .forEach(this::dedicated);
    }

    private void right(Deployment deployment) {
        License license = deployment.license().record();
        String sa = estate.rights().saText(license, estate.asOf());
        LocalDate end = license.saEnd();
        Grounds grounds = new Grounds()
                .from(deployment.instance(), deployment.license())
                .require(
                        estate.rights().mobility(license),
                        license.license() + " (" + license.product() + ") has no License Mobility",
                        "whether " + license.product() + " has License Mobility is not known; license_mobility of "
                                + license.license() + " or of `products` settles it")
                .require(estate.rights().sa(license), sa, sa);
        boolean atRisk = !grounds.isDecided() && end != null && RecoveryResults.isNear(end, estate);
        Verdict verdict = grounds.or(
                atRisk ? FindingStatus.AT_RISK : FindingStatus.PASS,
                license.license() + " has License Mobility, and SA until " + end + ".");
        results.find("SA-LMS-01", subject(deployment.instance()), atRisk && end != null ? verdict.on(end) : verdict);
    }

    private void notKnown(Entry<Instance> entry) {
        Instance instance = entry.record();
        Grounds grounds = new Grounds().from(entry, estate.server(instance.server()));
        if (estate.hosting().kind(instance.server()) == Hosting.Kind.NOT_KNOWN) {
            grounds.open(estate.hosting().unknownKind(instance.server()));
        }
        if (estate.license(instance.license()) == null) {
            grounds.open(RecoveryResults.noLicense(instance));
        }
        results.find("SA-LMS-01", subject(entry), grounds.orPass(""));
    }

    private void use(Entry<Instance> entry) {
        Grounds grounds = new Grounds().from(entry);
        if (entry.record().sharedUse().contains(SharedUse.OTHER)) {
            grounds.fail("it is used in another way than to run, access or manage (shared_use = OTHER)");
        }
        results.find("SA-LMS-03", subject(entry), grounds.orPass("It is run, accessed or managed only."));
    }

    private void partner(Entry<Instance> entry, Entry<Server> server) {
        boolean azure = server.record().location() == Location.AZURE;
        String provider = Hosting.providerName(server.record());
        results.find(
                "SA-LMS-06",
                subject(entry),
                new Grounds()
                        .from(entry, server)
                        .require(
                                estate.hosting().partner(server.record()),
                                provider + " is no License Mobility partner",
                                "whether " + provider
                                        + " is a License Mobility partner is not known; mobility_partner of `providers`"
                                        + " settles it")
                        .orPass(azure ? "It runs on Azure." : provider + " is a License Mobility partner."));
    }

    private void provider(String provider, List<Entry<Instance>> instances) {
        String subject = "account:" + estate.account() + "/provider:" + provider;
        Server server = Objects.requireNonNull(
                        estate.server(instances.get(0).record().server()))
                .record();
        if (!estate.hosting().partner(server).isNo()) {
            form(provider, subject, instances);
        }
        results.ask(
                "SA-LMS-11",
                subject,
                "Does the customer answer for what " + provider + " does with the software deployed there?",
                instances);
    }

    private void form(String provider, String subject, List<Entry<Instance>> instances) {
        List<Entry<MobilityForm>> forms = estate.upToDate(MobilityForm.class, MobilityForm::submitted).stream()
                .filter(form -> form.record().provider().equals(provider))
                .toList();
        Optional<LocalDate> submitted =
                earliest(forms.stream().map(form -> form.record().submitted()).toList());
        Optional<LocalDate> deployed = earliest(
                instances.stream().map(entry -> entry.record().deployed()).toList());
        Grounds grounds = new Grounds().from(forms.isEmpty() ? instances : forms);
        grounds.require(
                submitted.isPresent() ? YesNo.YES : forms.isEmpty() ? YesNo.NO : YesNo.UNKNOWN,
                "no verification form for " + provider + " was submitted by " + estate.asOf(),
                "whether the form for " + provider + " was submitted is not known; `submitted` settles it");
        String late =
                submitted.isPresent() && deployed.isPresent() && submitted.get().isAfter(deployed.get())
                        ? " Warning: that is after the first deployment on " + deployed.get() + "."
                        : "";
        results.find(
                "SA-LMS-07",
                subject,
                grounds.orPass("A form for " + provider + " was submitted on "
                        + submitted.map(LocalDate::toString).orElse("") + "." + late));
    }

    private static Optional<LocalDate> earliest(Collection<LocalDate> days) {
        return days.stream().filter(Objects::nonNull).min(LocalDate::compareTo);
    }

    private void dedicated(Entry<Instance> entry) {
        Entry<Server> server = estate.server(entry.record().server());
        if (server == null
                || server.record().location() != Location.PROVIDER
                || !server.record().shared().isNo()) {
            return;
        }
        String provider = Hosting.providerName(server.record());
        Verdict verdict = switch (estate.hosting().listed(server.record())) {
            case YES -> Verdict.pass(provider + " is a Listed Provider: its dedicated server counts as shared.");
            case NO ->
                Verdict.notApplicable(
                        provider + " is no Listed Provider: its dedicated server falls under the outsourcing terms.");
            case UNKNOWN ->
                Verdict.undetermined("Whether " + provider
                        + " is a Listed Provider is not known; listed_provider of `providers` settles it.");
        };
        results.find("SA-LMS-13", subject(entry), verdict.from(Sources.of(List.of(entry, server))));
    }

    static String subject(Entry<Instance> entry) {
        return "instance:" + entry.record().instance();
    }
}
