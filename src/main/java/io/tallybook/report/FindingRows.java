package io.tallybook.report;

import io.tallybook.report.template.CellLink;
import io.tallybook.result.Finding;
import io.tallybook.result.FindingStatus;
import io.tallybook.result.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The findings of a report, in the order in which they ask for something to be done. */
final class FindingRows {
    /** What has to be done first comes first. */
    static final List<FindingStatus> ORDER = List.of(
            FindingStatus.FAIL,
            FindingStatus.AT_RISK,
            FindingStatus.UNDETERMINED,
            FindingStatus.ATTEST,
            FindingStatus.PASS,
            FindingStatus.NOT_APPLICABLE);

    private final Labels labels;
    private final List<Finding> findings;
    private final List<Map<String, Object>> rows = new ArrayList<>();

    FindingRows(Labels labels, List<Result> results, ClauseRows clauses, CoverageRows coverage) {
        this.labels = labels;
        this.findings = results.stream()
                .filter(Finding.class::isInstance)
                .map(Finding.class::cast)
                .sorted(Comparator.<Finding, Integer>comparing(finding -> ORDER.indexOf(finding.status()))
                        // The next date first; without one last.
                        .thenComparing(finding -> finding.date().isEmpty() ? "9999" : finding.date())
                        .thenComparing(Result.ORDER))
                .toList();
        findings.forEach(finding -> rows.add(row(finding, clauses, coverage)));
    }

    private Map<String, Object> row(Finding finding, ClauseRows clauses, CoverageRows coverage) {
        Map<String, Object> row = new HashMap<>();
        String status = finding.status().name();
        row.put("anchor", "v" + (rows.size() + 1));
        row.put("clause", finding.clause());
        row.put("clauseLink", new CellLink(finding.clause(), "clauses", clauses.indexOf(finding.clause())));
        row.put("clauseReference", clauses.reference(finding.clause()));
        row.put("clauseText", clauses.text(finding.clause()));
        row.put("subject", finding.subject());
        row.put("subjectTitle", labels.subject(finding.subject()));
        row.put("status", status);
        row.put("statusTitle", labels.word("status." + status, status));
        row.put("todo", labels.word("status." + status + ".todo", ""));
        Shown date = Shown.of(finding.date(), "date", labels);
        row.put("date", date.cell());
        row.put("dateText", date.text());
        row.put("reason", finding.reason());
        row.put("edition", finding.edition());
        row.put("assumptions", finding.assumptions());
        row.put("assumptionsText", String.join("\n", finding.assumptions()));
        row.put("sources", SourceTable.of(finding, labels));
        row.put("sourcesText", SourceTable.text(finding));
        row.put("rejectsNote", coverage.note(finding));
        return row;
    }

    List<Finding> findings() {
        return findings;
    }

    List<Map<String, Object>> rows() {
        return rows;
    }

    /** The findings by status, those statuses that have any. */
    List<Map<String, Object>> groups() {
        List<Map<String, Object>> groups = new ArrayList<>();
        for (FindingStatus status : ORDER) {
            List<Map<String, Object>> own = rows.stream()
                    .filter(row -> status.name().equals(row.get("status")))
                    .toList();
            if (!own.isEmpty()) {
                Map<String, Object> group = new HashMap<>(count(status, own.size(), labels));
                group.put("findings", own);
                group.put("sayings", FindingSayings.of(own));
                // What needs nothing done is there, and folded.
                group.put("isOpen", status != FindingStatus.PASS && status != FindingStatus.NOT_APPLICABLE);
                groups.add(group);
            }
        }
        return groups;
    }

    /** How many findings there are of each status. */
    List<Map<String, Object>> counts() {
        List<Map<String, Object>> counts = new ArrayList<>();
        for (FindingStatus status : ORDER) {
            int count = Math.toIntExact(findings.stream()
                    .filter(finding -> finding.status() == status)
                    .count());
            counts.add(count(status, count, labels));
        }
        return counts;
    }

    static Map<String, Object> count(FindingStatus status, int count, Labels labels) {
        return Map.of(
                "status", status.name(),
                "title", labels.word("status." + status, status.name()),
                "todo", labels.word("status." + status + ".todo", ""),
                "count", count,
                "countText", Shown.count(count, labels));
    }
}
