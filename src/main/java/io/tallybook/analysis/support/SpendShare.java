package io.tallybook.analysis.support;

import io.tallybook.ledger.Agreement.Program;
import io.tallybook.ledger.Purchase.Offering;

/** How much of a line's amount is SA spend (SA-BEN-03, SA-BEN-05). */
enum SpendShare {
    NOTHING,
    WHOLE,
    SA_COMPONENT;

    static SpendShare of(Offering offering, Program program, SupportSettings settings) {
        boolean subscription = settings.subscriptionPrograms().contains(program);
        return switch (offering) {
            case ONLINE_SERVICE, FROM_SA -> settings.onlineServices() ? WHOLE : NOTHING;
            case ESU, OTHER -> NOTHING;
            case SA, SUBSCRIPTION, SA_PRIOR_L -> WHOLE;
            case L_SA, STEP_UP -> subscription ? WHOLE : SA_COMPONENT;
            case L, BUYOUT -> subscription ? WHOLE : NOTHING;
        };
    }
}
