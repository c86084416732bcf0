package io.tallybook.analysis.deployment;

import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.License;
import io.tallybook.ledger.YesNo;
import io.tallybook.terms.Designation;
import io.tallybook.terms.ProductCatalogue;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a license position gives: Software Assurance on a day, and the rights that its product is designated for. */
final class Rights {
    private final Estate estate;
    private final Map<String, Entry<Agreement>> agreements;

    Rights(Estate estate, Map<String, Entry<Agreement>> agreements) {
        this.estate = estate;
        this.agreements = agreements;
    }

    /** Has the position no SA whatever its dates say: by its own cell, or because its program gives none (SA-GEN-02)? */
    boolean isWithoutSa(License license) {
        return license.withSa().isNo() || isExcluded(license);
    }

    private boolean isExcluded(License license) {
        Entry<Agreement> agreement = agreements.get(license.agreement());
        return agreement != null && estate.rules().isExcluded(agreement.record().program());
    }

    /** Has the position SA on a day? Both ends of its term are inside. */
    YesNo sa(License license, LocalDate day) {
        LocalDate start = license.saStart();
        LocalDate end = license.saEnd();
        boolean before = start != null && day.isBefore(start);
        boolean after = end != null && day.isAfter(end);
        if (isWithoutSa(license) || before || after) {
            return YesNo.NO;
        }
        return start != null && end != null ? YesNo.YES : YesNo.UNKNOWN;
    }

    YesNo sa(License license) {
        return sa(license, estate.asOf());
    }

    /** Does it carry Extended Security Updates on a day: a license with SA, or a subscription that is equivalent to one? */
    YesNo saForUpdates(License license, LocalDate day) {
        return sa(license, day).and(isEquivalent(license));
    }

    YesNo saForUpdates(License license) {
        return saForUpdates(license, estate.asOf());
    }

    /** Does the position count as a license with SA at all? A subscription counts only where it is equivalent to one. */
    YesNo isEquivalent(License license) {
        return license.perpetual().isNo() ? license.saEquivalent() : YesNo.YES;
    }

    /** Has the license itself SA on a day? An equivalent subscription does not do. */
    YesNo saOfLicense(License license, LocalDate day) {
        return license.perpetual().isNo() ? YesNo.NO : sa(license, day);
    }

    YesNo mobility(License license) {
        // Barred by the terms, whatever an inventory says.
        return estate.product(license.product()).is(ProductFamily.WINDOWS_SERVER)
                ? YesNo.NO
                : designated(license, license.licenseMobility(), ProductCatalogue.Entry::licenseMobility);
    }

    YesNo selfHosted(License license) {
        return designated(license, license.selfHosted(), ProductCatalogue.Entry::selfHosted);
    }

    YesNo recovery(License license) {
        return designated(license, license.drEligible(), ProductCatalogue.Entry::drEligible);
    }

    private YesNo designated(License license, YesNo cell, Function<ProductCatalogue.Entry, Designation> column) {
        if (cell.isKnown()) {
            return cell;
        }
        return switch (estate.rules()
                .catalogued(license.product(), license.edition())
                .map(column)
                .orElse(Designation.NOT_KNOWN)) {
            case YES -> YesNo.YES;
            case NO -> YesNo.NO;
            case NOT_KNOWN -> YesNo.UNKNOWN;
        };
    }

    /** Says how SA of a position stands on a day, e.g. "L1 has no SA on 2026-04-01 (SA ended on 2026-03-31)". */
    String saText(License license, LocalDate day) {
        String about = license.license() + " ";
        return switch (sa(license, day)) {
            case YES -> about + "has SA on " + day + " (" + license.saStart() + " to " + license.saEnd() + ")";
            case NO -> about + "has no SA on " + day + " (" + whyNot(license, day) + ")";
            case UNKNOWN ->
                "SA of " + license.license() + " on " + day + " is not known; "
                        + missing(license.saStart(), license.saEnd()) + " would settle it";
        };
    }

    private String whyNot(License license, LocalDate day) {
        LocalDate start = license.saStart();
        if (license.withSa().isNo()) {
            return "with_sa = N";
        }
        if (isExcluded(license)) {
            return "its agreement " + license.agreement() + " gives no SA benefits";
        }
        return start != null && day.isBefore(start) ? "SA begins on " + start : "SA ended on " + license.saEnd();
    }

    private static String missing(@Nullable LocalDate start, @Nullable LocalDate end) {
        return start == null && end == null ? "sa_start and sa_end" : start == null ? "sa_start" : "sa_end";
    }
}
