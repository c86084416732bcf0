package io.tallybook.analysis.deployment;

import io.tallybook.ledger.Entry;
import io.tallybook.ledger.EsuCoverage;
import io.tallybook.ledger.License;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Extended Security Updates as bought.
 *
 * @param entry  the row
 * @param license  the position that it covers, or null if none is named or it was not delivered
 * @param product  the product
 */
record UpdateRow(Entry<EsuCoverage> entry, @Nullable Entry<License> license, NamedProduct product) {
    /** Returns the rows ordered by the as-of date, in reading order. */
    static List<UpdateRow> of(Estate estate) {
        List<UpdateRow> rows = new ArrayList<>();
        for (Entry<EsuCoverage> entry : estate.upToDate(EsuCoverage.class, UpdateRow::ordered)) {
            EsuCoverage row = entry.record();
            rows.add(new UpdateRow(entry, estate.license(row.license()), estate.product(row.product())));
        }
        return rows;
    }

    private static LocalDate ordered(EsuCoverage row) {
        LocalDate ordered = row.ordered();
        return ordered == null ? row.start() : ordered;
    }

    EsuCoverage record() {
        return entry.record();
    }

    String subject() {
        return "esu:" + record().esu();
    }

    /** The day of the order: the start where it is blank. */
    LocalDate ordered() {
        return ordered(record());
    }

    /** Does it cover a workload that a provider hosts with its license? */
    boolean isHosted() {
        return !record().instance().isEmpty();
    }

    /** Is it on CALs or External Connectors, for which there are no such updates? */
    boolean isOnAccessLicense() {
        return license != null && AccessLicenses.isAccess(license.record().metric());
    }

    /** Is it coverage of a Licensed Server, as it can be bought? */
    boolean isOfServer() {
        return !isHosted() && !isOnAccessLicense();
    }

    boolean isActive(LocalDate day) {
        return !day.isBefore(record().start()) && !day.isAfter(record().end());
    }

    /** Says why the license is not known. */
    String noLicense() {
        return record().license().isEmpty()
                ? "the license of " + record().esu() + " is not known; its `license` settles it"
                : "license " + record().license() + " of " + record().esu()
                        + " was not delivered; a row of `licenses` settles it";
    }
}
