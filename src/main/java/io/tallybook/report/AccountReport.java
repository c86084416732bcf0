package io.tallybook.report;

import io.tallybook.result.Result;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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
 * @param rejects  the rejected rows that concern this account, as far as they are listed
 * @param rejected  how many there are, by record type
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
        SortedMap<String, Long> rejected,
        List<SolutionEntry> solutions) {
    public AccountReport {
        results = results.stream().sorted(Result.ORDER).toList();
        inputs = List.copyOf(inputs);
        expected = List.copyOf(expected);
        rejects = List.copyOf(rejects);
        rejected = Collections.unmodifiableSortedMap(new TreeMap<>(rejected));
        solutions = List.copyOf(solutions);
    }

    /** The report of an account whose rejected rows are all listed. */
    public AccountReport(
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
        this(
                run,
                account,
                name,
                accountManager,
                language,
                results,
                inputs,
                expected,
                rejects,
                CoverageRows.byRecord(rejects),
                solutions);
    }

    /** How many rejected rows concern this account, listed or not. */
    long rejectedRows() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
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
        // An id may hold a slash: what is about S/2 is not about S.
        List<SolutionEntry> within = solutions.stream()
                .filter(other -> isAbout(other.subject(), solution) && !other.equals(solution))
                .toList();
        return new AccountReport(
                run,
                account,
                name,
                accountManager,
                language,
                results.stream()
                        .filter(result -> isAbout(result.subject(), solution)
                                && within.stream().noneMatch(other -> isAbout(result.subject(), other)))
                        .toList(),
                inputs,
                expected,
                rejects,
                rejected,
                List.of(solution));
    }

    private static boolean isAbout(String subject, SolutionEntry solution) {
        return subject.startsWith(solution.subject())
                && (subject.length() == solution.subject().length()
                        || subject.charAt(solution.subject().length()) == '/');
    }
}
