package io.tallybook.analysis.deployment;

import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Instance;
import io.tallybook.ledger.Instance.Role;
import io.tallybook.ledger.Server;
import io.tallybook.ledger.Server.Location;
import io.tallybook.ledger.Server.Purpose;
import io.tallybook.ledger.YesNo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says whether a backup instance stands where it may: dedicated server, Azure, cluster (SA-DRR-02, -03, -08, -12, -13). */
final class BackupPlaceResults {
    private final Estate estate;
    private final DeploymentResults results;
    private final Entry<Instance> entry;
    private final Instance backup;
    private final String subject;
    private final @Nullable Entry<Server> server;
    private final @Nullable Entry<Instance> production;

    BackupPlaceResults(Estate estate, DeploymentResults results, Entry<Instance> entry) {
        this.estate = estate;
        this.results = results;
        this.entry = entry;
        backup = entry.record();
        subject = "instance:" + backup.instance();
        server = estate.server(backup.server());
        production = estate.productionOf(backup);
    }

    void write() {
        Entry<Server> place = server;
        if (place != null) {
            dedicated(place.record());
            cloud(place.record());
        }
        if (place == null || place.record().location() != Location.AZURE) {
            cluster();
        }
        results.ask(
                "SA-DRR-13",
                subject,
                "Is the backup used as the License Terms of " + backup.product() + " say?",
                List.of(entry));
    }

    private void dedicated(Server place) {
        if (!Hosting.isDedicated(place)) {
            return;
        }
        Grounds grounds = new Grounds().from(entry, server, production);
        Purpose purpose = place.purpose();
        if (purpose == null) {
            grounds.open("the purpose of server " + place.server() + " is not known; `purpose` settles it");
        } else if (purpose != Purpose.DISASTER_RECOVERY) {
            grounds.fail("server " + place.server() + " has purpose " + purpose
                    + ", it is not dedicated to disaster recovery");
        }
        if (estate.holds(place.server(), Role.PRODUCTION)) {
            grounds.fail("a PRODUCTION instance stands on server " + place.server());
        }
        if (production == null) {
            grounds.open(RecoveryResults.noProduction(backup));
        } else if (production.record().server().equals(place.server())) {
            grounds.fail("it stands on the server of its production instance " + backup.protects());
        }
        results.find(
                "SA-DRR-02",
                subject,
                grounds.orPass("Server " + place.server() + " is another one and dedicated to disaster recovery."));
    }

    private void cloud(Server place) {
        if (place.location() == Location.AZURE) {
            azure();
        } else if (place.location() == Location.PROVIDER && !place.shared().isNo()) {
            results.find(
                    "SA-DRR-03",
                    subject,
                    new Grounds()
                            .from(entry, server)
                            .require(
                                    place.shared().isYes() ? YesNo.NO : YesNo.UNKNOWN,
                                    "server " + place.server() + " is shared with other customers of "
                                            + Hosting.providerName(place) + ": no disaster recovery right covers that",
                                    estate.hosting().unknownKind(place.server()))
                            .orPass(""));
        }
    }

    private void azure() {
        boolean windowsServer = estate.product(backup.product()).is(ProductFamily.WINDOWS_SERVER);
        YesNo recovery = backup.azureSiteRecovery();
        String unmanaged = "Azure Site Recovery does not manage it";
        String unknown = "whether Azure Site Recovery manages it is not known; azure_site_recovery settles it";
        Grounds grounds = new Grounds().from(entry, server);
        if (!windowsServer) {
            results.find(
                    "SA-DRR-03",
                    subject,
                    grounds.require(recovery, unmanaged, unknown)
                            .orPass("It is on Azure, managed by Azure Site Recovery."));
        } else if (backup.azureHybridBenefit().isNo()) {
            results.find(
                    "SA-DRR-03",
                    subject,
                    grounds.fail("a backup of Windows Server runs on Azure under the Azure Hybrid Benefit only")
                            .orPass(""));
        } else {
            results.find(
                    "SA-DRR-08",
                    subject,
                    grounds.require(recovery, unmanaged, unknown)
                            .require(
                                    backup.azureHybridBenefit(),
                                    "",
                                    "whether it runs under the Azure Hybrid Benefit is not known; azure_hybrid_benefit"
                                            + " settles it")
                            .orPass("It runs under the Azure Hybrid Benefit, managed by Azure Site Recovery."));
        }
    }

    private void cluster() {
        Grounds grounds = new Grounds().from(entry, production);
        String mine = backup.cluster();
        String other = production == null ? "" : production.record().cluster();
        boolean bothNamed = !mine.isEmpty() && !other.isEmpty();
        boolean inNone = backup.clustered().isNo()
                || (production != null && production.record().clustered().isNo());
        if (bothNamed && mine.equalsIgnoreCase(other)) {
            grounds.fail("it is in cluster " + mine + " together with its production instance " + backup.protects());
        } else if (!bothNamed && !inNone) {
            grounds.open(
                    production == null
                            ? RecoveryResults.noProduction(backup)
                            : "the cluster of " + (mine.isEmpty() ? backup.instance() : backup.protects())
                                    + " is not known; `cluster`, or clustered = N, settles it");
        }
        results.find("SA-DRR-12", subject, grounds.orPass("It is in no cluster with its production instance."));
    }
}
