package io.tallybook.analysis.deployment;

import io.tallybook.analysis.Sources;
import io.tallybook.ledger.AccessGroup;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Instance;
import io.tallybook.ledger.License;
import io.tallybook.ledger.License.Metric;
import io.tallybook.result.Figure;
import io.tallybook.result.FigureState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says who reaches software on shared servers without an access license with SA (SA-LMS-04). */
final class SharedAccessResults {
    private final Estate estate;
    private final DeploymentResults results;
    private final Map<String, List<Entry<AccessGroup>>> groups;

    SharedAccessResults(Estate estate, DeploymentResults results, Map<String, List<Entry<AccessGroup>>> groups) {
        this.estate = estate;
        this.results = results;
        this.groups = groups;
    }

    /** Adds up who lacks access, group by group and position by position. */
    private final class Tally {
        private BigDecimal lacking = BigDecimal.ZERO;
        private final List<String> open = new ArrayList<>();
        private final Map<String, BigDecimal> byLicense = new LinkedHashMap<>();

        void add(AccessGroup group) {
            BigDecimal users = BigDecimal.valueOf(group.users());
            if (group.slAccess().isYes()) {
                return;
            }
            if (!group.license().isEmpty()) {
                byLicense.merge(group.license(), users, BigDecimal::add);
            } else if (group.slAccess().isNo()) {
                lacking = lacking.add(users);
            } else {
                open.add("under which license group " + group.access()
                        + " has access is not known; `license` or sl_access" + " settles it");
            }
        }

        void settle(Figure.Builder figure) {
            byLicense.forEach((id, users) -> {
                Entry<License> entry = estate.license(id);
                if (entry == null) {
                    open.add("license " + id + " was not delivered; a row of `licenses` settles it");
                    return;
                }
                License license = entry.record();
                switch (estate.rights().sa(license)) {
                    case YES -> {
                        boolean all = license.metric() == Metric.EXTERNAL_CONNECTOR;
                        BigDecimal more = all
                                ? BigDecimal.ZERO
                                : users.subtract(license.quantity()).max(BigDecimal.ZERO);
                        work(
                                figure,
                                id + ", with SA, " + (all ? "any number" : AccessLicenses.plain(license.quantity())),
                                users,
                                more);
                    }
                    case NO -> work(figure, id + ", without SA", users, users);
                    case UNKNOWN -> open.add(estate.rights().saText(license, estate.asOf()));
                }
            });
        }

        private void work(Figure.Builder figure, String license, BigDecimal users, BigDecimal more) {
            lacking = lacking.add(more);
            figure.work(
                    AccessLicenses.plain(users) + " under " + license + ": lacking",
                    AccessLicenses.plain(more),
                    "users");
        }
    }

    void write(Entry<Instance> instance) {
        String subject = SharedUseResults.subject(instance);
        List<Entry<AccessGroup>> mine = groups.getOrDefault(instance.record().instance(), List.of());
        if (mine.isEmpty()) {
            results.find(
                    "SA-LMS-04",
                    subject,
                    new Grounds()
                            .from(instance)
                            .open("who reaches it is not known; `access_groups` settles it")
                            .orPass(""));
            return;
        }
        Figure.Builder figure =
                results.figure("mobility.access-shortfall", subject).sources(Sources.of(mine));
        Tally tally = new Tally();
        mine.forEach(group -> tally.add(group.record()));
        tally.settle(figure);
        boolean lacks = tally.lacking.signum() > 0;
        Grounds grounds = new Grounds().from(instance).from(mine);
        if (lacks) {
            grounds.fail(AccessLicenses.plain(tally.lacking) + " users or devices have no access license with SA and no"
                    + " subscription that permits access");
        }
        tally.open.forEach(grounds::open);
        results.find("SA-LMS-04", subject, grounds.orPass("Everybody who reaches it has a valid way of access."));
        FigureState state =
                tally.open.isEmpty() ? FigureState.KNOWN : lacks ? FigureState.LOWER_BOUND : FigureState.UNKNOWN;
        results.add(figure.state(
                state,
                AccessLicenses.plain(tally.lacking),
                tally.open.isEmpty() ? "" : "Not judged: " + String.join("; ", tally.open) + "."));
    }
}
