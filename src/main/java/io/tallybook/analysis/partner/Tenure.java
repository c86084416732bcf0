package io.tallybook.analysis.partner;

import io.tallybook.ledger.Entry;
import io.tallybook.ledger.VsAssignment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A time for which one person held a subscription: consecutive assignments of the person are one.
 *
 * @param person  the subscriber
 * @param from  first day of the first of the assignments
 */
record Tenure(String person, LocalDate from) {

    /** Joins assignments that stand in order. */
    static List<Tenure> of(List<Entry<VsAssignment>> assignments) {
        List<Tenure> tenures = new ArrayList<>();
        for (Entry<VsAssignment> entry : assignments) {
            boolean same = !tenures.isEmpty()
                    && tenures.get(tenures.size() - 1)
                            .person()
                            .equals(entry.record().person());
            if (!same) {
                tenures.add(new Tenure(entry.record().person(), entry.record().assigned()));
            }
        }
        return tenures;
    }
}
