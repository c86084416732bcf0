package io.tallybook.analysis.partner;

import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.YesNo;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether nothing of an offer had been used by a day, and none of its tokens looked at: what comes later does not matter. */
final class Untouched {
    private Untouched() {}

    /** MPP-114 and MPP-121. */
    static Verdict consumed(Offer offer, LocalDate day, String dayOf, Rulebook rules) {
        return verdict(
                "A benefit of " + offer.id() + " was consumed",
                "benefit_consumed",
                offer.row().benefitConsumed(),
                rules.happened(offer.row().benefitConsumedOn()),
                day,
                dayOf);
    }

    /** MPP-115 and MPP-122. */
    static Verdict viewed(Offer offer, LocalDate day, String dayOf, Rulebook rules) {
        return verdict(
                "A token of " + offer.id() + " was viewed",
                "token_viewed",
                offer.row().tokenViewed(),
                rules.happened(offer.row().tokenViewedOn()),
                day,
                dayOf);
    }

    private static Verdict verdict(
            String what, String column, YesNo answer, @Nullable LocalDate first, LocalDate day, String dayOf) {
        String of = dayOf + " on " + day;
        if (first != null) {
            return first.isAfter(day)
                    ? Verdict.pass(what + " on " + first + ", after " + of + "; that does not matter here.")
                    : Verdict.fail(what + " on " + first + ", not later than " + of + ".");
        }
        return switch (answer) {
            case YES -> Verdict.fail(what + " on a day that is not recorded.");
            case NO -> Verdict.pass(what.replace(" was ", " was not ") + ", as `" + column + "` states.");
            case UNKNOWN ->
                Verdict.undetermined(
                        "Cannot determine: `" + column + "` and its date are blank, so nobody knows whether "
                                + what.replaceFirst("^A ", "a ") + " before " + of + ".");
        };
    }
}
