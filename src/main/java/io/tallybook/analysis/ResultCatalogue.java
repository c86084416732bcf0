package io.tallybook.analysis;

import io.tallybook.yaml.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

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
        try (InputStream resource = ResultCatalogue.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("No resource " + name);
            }
            YamlNode root = YamlNode.read(name, new InputStreamReader(resource, StandardCharsets.UTF_8));
            Map<String, YamlNode> parts = root.entries();
            Map<String, FigureDefinition> figures = new LinkedHashMap<>();
            root.required(parts, "figures")
                    .entries()
                    .forEach((measure, rule) -> figures.put(measure, figure(measure, rule.entries())));
            Map<String, FindingDefinition> findings = new LinkedHashMap<>();
            root.required(parts, "findings").entries().forEach((clause, node) -> {
                Map<String, YamlNode> rule = node.entries();
                findings.put(clause, new FindingDefinition(clause, text(rule, "subject"), text(rule, "about")));
            });
            Map<String, String> notReported = new LinkedHashMap<>();
            root.required(parts, "not_reported")
                    .entries()
                    .forEach((clause, reason) -> notReported.put(clause, reason.text()));
            return new ResultCatalogue(figures, findings, notReported);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FigureDefinition figure(String measure, Map<String, YamlNode> rule) {
        return new FigureDefinition(
                measure,
                text(rule, "subject"),
                text(rule, "unit"),
                texts(rule, "dimension"),
                texts(rule, "clauses"),
                text(rule, "about"));
    }

    private static List<String> texts(Map<String, YamlNode> rule, String key) {
        return Optional.ofNullable(rule.get(key)).map(YamlNode::texts).orElse(List.of());
    }

    private static String text(Map<String, YamlNode> rule, String key) {
        return Optional.ofNullable(rule.get(key)).map(YamlNode::text).orElse("");
    }
}
