package io.tallybook.job;

import io.tallybook.job.JobDefinition.ReportKind;
import io.tallybook.ledger.LedgerStore.AccountBlock;
import io.tallybook.report.AccountReport;
import io.tallybook.report.PackSums;
import io.tallybook.report.PastRun;
import io.tallybook.report.PortfolioBuilder;
import io.tallybook.report.PortfolioReadBack;
import io.tallybook.report.PortfolioReport;
import io.tallybook.report.ReadBack;
import io.tallybook.report.Reports;
import io.tallybook.report.SolutionEntry;
import io.tallybook.result.Result;
import io.tallybook.result.ResultLines;
import io.tallybook.terms.ClauseRegister;
import io.tallybook.terms.Terms;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Renders the reports of blocks of accounts, and then those over all. Reads only what the assessment wrote down, so that it
 * can be done again after a crash. Shared by all partitions.
 */
final class RenderBlocks implements ItemWriter<AccountBlock> {
    private final RunContext run;
    private final ReadBack readBack = new ReadBack();

    /** What the packs of a block show, by its number: read as they are made, or again by a run that was resumed. */
    private final Map<Integer, Packs> shown = new ConcurrentHashMap<>();

    private @Nullable Reports reports;
    private @Nullable ReportData data;

    RenderBlocks(RunContext run) {
        this.run = run;
    }

    /** Compiles the templates; what is wrong with one is said when it is used. */
    void prepare() throws IOException {
        if (isWanted()) {
            reports().prepare(wants(ReportKind.PAGE), wants(ReportKind.WORKBOOK), wants(ReportKind.PORTFOLIO));
        }
    }

    /** Whether there is anything to render. */
    boolean isWanted() {
        return run.request().withReports();
    }

    private boolean wants(ReportKind kind) {
        return run.request().job().reports().contains(kind);
    }

    private synchronized Reports reports() {
        Reports made = reports;
        if (made == null) {
            made = new Reports(templates(run.request()), ClauseRegister.builtIn(), run.terms());
            reports = made;
        }
        return made;
    }

    private static Optional<Path> templates(RunRequest request) {
        Path folder = request.job().templates();
        return folder.toString().isEmpty() ? Optional.empty() : Optional.of(folder);
    }

    private synchronized ReportData data() {
        ReportData made = data;
        if (made == null) {
            made = new ReportData(run, new Gate(run).incomplete());
            data = made;
        }
        return made;
    }

    @Override
    public void write(Chunk<? extends AccountBlock> chunk) throws IOException {
        if (!wants(ReportKind.WORKBOOK) && !wants(ReportKind.PAGE)) {
            return;
        }
        for (AccountBlock block : chunk) {
            List<AccountReport> accounts = accounts(block);
            for (AccountReport report : accounts) {
                render(report);
                run.progress().advance(1);
            }
            shown.put(block.no(), readBack(accounts));
        }
    }

    /** The reports of a block's accounts, in the order of their ids. */
    private List<AccountReport> accounts(AccountBlock block) throws IOException {
        Map<String, Set<Integer>> tables = run.committed().tablesOfAccounts(block.first(), block.last());
        Map<String, List<Result>> results = new LinkedHashMap<>();
        tables.keySet().forEach(account -> results.put(account, new ArrayList<>()));
        for (String line : new ResultParts(run.parts()).lines(block.no())) {
            Result result = ResultLines.parse(line);
            results.computeIfAbsent(result.account(), account -> new ArrayList<>())
                    .add(result);
        }
        List<AccountReport> reportsOfBlock = new ArrayList<>();
        results.forEach((account, ofAccount) ->
                reportsOfBlock.add(data().account(account, ofAccount, tables.getOrDefault(account, Set.of()))));
        return reportsOfBlock;
    }

    private void render(AccountReport report) throws IOException {
        if (wants(ReportKind.PAGE)) {
            try (OutputStream out = staged(page(report))) {
                reports().accountPage(report, out);
            }
            for (SolutionEntry solution : report.solutions()) {
                try (OutputStream out = staged(page(report, solution))) {
                    reports().solutionPage(report, solution, out);
                }
            }
        }
        if (wants(ReportKind.WORKBOOK)) {
            try (OutputStream out = staged(workbook(report))) {
                reports().accountWorkbook(report, out);
            }
            calendar(report);
        }
    }

    private void calendar(AccountReport report) throws IOException {
        Optional<String> calendar = reports().accountCalendar(report);
        if (calendar.isPresent()) {
            try (OutputStream out = staged(ReportFiles.of(run.request(), report.account(), ".ics"))) {
                out.write(calendar.get().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** What packs show, their pages and their workbooks each for itself. */
    private record Packs(PackSums pages, PackSums workbooks) {}

    /** Reads packs back: what a reader sees are the results, or nothing is published. */
    private Packs readBack(List<AccountReport> accounts) throws IOException {
        Packs packs = new Packs(new PackSums(), new PackSums());
        for (AccountReport report : accounts) {
            if (wants(ReportKind.PAGE)) {
                packs.pages().add(ReadBack.pack(report, readBack.page(report, inStage(page(report)))));
                for (SolutionEntry solution : report.solutions()) {
                    readBack.solution(report, solution, inStage(page(report, solution)));
                }
            }
            if (wants(ReportKind.WORKBOOK)) {
                packs.workbooks().add(ReadBack.pack(report, readBack.workbook(report, inStage(workbook(report)))));
            }
        }
        return packs;
    }

    private Path page(AccountReport report) {
        return ReportFiles.of(run.request(), report.account(), ".html");
    }

    private Path page(AccountReport report, SolutionEntry solution) {
        return ReportFiles.of(run.request(), report.account(), solution);
    }

    private Path workbook(AccountReport report) {
        return ReportFiles.of(run.request(), report.account(), ".xlsx");
    }

    private Path inStage(Path relative) {
        return run.publication().stage().resolve(relative.toString());
    }

    /**
     * Renders what goes over all accounts, and proves that it is the sum of the account packs.
     *
     * @throws IllegalStateException if it is not; then nothing is published
     */
    void portfolio() throws IOException {
        if (!wants(ReportKind.PORTFOLIO)) {
            return;
        }
        PortfolioBuilder portfolio = new PortfolioBuilder();
        PackSums pages = new PackSums();
        PackSums workbooks = new PackSums();
        for (AccountBlock block : run.committed().blocks()) {
            List<AccountReport> accounts = accounts(block);
            for (AccountReport report : accounts) {
                String page = ReportFiles.address(page(report).toString());
                portfolio.add(report, wants(ReportKind.PAGE) ? page : "");
            }
            Packs packs = shown.get(block.no());
            if (packs == null) {
                packs = readBack(accounts);
            }
            pages.add(packs.pages());
            workbooks.add(packs.workbooks());
        }
        PortfolioReport report = build(portfolio, data());
        if (wants(ReportKind.PAGE)) {
            pages.prove(report);
        }
        if (wants(ReportKind.WORKBOOK)) {
            workbooks.prove(report);
        }
        PortfolioReadBack back = new PortfolioReadBack(report);
        try (OutputStream out = staged(Path.of(ReportFiles.PORTFOLIO_PAGE))) {
            reports().portfolioPage(report, out);
        }
        back.page(inStage(Path.of(ReportFiles.PORTFOLIO_PAGE)));
        try (OutputStream out = staged(Path.of(ReportFiles.PORTFOLIO_WORKBOOK))) {
            reports().portfolioWorkbook(report, out);
        }
        back.workbook(inStage(Path.of(ReportFiles.PORTFOLIO_WORKBOOK)));
    }

    /** The page of a run that was refused: what arrived, what is missing, what was rejected, and why nothing came of it. */
    static byte[] runReport(RunContext run, List<String> reasons) throws IOException {
        ReportData data = new ReportData(run, reasons);
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        new Reports(templates(run.request()), ClauseRegister.builtIn(), run.terms())
                .portfolioPage(build(new PortfolioBuilder(), data), page);
        return page.toByteArray();
    }

    /** The page of the last runs. */
    static void runsPage(RunRequest request, Terms terms, List<PastRun> runs, OutputStream out) throws IOException {
        new Reports(templates(request), ClauseRegister.builtIn(), terms)
                .runsPage(request.job().name(), Version.TEXT, runs, out);
    }

    private static PortfolioReport build(PortfolioBuilder portfolio, ReportData data) {
        return portfolio.build(
                data.info(),
                "en",
                data.inputs(table -> true),
                data.expected(),
                data.listedRejects(),
                data.rejectedRows());
    }

    private OutputStream staged(Path relative) throws IOException {
        Path file = inStage(relative);
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }
}
