package io.tallybook.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What an area can say: its figures and findings with their subjects, units and exact rules, and the clauses that it does
 * not report on, each with the reason. Read from {@code results/results-AREA.yaml}.
 *
 * @param figures  by measure
 * @param findings  by clause
 * @param notReported  the reason by clause
 */
public record ResultCatalogue(
        Map<String, FigureDefinition> figures,
        Map<String, FindingDefinition> findings,
        Map<String, String> notReported) {

    /** A figure: its subjects, unit, dimensions (empty, a fixed list, or one word for a kind of value), clauses and rule. */
    public record FigureDefinition(
            String measure, String subject, String unit, List<String> dimensions, List<String> clauses, String about) {}

    /** A finding: its subject and rule. */
    public record FindingDefinition(String clause, String subject, String about) {}

    private static final Map<String, ResultCatalogue> READ = new ConcurrentHashMap<>();

    /** Returns the catalogue of one area, which is read when first asked for: most jobs run some of the areas. */
    public static ResultCatalogue of(String area) {
        return READ.computeIfAbsent(area, ResultCatalogue::read);
    }

    private static ResultCatalogue read(String area) {
        String name = "/results/results-" + area + ".yaml";
        try (InputStream text = ResultCatalogue.class.getResourceAsStream(name)) {
            if (text == null) {
                throw new IllegalStateException("No resource " + name);
            }
            Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            Map<String, FigureDefinition> figures = new LinkedHashMap<>();
            map(map(root).get("figures")).forEach((measure, rule) -> figures.put(measure, figure(measure, map(rule))));
            Map<String, FindingDefinition> findings = new LinkedHashMap<>();
            map(map(root).get("findings"))
                    .forEach((clause, rule) -> findings.put(
                            clause,
                            new FindingDefinition(
                                    clause,
                                    text(map(rule).get("subject")),
                                    text(map(rule).get("about")))));
            Map<String, String> notReported = new LinkedHashMap<>();
            map(map(root).get("not_reported")).forEach((clause, reason) -> notReported.put(clause, text(reason)));
            return new ResultCatalogue(figures, findings, notReported);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FigureDefinition figure(String measure, Map<String, Object> rule) {
        return new FigureDefinition(
                measure,
                text(rule.get("subject")),
                text(rule.get("unit")),
                list(rule.get("dimension")),
                list(rule.get("clauses")),
                text(rule.get("about")));
    }

    private static Map<String, Object> map(@Nullable Object node) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (node instanceof Map<?, ?> entries) {
            entries.forEach((key, value) -> map.put(String.valueOf(key), value));
        }
        return map;
    }

    private static List<String> list(@Nullable Object node) {
        List<String> items = new ArrayList<>();
        if (node instanceof List<?> values) {
            values.forEach(value -> items.add(String.valueOf(value)));
        } else if (node != null) {
            items.add(String.valueOf(node));
        }
        return items;
    }

    private static String text(@Nullable Object node) {
        return node == null ? "" : String.valueOf(node);
    }
}
