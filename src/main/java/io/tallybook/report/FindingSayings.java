package io.tallybook.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Findings of one status that say the same of one subject, shown once with all their clauses: nine benefits of one
 * agreement without a line of Software Assurance are one thing to read, and nine clauses to follow.
 */
final class FindingSayings {
    private record Saying(Object subject, Object date, Object reason) {}

    /** What a finding rests on; equal for most findings that say the same. */
    private record Ground(Object assumptions, Object sources, Object rejectsNote) {
        private boolean isEmpty() {
            return List.of().equals(assumptions) && List.of().equals(sources) && "".equals(rejectsNote);
        }
    }

    private FindingSayings() {}

    /** Groups rows of findings by subject, in the order in which each first comes, and then by what they say. */
    static List<Map<String, Object>> of(List<Map<String, Object>> findings) {
        Map<Object, Map<Saying, List<Map<String, Object>>>> subjects = new LinkedHashMap<>();
        for (Map<String, Object> finding : findings) {
            Saying saying = new Saying(value(finding, "subject"), value(finding, "dateText"), value(finding, "reason"));
            subjects.computeIfAbsent(saying.subject(), unused -> new LinkedHashMap<>())
                    .computeIfAbsent(saying, unused -> new ArrayList<>())
                    .add(finding);
        }
        return subjects.values().stream()
                .flatMap(sayings -> sayings.values().stream())
                .map(FindingSayings::row)
                .toList();
    }

    private static Object value(Map<String, Object> finding, String key) {
        return finding.getOrDefault(key, "");
    }

    private static Map<String, Object> row(List<Map<String, Object>> findings) {
        Map<String, Object> row = new HashMap<>();
        Map<String, Object> first = findings.get(0);
        for (String same : List.of("subjectTitle", "dateText", "reason")) {
            row.put(same, first.getOrDefault(same, ""));
        }
        row.put("findings", findings);
        row.put("grounds", grounds(findings));
        return row;
    }

    private static List<Map<String, Object>> grounds(List<Map<String, Object>> findings) {
        Map<Ground, List<String>> clauses = new LinkedHashMap<>();
        for (Map<String, Object> finding : findings) {
            Ground ground =
                    new Ground(value(finding, "assumptions"), value(finding, "sources"), value(finding, "rejectsNote"));
            clauses.computeIfAbsent(ground, unused -> new ArrayList<>())
                    .add(value(finding, "clause").toString());
        }
        // Whose ground it is goes without saying where all share it.
        boolean isShared = clauses.size() == 1;
        return clauses.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .map(entry -> Map.of(
                        "clauses",
                        isShared ? "" : entry.getValue().stream().collect(Collectors.joining(", ")),
                        "assumptions",
                        entry.getKey().assumptions(),
                        "sources",
                        entry.getKey().sources(),
                        "rejectsNote",
                        entry.getKey().rejectsNote()))
                .toList();
    }
}
