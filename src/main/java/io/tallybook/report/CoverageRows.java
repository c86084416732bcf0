package io.tallybook.report;

import io.tallybook.result.Figure;
import io.tallybook.result.Result;
import io.tallybook.result.SourceRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was expected, what arrived, what is missing, and which rejected rows could change which figures. */
final class CoverageRows {
    private final Labels labels;
    private final List<InputLine> inputs;
    private final List<ExpectedInput> expected;
    private final List<RejectLine> rejects;
    private final Map<String, String> recordOfSheet = new HashMap<>();
    private final SortedMap<String, Long> rejectsByRecord;

    CoverageRows(Labels labels, List<InputLine> inputs, List<ExpectedInput> expected, List<RejectLine> rejects) {
        this(labels, inputs, expected, rejects, byRecord(rejects));
    }

    /** What an account's report says of its inputs. */
    static CoverageRows of(AccountReport report, Labels labels) {
        return new CoverageRows(labels, report.inputs(), report.expected(), report.rejects(), report.rejected());
    }

    private CoverageRows(
            Labels labels,
            List<InputLine> inputs,
            List<ExpectedInput> expected,
            List<RejectLine> rejects,
            SortedMap<String, Long> rejectsByRecord) {
        this.labels = labels;
        this.inputs = inputs;
        this.expected = expected;
        this.rejects = rejects;
        inputs.forEach(input -> recordOfSheet.put(input.file() + "\n" + input.sheet(), input.record()));
        this.rejectsByRecord = rejectsByRecord;
    }

    static SortedMap<String, Long> byRecord(List<RejectLine> rejects) {
        SortedMap<String, Long> counts = new TreeMap<>();
        rejects.forEach(reject -> counts.merge(reject.record(), 1L, Long::sum));
        return counts;
    }

    /**
     * The record types that a result rests on, of those with rejected rows: another row of such a table could belong to
     * the result, and is missing from it.
     */
    Map<String, Long> rejectsBehind(Result result) {
        Map<String, Long> found = new TreeMap<>();
        for (SourceRows source : result.sources()) {
            String record = recordOfSheet.getOrDefault(source.file() + "\n" + source.sheet(), "");
            Long count = rejectsByRecord.get(record);
            if (count != null) {
                found.put(record, count);
            }
        }
        return found;
    }

    /** The note beside a result that rejected rows could change; empty if none could. */
    String note(Result result) {
        List<String> parts = new ArrayList<>();
        rejectsBehind(result)
                .forEach((record, count) ->
                        parts.add(labels.phrase("rejects_note", Shown.count(count, labels), labels.record(record))));
        return String.join("; ", parts);
    }

    List<Map<String, Object>> expectedRows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ExpectedInput input : expected) {
            String state = input.arrived() ? "arrived" : input.required() ? "missing_required" : "missing";
            rows.add(Map.of(
                    "what", input.what(),
                    "title", labels.record(input.what()),
                    "required", labels.phrase(input.required() ? "yes" : "no"),
                    "state", state,
                    "stateTitle", labels.phrase("expected_" + state)));
        }
        return rows;
    }

    List<Map<String, Object>> inputRows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (InputLine input : inputs) {
            Map<String, Object> row = new HashMap<>();
            row.put("file", input.file());
            row.put("sheet", input.sheet());
            row.put("record", input.record());
            row.put("recordTitle", labels.record(input.record()));
            row.put("profile", input.profile());
            row.put("status", input.status());
            row.put("statusTitle", labels.word("input_status." + input.status(), input.status()));
            row.put("reason", input.reason());
            row.put("rows", input.rows());
            row.put("accepted", input.accepted());
            row.put("rejected", input.rejected());
            row.put("passedOver", input.passedOver());
            row.put("rowsText", Shown.count(input.rows(), labels));
            row.put("acceptedText", Shown.count(input.accepted(), labels));
            row.put("rejectedText", Shown.count(input.rejected(), labels));
            row.put("passedOverText", Shown.count(input.passedOver(), labels));
            rows.add(row);
        }
        return rows;
    }

    List<Map<String, Object>> rejectRows(List<Result> results) {
        Map<String, Long> touched = figuresByRecord(results);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (RejectLine reject : rejects) {
            Map<String, Object> row = new HashMap<>();
            row.put("record", reject.record());
            row.put("recordTitle", labels.record(reject.record()));
            row.put("file", reject.file());
            row.put("sheet", reject.sheet());
            row.put("row", reject.row() > 0 ? reject.row() : "");
            row.put("rowText", reject.row() > 0 ? Integer.toString(reject.row()) : "");
            row.put("column", reject.column());
            row.put("code", reject.code());
            row.put("found", reject.found());
            row.put("expected", reject.expected());
            row.put("remedy", reject.remedy());
            row.put("touches", touches(touched.getOrDefault(reject.record(), 0L)));
            rows.add(row);
        }
        return rows;
    }

    private String touches(long figures) {
        return figures == 0
                ? labels.phrase("touches_none")
                : labels.phrase(figures == 1 ? "touches_one" : "touches_many", Shown.count(figures, labels));
    }

    private Map<String, Long> figuresByRecord(List<Result> results) {
        Map<String, Long> touched = new HashMap<>();
        for (Result result : results) {
            if (result instanceof Figure) {
                rejectsBehind(result).keySet().forEach(record -> touched.merge(record, 1L, Long::sum));
            }
        }
        return touched;
    }

    /** The figures that rejected rows could change, by record type. */
    List<Map<String, Object>> touchedRows(List<Figure> figures, List<Map<String, Object>> figureRows) {
        Map<String, List<Object>> byRecord = new LinkedHashMap<>();
        rejectsByRecord.keySet().forEach(record -> byRecord.put(record, new ArrayList<>()));
        for (int i = 0; i < figures.size(); i++) {
            for (String record : rejectsBehind(figures.get(i)).keySet()) {
                byRecord.getOrDefault(record, new ArrayList<>()).add(figureRows.get(i));
            }
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        byRecord.forEach((record, touched) -> rows.add(Map.of(
                "recordTitle",
                labels.record(record),
                "rejected",
                Shown.count(rejectsByRecord.getOrDefault(record, 0L), labels),
                "touches",
                touches(touched.size()),
                "figures",
                touched)));
        return rows;
    }

    /** What came and what did not, in a few sentences: the first thing that a reader sees. */
    List<String> sentences(RunInfo run) {
        long rejected =
                rejectsByRecord.values().stream().mapToLong(Long::longValue).sum();
        List<String> sentences = sentences(run, rejected);
        if (rejected > rejects.size()) {
            sentences.add(labels.phrase("coverage_rejects_listed", Shown.count(rejects.size(), labels)));
        }
        return sentences;
    }

    /** The same, where not all of the rejected rows are listed. */
    List<String> sentences(RunInfo run, long rejectedRows) {
        List<String> sentences = new ArrayList<>();
        long arrived = expected.stream().filter(ExpectedInput::arrived).count();
        sentences.add(labels.phrase(run.complete() ? "coverage_complete" : "coverage_incomplete"));
        if (!expected.isEmpty()) {
            sentences.add(labels.phrase(
                    "coverage_arrived", Shown.count(arrived, labels), Shown.count(expected.size(), labels)));
        }
        List<String> missing = expected.stream()
                .filter(input -> !input.arrived())
                .map(input -> labels.record(input.what()) + (input.required() ? labels.phrase("required_mark") : ""))
                .toList();
        if (!missing.isEmpty()) {
            sentences.add(labels.phrase("coverage_missing", String.join(", ", missing)));
        }
        long unread =
                inputs.stream().filter(input -> !input.status().equals("READ")).count();
        if (unread > 0) {
            sentences.add(labels.phrase("coverage_unread", Shown.count(unread, labels)));
        }
        sentences.add(
                rejectedRows == 0
                        ? labels.phrase("coverage_no_rejects")
                        : labels.phrase("coverage_rejects", Shown.count(rejectedRows, labels)));
        return sentences;
    }
}
