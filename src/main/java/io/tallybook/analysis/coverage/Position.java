package io.tallybook.analysis.coverage;

import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.License;
import io.tallybook.ledger.License.Channel;
import io.tallybook.ledger.License.Metric;
import io.tallybook.ledger.YesNo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A license position with what does not depend on the day it is looked at.
 *
 * @param entry  its row
 * @param name  what it is a license for
 * @param agreement  its agreement, where that was delivered
 * @param perpetual  is it perpetual; without a word of its own, not under a subscription program
 * @param migration  the product entry that its product matches
 */
record Position(
        Entry<License> entry,
        ProductName name,
        Optional<Agreement> agreement,
        YesNo perpetual,
        Optional<MigrationTerm> migration) {

    static Position of(Entry<License> entry, Optional<Agreement> agreement, CoverageRules rules) {
        License row = entry.record();
        ProductName name = rules.name(row.product(), row.edition(), row.version(), row.metric() == Metric.CORE);
        return new Position(
                entry,
                name,
                agreement,
                perpetual(row.perpetual(), agreement, rules),
                MigrationTerm.find(rules.migrationTerms(), name));
    }

    /** A blank under a subscription program is not perpetual; any other blank is not known. */
    static YesNo perpetual(YesNo stated, Optional<Agreement> agreement, CoverageRules rules) {
        boolean subscription = agreement
                .map(found -> rules.settings().subscriptionPrograms().contains(found.program()))
                .orElse(false);
        return !stated.isKnown() && subscription ? YesNo.NO : stated;
    }

    License row() {
        return entry.record();
    }

    String id() {
        return row().license();
    }

    String subject() {
        return "license:" + id();
    }

    BigDecimal quantity() {
        return row().quantity();
    }

    Optional<LocalDate> acquired() {
        return Optional.ofNullable(row().acquired());
    }

    boolean countsCores() {
        return row().metric() == Metric.CORE;
    }

    boolean isTransferred() {
        return row().transferred().isYes();
    }

    boolean isOemOrRetail() {
        return row().channel() == Channel.OEM || row().channel() == Channel.FPP;
    }
}
