package io.tallybook.report;

import io.tallybook.result.Result;
import java.util.List;

/**
 * All that the workbook and the page of one account show.
 *
 * @param account  id of the account
 * @param name  its name; may be empty
 * @param accountManager  who looks after it; may be empty
 * @param language  ISO 639 language of the report; any without labels of its own is English
 * @param results  figures and findings, in any order
 * @param inputs  the tables that arrived and hold rows of this account, or of all accounts
 * @param expected  what the job waits for
 * @param rejects  the rejected rows that concern this account
 */
public record AccountReport(
        RunInfo run,
        String account,
        String name,
        String accountManager,
        String language,
        List<Result> results,
        List<InputLine> inputs,
        List<ExpectedInput> expected,
        List<RejectLine> rejects) {
    public AccountReport {
        results = results.stream().sorted(Result.ORDER).toList();
        inputs = List.copyOf(inputs);
        expected = List.copyOf(expected);
        rejects = List.copyOf(rejects);
    }
}
