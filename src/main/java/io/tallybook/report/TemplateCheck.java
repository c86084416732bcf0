package io.tallybook.report;

import io.tallybook.report.template.TemplateException;
import io.tallybook.terms.ClauseRegister;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Fills the templates of a folder with samples, and gathers what is wrong. */
final class TemplateCheck {
    private static final List<String> LANGUAGES = List.of("en", "de");

    /** Fills one template. */
    private interface Filling {
        void to(OutputStream out) throws IOException;
    }

    private interface Reading {
        void of(Path file) throws IOException;
    }

    private final Path folder;
    private final ReadBack readBack = new ReadBack();
    private final Set<String> problems = new LinkedHashSet<>();

    TemplateCheck(Path folder) {
        this.folder = folder;
    }

    List<String> problems() {
        try {
            Reports reports = new Reports(Optional.of(folder), ClauseRegister.builtIn());
            for (String language : LANGUAGES) {
                for (AccountReport account : List.of(Samples.account(language), Samples.empty(language))) {
                    accountReports(reports, account);
                }
                portfolioReports(reports, Samples.portfolio(language));
            }
            for (List<PastRun> runs : List.of(Samples.runs(), List.<PastRun>of())) {
                fill(out -> reports.runsPage("sample", "0", runs, out), OutputStream.nullOutputStream());
            }
            unused(reports.ownTemplates());
        } catch (TemplateException e) {
            problems.add(e.getMessage());
        } catch (IOException e) {
            problems.add(folder + ": cannot be checked: " + e.getMessage());
        }
        return new ArrayList<>(problems);
    }

    private void accountReports(Reports reports, AccountReport account) throws IOException {
        both(
                "account",
                out -> reports.accountPage(account, out),
                page -> readBack.page(account, page),
                out -> reports.accountWorkbook(account, out),
                workbook -> readBack.workbook(account, workbook));
        for (SolutionEntry solution : account.solutions()) {
            one(
                    "solution.html",
                    out -> reports.solutionPage(account, solution, out),
                    page -> readBack.solution(account, solution, page));
        }
    }

    private void portfolioReports(Reports reports, PortfolioReport portfolio) throws IOException {
        PortfolioReadBack back = new PortfolioReadBack(portfolio);
        both(
                "portfolio",
                out -> reports.portfolioPage(portfolio, out),
                back::page,
                out -> reports.portfolioWorkbook(portfolio, out),
                back::workbook);
    }

    /** Fills page and workbook, and reads back whether they show what the results say. */
    private void both(String name, Filling page, Reading readPage, Filling workbook, Reading readWorkbook)
            throws IOException {
        one(name + ".html", page, readPage);
        one(name + ".xlsx", workbook, readWorkbook);
    }

    private void one(String name, Filling filling, Reading reading) throws IOException {
        Path scratch = Files.createTempDirectory("tallybook-templates");
        Path file = scratch.resolve(name);
        try {
            if (filled(filling, file)) {
                readBack(reading, file);
            }
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(scratch);
        }
    }

    private void readBack(Reading reading, Path file) throws IOException {
        try {
            reading.of(file);
        } catch (IllegalStateException e) {
            problems.add(e.getMessage());
        }
    }

    private boolean filled(Filling filling, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            return fill(filling, out);
        }
    }

    private boolean fill(Filling filling, OutputStream out) throws IOException {
        try {
            filling.to(out);
            return true;
        } catch (TemplateException e) {
            problems.add(e.getMessage());
            return false;
        }
    }

    /** A misspelt name would otherwise pass: the built-in template is used instead, and nobody notices. */
    private void unused(Set<String> taken) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".xlsx") || name.endsWith(".ftlh"))
                    .filter(name -> !name.startsWith("~$") && !taken.contains(name))
                    .sorted()
                    .forEach(name -> problems.add(name + ": no report uses a template of this name"));
        }
    }
}
