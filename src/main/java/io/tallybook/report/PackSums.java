package io.tallybook.report;

import io.tallybook.result.Figure;
import io.tallybook.result.FigureState;
import io.tallybook.result.Finding;
import io.tallybook.result.FindingStatus;
import io.tallybook.result.Result;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What account packs show, added up as they are read back: the figures that the portfolio sums, each currency for itself,
 * and the findings of each status. The portfolio adds up results; that both agree proves that no pack is missing from it,
 * none is in it twice, and no value was lost on the way. Not safe for many threads.
 */
public final class PackSums {
    private record Key(String measure, String dimension, String unit) {}

    private record Sum(BigDecimal known, long counted, long bounds, long unknown) {
        private static final Sum NOTHING = new Sum(BigDecimal.ZERO, 0, 0, 0);

        private Sum plus(Sum more) {
            return new Sum(known.add(more.known), counted + more.counted, bounds + more.bounds, unknown + more.unknown);
        }

        private boolean isSame(Sum other) {
            return known.compareTo(other.known) == 0
                    && counted == other.counted
                    && bounds == other.bounds
                    && unknown == other.unknown;
        }

        @Override
        public String toString() {
            return known.toPlainString() + " of " + counted + " figures, beside " + bounds + " bounds and " + unknown
                    + " unknown";
        }
    }

    private static final KeyFigures SUMMED = KeyFigures.read("portfolio-totals.txt");

    private final Map<Key, Sum> sums = new HashMap<>();
    private final Map<FindingStatus, Long> findings = new EnumMap<>(FindingStatus.class);
    private long packs;
    private long figures;

    /** The sums of a pack that cannot be read back, since its template is the job's own: those of its results. */
    static PackSums of(List<Result> results) {
        PackSums sums = new PackSums();
        for (Result result : results) {
            if (result instanceof Figure figure) {
                sums.add(figure, figure.value());
            } else if (result instanceof Finding finding) {
                sums.add(finding.status());
            }
        }
        sums.packs = 1;
        return sums;
    }

    void startPack() {
        packs++;
    }

    /**
     * Adds a figure.
     *
     * @param shown  its value as a reader of the pack sees it, as a plain number where it is one
     */
    void add(Figure figure, String shown) {
        figures++;
        if (!SUMMED.contains(figure)) {
            return;
        }
        boolean isKnown = figure.state() == FigureState.KNOWN;
        boolean isBound = figure.state() == FigureState.LOWER_BOUND || figure.state() == FigureState.UPPER_BOUND;
        Sum one = new Sum(
                isKnown ? new BigDecimal(shown) : BigDecimal.ZERO,
                isKnown ? 1 : 0,
                isBound ? 1 : 0,
                isKnown || isBound ? 0 : 1);
        sums.merge(new Key(figure.measure(), figure.dimension(), figure.unit()), one, Sum::plus);
    }

    void add(FindingStatus status) {
        findings.merge(status, 1L, Long::sum);
    }

    /** Adds what other packs show. */
    public void add(PackSums more) {
        packs += more.packs;
        figures += more.figures;
        more.sums.forEach((key, sum) -> sums.merge(key, sum, Sum::plus));
        more.findings.forEach((status, count) -> findings.merge(status, count, Long::sum));
    }

    /** How many figures were read. */
    public long figures() {
        return figures;
    }

    /** How many findings were read. */
    public long findings() {
        return findings.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Proves that the portfolio is the sum of these packs.
     *
     * @throws IllegalStateException if it is not: with the measure and currency, and both sums
     */
    public void prove(PortfolioReport portfolio) {
        throwUnless(
                packs == portfolio.accounts().size(),
                "it lists " + portfolio.accounts().size() + " accounts, there are " + packs + " packs");
        Map<Key, Sum> left = new HashMap<>(sums);
        for (PortfolioTotal total : portfolio.totals()) {
            Sum sum = Optional.ofNullable(left.remove(new Key(total.measure(), total.dimension(), total.unit())))
                    .orElse(Sum.NOTHING);
            Sum stated = new Sum(total.known(), total.counted(), total.bounds(), total.unknown());
            throwUnless(
                    sum.isSame(stated),
                    total.measure() + " " + total.dimension() + " in " + total.unit() + " is " + stated
                            + ", the packs sum up to " + sum);
        }
        throwUnless(left.isEmpty(), "it lacks " + left);
        for (FindingStatus status : FindingStatus.values()) {
            long stated = portfolio.accounts().stream()
                    .mapToLong(account -> account.count(status))
                    .sum();
            long sum = findings.getOrDefault(status, 0L);
            throwUnless(stated == sum, "it has " + stated + " findings that are " + status + ", the packs have " + sum);
        }
    }

    private static void throwUnless(boolean isSame, String difference) {
        if (!isSame) {
            throw new IllegalStateException("The portfolio is not the sum of the account packs: " + difference);
        }
    }
}
