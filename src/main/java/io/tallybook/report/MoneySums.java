package io.tallybook.report;

import io.tallybook.result.Figure;
import io.tallybook.result.FigureState;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The sums of money that a portfolio shows, without rendering one: of each measure that is summed there, the known figures, each
 * currency for itself.
 */
public final class MoneySums {
    private static final KeyFigures SUMMED = KeyFigures.read(PortfolioBuilder.TOTALS);

    private final SortedMap<String, BigDecimal> sums = new TreeMap<>();

    /** Adds a figure, if it is one of those that are summed. */
    public void add(Figure figure) {
        if (figure.state() == FigureState.KNOWN && Shown.isCurrency(figure.unit()) && SUMMED.contains(figure)) {
            String dimension = figure.dimension().isEmpty() ? "" : figure.dimension() + " ";
            sums.merge(
                    figure.measure() + " " + dimension + figure.unit(),
                    new BigDecimal(figure.value()),
                    BigDecimal::add);
        }
    }

    /** The sums by measure, dimension and currency, e.g. {@code sa-spend SERVER_CAL USD}. */
    public SortedMap<String, BigDecimal> sums() {
        return Collections.unmodifiableSortedMap(sums);
    }
}
