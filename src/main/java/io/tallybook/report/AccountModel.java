package io.tallybook.report;

import io.tallybook.report.template.CellLink;
import io.tallybook.result.Figure;
import io.tallybook.result.Result;
import io.tallybook.terms.ClauseRegister;
import io.tallybook.terms.TermEdition;
import io.tallybook.terms.Terms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns an account's report into what its templates show. The keys are documented in {@code docs/templates.md}. */
final class AccountModel {
    /** More rejected rows than this do not make a page that a browser likes; the workbook has them all. */
    private static final String AZURE_THRESHOLD = "azure.usage-threshold-usd";

    private static final int MOST_REJECTS_ON_A_PAGE = 500;

    /** A page shows what comes up next; workbook and calendar file have them all. */
    private static final int MOST_DEADLINES_ON_A_PAGE = 50;

    private final ClauseRegister clauses;
    private final KeyFigures keys;
    private final Terms terms;

    AccountModel(ClauseRegister clauses, KeyFigures keys, Terms terms) {
        this.clauses = clauses;
        this.keys = keys;
        this.terms = terms;
    }

    /** The page lists some of very many rejected rows and says how many more there are. */
    Map<String, Object> page(AccountReport report, Labels labels) {
        Map<String, Object> model = workbook(report, labels);
        List<?> rejects = (List<?>) model.getOrDefault("rejects", List.of());
        int shown = Math.min(rejects.size(), MOST_REJECTS_ON_A_PAGE);
        long more = report.rejectedRows() - shown;
        boolean allInBook = report.rejectedRows() == rejects.size();
        model.put("rejects", more > 0 ? rejects.subList(0, shown) : rejects);
        List<?> deadlines = (List<?>) model.getOrDefault("deadlines", List.of());
        int later = deadlines.size() - MOST_DEADLINES_ON_A_PAGE;
        model.put("deadlines", later > 0 ? deadlines.subList(0, MOST_DEADLINES_ON_A_PAGE) : deadlines);
        model.put("moreDeadlines", later > 0 ? labels.phrase("more_calendar", Shown.count(later, labels)) : "");
        String where = allInBook ? "more_rejects_book" : "more_rejects_file";
        model.put("moreRejects", more > 0 ? labels.phrase(where, Shown.count(more, labels)) : "");
        return model;
    }

    Map<String, Object> workbook(AccountReport report, Labels labels) {
        ClauseRows clauseRows = new ClauseRows(clauses, report.results(), labels);
        CoverageRows coverage = CoverageRows.of(report, labels);
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
        model.put("benefits", BenefitRows.of(figures, report.run().asOf().toString(), labels));
        model.put("subjects", figures.bySubject());
        model.put("steps", figures.steps());
        List<Timeline> timelines = Timeline.of(figures.figures());
        model.put("charts", charts(report, figures.figures(), timelines, labels));
        model.put("timelines", TimelineChart.rows(timelines, figures, labels));
        model.put("counts", findings.counts());
        model.put("findings", findings.rows());
        model.put("groups", findings.groups());
        model.put(
                "deadlines",
                CalendarRows.of(
                        Deadline.of(report.results(), report.run().asOf()),
                        report.run().asOf(),
                        figures,
                        findings,
                        labels));
        model.put("clauses", clauseRows.used(figures.figures(), findings.findings(), labels));
        AwardRows awards = new AwardRows(labels, figures.figures());
        model.put("awards", awards.rows());
        model.put("awardTotals", awards.totals());
        model.put("azureMonths", AzureRows.of(labels, figures.figures(), azureThreshold(report.run())));
        model.put("solutions", SolutionModel.rows(report, clauses, labels));
        model.put("ipBenefits", IpBenefitRows.of(findings.findings(), findings.rows(), labels));
        model.put("sources", sources(figures, findings, labels));
        model.put("rejects", coverage.rejectRows(report.results()));
        return model;
    }

    private List<Map<String, Object>> charts(
            AccountReport report, List<Figure> figures, List<Timeline> timelines, Labels labels) {
        List<Map<String, Object>> charts =
                new ArrayList<>(MonthChart.of(figures, azureThreshold(report.run()), labels));
        DistanceChart.of(figures, labels).ifPresent(charts::add);
        charts.addAll(TimelineChart.of(timelines, labels));
        return charts;
    }

    /** What each month is tested against: the setting of the job if it has one, else what the terms ask for. */
    private Optional<BigDecimal> azureThreshold(RunInfo run) {
        if (run.changed().contains(AZURE_THRESHOLD)) {
            return Optional.ofNullable(run.settings().get(AZURE_THRESHOLD)).map(BigDecimal::new);
        }
        return terms.find("azure-usage-threshold")
                .flatMap(term -> term.at(run.asOf()))
                .map(TermEdition::number);
    }

    /** The sources of a result in words, as a link to the first of its rows among all sources. */
    private static Object link(Result result, int first) {
        return result.sources().isEmpty() ? "" : new CellLink(SourceTable.text(result), "sources", first);
    }

    /** Every range of rows with the result that rests on it, figures first; and each result gets the way to them. */
    private static List<Map<String, Object>> sources(FigureRows figures, FindingRows findings, Labels labels) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < figures.figures().size(); i++) {
            String title = FigureRows.title(figures.figures().get(i), labels);
            figures.rows().get(i).put("sourcesLink", link(figures.figures().get(i), rows.size()));
            add(rows, figures.figures().get(i), new CellLink(title, "figures", i), labels);
        }
        for (int i = 0; i < findings.findings().size(); i++) {
            String clause = findings.findings().get(i).clause();
            findings.rows().get(i).put("sourcesLink", link(findings.findings().get(i), rows.size()));
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
