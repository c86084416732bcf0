package io.tallybook.report;

import io.tallybook.report.template.CellLink;
import io.tallybook.result.Figure;
import io.tallybook.result.Result;
import io.tallybook.result.WorkingStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of a report, each with its working, clauses, assumptions and sources, and the steps as a table of their own. */
final class FigureRows {
    private final Labels labels;
    private final List<Figure> figures;
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final List<Map<String, Object>> steps = new ArrayList<>();

    FigureRows(Labels labels, List<Result> results, ClauseRows clauses, CoverageRows coverage) {
        this.labels = labels;
        this.figures = results.stream()
                .filter(Figure.class::isInstance)
                .map(Figure.class::cast)
                .toList();
        figures.forEach(figure -> add(figure, clauses, coverage));
    }

    private void add(Figure figure, ClauseRows clauses, CoverageRows coverage) {
        Map<String, Object> row = new HashMap<>();
        int index = rows.size();
        String state = figure.state().name();
        Shown shown = Shown.of(figure.state(), figure.value(), figure.unit(), labels);
        row.put("anchor", "f" + (index + 1));
        row.put("number", index + 1);
        row.put("subject", figure.subject());
        row.put("subjectTitle", labels.subject(figure.subject()));
        row.put("measure", figure.measure());
        row.put("title", labels.measure(figure.measure()));
        row.put("dimension", figure.dimension());
        row.put("dimensionTitle", labels.dimension(figure.dimension()));
        row.put("fullTitle", title(figure, labels));
        row.put("state", state);
        row.put("stateTitle", labels.word("state." + state, state));
        row.put("value", shown.cell());
        row.put("valueText", shown.text());
        row.put("isNumber", shown.isNumber());
        // Plain, so that a page can sort numbers and dates by it; empty where there is no value.
        row.put("sortKey", figure.value());
        row.put("unit", figure.unit());
        row.put("unitTitle", labels.unit(figure.unit()));
        row.put("unitText", hasUnit(figure) ? labels.unit(figure.unit()) : "");
        row.put("reason", figure.reason());
        row.put("edition", figure.edition());
        row.put("clauses", clauseLink(figure, clauses));
        row.put(
                "clauseReferences",
                figure.clauses().stream().map(clauses::reference).toList());
        row.put("assumptions", figure.assumptions());
        row.put("assumptionsText", String.join("\n", figure.assumptions()));
        row.put("working", working(figure));
        row.put("sources", SourceTable.of(figure, labels));
        row.put("sourcesText", SourceTable.text(figure));
        row.put("rejectsNote", coverage.note(figure));
        rows.add(row);
        steps(figure, index, row);
    }

    /** Whether a unit behind the value says something: none does behind a date, or where there is no value. */
    private static boolean hasUnit(Figure figure) {
        return !figure.value().isEmpty() && !figure.unit().equals("date");
    }

    /** The measure, and the dimension where there is one. */
    static String title(Figure figure, Labels labels) {
        String measure = labels.measure(figure.measure());
        return figure.dimension().isEmpty() ? measure : measure + ", " + labels.dimension(figure.dimension());
    }

    private static Object clauseLink(Figure figure, ClauseRows clauses) {
        String all = String.join(", ", figure.clauses());
        return figure.clauses().isEmpty()
                ? all
                : new CellLink(all, "clauses", clauses.indexOf(figure.clauses().get(0)));
    }

    private Object working(Figure figure) {
        int count = figure.working().size();
        if (count == 0) {
            return "";
        }
        String text = labels.phrase(count == 1 ? "one_step" : "steps", Shown.count(count, labels));
        return new CellLink(text, "steps", steps.size());
    }

    private void steps(Figure figure, int index, Map<String, Object> row) {
        List<Map<String, Object>> own = new ArrayList<>();
        for (WorkingStep step : figure.working()) {
            Shown shown = Shown.of(step.value(), step.unit(), labels);
            Map<String, Object> line = new HashMap<>();
            line.put("figure", new CellLink(title(figure, labels), "figures", index));
            line.put("subjectTitle", labels.subject(figure.subject()));
            line.put("number", own.size() + 1);
            line.put("what", step.what());
            line.put("value", shown.cell());
            line.put("valueText", shown.text());
            line.put("isNumber", shown.isNumber());
            line.put("unit", labels.unit(step.unit()));
            own.add(line);
        }
        row.put("steps", own);
        steps.addAll(own);
    }

    List<Figure> figures() {
        return figures;
    }

    List<Map<String, Object>> rows() {
        return rows;
    }

    /** All working steps, in the order of the figures. */
    List<Map<String, Object>> steps() {
        return steps;
    }

    /** The figures by subject. */
    List<Map<String, Object>> bySubject() {
        Map<String, List<Map<String, Object>>> groups = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            groups.computeIfAbsent(figures.get(i).subject(), unused -> new ArrayList<>())
                    .add(rows.get(i));
        }
        List<Map<String, Object>> subjects = new ArrayList<>();
        groups.forEach((subject, own) -> subjects.add(
                Map.of("anchor", "s" + (subjects.size() + 1), "title", labels.subject(subject), "figures", own)));
        return subjects;
    }

    /** The figures that stand on the first sheet and at the top of the page. */
    List<Map<String, Object>> keyFigures(KeyFigures keys) {
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            if (keys.contains(figures.get(i))) {
                chosen.add(i);
            }
        }
        chosen.sort(Comparator.<Integer, String>comparing(i -> figures.get(i).subject())
                .thenComparing(i -> keys.indexOf(figures.get(i))));
        return chosen.stream().map(this::linked).toList();
    }

    private Map<String, Object> linked(int index) {
        Map<String, Object> row = new HashMap<>(rows.get(index));
        row.put("link", new CellLink(title(figures.get(index), labels), "figures", index));
        return row;
    }
}
