package io.tallybook.report;

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
