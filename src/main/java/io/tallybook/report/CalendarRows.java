package io.tallybook.report;

import io.tallybook.report.template.CellLink;
import io.tallybook.result.Result;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The deadlines of an account as a table, each leading to its figure or finding. */
final class CalendarRows {
    private CalendarRows() {}

    static List<Map<String, Object>> of(
            List<Deadline> deadlines, LocalDate asOf, FigureRows figures, FindingRows findings, Labels labels) {
        Map<Result, Integer> places = new HashMap<>();
        for (int i = 0; i < figures.figures().size(); i++) {
            places.put(figures.figures().get(i), i);
        }
        for (int i = 0; i < findings.findings().size(); i++) {
            places.put(findings.findings().get(i), i);
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Deadline deadline : deadlines) {
            int place = places.getOrDefault(deadline.result(), 0);
            boolean finding = deadline.result().isFinding();
            Map<String, Object> row = new HashMap<>();
            Shown day = Shown.of(deadline.day().toString(), "date", labels);
            row.put("day", day.cell());
            row.put("dayText", day.text());
            long daysLeft = ChronoUnit.DAYS.between(asOf, deadline.day());
            row.put("daysLeft", daysLeft);
            row.put("daysLeftText", Shown.count(daysLeft, labels));
            row.put("subjectTitle", labels.subject(deadline.result().subject()));
            row.put("title", deadline.title(labels));
            row.put("link", new CellLink(deadline.title(labels), finding ? "findings" : "figures", place));
            row.put("anchor", (finding ? "v" : "f") + (place + 1));
            row.put("status", deadline.status(labels));
            row.put("reason", deadline.result().reason());
            rows.add(row);
        }
        return rows;
    }
}
