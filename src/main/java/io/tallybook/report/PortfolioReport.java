package io.tallybook.report;

import java.util.List;

/**
 * All that the portfolio's workbook and page show. Made by {@link PortfolioBuilder}.
 *
 * @param language  ISO 639 language of the report
 * @param accounts  the accounts, by id
 * @param totals  sums over the accounts, by measure and currency
 * @param inputs  every table and file that arrived
 * @param expected  what the job waits for
 * @param rejects  rejected rows, as many as the reports list
 * @param rejectedRows  how many rows were rejected in all
 */
public record PortfolioReport(
        RunInfo run,
        String language,
        List<PortfolioAccount> accounts,
        List<PortfolioTotal> totals,
        List<InputLine> inputs,
        List<ExpectedInput> expected,
        List<RejectLine> rejects,
        long rejectedRows) {
    public PortfolioReport {
        accounts = List.copyOf(accounts);
        totals = List.copyOf(totals);
        inputs = List.copyOf(inputs);
        expected = List.copyOf(expected);
        rejects = List.copyOf(rejects);
    }
}
