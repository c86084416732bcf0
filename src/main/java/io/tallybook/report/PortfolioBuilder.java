package io.tallybook.report;

import io.tallybook.report.PortfolioAccount.KeyFigure;
import io.tallybook.result.Figure;
import io.tallybook.result.FigureState;
import io.tallybook.result.Finding;
import io.tallybook.result.FindingStatus;
import io.tallybook.result.Result;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes the reports of accounts one by one and keeps of each only what the portfolio lists: some hundred bytes, so a hundred
 * thousand accounts fit into memory. The order of the accounts does not matter. Not safe for many threads.
 */
public final class PortfolioBuilder {
    private record TotalKey(int key, String measure, String dimension, String unit) implements Comparable<TotalKey> {
        private static final Comparator<TotalKey> ORDER = Comparator.comparingInt(TotalKey::key)
                .thenComparing(TotalKey::dimension)
                .thenComparing(TotalKey::unit);

        @Override
        public int compareTo(TotalKey other) {
            return ORDER.compare(this, other);
        }
    }

    /** The choice of figures that are added up. */
    static final String TOTALS = "portfolio-totals.txt";

    private final KeyFigures listed = KeyFigures.read("portfolio-figures.txt");
    private final KeyFigures summed = KeyFigures.read(TOTALS);
    private final List<PortfolioAccount> accounts = new ArrayList<>();
    private final Map<TotalKey, PortfolioTotal> totals = new TreeMap<>();

    /**
     * Adds an account.
     *
     * @param page  relative address of its page, or empty
     * @return this builder
     */
    public PortfolioBuilder add(AccountReport report, String page) {
        Map<FindingStatus, Integer> findings = new EnumMap<>(FindingStatus.class);
        List<KeyFigure> keyFigures = new ArrayList<>();
        int figures = 0;
        int unknown = 0;
        for (Result result : report.results()) {
            if (result instanceof Finding finding) {
                findings.merge(finding.status(), 1, Integer::sum);
            } else if (result instanceof Figure figure) {
                figures++;
                unknown += isCertain(figure) ? 0 : 1;
                if (listed.contains(figure)) {
                    keyFigures.add(keyFigure(figure));
                }
                addToTotals(figure);
            }
        }
        keyFigures.sort(Comparator.comparingInt(KeyFigure::key).thenComparing(KeyFigure::subject));
        accounts.add(new PortfolioAccount(
                report.account(),
                report.name(),
                report.accountManager(),
                page,
                findings,
                figures,
                unknown,
                Math.toIntExact(report.rejectedRows()),
                keyFigures));
        return this;
    }

    private static boolean isCertain(Figure figure) {
        return figure.state() == FigureState.KNOWN || figure.state() == FigureState.UNLIMITED;
    }

    private KeyFigure keyFigure(Figure figure) {
        // Measures, dimensions and units are few: interned, they are held once for all accounts.
        return new KeyFigure(
                listed.indexOf(figure),
                figure.subject(),
                figure.measure().intern(),
                figure.dimension().intern(),
                figure.state().name(),
                figure.value(),
                figure.unit().intern());
    }

    private void addToTotals(Figure figure) {
        int key = summed.indexOf(figure);
        if (key < 0) {
            return;
        }
        boolean isKnown = figure.state() == FigureState.KNOWN;
        boolean isBound = figure.state() == FigureState.LOWER_BOUND || figure.state() == FigureState.UPPER_BOUND;
        PortfolioTotal one = new PortfolioTotal(
                figure.measure(),
                figure.dimension(),
                figure.unit(),
                isKnown ? new BigDecimal(figure.value()) : BigDecimal.ZERO,
                isKnown ? 1 : 0,
                isBound ? 1 : 0,
                isKnown || isBound ? 0 : 1);
        totals.merge(
                new TotalKey(key, figure.measure(), figure.dimension(), figure.unit()),
                one,
                (sum, more) -> new PortfolioTotal(
                        sum.measure(),
                        sum.dimension(),
                        sum.unit(),
                        sum.known().add(more.known()),
                        sum.counted() + more.counted(),
                        sum.bounds() + more.bounds(),
                        sum.unknown() + more.unknown()));
    }

    /**
     * Ends the portfolio.
     *
     * @param rejects  the rejected rows that reports list
     * @param rejectedRows  how many there are in all
     */
    public PortfolioReport build(
            RunInfo run,
            String language,
            List<InputLine> inputs,
            List<ExpectedInput> expected,
            List<RejectLine> rejects,
            long rejectedRows) {
        accounts.sort(Comparator.comparing(PortfolioAccount::account));
        return new PortfolioReport(
                run, language, accounts, List.copyOf(totals.values()), inputs, expected, rejects, rejectedRows);
    }
}
