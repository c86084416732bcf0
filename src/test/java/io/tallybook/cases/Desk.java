package io.tallybook.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.result.Figure;
import io.tallybook.result.Finding;
import io.tallybook.result.Result;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows as a test puts them on the desk, and what the areas say of them. Every row is written as {@code column=value}. */
public final class Desk {
    private final LocalDate asOf;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, List<Map<String, String>>> inputs = new LinkedHashMap<>();
    private List<Result> results = List.of();

    private Desk(LocalDate asOf) {
        this.asOf = asOf;
    }

    public static Desk on(String asOf) {
        return new Desk(LocalDate.parse(asOf)).row("accounts", "account=A");
    }

    public Desk set(String name, String value) {
        settings.put(name, value);
        return this;
    }

    public Desk row(String record, String... cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (String cell : cells) {
            int equals = cell.indexOf('=');
            row.put(cell.substring(0, equals), cell.substring(equals + 1));
        }
        inputs.computeIfAbsent(record, key -> new ArrayList<>()).add(row);
        return this;
    }

    /** A three-year agreement from 2024 on. */
    public Desk agreement(String id, String program, String currency, String... more) {
        List<String> cells = new ArrayList<>(List.of(
                "agreement=" + id,
                "account=A",
                "program=" + program,
                "currency=" + currency,
                "start=2024-01-01",
                "end=2026-12-31"));
        cells.addAll(List.of(more));
        return row("agreements", cells.toArray(String[]::new));
    }

    /** An SA line over the whole term, ordered on 2024-02-01; further cells come later and win. */
    public Desk sa(
            String agreement,
            String line,
            String product,
            String quantity,
            String amount,
            String currency,
            String... more) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("agreement", agreement);
        row.put("line", line);
        row.put("order_date", "2024-02-01");
        row.put("product", product);
        row.put("offering", "SA");
        row.put("quantity", quantity);
        row.put("amount", amount);
        row.put("currency", currency);
        row.put("coverage_start", "2024-01-01");
        row.put("coverage_end", "2026-12-31");
        for (String cell : more) {
            int equals = cell.indexOf('=');
            row.put(cell.substring(0, equals), cell.substring(equals + 1));
        }
        inputs.computeIfAbsent("purchases", key -> new ArrayList<>()).add(row);
        return this;
    }

    public List<Map<String, String>> purchases() {
        return inputs.computeIfAbsent("purchases", key -> new ArrayList<>());
    }

    public Desk run() {
        results = CaseRun.of(new WorkedExample("desk", asOf, settings, inputs, List.of()))
                .results();
        return this;
    }

    public List<Result> results() {
        return results;
    }

    public Optional<Figure> find(String measure, String subject, String dimension) {
        return results.stream()
                .filter(Figure.class::isInstance)
                .map(Figure.class::cast)
                .filter(f -> f.measure().equals(measure)
                        && f.subject().equals(subject)
                        && f.dimension().equals(dimension))
                .findFirst();
    }

    public Figure figure(String measure, String subject, String dimension) {
        Optional<Figure> found = find(measure, subject, dimension);
        assertThat(found).as("%s of %s %s", measure, subject, dimension).isPresent();
        return found.orElseThrow();
    }

    /** State and value of a figure, e.g. {@code KNOWN 3} or {@code UNKNOWN}; {@code -} when it is not written. */
    public String shown(String measure, String subject, String dimension) {
        return find(measure, subject, dimension)
                .map(f -> (f.state() + " " + f.value()).strip())
                .orElse("-");
    }

    private Optional<Finding> findFinding(String clause, String subject) {
        return results.stream()
                .filter(Finding.class::isInstance)
                .map(Finding.class::cast)
                .filter(f -> f.clause().equals(clause) && f.subject().equals(subject))
                .findFirst();
    }

    public Finding finding(String clause, String subject) {
        Optional<Finding> found = findFinding(clause, subject);
        assertThat(found).as("%s of %s", clause, subject).isPresent();
        return found.orElseThrow();
    }

    /** Status of a finding with its date; {@code -} when it is not written. */
    public String verdict(String clause, String subject) {
        return findFinding(clause, subject)
                .map(f -> (f.status() + " " + f.date()).strip())
                .orElse("-");
    }
}
