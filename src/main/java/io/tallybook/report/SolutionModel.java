package io.tallybook.report;

import io.tallybook.result.Figure;
import io.tallybook.result.Finding;
import io.tallybook.result.FindingStatus;
import io.tallybook.result.Result;
import io.tallybook.result.SourceRows;
import io.tallybook.terms.ClauseRegister;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Turns what was found of a customer solution into what its own page shows: the combined verdict, what is open and who
 * settles it, and each part with its findings, figures and rows. The keys are documented in {@code docs/templates.md}.
 */
final class SolutionModel {
    private static final String COMBINED = "ACS-30";
    private static final String COST = "solution.azure-cost";

    /** The figures at the top of the page. */
    private static final List<String> KEY_FIGURES = List.of(
            COST,
            "solution.charged",
            "solution.azure-cost-share",
            "solution.inferencing-charges",
            "solution.inferencing-share");

    /** The figures in the one line of a solution among others. */
    private static final Map<String, String> COLUMNS =
            Map.of(COST, "cost", "solution.charged", "charged", "solution.azure-cost-share", "share");

    /** What still asks for something, the worst first. */
    private static final Set<FindingStatus> OPEN =
            Set.of(FindingStatus.FAIL, FindingStatus.UNDETERMINED, FindingStatus.ATTEST, FindingStatus.AT_RISK);

    private static final SolutionParts PARTS = SolutionParts.read();

    private final AccountReport report;
    private final SolutionEntry solution;
    private final Labels labels;
    private final FigureRows figures;
    private final List<Map<String, Object>> findings;
    private final ClauseRows clauses;

    /**
     * @param report  the report of the account
     * @param solution  one of its solutions
     */
    SolutionModel(AccountReport report, SolutionEntry solution, ClauseRegister register, Labels labels) {
        this.report = report.of(solution);
        this.solution = solution;
        this.labels = labels;
        CoverageRows coverage = CoverageRows.of(report, labels);
        this.clauses = new ClauseRows(register, this.report.results(), labels);
        this.figures = new FigureRows(labels, this.report.results(), clauses, coverage);
        figures.rows().forEach(row -> {
            row.put("about", about(text(row, "subject")));
            row.put("shownSteps", shownSteps(row));
        });
        this.findings = new FindingRows(labels, this.report.results(), clauses, coverage)
                .rows().stream()
                        .sorted(Comparator.<Map<String, Object>, String>comparing(
                                        row -> text(row, "clause"), PARTS.order())
                                .thenComparing(row -> text(row, "subject")))
                        .toList();
        findings.forEach(row -> row.put("about", about(text(row, "subject"))));
    }

    /** The whole working of a key figure; of a month or an end customer the last step alone, which names both amounts. */
    private static List<?> shownSteps(Map<String, Object> figure) {
        List<?> steps = (List<?>) figure.getOrDefault("steps", List.of());
        return KEY_FIGURES.contains(text(figure, "measure")) || steps.isEmpty()
                ? steps
                : steps.subList(steps.size() - 1, steps.size());
    }

    /** Which part of the solution a result is about, e.g. a party; empty if it is about the whole. */
    private String about(String subject) {
        return subject.equals(solution.subject())
                ? ""
                : labels.subject(subject.substring(solution.subject().length() + 1));
    }

    private static String text(Map<String, Object> row, String key) {
        return String.valueOf(row.get(key));
    }

    private static FindingStatus status(Map<String, Object> row) {
        return FindingStatus.valueOf(text(row, "status"));
    }

    /** Each solution of an account in one line: its verdict, its figures, and how much is open. */
    static List<Map<String, Object>> rows(AccountReport report, ClauseRegister register, Labels labels) {
        return report.solutions().stream()
                .map(solution -> new SolutionModel(report, solution, register, labels).row())
                .toList();
    }

    private Map<String, Object> row() {
        Map<String, Object> row = new HashMap<>(verdict());
        row.put("id", solution.solution());
        row.put("title", solution.title());
        row.put("page", solution.page());
        int open = open().size();
        row.put("open", open);
        row.put("openText", Shown.count(open, labels));
        row.put("unit", "");
        COLUMNS.values().forEach(column -> {
            row.put(column, "");
            row.put(column + "Text", "");
        });
        for (Map<String, Object> figure : figures.rows()) {
            String column = COLUMNS.get(text(figure, "measure"));
            if (column != null) {
                row.put(column, figure.get("value"));
                row.put(column + "Text", figure.get("valueText"));
            }
            if (COST.equals(figure.get("measure"))) {
                row.put("unit", figure.get("unit"));
            }
        }
        return row;
    }

    Map<String, Object> page() {
        Map<String, Object> model = new HashMap<>();
        model.put("t", labels.page());
        model.put("language", labels.language());
        model.put("run", RunModel.of(report.run(), labels));
        model.put(
                "account",
                Map.of("id", report.account(), "name", report.name().isEmpty() ? report.account() : report.name()));
        Map<String, Object> about = new HashMap<>(verdict());
        about.put("id", solution.solution());
        about.put("title", solution.title());
        model.put("solution", about);
        model.put("keyFigures", keyFigures());
        model.put("figures", figures.rows());
        model.put("parts", parts());
        model.put("open", open());
        model.put("combined", of(SolutionParts.WHOLE));
        model.put("clauses", clauses.rows());
        model.put("sources", sources());
        model.put("assumptions", assumptions());
        model.put("editions", editions());
        return model;
    }

    private Map<String, Object> verdict() {
        FindingStatus status = findings.stream()
                .filter(row -> text(row, "clause").equals(COMBINED))
                .map(SolutionModel::status)
                .findFirst()
                .orElse(FindingStatus.UNDETERMINED);
        return Map.of(
                "status", status.name(),
                "statusTitle", labels.word("status." + status, status.name()),
                "verdict", labels.phrase("solution_verdict_" + status));
    }

    private List<Map<String, Object>> keyFigures() {
        return figures.rows().stream()
                .filter(row -> KEY_FIGURES.contains(text(row, "measure")))
                .sorted(Comparator.comparing(row -> KEY_FIGURES.indexOf(text(row, "measure"))))
                .toList();
    }

    private List<Map<String, Object>> of(String part) {
        return findings.stream()
                .filter(row -> PARTS.partOf(text(row, "clause")).equals(part))
                .toList();
    }

    /** The parts: those of the Foundry criteria only where the criteria apply, the others with what is not there. */
    private List<Map<String, Object>> parts() {
        List<Map<String, Object>> parts = new ArrayList<>();
        for (String name : PARTS.names()) {
            List<Map<String, Object>> own = of(name);
            String none = labels.word("page.solution_none_" + name, "");
            if (!name.equals(SolutionParts.WHOLE) && !(own.isEmpty() && none.isEmpty())) {
                FindingStatus status = own.stream()
                        .map(SolutionModel::status)
                        .reduce(FindingStatus.NOT_APPLICABLE, FindingStatus::worse);
                parts.add(Map.of(
                        "anchor", name,
                        "title", labels.phrase("solution_part_" + name),
                        "status", status.name(),
                        "statusTitle", labels.word("status." + status, status.name()),
                        "none", own.isEmpty() ? none : "",
                        "hasFigures", name.equals("cost"),
                        "findings", own));
            }
        }
        return parts;
    }

    /** Statements that are open or fail, the worst first, each with who or what settles it. */
    private List<Map<String, Object>> open() {
        List<Map<String, Object>> open = new ArrayList<>();
        findings.stream()
                .filter(row -> OPEN.contains(status(row)))
                .filter(row -> !PARTS.partOf(text(row, "clause")).equals(SolutionParts.WHOLE))
                .sorted(Comparator.comparing(SolutionModel::status))
                .forEach(row -> {
                    Map<String, Object> line = new HashMap<>(row);
                    line.put(
                            "settles",
                            labels.phrase(
                                    "solution_settles_" + text(row, "status"),
                                    text(row, "clause"),
                                    text(row, "subject")));
                    open.add(line);
                });
        return open;
    }

    /** All rows that anything on the page rests on, a line a sheet. */
    private List<Map<String, Object>> sources() {
        Map<List<String>, RowRanges> sheets =
                new TreeMap<>(Comparator.<List<String>, String>comparing(sheet -> sheet.get(0))
                        .thenComparing(sheet -> sheet.get(1)));
        for (Result result : report.results()) {
            for (SourceRows source : result.sources()) {
                sheets.computeIfAbsent(List.of(source.file(), source.sheet()), sheet -> new RowRanges())
                        .add(source.rows());
            }
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        sheets.forEach((sheet, ranges) ->
                rows.add(Map.of("file", sheet.get(0), "sheet", sheet.get(1), "rows", ranges.toString())));
        return rows;
    }

    private List<String> editions() {
        return clauses.rows().stream()
                .map(row -> text(row, "edition"))
                .filter(edition -> !edition.isEmpty())
                .distinct()
                .toList();
    }

    private List<String> assumptions() {
        Set<String> all = new LinkedHashSet<>();
        for (Result result : report.results()) {
            if (result instanceof Finding finding) {
                all.addAll(finding.assumptions());
            } else if (result instanceof Figure figure) {
                all.addAll(figure.assumptions());
            }
        }
        return List.copyOf(all);
    }
}
