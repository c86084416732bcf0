package io.tallybook.report;

import io.tallybook.result.Figure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Azure usage by month against what the terms ask for, as bars to draw. Every place is worked out here, in whole pixels;
 * the values that are shown are those of the figures.
 */
final class MonthChart {
    private static final String MEASURE = "azure-usage.month";
    private static final int WIDTH = 720;
    private static final int HEIGHT = 250;
    private static final int LEFT = 64;
    private static final int TOP = 38;
    private static final int BOTTOM = 220;

    /** More months than this are not read off a page; the figures and the workbook have them all. */
    private static final int MOST_MONTHS = 24;

    private static final int MOST_LABELS = 12;

    private final List<Figure> months;
    private final Optional<BigDecimal> threshold;
    private final Labels labels;
    private final BigDecimal top;

    private MonthChart(List<Figure> months, Optional<BigDecimal> threshold, Labels labels) {
        this.months = months.subList(Math.max(0, months.size() - MOST_MONTHS), months.size());
        this.threshold = threshold;
        this.labels = labels;
        this.top = this.months.stream()
                .filter(MonthChart::hasValue)
                .map(MonthChart::value)
                .reduce(threshold.orElse(BigDecimal.ONE), BigDecimal::max)
                .max(BigDecimal.ONE);
    }

    /** One chart for each subject with any month of known usage. */
    static List<Map<String, Object>> of(List<Figure> figures, Optional<BigDecimal> threshold, Labels labels) {
        Map<String, List<Figure>> bySubject = new LinkedHashMap<>();
        for (Figure figure : figures) {
            if (figure.measure().equals(MEASURE)) {
                bySubject
                        .computeIfAbsent(figure.subject(), unused -> new ArrayList<>())
                        .add(figure);
            }
        }
        return bySubject.values().stream()
                .filter(months -> months.stream().anyMatch(MonthChart::hasValue))
                .map(months -> new MonthChart(months, threshold, labels).model())
                .toList();
    }

    private static boolean hasValue(Figure figure) {
        return Shown.isNumber(figure.value());
    }

    private static BigDecimal value(Figure figure) {
        return new BigDecimal(figure.value());
    }

    private Map<String, Object> model() {
        Figure first = months.get(0);
        Map<String, Object> chart = new HashMap<>();
        chart.put("kind", "months");
        chart.put("title", labels.phrase("azure") + ", " + labels.subject(first.subject()) + " (" + first.unit() + ")");
        chart.put("description", description());
        chart.put("width", WIDTH);
        chart.put("height", HEIGHT);
        chart.put("left", LEFT);
        chart.put("right", WIDTH);
        chart.put("tickX", LEFT - 8);
        chart.put("labelY", BOTTOM + 18);
        chart.put("ticks", ticks());
        chart.put("bars", bars());
        chart.put("lines", threshold.map(this::line).map(List::of).orElse(List.of()));
        return chart;
    }

    /** What the chart shows, for those who do not see it: no more and no less. */
    private String description() {
        String from = months.get(0).dimension();
        String to = months.get(months.size() - 1).dimension();
        long unknown = months.stream().filter(month -> !hasValue(month)).count();
        String all = labels.phrase(
                "azure_chart",
                from,
                to,
                Shown.count(months.size(), labels),
                Shown.count(months.stream().filter(this::isShort).count(), labels),
                threshold.map(value -> shown(value) + " USD").orElse("-"));
        return unknown == 0 ? all : all + " " + labels.phrase("azure_chart_unknown", Shown.count(unknown, labels));
    }

    private String shown(BigDecimal value) {
        return Shown.of(value.toPlainString(), "USD", labels).text();
    }

    private boolean isShort(Figure month) {
        return hasValue(month)
                && threshold.filter(asked -> value(month).compareTo(asked) < 0).isPresent();
    }

    private int y(BigDecimal value) {
        BigDecimal height = value.max(BigDecimal.ZERO)
                .multiply(BigDecimal.valueOf(BOTTOM - TOP))
                .divide(top, 0, RoundingMode.HALF_UP);
        return BOTTOM - height.intValueExact();
    }

    private List<Map<String, Object>> ticks() {
        List<Map<String, Object>> ticks = new ArrayList<>();
        BigDecimal step = step();
        for (BigDecimal at = BigDecimal.ZERO; at.compareTo(top) <= 0; at = at.add(step)) {
            ticks.add(Map.of(
                    "y",
                    y(at),
                    "base",
                    y(at) + 4,
                    "text",
                    Shown.of(at.toPlainString(), "", labels).text()));
        }
        return ticks;
    }

    /** 1, 2 or 5 times a power of ten, so that there are at most five steps. */
    private BigDecimal step() {
        BigDecimal power = BigDecimal.ONE;
        while (true) {
            for (int factor : new int[] {1, 2, 5}) {
                BigDecimal step = power.multiply(BigDecimal.valueOf(factor));
                if (step.multiply(BigDecimal.valueOf(5)).compareTo(top) >= 0) {
                    return step;
                }
            }
            power = power.movePointRight(1).setScale(0, RoundingMode.UNNECESSARY);
        }
    }

    private List<Map<String, Object>> bars() {
        List<Map<String, Object>> bars = new ArrayList<>();
        int slot = (WIDTH - LEFT) / months.size();
        int width = Math.min(44, slot * 7 / 10);
        int every = (months.size() + MOST_LABELS - 1) / MOST_LABELS;
        for (int i = 0; i < months.size(); i++) {
            Figure month = months.get(i);
            Shown shown = Shown.of(month.state(), month.value(), month.unit(), labels);
            int y = hasValue(month) ? y(value(month)) : BOTTOM;
            int middle = LEFT + slot * i + slot / 2;
            Map<String, Object> bar = new HashMap<>();
            bar.put("x", middle - width / 2);
            bar.put("y", y);
            bar.put("textY", y - 5);
            bar.put("width", width);
            bar.put("height", BOTTOM - y);
            bar.put("middle", middle);
            bar.put("look", isShort(month) ? "short" : "met");
            bar.put("label", i % every == 0 ? month.dimension() : "");
            bar.put("text", every == 1 || !hasValue(month) ? shown.text() : "");
            bar.put("title", month.dimension() + ": " + shown.text());
            bars.add(bar);
        }
        return bars;
    }

    private Map<String, Object> line(BigDecimal asked) {
        return Map.of("y", y(asked), "text", labels.phrase("threshold") + ": " + shown(asked));
    }
}
