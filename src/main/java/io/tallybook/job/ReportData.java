package io.tallybook.job;

import io.tallybook.job.JobDefinition.ReportKind;
import io.tallybook.ledger.Account;
import io.tallybook.ledger.DossierReader;
import io.tallybook.ledger.RecordDefinition;
import io.tallybook.ledger.RecordTypes;
import io.tallybook.ledger.Reject;
import io.tallybook.ledger.Solution;
import io.tallybook.ledger.SourceFileRecord;
import io.tallybook.ledger.SourceTable;
import io.tallybook.report.AccountReport;
import io.tallybook.report.ExpectedInput;
import io.tallybook.report.InputLine;
import io.tallybook.report.RejectLine;
import io.tallybook.report.RunInfo;
import io.tallybook.report.SolutionEntry;
import io.tallybook.result.Finding;
import io.tallybook.result.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What the reports of a run show besides results: the run itself, its coverage, its rejects, the names of the accounts. */
final class ReportData {
    /** A report lists so many rejects; {@code rejects.csv} has them all. */
    private static final int LISTED_REJECTS = 1_000;

    /** The combined verdict on a customer solution: every solution that is judged has one. */
    private static final String SOLUTION_VERDICT = "ACS-30";

    private final RunInfo info;
    private final List<SourceTable> tables;
    private final List<SourceFileRecord> files;
    private final List<ExpectedInput> expected;
    private final List<Reject> firstRejects;
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, String> solutionNames = new HashMap<>();
    private final boolean hasPages;
    private final DossierReader dossiers;

    /**
     * @param run  the run
     * @param reasons  why the run is incomplete or refused; empty if it is complete
     */
    ReportData(RunContext run, List<String> reasons) {
        this.info = new RunInfo(
                run.request().job().name(),
                Version.TEXT,
                run.request().asOf(),
                reasons.isEmpty(),
                reasons,
                run.settings().all(),
                RunSettings.changed(run.settings()),
                PublishTasklet.editions(run.terms(), run.request().asOf()));
        this.tables = run.committed().tables();
        this.files = run.committed().files();
        this.expected = run.inputs().expected().stream()
                .map(input -> new ExpectedInput(input.files(), input.required(), input.arrived()))
                .toList();
        this.firstRejects = run.committed().firstRejects(LISTED_REJECTS);
        this.dossiers = run.committed().dossiers();
        run.committed().all(Solution.class).forEach(row -> solutionNames.put(row.solution(), row.name()));
        this.hasPages = run.request().job().reports().contains(ReportKind.PAGE);
        run.committed().all(Account.class).forEach(account -> accounts.put(account.account(), account));
    }

    RunInfo info() {
        return info;
    }

    List<ExpectedInput> expected() {
        return expected;
    }

    /** The report of one account; {@code ofAccount} are the numbers of the tables with rows of it. */
    AccountReport account(String account, List<Result> results, Set<Integer> ofAccount) {
        Account master = accounts.get(account);
        return new AccountReport(
                info,
                account,
                master == null ? "" : master.name(),
                master == null ? "" : master.accountManager(),
                language(master == null ? "" : master.language()),
                results,
                inputs(table -> ofAccount.contains(table.id()) || isShared(table)),
                expected,
                dossiers.rejectsOf(account, LISTED_REJECTS).stream()
                        .map(ReportData::line)
                        .toList(),
                dossiers.rejectCounts(account),
                results.stream()
                        .filter(result -> result instanceof Finding finding
                                && finding.clause().equals(SOLUTION_VERDICT))
                        .map(result -> result.subject().substring("solution:".length()))
                        .map(id -> new SolutionEntry(id, solutionNames.getOrDefault(id, ""), solutionPage(account, id)))
                        .toList());
    }

    private String solutionPage(String account, String solution) {
        return hasPages ? ReportFiles.address(ReportFiles.ofSolution(account, solution)) : "";
    }

    private static boolean isShared(SourceTable table) {
        return RecordTypes.named(table.record()).map(RecordDefinition::isShared).orElse(false);
    }

    /** The language of a BCP 47 tag, e.g. {@code de} of {@code de-CH}. */
    private static String language(String tag) {
        int end = tag.indexOf('-');
        return tag.isEmpty() ? "en" : end < 0 ? tag : tag.substring(0, end);
    }

    /** One line for each table that the test lets pass, and for each file without one. */
    List<InputLine> inputs(Predicate<SourceTable> which) {
        List<InputLine> lines = new ArrayList<>();
        for (SourceFileRecord file : files) {
            if (file.status() != SourceFileRecord.Status.READ) {
                lines.add(new InputLine(file.name(), "", "", "", file.status().name(), file.reason(), 0, 0, 0, 0));
            }
            for (SourceTable table : tables) {
                if (table.file() == file.id() && which.test(table)) {
                    SourceTable.Counts counts = table.counts();
                    lines.add(new InputLine(
                            table.fileName(),
                            table.sheet(),
                            table.record(),
                            table.profile(),
                            file.status().name(),
                            "",
                            counts.rows(),
                            counts.accepted(),
                            counts.rejected(),
                            counts.passedOver()));
                }
            }
        }
        return lines;
    }

    List<RejectLine> listedRejects() {
        return firstRejects.stream().map(ReportData::line).toList();
    }

    long rejectedRows() {
        return tables.stream().mapToLong(table -> table.counts().rejected()).sum();
    }

    private static RejectLine line(Reject reject) {
        return new RejectLine(
                reject.record(),
                reject.origin().file(),
                reject.origin().sheet(),
                reject.origin().row(),
                reject.column(),
                reject.code(),
                reject.found(),
                reject.expected(),
                reject.remedy());
    }
}
