package io.tallybook.report;

import io.tallybook.report.template.CellLink;
import io.tallybook.result.Figure;
import io.tallybook.result.Finding;
import io.tallybook.result.Result;
import io.tallybook.terms.Clause;
import io.tallybook.terms.ClauseRegister;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The clauses that the results of a report rest on, each once, in the order of the documents. */
final class ClauseRows {
    /** More links than this below a clause help nobody; the sheets filter by clause. */
    private static final int MOST_USES_ON_A_PAGE = 12;

    /** A result that rests on a clause: its place in a sheet, and on a page. */
    private record Use(String list, int index, String anchor, String title) {}

    private final ClauseRegister register;
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final Map<String, Integer> index = new HashMap<>();

    ClauseRows(ClauseRegister register, List<Result> results, Labels labels) {
        this.register = register;
        Map<String, Set<String>> editions = new TreeMap<>();
        for (Result result : results) {
            if (result instanceof Figure figure) {
                figure.clauses().forEach(clause -> note(editions, clause, figure.edition()));
            } else if (result instanceof Finding finding) {
                note(editions, finding.clause(), finding.edition());
            }
        }
        for (Clause clause : register.all()) {
            Set<String> own = editions.remove(clause.id());
            if (own != null) {
                add(clause, own, labels);
            }
        }
        // What is left is cited by a result and stands in no register: it is shown as such, not left out.
        editions.forEach((id, own) -> {
            String unknown = labels.phrase("clause_unknown");
            add(new Clause(id, unknown, "", unknown, "", ""), own, labels);
        });
    }

    private static void note(Map<String, Set<String>> editions, String clause, String edition) {
        Set<String> own = editions.computeIfAbsent(clause, unused -> new LinkedHashSet<>());
        if (!edition.isEmpty()) {
            own.add(edition);
        }
    }

    private void add(Clause clause, Set<String> editions, Labels labels) {
        index.put(clause.id(), rows.size());
        rows.add(Map.of(
                "id", clause.id(),
                "anchor", anchor(rows.size()),
                "document", clause.document(),
                "section", clause.section(),
                "text", clause.text(),
                "kind", labels.word("clause_kind." + clause.kind(), clause.kind()),
                "reading", clause.reading(),
                "edition", String.join("; ", editions)));
    }

    private static String anchor(int row) {
        return "c" + (row + 1);
    }

    List<Map<String, Object>> rows() {
        return rows;
    }

    /** The clauses with the way back to the results that rest on them: all on a sheet's count, the first ones on a page. */
    List<Map<String, Object>> used(List<Figure> figures, List<Finding> findings, Labels labels) {
        List<List<Use>> uses = new ArrayList<>();
        rows.forEach(unused -> uses.add(new ArrayList<>()));
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            String title = labels.subject(figure.subject()) + ": " + FigureRows.title(figure, labels);
            Use use = new Use("figures", i, "f" + (i + 1), title);
            figure.clauses().stream()
                    .distinct()
                    .forEach(clause -> uses.get(indexOf(clause)).add(use));
        }
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            String title = labels.subject(finding.subject()) + ": " + ReadBack.status(finding.status(), labels);
            uses.get(indexOf(finding.clause())).add(new Use("findings", i, "v" + (i + 1), title));
        }
        List<Map<String, Object>> linked = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            linked.add(linked(rows.get(i), uses.get(i), labels));
        }
        return linked;
    }

    private static Map<String, Object> linked(Map<String, Object> clause, List<Use> uses, Labels labels) {
        Map<String, Object> row = new HashMap<>(clause);
        String count =
                labels.phrase(uses.size() == 1 ? "used_by_one" : "used_by_many", Shown.count(uses.size(), labels));
        row.put(
                "usedBy",
                uses.isEmpty()
                        ? ""
                        : new CellLink(count, uses.get(0).list(), uses.get(0).index()));
        row.put(
                "uses",
                uses.stream()
                        .limit(MOST_USES_ON_A_PAGE)
                        .map(use -> Map.of("anchor", use.anchor(), "title", use.title()))
                        .toList());
        row.put("usesText", count);
        return row;
    }

    int indexOf(String clause) {
        return index.getOrDefault(clause, 0);
    }

    /** A clause beside a result: its id, its place among the clauses of this report, and what it says. */
    Map<String, Object> reference(String clause) {
        return Map.of("id", clause, "anchor", anchor(indexOf(clause)), "text", text(clause));
    }

    /** What a clause says, in our own words. */
    String text(String clause) {
        Optional<Clause> known = register.find(clause);
        return known.map(Clause::text).orElse("");
    }
}
