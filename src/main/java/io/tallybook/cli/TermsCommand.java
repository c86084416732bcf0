package io.tallybook.cli;

import io.tallybook.cli.ClauseCoverage.Line;
import io.tallybook.cli.ClauseCoverage.State;
import io.tallybook.terms.Clause;
import io.tallybook.terms.ClauseRegister;
import io.tallybook.terms.Term;
import io.tallybook.terms.TermEdition;
import io.tallybook.terms.Terms;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tallybook terms}: the terms that a run computes under, and the clauses of the documents. */
@Command(
        name = "terms",
        mixinStandardHelpOptions = true,
        description = "Shows the terms and clauses behind the figures.")
final class TermsCommand implements Runnable {
    private static final int WIDTH = InputsCommand.WIDTH;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing: list, show or coverage");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists all terms by edition.")
    int list() {
        Terms terms = Terms.builtIn();
        Map<String, TextTable> byEdition = new LinkedHashMap<>();
        for (String id : terms.ids()) {
            for (TermEdition edition : terms.term(id).editions()) {
                byEdition
                        .computeIfAbsent(
                                edition.name(),
                                name -> new TextTable(WIDTH)
                                        .row("term", "in force from", "to", "last checked", "about"))
                        .row(
                                id,
                                day(edition.from()),
                                day(edition.to()),
                                day(edition.lastChecked()),
                                terms.term(id).about());
            }
        }
        PrintWriter out = out();
        byEdition.forEach((edition, table) -> {
            out.println(edition);
            table.lines().forEach(line -> out.println("  " + line));
            out.println();
        });
        out.flush();
        return ExitCode.DONE.code();
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows a term with its citation and rows, or a clause with our reading of it.")
    int show(@Parameters(paramLabel = "ID", description = "e.g. incident-award-increments, or SA-PRS-15") String id) {
        Terms terms = Terms.builtIn();
        ClauseRegister clauses = ClauseRegister.builtIn();
        Optional<Clause> clause = clauses.find(id.toUpperCase(Locale.ROOT));
        Optional<Term> term = terms.find(id.toLowerCase(Locale.ROOT));
        if (clause.isEmpty() && term.isEmpty()) {
            List<String> names = new ArrayList<>(terms.ids());
            clauses.all().forEach(known -> names.add(known.id()));
            throw new ParameterException(spec.commandLine(), Closest.message("term or clause", id, names));
        }
        PrintWriter out = out();
        term.ifPresent(found -> term(found).forEach(out::println));
        clause.ifPresent(found -> clause(found, terms).forEach(out::println));
        out.flush();
        return ExitCode.DONE.code();
    }

    private static List<String> term(Term term) {
        List<String> lines = new ArrayList<>(new TextTable(WIDTH)
                .row(term.id(), term.about())
                .row("unit", term.unit())
                .row("clauses", String.join(", ", term.clauses()))
                .lines());
        for (TermEdition edition : term.editions()) {
            lines.add("");
            TextTable about = new TextTable(WIDTH)
                    .row("edition", edition.name())
                    .row("in force", day(edition.from()) + " to " + day(edition.to()))
                    .row("last checked", day(edition.lastChecked()))
                    .row("stands in", edition.citation().toString());
            if (!edition.replacedBy().isEmpty()) {
                about.row("replaced by", edition.replacedBy());
            }
            lines.addAll(about.lines());
            lines.add("");
            lines.addAll(rows(edition.rows()));
        }
        return lines;
    }

    private static List<String> rows(List<Map<String, String>> rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        TextTable table = new TextTable(WIDTH).row(columns.stream().toList());
        rows.forEach(row -> table.row(
                columns.stream().map(column -> row.getOrDefault(column, "")).toList()));
        return table.lines().stream().map(line -> "  " + line).toList();
    }

    private static List<String> clause(Clause clause, Terms terms) {
        Line covered = new ClauseCoverage().line(clause);
        List<String> behind = terms.ids().stream()
                .filter(id -> terms.term(id).clauses().contains(clause.id()))
                .toList();
        TextTable table = new TextTable(WIDTH)
                .row(clause.id(), clause.text())
                .row("kind", clause.kind())
                .row("stands in", clause.document() + ", " + clause.section())
                .row("our reading", clause.reading())
                .row("in the results", covered.state().words() + ": " + covered.how());
        if (!behind.isEmpty()) {
            table.row("terms", String.join(", ", behind));
        }
        return table.lines();
    }

    @Command(
            name = "coverage",
            mixinStandardHelpOptions = true,
            description = "Says of every clause whether it is computed, stated by people, not reported, or open.")
    int coverage(@Option(names = "--open", description = "only the clauses that are open") boolean open) {
        PrintWriter out = out();
        Map<String, Map<State, Integer>> counts = new LinkedHashMap<>();
        TextTable table = new TextTable(WIDTH);
        for (Line line : new ClauseCoverage().lines()) {
            counts.computeIfAbsent(line.clause().document(), document -> new EnumMap<>(State.class))
                    .merge(line.state(), 1, Integer::sum);
            if (!open || line.state() == State.OPEN) {
                table.row(line.clause().id(), line.state().words(), line.how());
            }
        }
        table.lines().forEach(out::println);
        out.println();
        TextTable sums = new TextTable(WIDTH).row("clauses of", "computed", "attested", "not reported", "open");
        counts.forEach((document, of) -> {
            List<String> cells = new ArrayList<>(List.of(document));
            for (State state : State.values()) {
                cells.add(Integer.toString(of.getOrDefault(state, 0)));
            }
            sums.row(cells);
        });
        sums.lines().forEach(out::println);
        out.flush();
        return ExitCode.DONE.code();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** The first and the last day that there are stand for an open end. */
    private static String day(LocalDate day) {
        return day.equals(LocalDate.MIN) || day.equals(LocalDate.MAX) ? "open" : day.toString();
    }
}
