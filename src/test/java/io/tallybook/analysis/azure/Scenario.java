package io.tallybook.analysis.azure;

import io.tallybook.analysis.Area;
import io.tallybook.analysis.Assessment;
import io.tallybook.analysis.Context;
import io.tallybook.analysis.Settings;
import io.tallybook.cases.CaseLedger;
import io.tallybook.ledger.AzureUsage;
import io.tallybook.ledger.Dossier;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.LedgerRecord;
import io.tallybook.ledger.RecordDefinition;
import io.tallybook.ledger.RecordTypes;
import io.tallybook.ledger.UsageSums;
import io.tallybook.result.Figure;
import io.tallybook.result.FigureState;
import io.tallybook.result.Finding;
import io.tallybook.result.FindingStatus;
import io.tallybook.result.Result;
import io.tallybook.terms.Terms;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Rows and settings of a test, assessed by the Azure area; usage either line by line or summed. */
final class Scenario {
    private static final Area AREA = new AzureArea();

    private final LocalDate asOf;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, List<Map<String, String>>> inputs = new LinkedHashMap<>();
    private Terms terms = Terms.builtIn();
    private boolean summed;

    private Scenario(LocalDate asOf) {
        this.asOf = asOf;
    }

    static Scenario asOf(String date) {
        return new Scenario(LocalDate.parse(date));
    }

    /** One account A1 with one subscription S1 that Microsoft operates. */
    static Scenario ofA1(String asOf) {
        return asOf(asOf)
                .row("accounts", "account=A1")
                .row("azure_subscriptions", "subscription=S1, account=A1, operator=MICROSOFT");
    }

    static Scenario of(LocalDate asOf, Map<String, String> settings, Map<String, List<Map<String, String>>> inputs) {
        Scenario scenario = new Scenario(asOf);
        scenario.settings.putAll(settings);
        inputs.forEach((record, rows) -> scenario.inputs.put(record, new ArrayList<>(rows)));
        return scenario;
    }

    Scenario set(String name, String value) {
        settings.put(name, value);
        return this;
    }

    Scenario terms(Terms newTerms) {
        terms = newTerms;
        return this;
    }

    /** Adds a row, written as {@code column=value, column=value}. */
    Scenario row(String record, String cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (String cell : cells.split(",", -1)) {
            String[] parts = cell.strip().split("=", 2);
            row.put(parts[0], parts[1]);
        }
        inputs.computeIfAbsent(record, key -> new ArrayList<>()).add(row);
        return this;
    }

    /** Adds a usage line of subscription S1 unless the cells say otherwise. */
    Scenario usage(String date, String amount, String currency, String... more) {
        int line = inputs.getOrDefault("azure_usage", List.of()).size() + 1;
        String cells =
                "line=" + line + ", subscription=S1, date=" + date + ", amount=" + amount + ", currency=" + currency;
        return row("azure_usage", more.length == 0 ? cells : cells + ", " + String.join(", ", more));
    }

    Scenario summed() {
        summed = true;
        return this;
    }

    Scenario shuffled(long seed) {
        inputs.values().forEach(rows -> Collections.shuffle(rows, new Random(seed)));
        return this;
    }

    Assessed assess() {
        Settings values = Settings.of(AREA.settings(), settings);
        CaseLedger ledger = CaseLedger.of(inputs, ZoneOffset.UTC, values.text("azure.account"));
        Context context = Context.of(asOf, values, terms, ledger.shared());
        List<Dossier> dossiers = ledger.dossiers().stream()
                .map(dossier -> summed ? withSums(dossier) : dossier)
                .toList();
        List<Result> results = new ArrayList<>();
        for (Dossier dossier : dossiers) {
            Assessment assessment = new Assessment();
            AREA.assess(dossier, context, assessment);
            results.addAll(assessment.results());
        }
        Assessment together = new Assessment();
        AREA.assessTogether(dossiers, context, together);
        AREA.assessShared(context, together);
        results.addAll(together.results());
        return new Assessed(results);
    }

    /** The same dossier with its usage lines summed, added backwards. */
    private Dossier withSums(Dossier dossier) {
        UsageSums sums = UsageSums.upTo(asOf);
        List<Entry<AzureUsage>> lines = new ArrayList<>(dossier.all(AzureUsage.class));
        Collections.reverse(lines);
        for (Entry<AzureUsage> line : lines) {
            var origin = line.origin();
            sums.add(withAccount(line.record(), dossier.account()), origin.file(), origin.sheet(), origin.row());
        }
        Map<Class<?>, List<? extends Entry<?>>> entries = new HashMap<>();
        for (RecordDefinition<?> type : RecordTypes.all()) {
            if (type.type() != AzureUsage.class) {
                Class<? extends LedgerRecord> record = type.type();
                entries.put(record, dossier.all(record));
            }
        }
        return new Dossier(dossier.account(), entries, sums.sums(), dossier.rejected())
                .withSubscriptionsOfOthers(dossier.subscriptionsOfOthers())
                .withAgreementsOfOthers(dossier.agreementsOfOthers())
                .withUsageOfOthers(dossier.usageOfOthers());
    }

    private static AzureUsage withAccount(AzureUsage line, String account) {
        RecordDefinition<AzureUsage> type = RecordTypes.of(AzureUsage.class);
        @Nullable Object[] values = type.values(line);
        values[type.indexOf("account").orElseThrow()] = account;
        return type.create(values);
    }

    /** The results of a scenario. */
    record Assessed(List<Result> results) {
        Optional<Figure> find(String measure, String subject, String dimension) {
            return results.stream()
                    .filter(result -> !result.isFinding()
                            && result.name().equals(measure)
                            && result.subject().equals(subject)
                            && result.dimension().equals(dimension))
                    .map(Figure.class::cast)
                    .findFirst();
        }

        Figure figure(String measure, String subject, String dimension) {
            return find(measure, subject, dimension).orElseThrow();
        }

        /** The value of a known figure, else its state. */
        String value(String measure, String subject, String dimension) {
            Figure figure = figure(measure, subject, dimension);
            return figure.state() == FigureState.KNOWN
                    ? figure.value()
                    : figure.state().name();
        }

        String month(String month) {
            return value("azure-usage.month", "account:A1", month);
        }

        Optional<Finding> find(String clause, String subject) {
            return results.stream()
                    .filter(result -> result.isFinding()
                            && result.name().equals(clause)
                            && result.subject().equals(subject))
                    .map(Finding.class::cast)
                    .findFirst();
        }

        Finding finding(String clause, String subject) {
            return find(clause, subject).orElseThrow();
        }

        FindingStatus status(String clause, String subject) {
            return finding(clause, subject).status();
        }
    }
}
