package io.tallybook.report;

import io.tallybook.result.Figure;
import io.tallybook.result.FigureState;
import io.tallybook.result.WorkingStep;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far each agreement is from its next incident, as bars to draw: a full bar would be the increment. The distance is
 * the figure {@code incidents.next-award}; the increment is the one in the working of the award of the same pools.
 */
final class DistanceChart {
    private static final int WIDTH = 720;
    private static final int LEFT = 300;
    private static final int BAR = 230;
    private static final int ROW = 34;

    private DistanceChart() {}

    /** The chart, if any agreement has a known distance. */
    static Optional<Map<String, Object>> of(List<Figure> figures, Labels labels) {
        List<Map<String, Object>> bars = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (Figure figure : figures) {
            boolean isDistance = figure.measure().equals("incidents.next-award")
                    && figure.state() == FigureState.KNOWN
                    && Shown.isNumber(figure.value());
            if (isDistance) {
                increment(figures, figure)
                        .filter(increment -> new BigDecimal(figure.value()).compareTo(increment) <= 0)
                        .ifPresent(increment -> {
                            Map<String, Object> bar = bar(figure, increment, bars.size(), labels);
                            bars.add(bar);
                            sentences.add(bar.get("title") + ".");
                        });
            }
        }
        if (bars.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> chart = new HashMap<>();
        chart.put("kind", "distances");
        chart.put("title", labels.measure("incidents.next-award"));
        chart.put("description", labels.phrase("distance_chart") + " " + String.join(" ", sentences));
        chart.put("width", WIDTH);
        chart.put("height", bars.size() * ROW + 8);
        chart.put("bars", bars);
        return Optional.of(chart);
    }

    private static Optional<BigDecimal> increment(List<Figure> figures, Figure distance) {
        return figures.stream()
                .filter(figure -> figure.measure().equals("incidents.awarded")
                        && figure.subject().equals(distance.subject())
                        && figure.dimension().equals(distance.dimension()))
                .findFirst()
                .flatMap(AwardRows::increment)
                .filter(step -> step.unit().equals(distance.unit()))
                .map(WorkingStep::value)
                .map(BigDecimal::new)
                .filter(increment -> increment.signum() > 0);
    }

    private static Map<String, Object> bar(Figure figure, BigDecimal increment, int index, Labels labels) {
        String what = labels.subject(figure.subject()) + ", " + labels.dimension(figure.dimension());
        String distance = Shown.of(figure.value(), figure.unit(), labels).text() + " " + figure.unit();
        String whole =
                Shown.of(increment.toPlainString(), figure.unit(), labels).text();
        int done = increment
                .subtract(new BigDecimal(figure.value()))
                .multiply(BigDecimal.valueOf(BAR))
                .divide(increment, 0, RoundingMode.FLOOR)
                .intValueExact();
        int y = 4 + index * ROW;
        Map<String, Object> bar = new HashMap<>();
        bar.put("what", what);
        bar.put("text", labels.phrase("distance_left", distance));
        bar.put("title", what + ": " + labels.phrase("distance_of", distance, whole + " " + figure.unit()));
        bar.put("y", y);
        bar.put("base", y + 16);
        bar.put("x", LEFT);
        bar.put("width", BAR);
        bar.put("done", Math.min(BAR, Math.max(0, done)));
        bar.put("textX", LEFT + BAR + 10);
        return bar;
    }
}
