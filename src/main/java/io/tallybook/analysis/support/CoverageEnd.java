package io.tallybook.analysis.support;

import io.tallybook.result.FigureState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The last day of SA over the products that are still held: the latest coverage end among the lines of products whose net
 * quantity is above zero.
 *
 * @param held  is there such a product at all
 * @param state  a lower bound when another line has no end, unknown when none has one
 * @param day  the latest end; empty when none is known
 * @param lines  the lines that were looked at
 */
record CoverageEnd(boolean held, FigureState state, Optional<LocalDate> day, List<PurchaseLine> lines) {

    /** Looks at all these SA lines. */
    static CoverageEnd of(Collection<PurchaseLine> saLines) {
        Map<ProductInPool, BigDecimal> net = new HashMap<>();
        for (PurchaseLine line : saLines) {
            net.merge(line.product(), line.quantity(), BigDecimal::add);
        }
        List<PurchaseLine> looked = new ArrayList<>();
        LocalDate latest = LocalDate.MIN;
        boolean open = false;
        for (PurchaseLine line : saLines) {
            boolean counts = !line.isCorrection()
                    && net.getOrDefault(line.product(), BigDecimal.ZERO).signum() > 0;
            if (counts) {
                looked.add(line);
                LocalDate end = line.coverageEnd();
                open |= end == null;
                latest = end != null && end.isAfter(latest) ? end : latest;
            }
        }
        boolean known = !latest.equals(LocalDate.MIN);
        FigureState state = known ? (open ? FigureState.LOWER_BOUND : FigureState.KNOWN) : FigureState.UNKNOWN;
        return new CoverageEnd(!looked.isEmpty(), state, known ? Optional.of(latest) : Optional.empty(), looked);
    }

    boolean isUnknown() {
        return held && state == FigureState.UNKNOWN;
    }

    boolean isKnown() {
        return held && state == FigureState.KNOWN;
    }

    /** Has the day passed, as far as it is known? */
    boolean hasPassed(LocalDate asOf) {
        return day.map(end -> end.isBefore(asOf)).orElse(false);
    }
}
