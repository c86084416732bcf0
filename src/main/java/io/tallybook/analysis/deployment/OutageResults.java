package io.tallybook.analysis.deployment;

import io.tallybook.ledger.BackupRun.Reason;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Instance;
import io.tallybook.ledger.Outage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Says whether the backups were off again once production was back (SA-DRR-14). */
final class OutageResults {
    private final Estate estate;
    private final DeploymentResults results;
    private final Outages.Log outages;

    OutageResults(Estate estate, DeploymentResults results, Outages.Log outages) {
        this.estate = estate;
        this.results = results;
        this.outages = outages;
    }

    /**
     * Writes a finding for each outage that is over.
     *
     * @param backups  the backup instances
     * @param logs  their runs, by instance
     */
    void write(List<Entry<Instance>> backups, Map<String, RunLog> logs) {
        Map<String, List<Entry<Instance>>> byServer = new HashMap<>();
        for (Entry<Instance> backup : backups) {
            Entry<Instance> production = estate.productionOf(backup.record());
            if (production != null) {
                byServer.computeIfAbsent(production.record().server(), server -> new ArrayList<>())
                        .add(backup);
            }
        }
        outages.byServer().forEach((server, rows) -> {
            List<Entry<Instance>> mine = byServer.getOrDefault(server, List.of());
            if (!mine.isEmpty()) {
                Map<String, TimeSet> late = new HashMap<>();
                mine.forEach(backup -> late.put(
                        backup.record().instance(),
                        outsideTests(
                                Objects.requireNonNull(logs.get(backup.record().instance())))));
                write(rows, mine, late, logs);
            }
        });
    }

    /** Outside time in runs that are no tests. */
    private static TimeSet outsideTests(RunLog log) {
        return TimeSet.union(log.runs().stream()
                .filter(run -> !run.is(Reason.TEST))
                .map(run -> run.time().and(log.outside()))
                .toList());
    }

    private void write(
            List<Entry<Outage>> rows,
            List<Entry<Instance>> backups,
            Map<String, TimeSet> late,
            Map<String, RunLog> logs) {
        for (int i = 0; i < rows.size(); i++) {
            Outage outage = rows.get(i).record();
            Optional<Instant> end = Outages.end(outage, estate);
            if (end.isEmpty()) {
                continue;
            }
            TimeSet after = TimeSet.of(end.get(), nextStart(rows, i, end.get()));
            Grounds grounds = new Grounds().from(rows.get(i)).from(backups);
            List<String> withoutLog = new ArrayList<>();
            for (Entry<Instance> backup : backups) {
                String id = backup.record().instance();
                TimeSet outside = Objects.requireNonNull(late.get(id)).and(after);
                if (!outside.isEmpty()) {
                    grounds.fail("backup " + id + " ran " + outside.hours().toPlainString()
                            + " hours outside its permitted time after server " + outage.server() + " was back");
                }
                if (Objects.requireNonNull(logs.get(id)).runs().isEmpty()) {
                    withoutLog.add(id);
                }
            }
            String subject = "outage:" + outage.outage();
            results.ask(
                    "SA-DRR-14",
                    subject,
                    withoutLog.isEmpty()
                            ? grounds.orPass("After it the backups of server " + outage.server()
                                    + " ran in permitted time only.")
                            : grounds.orAsk("There is no log of the runs of " + RecoveryResults.listed(withoutLog)
                                    + ". Did they run in permitted time only once server " + outage.server()
                                    + " was back?"));
        }
    }

    private Instant nextStart(List<Entry<Outage>> rows, int index, Instant end) {
        for (int i = index + 1; i < rows.size(); i++) {
            Instant start = rows.get(i).record().start();
            if (!start.isBefore(end)) {
                return start;
            }
        }
        return estate.endOfAsOf();
    }
}
