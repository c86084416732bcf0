package io.tallybook.report;

import io.tallybook.report.template.CellLink;
import io.tallybook.result.Result;
import io.tallybook.terms.ClauseRegister;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns an account's report into what its templates show. The keys are documented in {@code docs/templates.md}. */
final class AccountModel {
    /** More rejected rows than this do not make a page that a browser likes; the workbook has them all. */
    private static final int MOST_REJECTS_ON_A_PAGE = 500;

    private final ClauseRegister clauses;
    private final KeyFigures keys;

    AccountModel(ClauseRegister clauses, KeyFigures keys) {
        this.clauses = clauses;
        this.keys = keys;
    }

    /** The page lists some of very many rejected rows and says how many more there are. */
    Map<String, Object> page(AccountReport report, Labels labels) {
        Map<String, Object> model = workbook(report, labels);
        List<?> rejects = (List<?>) model.getOrDefault("rejects", List.of());
        int more = rejects.size() - MOST_REJECTS_ON_A_PAGE;
        model.put("rejects", more > 0 ? rejects.subList(0, MOST_REJECTS_ON_A_PAGE) : rejects);
        model.put("moreRejects", more > 0 ? labels.phrase("more_rejects_book", Shown.count(more, labels)) : "");
        return model;
    }

    Map<String, Object> workbook(AccountReport report, Labels labels) {
        ClauseRows clauseRows = new ClauseRows(clauses, report.results(), labels);
        CoverageRows coverage = new CoverageRows(labels, report.inputs(), report.expected(), report.rejects());
        FigureRows figures = new FigureRows(labels, report.results(), clauseRows, coverage);
        FindingRows findings = new FindingRows(labels, report.results(), clauseRows, coverage);
        Map<String, Object> model = new HashMap<>();
        model.put("t", labels.page());
        model.put("language", labels.language());
        model.put("run", RunModel.of(report.run(), labels));
        model.put(
                "account",
                Map.of(
                        "id",
                        report.account(),
                        "name",
                        report.name().isEmpty() ? report.account() : report.name(),
                        "manager",
                        report.accountManager().isEmpty() ? labels.phrase("not_named") : report.accountManager()));
        model.put("coverage", coverage.sentences(report.run()));
        model.put("expected", coverage.expectedRows());
        model.put("inputs", coverage.inputRows());
        model.put("touched", coverage.touchedRows(figures.figures(), figures.rows()));
        model.put("keyFigures", figures.keyFigures(keys));
        model.put("figures", figures.rows());
        model.put("subjects", figures.bySubject());
        model.put("steps", figures.steps());
        model.put("counts", findings.counts());
        model.put("findings", findings.rows());
        model.put("groups", findings.groups());
        model.put("clauses", clauseRows.rows());
        model.put("sources", sources(figures, findings, labels));
        model.put("rejects", coverage.rejectRows(report.results()));
        return model;
    }

    /** Every range of rows with the result that rests on it, figures first. */
    private static List<Map<String, Object>> sources(FigureRows figures, FindingRows findings, Labels labels) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < figures.figures().size(); i++) {
            String title = FigureRows.title(figures.figures().get(i), labels);
            add(rows, figures.figures().get(i), new CellLink(title, "figures", i), labels);
        }
        for (int i = 0; i < findings.findings().size(); i++) {
            String clause = findings.findings().get(i).clause();
            add(rows, findings.findings().get(i), new CellLink(clause, "findings", i), labels);
        }
        return rows;
    }

    private static void add(List<Map<String, Object>> rows, Result result, CellLink link, Labels labels) {
        for (Map<String, Object> source : SourceTable.of(result, labels)) {
            Map<String, Object> row = new HashMap<>(source);
            row.put("result", link);
            row.put("subjectTitle", labels.subject(result.subject()));
            rows.add(row);
        }
    }
}
