package io.tallybook.analysis.support;

import io.tallybook.analysis.Bounded;
import io.tallybook.ledger.Agreement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The incidents that SA spend earns (SA-PRS-15, SA-PRS-16):
 * <pre>
 *   incidents = floor(net spend of the period / increment), added up over the periods
 * </pre>
 * A negative net spend earns none. For example, 61,200.00 at an increment of 20,000 earns 3.
 *
 * @param parts  the periods in order, at least one
 * @param increment  the spend that earns one incident
 * @param state  how far the spend is known, with its reason
 */
record GroupAward(List<Part> parts, BigDecimal increment, Bounded state) {
    /** A period with its spend, both days inclusive. */
    record Part(LocalDate from, LocalDate to, BigDecimal spend) {
        BigDecimal incidents(BigDecimal increment) {
            return spend.signum() <= 0 ? BigDecimal.ZERO : spend.divide(increment, 0, RoundingMode.FLOOR);
        }
    }

    /** The award, in the state of the spend. */
    Bounded award() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Part part : parts) {
            sum = sum.add(part.incidents(increment));
        }
        BigDecimal total = sum;
        return state.map(spend -> total);
    }

    /** What is missing to the next incident in the last period; a whole increment when the spend is exactly on a multiple. */
    BigDecimal toNext() {
        Part last = parts.get(parts.size() - 1);
        BigDecimal next = last.incidents(increment).add(BigDecimal.ONE).multiply(increment);
        return next.subtract(last.spend());
    }

    /**
     * Returns the periods of the spend recognised up to a day.
     *
     * @param recognised  the lines whose spend is added up
     * @param annual  does each year from the start of the agreement stand alone
     * @param sce  where unlimited support begins, a new period begins; lines that it stops count for nothing
     */
    static List<Part> parts(
            List<PurchaseLine> recognised, Agreement agreement, LocalDate day, boolean annual, SceStanding sce) {
        LocalDate last = day.isBefore(agreement.end()) ? day : agreement.end();
        LocalDate[] starts = starts(agreement.start(), last, annual, sce.starts());
        BigDecimal[] sums = new BigDecimal[starts.length];
        Arrays.fill(sums, BigDecimal.ZERO);
        for (PurchaseLine line : recognised) {
            if (!sce.stops(line)) {
                int found = Arrays.binarySearch(starts, line.recognised());
                int part = found >= 0 ? found : -found - 2;
                sums[part] = sums[part].add(line.spend());
            }
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            LocalDate to = i + 1 < starts.length ? starts[i + 1].minusDays(1) : last;
            parts.add(new Part(starts[i], to, sums[i]));
        }
        return parts;
    }

    private static LocalDate[] starts(LocalDate start, LocalDate last, boolean annual, List<LocalDate> splits) {
        TreeSet<LocalDate> starts = new TreeSet<>();
        starts.add(start);
        if (annual) {
            // Always counted from the start: a year that begins on 29 February begins on 28 February in other years.
            for (int year = 1; !start.plusYears(year).isAfter(last); year++) {
                starts.add(start.plusYears(year));
            }
        }
        for (LocalDate split : splits) {
            if (split.isAfter(start) && !split.isAfter(last)) {
                starts.add(split);
            }
        }
        return starts.toArray(LocalDate[]::new);
    }
}
