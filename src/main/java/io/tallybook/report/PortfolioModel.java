package io.tallybook.report;

import io.tallybook.result.FigureState;
import io.tallybook.result.FindingStatus;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Turns the portfolio into what its templates show. Rows are made as they are asked for: there may be very many. */
final class PortfolioModel {
    /** More accounts than this do not make a page that a browser likes; the workbook has them all. */
    private static final int MOST_ON_A_PAGE = 2_000;

    private static final int MOST_REJECTS_ON_A_PAGE = 500;

    private PortfolioModel() {}

    /** The page lists first what needs something done. */
    static Map<String, Object> page(PortfolioReport report, Labels labels) {
        List<PortfolioAccount> urgent = onPage(report);
        Map<String, Object> model = common(report, labels);
        model.put("accounts", lazily(urgent, account -> row(account, labels)));
        model.put("moreAccounts", more(report.accounts().size() - urgent.size(), "more_accounts", labels));
        List<RejectLine> some =
                report.rejects().stream().limit(MOST_REJECTS_ON_A_PAGE).toList();
        model.put("rejects", rejects(report, some, labels));
        model.put("moreRejects", more(report.rejectedRows() - some.size(), "more_rejects", labels));
        return model;
    }

    static List<PortfolioAccount> onPage(PortfolioReport report) {
        return report.accounts().stream()
                .sorted(Comparator.comparingInt((PortfolioAccount account) -> -account.count(FindingStatus.FAIL))
                        .thenComparingInt(account -> -account.count(FindingStatus.AT_RISK))
                        .thenComparingInt(account -> -account.count(FindingStatus.UNDETERMINED))
                        .thenComparing(PortfolioAccount::account))
                .limit(MOST_ON_A_PAGE)
                .toList();
    }

    /** The workbook lists all accounts, by id. */
    static Map<String, Object> workbook(PortfolioReport report, Labels labels) {
        Map<String, Object> model = common(report, labels);
        model.put("accounts", lazily(report.accounts(), account -> row(account, labels)));
        model.put("rejects", rejects(report, report.rejects(), labels));
        model.put("moreRejects", more(report.rejectedRows() - report.rejects().size(), "more_rejects_file", labels));
        return model;
    }

    private static Map<String, Object> common(PortfolioReport report, Labels labels) {
        CoverageRows coverage = coverage(report, report.rejects(), labels);
        Map<String, Object> model = new HashMap<>();
        model.put("t", labels.page());
        model.put("language", labels.language());
        model.put("run", RunModel.of(report.run(), labels));
        model.put("coverage", coverage.sentences(report.run(), report.rejectedRows()));
        model.put("expected", coverage.expectedRows());
        model.put("inputs", coverage.inputRows());
        model.put("accountCount", Shown.count(report.accounts().size(), labels));
        model.put("counts", counts(report, labels));
        model.put("totals", totals(report, labels));
        return model;
    }

    private static CoverageRows coverage(PortfolioReport report, List<RejectLine> rejects, Labels labels) {
        return new CoverageRows(labels, report.inputs(), report.expected(), rejects);
    }

    private static List<Map<String, Object>> rejects(PortfolioReport report, List<RejectLine> some, Labels labels) {
        return coverage(report, some, labels).rejectRows(List.of());
    }

    private static String more(long count, String key, Labels labels) {
        return count <= 0 ? "" : labels.phrase(key, Shown.count(count, labels));
    }

    private static List<Map<String, Object>> counts(PortfolioReport report, Labels labels) {
        List<Map<String, Object>> counts = new ArrayList<>();
        for (FindingStatus status : FindingRows.ORDER) {
            int findings = 0;
            int accounts = 0;
            for (PortfolioAccount account : report.accounts()) {
                findings += account.count(status);
                accounts += account.count(status) > 0 ? 1 : 0;
            }
            Map<String, Object> count = new HashMap<>(FindingRows.count(status, findings, labels));
            count.put("accounts", accounts);
            count.put("accountsText", Shown.count(accounts, labels));
            counts.add(count);
        }
        return counts;
    }

    private static List<Map<String, Object>> totals(PortfolioReport report, Labels labels) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (PortfolioTotal total : report.totals()) {
            // Nothing counted is no sum: it must not read as zero.
            Shown sum = total.counted() == 0
                    ? Shown.of(FigureState.UNKNOWN, "", total.unit(), labels)
                    : Shown.of(total.known().toPlainString(), total.unit(), labels);
            Map<String, Object> row = new HashMap<>();
            row.put("title", title(total, labels));
            row.put("value", sum.cell());
            row.put("valueText", sum.text());
            row.put("unit", labels.unit(total.unit()));
            row.put("counted", total.counted());
            row.put("countedText", Shown.count(total.counted(), labels));
            row.put("bounds", total.bounds());
            row.put("unknown", total.unknown());
            row.put("note", note(total, labels));
            rows.add(row);
        }
        return rows;
    }

    static String title(PortfolioTotal total, Labels labels) {
        String measure = labels.measure(total.measure());
        return total.dimension().isEmpty() ? measure : measure + ", " + labels.dimension(total.dimension());
    }

    static String note(PortfolioTotal total, Labels labels) {
        return total.isWhole()
                ? labels.phrase("total_whole")
                : labels.phrase(
                        "total_partial", Shown.count(total.bounds(), labels), Shown.count(total.unknown(), labels));
    }

    private static Map<String, Object> row(PortfolioAccount account, Labels labels) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", account.account());
        row.put("name", account.name().isEmpty() ? account.account() : account.name());
        row.put("manager", account.manager().isEmpty() ? labels.phrase("not_named") : account.manager());
        row.put("page", account.page());
        row.put("fail", account.count(FindingStatus.FAIL));
        row.put("atRisk", account.count(FindingStatus.AT_RISK));
        row.put("undetermined", account.count(FindingStatus.UNDETERMINED));
        row.put("attest", account.count(FindingStatus.ATTEST));
        row.put("pass", account.count(FindingStatus.PASS));
        row.put("figures", account.figures());
        row.put("unknown", account.unknown());
        row.put("rejects", account.rejects());
        List<String> keyFigures = account.keyFigures().stream()
                .map(figure -> keyFigure(figure, labels))
                .toList();
        row.put("keyFigures", keyFigures);
        row.put("keyFiguresText", String.join("\n", keyFigures));
        return row;
    }

    static String keyFigure(PortfolioAccount.KeyFigure figure, Labels labels) {
        FigureState state = FigureState.valueOf(figure.state());
        Shown shown = Shown.of(state, figure.value(), figure.unit(), labels);
        String dimension = figure.dimension().isEmpty() ? "" : ", " + labels.dimension(figure.dimension());
        boolean hasUnit = !figure.value().isEmpty() && !figure.unit().equals("date");
        return labels.subject(figure.subject()) + " | " + labels.measure(figure.measure()) + dimension + ": "
                + shown.text() + (hasUnit ? " " + labels.unit(figure.unit()) : "");
    }

    /** A list whose rows are made one at a time and forgotten again. */
    private static <T> List<Map<String, Object>> lazily(List<T> items, Function<T, Map<String, Object>> row) {
        return new AbstractList<>() {
            @Override
            public Map<String, Object> get(int index) {
                return row.apply(items.get(index));
            }

            @Override
            public int size() {
                return items.size();
            }
        };
    }
}
