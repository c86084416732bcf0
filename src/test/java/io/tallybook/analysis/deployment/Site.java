package io.tallybook.analysis.deployment;

import io.tallybook.cases.CaseRun;
import io.tallybook.cases.WorkedExample;
import io.tallybook.result.Figure;
import io.tallybook.result.Finding;
import io.tallybook.result.Result;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a test has deployed, and what the rules say of it. Every row is written as {@code column=value, column=value}. */
final class Site {
    private final LocalDate asOf;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, List<Map<String, String>>> inputs = new LinkedHashMap<>();
    private List<Result> results = List.of();

    private Site(LocalDate asOf) {
        this.asOf = asOf;
    }

    static Site on(String asOf) {
        return new Site(LocalDate.parse(asOf)).row("accounts", "account=A");
    }

    /** One production instance P on PROD with license L, and its backup B on the recovery server DR. */
    static Site withBackup(String asOf) {
        return on(asOf).license("L", "SQL Server", "CORE", "8")
                .row("servers", "server=PROD, account=A, location=OWN, purpose=PRODUCTION")
                .row("servers", "server=DR, account=A, location=OWN, purpose=DISASTER_RECOVERY")
                .row("instances", "instance=P, account=A, server=PROD, product=SQL Server, role=PRODUCTION, license=L")
                .row("instances", "instance=B, account=A, server=DR, product=SQL Server, role=BACKUP, protects=P");
    }

    /** A position with SA from 2020 to 2029 and every right. */
    Site license(String id, String product, String metric, String quantity) {
        return row(
                "licenses",
                "license=" + id + ", account=A, product=" + product + ", metric=" + metric + ", quantity=" + quantity
                        + ", sa_start=2020-01-01, sa_end=2029-12-31, license_mobility=Y, self_hosted=Y, dr_eligible=Y");
    }

    Site set(String name, String value) {
        settings.put(name, value);
        return this;
    }

    Site row(String record, String cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (String cell : cells.split(", ", -1)) {
            int equals = cell.indexOf('=');
            row.put(cell.substring(0, equals), cell.substring(equals + 1));
        }
        inputs.computeIfAbsent(record, key -> new ArrayList<>()).add(row);
        return this;
    }

    Site run(String id, String reason, String start, String end) {
        return row("backup_runs", "run=" + id + ", instance=B, start=" + start + ", end=" + end + ", reason=" + reason);
    }

    Site outage(String id, String start, String end) {
        return row("outages", "outage=" + id + ", server=PROD, start=" + start + ", end=" + end);
    }

    Site assigned(String license, String server, String day, String released, String reason) {
        return row(
                "assignments",
                "license=" + license + ", server=" + server + ", assigned=" + day + ", released=" + released
                        + ", reason=" + reason);
    }

    Map<String, List<Map<String, String>>> inputs() {
        return inputs;
    }

    Site judge() {
        results = CaseRun.of(new WorkedExample("site", asOf, settings, inputs, List.of()))
                .results();
        return this;
    }

    List<Result> results() {
        return results;
    }

    private <R extends Result> Stream<R> all(Class<R> type) {
        return results.stream().filter(type::isInstance).map(type::cast);
    }

    Optional<Finding> finding(String clause, String subject) {
        return all(Finding.class)
                .filter(finding ->
                        finding.clause().equals(clause) && finding.subject().equals(subject))
                .findFirst();
    }

    /** Status of a finding with its date; {@code -} where none is written. */
    String verdict(String clause, String subject) {
        return finding(clause, subject)
                .map(finding -> (finding.status() + " " + finding.date()).strip())
                .orElse("-");
    }

    /** State, unless known, and value of a figure; {@code -} where none is written. */
    String figure(String measure, String subject) {
        return figure(measure, subject, "");
    }

    String figure(String measure, String subject, String dimension) {
        return all(Figure.class)
                .filter(figure -> figure.measure().equals(measure)
                        && figure.subject().equals(subject)
                        && figure.dimension().equals(dimension))
                .findFirst()
                .map(figure -> (figure.state() + " " + figure.value())
                        .replaceFirst("^KNOWN ", "")
                        .strip())
                .orElse("-");
    }
}
