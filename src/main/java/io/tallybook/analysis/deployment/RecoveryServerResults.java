package io.tallybook.analysis.deployment;

import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Instance.Role;
import io.tallybook.ledger.Server;
import io.tallybook.ledger.Server.ManagedBy;
import io.tallybook.ledger.Server.Purpose;
import io.tallybook.result.Figure;
import io.tallybook.result.FindingStatus;
import java.util.List;

/** Says of disaster recovery servers who manages them, and whether the host needs Windows Server licenses (SA-DRR-04, -17 to -20). */
final class RecoveryServerResults {
    private final Estate estate;
    private final DeploymentResults results;

    RecoveryServerResults(Estate estate, DeploymentResults results) {
        this.estate = estate;
        this.results = results;
    }

    void write() {
        for (Entry<Server> entry : estate.all(Server.class)) {
            Server server = entry.record();
            boolean recovers =
                    server.purpose() == Purpose.DISASTER_RECOVERY || estate.holds(server.server(), Role.BACKUP);
            if (Hosting.isDedicated(server) && recovers) {
                outsourcing("SA-DRR-04", entry, results);
                host(entry);
            }
        }
    }

    /** A server that somebody else manages falls under the outsourcing terms, which a person has to look up. */
    static void outsourcing(String clause, Entry<Server> entry, DeploymentResults results) {
        Server server = entry.record();
        String subject = "server:" + server.server();
        ManagedBy manager = server.managedBy();
        if (manager == null) {
            results.find(
                    clause,
                    subject,
                    new Grounds()
                            .from(entry)
                            .open("who manages server " + server.server() + " is not known; managed_by settles it")
                            .orPass(""));
        } else if (manager == ManagedBy.OTHER) {
            results.ask(
                    clause,
                    subject,
                    "Somebody else manages server " + server.server()
                            + ". Is the Outsourcing Software Management clause met?",
                    List.of(entry));
        }
    }

    private void host(Entry<Server> entry) {
        Server server = entry.record();
        String subject = "server:" + server.server();
        FindingStatus replica = results.find(
                "SA-DRR-18",
                subject,
                new Grounds()
                        .from(entry)
                        .require(
                                server.hyperVReplica(),
                                "Hyper-V Replica does not replicate to server " + server.server(),
                                "whether Hyper-V replicates to server " + server.server()
                                        + " is not known; hyper_v_replica settles it")
                        .orPass("Hyper-V replicates virtual OSEs to it."));
        FindingStatus workload = results.ask("SA-DRR-19", subject, workload(entry));
        FindingStatus production = results.find("SA-DRR-20", subject, production(entry));
        FindingStatus worst = replica.worse(workload).worse(production);
        results.find(
                "SA-DRR-17",
                subject,
                Verdict.of(
                                worst,
                                "Hyper-V Replica (SA-DRR-18) " + replica + ", workloads (SA-DRR-19) " + workload
                                        + ", no production use (SA-DRR-20) " + production + ".")
                        .from(Sources.of(entry)));
        licenses(entry, worst);
    }

    private Verdict workload(Entry<Server> entry) {
        Server server = entry.record();
        Grounds grounds = new Grounds().from(entry);
        if (server.virtualizationOnly().isNo()) {
            grounds.fail("it runs more than virtualization, agents, replication and disaster recovery workloads"
                    + " (virtualization_only = N)");
        }
        for (Role role : List.of(Role.PRODUCTION, Role.DEVELOPMENT)) {
            if (estate.holds(server.server(), role)) {
                grounds.fail("a " + role + " instance stands on it");
            }
        }
        return server.virtualizationOnly().isYes()
                ? grounds.orPass("It runs only virtualization, agents, replication and disaster recovery workloads.")
                : grounds.orAsk("Does server " + server.server()
                        + " run only virtualization, agents, replication and disaster recovery workloads?");
    }

    private Verdict production(Entry<Server> entry) {
        Server server = entry.record();
        Purpose purpose = server.purpose();
        Grounds grounds = new Grounds().from(entry);
        if (purpose == null) {
            grounds.open("the purpose of server " + server.server() + " is not known; `purpose` settles it");
        } else if (purpose == Purpose.PRODUCTION) {
            grounds.fail("its purpose is PRODUCTION");
        }
        if (estate.holds(server.server(), Role.PRODUCTION)) {
            grounds.fail("a PRODUCTION instance stands on it");
        }
        return grounds.orPass("It is no production server.");
    }

    private void licenses(Entry<Server> entry, FindingStatus conditions) {
        Server server = entry.record();
        Figure.Builder figure = results.figure("dr.windows-server-licenses", "server:" + server.server())
                .sources(Sources.of(entry));
        Integer cores = server.physicalCores();
        Integer processors = server.processors();
        if (conditions == FindingStatus.PASS) {
            figure.known(0).work("the three conditions are met", "0", "core-licenses");
        } else if (conditions != FindingStatus.FAIL) {
            figure.unknown("SA-DRR-17 is " + conditions + "; it has to be settled first.");
        } else if (cores == null || processors == null) {
            figure.unknown("The cores or processors of server " + server.server()
                    + " are not known; physical_cores and processors settle it.");
        } else {
            int ofProcessors = estate.rules().windowsServerCoresPerProcessor() * processors;
            int ofServer = estate.rules().windowsServerCores();
            figure.known(Math.max(cores, Math.max(ofProcessors, ofServer)))
                    .work("physical cores", Integer.toString(cores), "cores")
                    .work(
                            processors + " processors x " + estate.rules().windowsServerCoresPerProcessor(),
                            Integer.toString(ofProcessors),
                            "cores")
                    .work("minimum of a server", Integer.toString(ofServer), "cores");
        }
        results.add(figure);
    }
}
