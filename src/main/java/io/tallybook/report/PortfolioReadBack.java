package io.tallybook.report;

import io.tallybook.report.SheetRows.Row;
import io.tallybook.report.SheetRows.Table;
import io.tallybook.report.excel.CellText;
import io.tallybook.report.template.PageWriter;
import io.tallybook.result.FigureState;
import io.tallybook.result.FindingStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Reads the workbook and the page of the portfolio back, and compares what a reader sees with what was added up: the totals
 * of each currency, the findings of each status, and the counts and key figures of each account. The page lists only the
 * first of very many accounts. As with {@link ReadBack}, what a template of a job's own shows in its own way is not compared.
 */
public final class PortfolioReadBack {
    private static final List<FindingStatus> LISTED = List.of(
            FindingStatus.FAIL,
            FindingStatus.AT_RISK,
            FindingStatus.UNDETERMINED,
            FindingStatus.ATTEST,
            FindingStatus.PASS);

    private final PortfolioReport report;
    private final Labels labels;

    public PortfolioReadBack(PortfolioReport report) {
        this.report = report;
        this.labels = Labels.of(report.language());
    }

    /** A total as it is shown. */
    private record ShownTotal(SeenValue value, List<String> rest) {}

    /** What one file shows. */
    private record Seen(
            Path file,
            Map<String, ShownTotal> totals,
            Map<String, List<String>> counts,
            Map<String, List<String>> accounts) {
        private Seen(Path file) {
            this(file, new HashMap<>(), new HashMap<>(), new HashMap<>());
        }

        private <T> void put(Map<String, T> rows, String key, T row) {
            if (rows.put(key, row) != null) {
                throw fault("shows twice: " + key);
            }
        }

        /** The cells of a row on a page, so many at least. */
        private List<String> cells(PageRows.Row row, int least) {
            List<String> cells = row.cells();
            if (cells.size() < least) {
                throw fault("row " + row.key() + " has " + cells.size() + " cells, fewer than " + least);
            }
            return cells;
        }

        private IllegalStateException fault(String difference) {
            return new IllegalStateException(file.getFileName() + ": " + difference);
        }
    }

    /**
     * Compares the workbook.
     *
     * @throws IllegalStateException if it shows something else
     */
    public void workbook(Path file) throws IOException {
        Seen seen = new Seen(file);
        List<String> totals =
                SheetRows.headings(labels, "figure", "value", "unit", "counted", "not_exact", "not_known");
        List<String> counts = SheetRows.headings(labels, "status", "count", "accounts");
        List<String> accounts = new ArrayList<>(SheetRows.headings(labels, "account"));
        LISTED.forEach(status -> accounts.add(labels.phrase("status_" + status)));
        accounts.addAll(SheetRows.headings(labels, "unknown_count", "reject_count", "key_figures", "figure_count"));
        Set<List<String>> found = SheetRows.read(
                file,
                List.of(
                        new Table(totals, row -> total(seen, row, totals)),
                        new Table(counts, row -> seen.put(seen.counts(), row.text(counts.get(0)), rest(row, counts))),
                        new Table(accounts, row -> account(seen, row, accounts))));
        if (found.contains(totals)) {
            compareTotals(
                    seen,
                    total -> List.of(
                            labels.unit(total.unit()),
                            Long.toString(total.counted()),
                            Long.toString(total.bounds()),
                            Long.toString(total.unknown())));
        }
        if (found.contains(counts)) {
            compareCounts(seen, count -> Long.toString(count));
        }
        if (found.contains(accounts)) {
            compareAccounts(
                    seen,
                    report.accounts(),
                    CellText::seen,
                    account -> with(
                            listed(account),
                            CellText.seen(String.join("\n", keyFigures(account))),
                            Integer.toString(account.figures())));
        }
    }

    private void total(Seen seen, Row row, List<String> headings) {
        if (!row.text(headings.get(2)).isEmpty()) {
            String value = headings.get(1);
            List<String> rest = rest(row, headings);
            seen.put(
                    seen.totals(),
                    row.text(headings.get(0)) + " " + rest.get(1),
                    new ShownTotal(new SeenValue(row.kind(value), row.value(value)), rest.subList(1, rest.size())));
        }
    }

    private static void account(Seen seen, Row row, List<String> headings) {
        // The one row of an empty list has no counts.
        if (!row.text(headings.get(1)).isEmpty()) {
            seen.put(seen.accounts(), row.text(headings.get(0)), rest(row, headings));
        }
    }

    private static List<String> rest(Row row, List<String> headings) {
        return headings.stream().skip(1).map(row::value).toList();
    }

    /**
     * Compares the page.
     *
     * @throws IllegalStateException if it shows something else
     */
    public void page(Path file) throws IOException {
        String page = Files.readString(file);
        Seen seen = new Seen(file);
        for (PageRows.Row row : PageRows.of(page, "data-total")) {
            List<String> cells = seen.cells(row, 3);
            seen.put(
                    seen.totals(),
                    cells.get(0) + " " + cells.get(2),
                    new ShownTotal(SeenValue.onPage(cells.get(1)), cells.subList(2, cells.size())));
        }
        for (PageRows.Row row : PageRows.of(page, "data-count")) {
            List<String> cells = seen.cells(row, 3);
            seen.put(seen.counts(), cells.get(0), cells.subList(1, 3));
        }
        for (PageRows.Row row : PageRows.of(page, "data-account")) {
            List<String> cells = seen.cells(row, 2);
            seen.put(seen.accounts(), row.key(), cells.subList(2, cells.size()));
        }
        if (!seen.totals().isEmpty()) {
            compareTotals(
                    seen,
                    total -> List.of(
                            labels.unit(total.unit()),
                            Shown.count(total.counted(), labels),
                            PortfolioModel.note(total, labels)));
        }
        if (!seen.counts().isEmpty()) {
            compareCounts(seen, count -> Shown.count(count, labels));
        }
        if (!seen.accounts().isEmpty()) {
            compareAccounts(
                    seen,
                    PortfolioModel.onPage(report),
                    PageWriter::seen,
                    account -> with(listed(account), PageWriter.seen(String.join("", keyFigures(account)))));
        }
    }

    private static List<String> listed(PortfolioAccount account) {
        List<String> counts = new ArrayList<>();
        LISTED.forEach(status -> counts.add(Integer.toString(account.count(status))));
        counts.add(Integer.toString(account.unknown()));
        counts.add(Integer.toString(account.rejects()));
        return counts;
    }

    private static List<String> with(List<String> counts, String... more) {
        return Stream.concat(counts.stream(), Stream.of(more)).toList();
    }

    private List<String> keyFigures(PortfolioAccount account) {
        return account.keyFigures().stream()
                .map(figure -> PortfolioModel.keyFigure(figure, labels))
                .toList();
    }

    private void compareTotals(Seen seen, Function<PortfolioTotal, List<String>> meant) {
        for (PortfolioTotal total : report.totals()) {
            String key = PortfolioModel.title(total, labels) + " " + labels.unit(total.unit());
            ShownTotal shown = seen.totals().remove(key);
            // Nothing counted is no sum: it must not read as zero.
            FigureState state = total.counted() == 0 ? FigureState.UNKNOWN : FigureState.KNOWN;
            boolean isSame = shown != null
                    && shown.value()
                            .as(state, total.known().toPlainString(), labels)
                            .isPresent()
                    && shown.rest().equals(meant.apply(total));
            if (!isSame) {
                throw seen.fault("shows "
                        + (shown == null ? "nothing" : shown.value().value() + " " + String.join(", ", shown.rest()))
                        + " for the total of " + total.measure() + " " + total.dimension() + ", which is "
                        + total.known().toPlainString() + " " + total.unit() + " of " + total.counted() + " figures");
            }
        }
        throwIfLeft(seen, seen.totals());
    }

    private void compareCounts(Seen seen, Function<Long, String> shown) {
        for (FindingStatus status : FindingStatus.values()) {
            long findings = report.accounts().stream()
                    .mapToLong(account -> account.count(status))
                    .sum();
            long accounts = report.accounts().stream()
                    .filter(account -> account.count(status) > 0)
                    .count();
            List<String> meant = List.of(shown.apply(findings), shown.apply(accounts));
            List<String> counts = seen.counts().remove(ReadBack.status(status, labels));
            if (!meant.equals(counts)) {
                throw seen.fault("shows " + counts + " findings and accounts for " + status + ", not " + meant);
            }
        }
        throwIfLeft(seen, seen.counts());
    }

    private void compareAccounts(
            Seen seen,
            List<PortfolioAccount> listed,
            UnaryOperator<String> id,
            Function<PortfolioAccount, List<String>> meant) {
        for (PortfolioAccount account : listed) {
            List<String> shown = seen.accounts().remove(id.apply(account.account()));
            if (!meant.apply(account).equals(shown)) {
                throw seen.fault(
                        "shows " + shown + " for account " + account.account() + ", not " + meant.apply(account));
            }
        }
        throwIfLeft(seen, seen.accounts());
    }

    private static void throwIfLeft(Seen seen, Map<String, ?> rows) {
        rows.keySet().forEach(key -> {
            throw seen.fault("shows what was not added up: " + key);
        });
    }
}
