package io.tallybook.report;

import io.tallybook.result.Result;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
 * @param solutions  the customer solutions that results are about
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
        List<RejectLine> rejects,
        List<SolutionEntry> solutions) {
    public AccountReport {
        results = results.stream().sorted(Result.ORDER).toList();
        inputs = List.copyOf(inputs);
        expected = List.copyOf(expected);
        rejects = List.copyOf(rejects);
        solutions = List.copyOf(solutions);
    }

    /** The report of an account without customer solutions. */
    public AccountReport(
            RunInfo run,
            String account,
            String name,
            String accountManager,
            String language,
            List<Result> results,
            List<InputLine> inputs,
            List<ExpectedInput> expected,
            List<RejectLine> rejects) {
        this(run, account, name, accountManager, language, results, inputs, expected, rejects, List.of());
    }

    /** The same for one of its solutions: with its results and no others. */
    AccountReport of(SolutionEntry solution) {
        return new AccountReport(
                run,
                account,
                name,
                accountManager,
                language,
                results.stream()
                        .filter(result -> solutionOf(result).equals(Optional.of(solution)))
                        .toList(),
                inputs,
                expected,
                rejects,
                List.of(solution));
    }

    /** The solution that a result is about; an id may hold a slash, so the longest that fits. */
    private Optional<SolutionEntry> solutionOf(Result result) {
        return solutions.stream()
                .filter(solution -> result.subject().equals(solution.subject())
                        || result.subject().startsWith(solution.subject() + "/"))
                .max(Comparator.comparing(solution -> solution.subject().length()));
    }
}
