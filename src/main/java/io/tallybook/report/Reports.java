package io.tallybook.report;

import io.tallybook.report.excel.WorkbookTemplate;
import io.tallybook.report.template.TemplateException;
import io.tallybook.report.template.Templates;
import io.tallybook.terms.ClauseRegister;
import io.tallybook.terms.Terms;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Renders workbooks and pages. One instance serves a run: compiled templates are kept, and many threads may render at once.
 *
 * <p>The same report gives the same bytes, whatever the machine, the time of day and the thread. Streams stay open.
 */
public final class Reports {
    private static final String ACCOUNT_PAGE = "account.ftlh";
    private static final String ACCOUNT_WORKBOOK = "account.xlsx";
    private static final String RUNS_PAGE = "runs.ftlh";
    private static final String SOLUTION_PAGE = "solution.ftlh";
    private static final String PAGE_SCRIPT = "page.js";
    private static final String PORTFOLIO_PAGE = "portfolio.ftlh";
    private static final String PORTFOLIO_WORKBOOK = "portfolio.xlsx";

    private final Templates templates;
    private final ClauseRegister clauses;
    private final AccountModel accountModel;
    private final Map<String, WorkbookTemplate> workbooks = new ConcurrentHashMap<>();
    private final Map<String, Labels> languages = new ConcurrentHashMap<>();

    /**
     * Prepares to render, beside the built-in terms.
     *
     * @param templateFolder  folder with the job's own templates; what it lacks is built in
     * @param clauses  what the clauses say
     * @throws TemplateException if the folder cannot be opened
     */
    public Reports(Optional<Path> templateFolder, ClauseRegister clauses) {
        this(templateFolder, clauses, Terms.builtIn());
    }

    /**
     * Prepares to render.
     *
     * @param templateFolder  folder with the job's own templates; what it lacks is built in
     * @param clauses  what the clauses say
     * @param terms  the terms of the run; charts show thresholds of them
     * @throws TemplateException if the folder cannot be opened
     */
    public Reports(Optional<Path> templateFolder, ClauseRegister clauses, Terms terms) {
        this.templates = new Templates(templateFolder);
        this.clauses = clauses;
        this.accountModel = new AccountModel(clauses, KeyFigures.read("key-figures.txt"), terms);
    }

    /**
     * Proves the templates of a folder: fills each of them with samples that hold every state and status, in every
     * language, and with nothing at all.
     *
     * @param folder  folder with a job's own templates; what it lacks is built in
     * @return what is wrong, one line each; empty if nothing is
     */
    public static List<String> check(Path folder) {
        return new TemplateCheck(folder).problems();
    }

    /**
     * Compiles templates ahead of the first report.
     *
     * @param pages  those of the pages of accounts
     * @param workbooks  those of their workbooks
     * @param portfolio  those over all accounts
     * @throws TemplateException if a template is wrong
     */
    public void prepare(boolean pages, boolean workbooks, boolean portfolio) throws IOException {
        if (workbooks) {
            workbook(ACCOUNT_WORKBOOK);
        }
        if (pages) {
            templates.prepare(ACCOUNT_PAGE);
        }
        if (portfolio) {
            templates.prepare(PORTFOLIO_PAGE);
            workbook(PORTFOLIO_WORKBOOK);
        }
    }

    /** The templates of the job's own folder that were used so far. */
    Set<String> ownTemplates() {
        return templates.taken();
    }

    /**
     * Writes the page of an account: one HTML file that needs nothing else.
     *
     * @throws TemplateException if the template is wrong
     */
    public void accountPage(AccountReport report, OutputStream out) throws IOException {
        page(ACCOUNT_PAGE, accountModel.page(report, labels(report.language())), out);
    }

    /**
     * Writes the page of a customer solution: one HTML file that needs nothing else.
     *
     * @param report  the report of the account that sells it
     * @param solution  one of the solutions of the report
     * @throws TemplateException if the template is wrong
     */
    public void solutionPage(AccountReport report, SolutionEntry solution, OutputStream out) throws IOException {
        page(SOLUTION_PAGE, new SolutionModel(report, solution, clauses, labels(report.language())).page(), out);
    }

    /**
     * Writes the workbook of an account.
     *
     * @throws TemplateException if the template is wrong
     */
    public void accountWorkbook(AccountReport report, OutputStream out) throws IOException {
        Labels labels = labels(report.language());
        workbook(ACCOUNT_WORKBOOK)
                .fill(
                        accountModel.workbook(report, labels),
                        report.run().asOf(),
                        labels.phrase("account_title", report.account()),
                        out);
    }

    /**
     * Returns the deadlines of an account as the text of an iCalendar file, or empty if none lies ahead.
     *
     * <p>Shape: one all-day event for each date figure and dated finding not before the as-of date, by day.
     */
    public Optional<String> accountCalendar(AccountReport report) {
        List<Deadline> deadlines = Deadline.of(report.results(), report.run().asOf());
        return deadlines.isEmpty()
                ? Optional.empty()
                : Optional.of(CalendarFile.of(report, deadlines, labels(report.language())));
    }

    /**
     * Writes the page of the portfolio.
     *
     * @throws TemplateException if the template is wrong
     */
    public void portfolioPage(PortfolioReport report, OutputStream out) throws IOException {
        page(PORTFOLIO_PAGE, PortfolioModel.page(report, labels(report.language())), out);
    }

    /**
     * Writes the workbook of the portfolio.
     *
     * @throws TemplateException if the template is wrong
     */
    public void portfolioWorkbook(PortfolioReport report, OutputStream out) throws IOException {
        Labels labels = labels(report.language());
        workbook(PORTFOLIO_WORKBOOK)
                .fill(
                        PortfolioModel.workbook(report, labels),
                        report.run().asOf(),
                        labels.phrase("portfolio_title", report.run().job()),
                        out);
    }

    /**
     * Writes the page of the runs of a job.
     *
     * @param runs  the last one first
     * @throws TemplateException if the template is wrong
     */
    public void runsPage(String job, String version, List<PastRun> runs, OutputStream out) throws IOException {
        page(RUNS_PAGE, RunsModel.of(job, version, runs, labels("en")), out);
    }

    private void page(String name, Map<String, Object> model, OutputStream out) throws IOException {
        model.put("scriptHash", templates.scriptHash(PAGE_SCRIPT));
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 15);
        templates.fillPage(name, model, writer);
        writer.flush();
    }

    private WorkbookTemplate workbook(String name) throws IOException {
        try {
            return workbooks.computeIfAbsent(name, this::open);
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private WorkbookTemplate open(String name) {
        try {
            return WorkbookTemplate.open(templates, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Labels labels(String language) {
        return languages.computeIfAbsent(language, Labels::of);
    }
}
