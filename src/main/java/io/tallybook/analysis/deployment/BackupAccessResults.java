package io.tallybook.analysis.deployment;

import io.tallybook.analysis.Sources;
import io.tallybook.analysis.deployment.AccessLicenses.Coverage;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Instance;
import io.tallybook.ledger.License;
import io.tallybook.ledger.License.Metric;
import io.tallybook.result.Figure;
import io.tallybook.result.FigureState;
import java.util.List;

/** Says whether everything that reaches or manages a backup instance has SA (SA-DRR-15). */
final class BackupAccessResults {
    private final Estate estate;
    private final DeploymentResults results;
    private final AccessLicenses access;

    BackupAccessResults(Estate estate, DeploymentResults results, AccessLicenses access) {
        this.estate = estate;
        this.results = results;
        this.access = access;
    }

    void write(Entry<Instance> entry) {
        Instance backup = entry.record();
        String subject = "instance:" + backup.instance();
        Figure.Builder figure = results.figure("dr.access-sa-missing", subject);
        Entry<License> position = estate.productionLicenseOf(backup);
        if (position == null) {
            String why = RecoveryResults.noProductionLicense(backup, estate.productionOf(backup));
            results.find(
                    "SA-DRR-15", subject, new Grounds().from(entry).open(why).orPass(""));
            results.add(figure.unknown(why + ".").sources(Sources.of(entry)));
            return;
        }
        NamedProduct product = estate.product(backup.product());
        boolean needsCals = position.record().metric() != Metric.CORE || product.is(ProductFamily.WINDOWS_SERVER);
        List<Entry<License>> counted = access.of(product).stream()
                .filter(license -> needsCals || license.record().metric() == Metric.MANAGEMENT)
                .toList();
        if (!needsCals && counted.isEmpty()) {
            return;
        }
        Coverage coverage = Coverage.of(counted, estate.rights()::sa);
        Grounds grounds = new Grounds().from(entry, position).from(counted);
        if (!coverage.without().isEmpty()) {
            grounds.fail("without SA: " + RecoveryResults.listed(coverage.without()));
        }
        if (!coverage.open().isEmpty()) {
            grounds.open("SA of " + RecoveryResults.listed(coverage.open())
                    + " is not known; sa_start and sa_end settle it");
        }
        boolean noCals = needsCals
                && counted.stream()
                        .noneMatch(license ->
                                AccessLicenses.isAccess(license.record().metric()));
        if (noCals) {
            grounds.open("no CAL or External Connector position with access_to " + backup.product()
                    + " was delivered; `licenses` settles it");
        }
        results.find(
                "SA-DRR-15",
                subject,
                grounds.orPass("All " + counted.size() + " positions that give access to " + backup.product()
                        + " or manage it have SA on " + estate.asOf() + "."));
        boolean fails = !coverage.without().isEmpty();
        boolean open = !coverage.open().isEmpty();
        FigureState state = fails
                ? open ? FigureState.LOWER_BOUND : FigureState.KNOWN
                : open || noCals ? FigureState.UNKNOWN : FigureState.KNOWN;
        results.add(figure.state(
                        state,
                        AccessLicenses.plain(coverage.missing()),
                        state == FigureState.KNOWN
                                ? ""
                                : noCals && !fails
                                        ? "No CAL or External Connector position with access_to " + backup.product()
                                                + " was delivered."
                                        : "SA of " + RecoveryResults.listed(coverage.open()) + " is not known.")
                .work("positions counted", Integer.toString(counted.size()))
                .work("quantity without SA", AccessLicenses.plain(coverage.missing()), "licenses")
                .sources(Sources.of(counted.isEmpty() ? List.of(entry) : counted)));
    }
}
