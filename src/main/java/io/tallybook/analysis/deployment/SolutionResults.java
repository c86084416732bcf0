package io.tallybook.analysis.deployment;

import io.tallybook.analysis.Verdict;
import io.tallybook.analysis.deployment.Hosting.Kind;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.License;
import io.tallybook.ledger.License.Channel;
import io.tallybook.ledger.Server;
import io.tallybook.ledger.UnifiedSolution;
import io.tallybook.ledger.UnifiedSolution.Operator;
import io.tallybook.ledger.UnifiedSolution.WindowsServerSource;
import io.tallybook.ledger.UnifiedSolutionComponent;
import io.tallybook.ledger.UnifiedSolutionComponent.Use;
import io.tallybook.ledger.YesNo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Says of Unified Solutions whether their Self-Hosted Applications may be offered to third parties (SA-SHA-01 to -14). */
final class SolutionResults {
    private static final Set<WindowsServerSource> PERMITTED_SOURCES =
            Set.of(WindowsServerSource.LM_PARTNER, WindowsServerSource.SPLA, WindowsServerSource.OTHER_VL_SHARED);

    private final Estate estate;
    private final DeploymentResults results;
    private final Map<String, List<Entry<UnifiedSolutionComponent>>> components;

    SolutionResults(Estate estate, DeploymentResults results) {
        this.estate = estate;
        this.results = results;
        components = Estate.grouped(estate.all(UnifiedSolutionComponent.class), UnifiedSolutionComponent::solution);
    }

    void write() {
        estate.all(UnifiedSolution.class).forEach(this::solution);
        positions();
        servers();
    }

    private void solution(Entry<UnifiedSolution> entry) {
        UnifiedSolution solution = entry.record();
        List<Entry<UnifiedSolutionComponent>> mine = components.getOrDefault(solution.solution(), List.of());
        String subject = "solution:" + solution.solution();
        YesNo shared = deliveredFromSharedServers(mine);
        new SolutionLicenseResults(estate, results).write(solution.solution(), mine);
        channels(subject, entry, mine, shared);
        eligible(subject, entry, mine, shared);
        sharedServers(subject, entry, mine, shared);
        statements(subject, entry);
    }

    /** A component without a server says nothing; without any server named, nothing is known. */
    private YesNo deliveredFromSharedServers(List<Entry<UnifiedSolutionComponent>> mine) {
        List<String> servers = mine.stream()
                .map(entry -> entry.record().server())
                .filter(server -> !server.isEmpty())
                .toList();
        return servers.isEmpty()
                ? YesNo.UNKNOWN
                : servers.stream().map(estate.hosting()::shared).reduce(YesNo.NO, YesNo::or);
    }

    private boolean isWindowsServer(UnifiedSolutionComponent component) {
        return estate.product(component.product()).is(ProductFamily.WINDOWS_SERVER);
    }

    private static boolean isSoftware(UnifiedSolutionComponent component) {
        return component.use() != Use.ACCESS;
    }

    /** Is it Windows Server that the provider brings to the shared servers, so that it needs no license of the customer? */
    private YesNo isBrought(UnifiedSolution solution, UnifiedSolutionComponent component, YesNo shared) {
        WindowsServerSource source = solution.windowsServerSource();
        boolean permitted = source != null && PERMITTED_SOURCES.contains(source);
        return permitted && isWindowsServer(component) ? shared : YesNo.NO;
    }

    private void channels(
            String subject, Entry<UnifiedSolution> solution, List<Entry<UnifiedSolutionComponent>> mine, YesNo shared) {
        Grounds grounds = new Grounds().from(solution);
        for (Entry<UnifiedSolutionComponent> entry : mine) {
            UnifiedSolutionComponent component = entry.record();
            YesNo brought = isBrought(solution.record(), component, shared);
            if (isSoftware(component) && !brought.isYes()) {
                Entry<License> license = estate.license(component.license());
                Channel channel = license == null ? null : license.record().channel();
                grounds.from(entry, license);
                if (license == null) {
                    grounds.open(noLicense(component));
                } else if (channel == null) {
                    grounds.open("the channel of " + component.license() + " is not known; `channel` settles it");
                } else if (channel != Channel.VOLUME) {
                    String why = "component " + component.component() + ": " + component.license() + " has channel "
                            + channel + ", not Volume Licensing";
                    grounds.require(brought.isKnown() ? YesNo.NO : YesNo.UNKNOWN, why, why + "; " + serversNotKnown());
                }
            }
        }
        results.find("SA-SHA-04", subject, grounds.orPass("All software of it was bought in Volume Licensing."));
    }

    private void eligible(
            String subject, Entry<UnifiedSolution> solution, List<Entry<UnifiedSolutionComponent>> mine, YesNo shared) {
        Grounds grounds = new Grounds().from(solution);
        for (Entry<UnifiedSolutionComponent> entry : mine) {
            UnifiedSolutionComponent component = entry.record();
            YesNo brought = isBrought(solution.record(), component, shared);
            if (isSoftware(component) && !brought.isYes()) {
                Entry<License> license = estate.license(component.license());
                grounds.from(entry, license);
                if (license == null) {
                    grounds.open(noLicense(component));
                } else {
                    YesNo right = estate.rights().selfHosted(license.record());
                    String without = noSelfHosting(license.record());
                    grounds.require(
                            right.isNo() && !brought.isKnown() ? YesNo.UNKNOWN : right,
                            "component " + component.component() + ": " + without,
                            right.isNo() ? without + "; " + serversNotKnown() : selfHostingNotKnown(license.record()));
                }
            }
        }
        results.find("SA-SHA-05", subject, grounds.orPass("All software of it has Self-Hosted rights."));
    }

    private static String serversNotKnown() {
        return "whether the solution is delivered from shared servers is not known; the servers of its components settle it";
    }

    private static String noSelfHosting(License license) {
        return license.license() + " (" + license.product() + ") has no Self-Hosted rights";
    }

    private static String selfHostingNotKnown(License license) {
        return "whether " + license.product() + " has Self-Hosted rights is not known; self_hosted of "
                + license.license() + " or of `products` settles it";
    }

    static String noLicense(UnifiedSolutionComponent component) {
        return component.license().isEmpty()
                ? "the license of component " + component.component() + " is not known; its `license` settles it"
                : "license " + component.license() + " of component " + component.component()
                        + " was not delivered; a row of `licenses` settles it";
    }

    private void sharedServers(
            String subject, Entry<UnifiedSolution> solution, List<Entry<UnifiedSolutionComponent>> mine, YesNo shared) {
        WindowsServerSource source = solution.record().windowsServerSource();
        boolean used = source != WindowsServerSource.NOT_USED;
        switch (shared) {
            case NO -> {}
            case UNKNOWN -> {
                Verdict open = new Grounds()
                        .from(solution)
                        .from(mine)
                        .open(serversNotKnown())
                        .orPass("");
                results.find("SA-SHA-06", subject, open);
                if (used) {
                    results.find("SA-SHA-07", subject, open);
                }
                results.find("SA-SHA-08", subject, open);
            }
            case YES -> {
                barred(subject, solution, mine);
                if (used) {
                    windowsServer(subject, solution, source);
                }
                mobility(subject, solution, mine);
            }
        }
    }

    private void barred(String subject, Entry<UnifiedSolution> solution, List<Entry<UnifiedSolutionComponent>> mine) {
        Grounds grounds = new Grounds().from(solution).from(mine);
        for (Entry<UnifiedSolutionComponent> entry : mine) {
            UnifiedSolutionComponent component = entry.record();
            boolean hosted = component.use() == Use.SELF_HOSTED && isWindowsServer(component);
            if (hosted || (component.use() == Use.ACCESS && isBarredAccess(component))) {
                grounds.fail("on shared servers " + component.product() + " (component " + component.component()
                        + ") cannot serve as Self-Hosted Application or its access license");
            }
        }
        results.find(
                "SA-SHA-06",
                subject,
                grounds.orPass(
                        "It is delivered from shared servers without Windows Server or its access licenses of the"
                                + " customer."));
    }

    private boolean isBarredAccess(UnifiedSolutionComponent component) {
        Entry<License> license = estate.license(component.license());
        Predicate<NamedProduct> barred = estate.rules()::isBarredFromSharedSelfHosting;
        return barred.test(estate.product(component.product()))
                || (license != null
                        && estate.products(license.record().accessTo()).stream().anyMatch(barred));
    }

    private void windowsServer(String subject, Entry<UnifiedSolution> solution, @Nullable WindowsServerSource source) {
        if (source == null) {
            results.ask(
                    "SA-SHA-07",
                    subject,
                    "Does Windows Server on the shared servers come from a License Mobility partner, a Services Provider"
                            + " Licensing Agreement or another offering that permits shared use?",
                    List.of(solution));
            return;
        }
        Grounds grounds = new Grounds().from(solution);
        if (!PERMITTED_SOURCES.contains(source)) {
            grounds.fail("Windows Server on the shared servers comes from the customer's ordinary licenses (" + source
                    + ")");
        }
        results.find(
                "SA-SHA-07",
                subject,
                grounds.orPass("Windows Server on the shared servers comes from " + source + "."));
    }

    private void mobility(String subject, Entry<UnifiedSolution> solution, List<Entry<UnifiedSolutionComponent>> mine) {
        Grounds grounds = new Grounds().from(solution);
        for (Entry<UnifiedSolutionComponent> entry : mine) {
            UnifiedSolutionComponent component = entry.record();
            Kind kind =
                    component.server().isEmpty() ? Kind.OWN : estate.hosting().kind(component.server());
            if (!isSoftware(component) || isWindowsServer(component) || kind == Kind.OWN) {
                continue;
            }
            Entry<License> license = estate.license(component.license());
            grounds.from(entry, license);
            if (license == null) {
                grounds.open(noLicense(component));
                continue;
            }
            License position = license.record();
            YesNo right = estate.rights().mobility(position).and(estate.rights().sa(position));
            String why = "component " + component.component() + ": "
                    + (estate.rights().mobility(position).isNo()
                            ? position.license() + " (" + position.product() + ") has no License Mobility"
                            : estate.rights().sa(position).isYes()
                                    ? "whether " + position.product() + " has License Mobility is not known"
                                    : estate.rights().saText(position, estate.asOf()));
            boolean certain = kind == Kind.SHARED;
            grounds.require(
                    right.isNo() && !certain ? YesNo.UNKNOWN : right,
                    why,
                    certain ? why : why + "; " + estate.hosting().unknownKind(component.server()));
        }
        results.find(
                "SA-SHA-08",
                subject,
                grounds.orPass("All software on shared servers but Windows Server has License Mobility and SA."));
    }

    private void statements(String subject, Entry<UnifiedSolution> entry) {
        UnifiedSolution solution = entry.record();
        List<Entry<UnifiedSolution>> rows = List.of(entry);
        results.ask(
                "SA-SHA-10",
                subject,
                "Does the customer's own software add significant and primary functionality?",
                rows);
        Grounds access = new Grounds().from(entry);
        if (solution.directAccess().isYes()) {
            access.fail("end users can reach a Self-Hosted Application directly (direct_access = Y)");
        }
        results.ask(
                "SA-SHA-11",
                subject,
                access.orAsk(
                        "Is the customer's own software the principal service, without direct access of end users to"
                                + " the Self-Hosted Applications?"));
        Grounds delivery = new Grounds().from(entry);
        if (solution.onEndUserDevice().isYes()) {
            delivery.fail("it is loaded onto end users' devices (on_end_user_device = Y)");
        }
        if (solution.operator() == Operator.END_USER) {
            delivery.fail("the end user controls its servers day to day (operator = END_USER)");
        }
        results.ask(
                "SA-SHA-12",
                subject,
                delivery.orAsk(
                        "Is it delivered online, from servers that the customer or a third party, and never the end"
                                + " user, controls day to day?"));
        results.ask(
                "SA-SHA-13",
                subject,
                "Does the customer own its software, apart from non-substantive software of others?",
                rows);
    }

    private void positions() {
        Map<String, Entry<License>> software = new LinkedHashMap<>();
        Map<String, Entry<License>> transferred = new LinkedHashMap<>();
        for (Entry<UnifiedSolutionComponent> entry : estate.all(UnifiedSolutionComponent.class)) {
            UnifiedSolutionComponent component = entry.record();
            Entry<License> license = estate.license(component.license());
            if (license != null) {
                if (isSoftware(component)) {
                    software.put(component.license(), license);
                }
                if (license.record().transferred().isYes()) {
                    transferred.put(component.license(), license);
                }
            }
        }
        software.forEach((id, license) -> results.find(
                "SA-SHA-01",
                "license:" + id,
                new Grounds()
                        .from(license)
                        .require(
                                estate.rights().selfHosted(license.record()),
                                noSelfHosting(license.record()),
                                selfHostingNotKnown(license.record()))
                        .orPass(license.record().product() + " has Self-Hosted rights.")));
        transferred.forEach((id, license) -> results.ask(
                "SA-SHA-14",
                "license:" + id,
                "License " + id + " was transferred. Did the agreement permit that?",
                List.of(license)));
    }

    private void servers() {
        Map<String, Entry<Server>> named = new LinkedHashMap<>();
        for (Entry<UnifiedSolutionComponent> entry : estate.all(UnifiedSolutionComponent.class)) {
            Entry<Server> server = estate.server(entry.record().server());
            if (server != null && Hosting.isDedicated(server.record())) {
                named.put(server.record().server(), server);
            }
        }
        named.values().forEach(server -> RecoveryServerResults.outsourcing("SA-SHA-09", server, results));
    }
}
