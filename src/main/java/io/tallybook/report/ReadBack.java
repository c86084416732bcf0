package io.tallybook.report;

import io.tallybook.report.Reading.Seen;
import io.tallybook.report.SheetRows.Row;
import io.tallybook.report.SheetRows.Table;
import io.tallybook.report.excel.CellText;
import io.tallybook.report.template.PageWriter;
import io.tallybook.result.Figure;
import io.tallybook.result.Finding;
import io.tallybook.result.FindingStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Reads the workbook and the page of an account back, and compares what a reader sees with the results: value, state and unit
 * of each figure; status, clause, subject, date and reason of each finding; none missing and none twice. It reads what was
 * written, not what was meant: cells as any reader of workbooks has them, and numbers out of the text of the page.
 *
 * <p>A template of a job's own may show results in its own way. Where its workbook has no sheet with the headings of the
 * built-in one, or its page no rows marked {@code data-figure} or {@code data-finding}, those results are not compared.
 * Safe for many threads.
 */
public final class ReadBack {
    private static final String GROUP = "<details class=\"group\"";

    private final Map<String, Labels> languages = new ConcurrentHashMap<>();

    /**
     * Compares a workbook with the results.
     *
     * @return what was compared, added up
     * @throws IllegalStateException if it shows something else
     */
    public PackSums workbook(AccountReport report, Path file) throws IOException {
        Labels labels = labels(report);
        Reading reading = new Reading(file);
        List<String> figures = SheetRows.headings(labels, "subject", "figure", "dimension", "state", "value", "unit");
        List<String> findings = SheetRows.headings(labels, "status", "date", "clause", "subject", "reason");
        Set<List<String>> found = SheetRows.read(
                file,
                List.of(
                        new Table(figures, row -> figure(reading, row, figures)),
                        new Table(findings, row -> finding(reading, row, findings))));
        PackSums sums = new PackSums();
        if (found.contains(figures)) {
            reading.compareFigures(
                    report,
                    labels,
                    figure -> cells(
                            labels.subject(figure.subject()),
                            labels.measure(figure.measure()),
                            labels.dimension(figure.dimension())),
                    figure -> new Seen(
                            "",
                            SeenValue.onPage(""),
                            labels.word(
                                    "state." + figure.state(), figure.state().name()),
                            labels.unit(figure.unit())),
                    sums);
        }
        if (found.contains(findings)) {
            reading.compareFindings(
                    report,
                    finding -> cells(
                            status(finding.status(), labels),
                            finding.date(),
                            finding.clause(),
                            labels.subject(finding.subject()),
                            finding.reason()),
                    sums);
        }
        return sums;
    }

    private static List<String> cells(String... texts) {
        return Stream.of(texts).map(CellText::seen).toList();
    }

    private static void figure(Reading reading, Row row, List<String> headings) {
        String state = row.text(headings.get(3));
        // The one row of an empty list has no state.
        if (!state.isEmpty()) {
            String value = headings.get(4);
            reading.figure(
                    headings.subList(0, 3).stream().map(row::text).toList(),
                    new Seen(
                            row.place(),
                            new SeenValue(row.kind(value), row.value(value)),
                            state,
                            row.text(headings.get(5))));
        }
    }

    private static void finding(Reading reading, Row row, List<String> headings) {
        if (!row.text(headings.get(2)).isEmpty()) {
            reading.finding(headings.stream().map(row::text).toList());
        }
    }

    /**
     * Compares a page with the results.
     *
     * @return what was compared, added up
     * @throws IllegalStateException if it shows something else
     */
    public PackSums page(AccountReport report, Path file) throws IOException {
        String page = Files.readString(file);
        Labels labels = labels(report);
        Reading reading = new Reading(file);
        PackSums sums = new PackSums();
        compareFigures(reading, page, report, sums);
        boolean isAnyShown = false;
        int next = page.indexOf(GROUP);
        while (next >= 0) {
            int start = next;
            next = page.indexOf(GROUP, start + 1);
            String group = page.substring(start, next < 0 ? page.length() : next);
            String status = new PageRows.Row("", group).state();
            List<PageRows.Row> rows = PageRows.of(group, "data-finding");
            rows.forEach(row -> findings(reading, status, row));
            isAnyShown |= !rows.isEmpty();
        }
        if (isAnyShown) {
            reading.compareFindings(
                    report,
                    finding -> Stream.of(
                                    finding.status().name(),
                                    finding.date(),
                                    finding.clause(),
                                    labels.subject(finding.subject()),
                                    finding.reason().strip())
                            .map(PageWriter::seen)
                            .toList(),
                    sums);
        }
        return sums;
    }

    private void compareFigures(Reading reading, String page, AccountReport report, PackSums sums) {
        Labels labels = labels(report);
        List<PageRows.Row> figures = PageRows.of(page, "data-figure");
        if (!figures.isEmpty()) {
            figures.forEach(row -> figure(reading, row));
            reading.compareFigures(
                    report,
                    labels,
                    figure -> List.of(PageWriter.seen(key(figure))),
                    figure -> new Seen(
                            "",
                            SeenValue.onPage(""),
                            figure.state().name(),
                            figure.value().isEmpty() || figure.unit().equals("date") ? "" : labels.unit(figure.unit())),
                    sums);
        }
    }

    /**
     * Compares the page of a solution with its results.
     *
     * @throws IllegalStateException if it shows something else
     */
    public void solution(AccountReport report, SolutionEntry solution, Path file) throws IOException {
        String page = Files.readString(file);
        Reading reading = new Reading(file);
        AccountReport own = report.of(solution);
        compareFigures(reading, page, own, new PackSums());
        List<PageRows.Row> rows = PageRows.of(page, "data-finding");
        if (!rows.isEmpty()) {
            rows.forEach(row -> reading.finding(List.of(
                    row.state(),
                    row.key(),
                    between(row.html(), "<div class=\"reason\">", "</div>").strip())));
            reading.compareFindings(
                    own,
                    finding -> Stream.of(
                                    finding.status().name(),
                                    finding.clause() + " " + finding.subject(),
                                    finding.reason().strip())
                            .map(PageWriter::seen)
                            .toList(),
                    new PackSums());
        }
    }

    private static String key(Figure figure) {
        return String.join(" ", figure.subject(), figure.measure(), figure.dimension());
    }

    private static void figure(Reading reading, PageRows.Row row) {
        List<String> cells = row.cells();
        if (cells.size() != 5) {
            throw reading.fault("row " + row.key() + " has " + cells.size() + " cells, not 5");
        }
        reading.figure(
                List.of(row.key()),
                new Seen("row " + row.key(), SeenValue.onPage(cells.get(3)), row.state(), cells.get(4)));
    }

    /** One row says the same of several clauses. Its second cell holds what was found, and folded below it why. */
    private static void findings(Reading reading, String status, PageRows.Row row) {
        String html = row.html();
        String subject = between(html, "<th scope=\"row\">", "</th>");
        String reason = between(html, "<td>", "<details");
        String date = between(html, "<td class=\"day\">", "</td>");
        String clauses = between(html, "<td class=\"ids\">", "</td>");
        for (String clause : clauses.split(", ", -1)) {
            reading.finding(List.of(status, date, clause, subject, reason.strip()));
        }
    }

    private static String between(String html, String before, String after) {
        int start = html.indexOf(before);
        int end = start < 0 ? -1 : html.indexOf(after, start + before.length());
        return end < 0 ? "" : PageRows.text(html.substring(start + before.length(), end));
    }

    /**
     * What a pack adds to the sums: what was read, or what its results are where a template of the job's own shows them in
     * its own way.
     */
    public static PackSums pack(AccountReport report, PackSums read) {
        boolean isRead = read.figures()
                        == report.results().stream()
                                .filter(Figure.class::isInstance)
                                .count()
                && read.findings()
                        == report.results().stream()
                                .filter(Finding.class::isInstance)
                                .count();
        if (!isRead) {
            return PackSums.of(report.results());
        }
        read.startPack();
        return read;
    }

    static String status(FindingStatus status, Labels labels) {
        return labels.word("status." + status, status.name());
    }

    private Labels labels(AccountReport report) {
        return languages.computeIfAbsent(report.language(), Labels::of);
    }
}
