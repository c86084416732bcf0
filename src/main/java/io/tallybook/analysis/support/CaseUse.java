package io.tallybook.analysis.support;

import io.tallybook.ledger.SupportCase;
import io.tallybook.ledger.SupportCase.ConvertedBy;
import io.tallybook.ledger.SupportCase.ResolutionChannel;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What a case takes from the balance of phone incidents (SA-PRS-07, SA-PRS-08, SA-WBI-05, SA-WBI-06).
 *
 * @param known  is the number known
 * @param incidents  the number, as far as it is known
 * @param day  the day on which it is taken; empty when none is
 * @param pending  may it still be charged
 * @param why  how the number came about
 */
record CaseUse(boolean known, long incidents, Optional<LocalDate> day, boolean pending, String why) {
    private static CaseUse none(String why) {
        return new CaseUse(true, 0, Optional.empty(), false, why);
    }

    private static CaseUse later(String why) {
        return new CaseUse(true, 0, Optional.empty(), true, why);
    }

    private static CaseUse unknown(String why) {
        return new CaseUse(false, 0, Optional.empty(), true, why);
    }

    private static CaseUse taken(CaseFacts facts, LocalDate day, String why) {
        return new CaseUse(true, facts.issues(), Optional.of(day), false, why);
    }

    /**
     * Looks at a case on a day: what is dated after it has not happened yet.
     *
     * @param unlimitedFrom  the unlimited start of each component of the case's agreement that is in force
     */
    static CaseUse on(LocalDate day, CaseFacts facts, Map<SceComponent, LocalDate> unlimitedFrom) {
        SupportCase row = facts.row();
        if (facts.isCancelledOrRefused()) {
            return none("cancelled and refused cases take none");
        }
        if (facts.isParentOn(day)) {
            return none("its subordinate issues stand in rows of their own");
        }
        if (facts.component() != null) {
            LocalDate from = unlimitedFrom.get(facts.component());
            if (from != null && !facts.opened().isBefore(from)) {
                return none("support for its component is unlimited since " + from);
            }
        }
        if (row.channel() == SupportCase.Channel.PHONE) {
            return taken(facts, facts.opened(), "opened by phone: one for each issue");
        }
        return ofWebCase(day, facts);
    }

    private static CaseUse ofWebCase(LocalDate day, CaseFacts facts) {
        ConvertedBy by = facts.row().convertedBy();
        ResolutionChannel channel = facts.row().resolutionChannel();
        boolean resolved = facts.isResolvedBy(day);
        if (by == null) {
            return channel == ResolutionChannel.ELECTRONIC
                    ? none("a web case that was resolved electronically takes none")
                    : unknown("Who brought the web case to the phone is not known; converted_by settles it.");
        }
        return switch (by) {
            case NONE -> none("a web case that stays electronic takes none");
            case CUSTOMER ->
                resolved
                        ? ofResolution(facts, "moved to the phone by the customer: one for each issue once resolved")
                        : later("moved to the phone by the customer, not resolved yet");
            case MICROSOFT -> {
                if (!resolved) {
                    yield later("followed up by the vendor, not resolved yet");
                }
                if (channel == null) {
                    yield unknown("How the resolution was carried on is not known; resolution_channel settles it.");
                }
                yield channel == ResolutionChannel.ELECTRONIC
                        ? none("followed up by the vendor and resolved electronically")
                        : ofResolution(facts, "followed up by the vendor and resolved by phone: one for each issue");
            }
        };
    }

    private static CaseUse ofResolution(CaseFacts facts, String why) {
        LocalDate day = facts.resolved();
        return taken(facts, day == null ? facts.opened() : day, why);
    }
}
