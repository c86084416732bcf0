package io.tallybook.cases;

import io.tallybook.analysis.Area;
import io.tallybook.analysis.Assessment;
import io.tallybook.analysis.Context;
import io.tallybook.analysis.LineReject;
import io.tallybook.analysis.Setting;
import io.tallybook.analysis.Settings;
import io.tallybook.job.Areas;
import io.tallybook.ledger.Dossier;
import io.tallybook.result.Figure;
import io.tallybook.result.Finding;
import io.tallybook.result.Result;
import io.tallybook.terms.Terms;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs a worked example through all areas and tells which of its expectations do not hold. */
public final class CaseRun {
    private static final Terms TERMS = Terms.builtIn();

    private final List<Result> results = new ArrayList<>();
    private final List<LineReject> lineRejects = new ArrayList<>();
    private final CaseLedger ledger;

    private CaseRun(WorkedExample example) {
        List<Setting> known = new ArrayList<>();
        Areas.all().forEach(area -> known.addAll(area.settings()));
        Map<String, Setting> distinct = new HashMap<>();
        known.forEach(setting -> distinct.putIfAbsent(setting.name(), setting));
        Settings settings = Settings.of(distinct.values(), example.settings());
        String zone = settings.all().getOrDefault("zone", "UTC");
        String azureAccount = settings.all().getOrDefault("azure.account", "");
        ledger = CaseLedger.of(example.inputs(), ZoneId.of(zone), azureAccount);
        Context context = Context.of(example.asOf(), settings, TERMS, ledger.shared());
        for (Dossier dossier : ledger.dossiers()) {
            Assessment assessment = new Assessment();
            for (Area area : Areas.all()) {
                area.assess(dossier, context, assessment);
            }
            take(assessment);
        }
        Assessment together = new Assessment();
        Areas.all().forEach(area -> area.assessTogether(contesting(area), context, together));
        take(together);
        Assessment shared = new Assessment();
        Areas.all().forEach(area -> area.assessShared(context, shared));
        take(shared);
    }

    private List<Dossier> contesting(Area area) {
        return ledger.dossiers().stream()
                .filter(dossier -> area.contested().stream()
                        .anyMatch(type -> !dossier.all(type).isEmpty()))
                .toList();
    }

    private void take(Assessment assessment) {
        results.addAll(assessment.results());
        lineRejects.addAll(assessment.rejects());
    }

    public static CaseRun of(WorkedExample example) {
        return new CaseRun(example);
    }

    public List<Result> results() {
        return results;
    }

    /** Returns one line for each expectation that does not hold. */
    public List<String> wrong(WorkedExample example) {
        List<String> wrong = new ArrayList<>();
        for (Map<String, Object> expected : example.expectations()) {
            String problem = problem(expected);
            if (!problem.isEmpty()) {
                wrong.add(problem);
            }
        }
        return wrong;
    }

    private String problem(Map<String, Object> expected) {
        String subject = text(expected, "subject");
        if (expected.containsKey("figure") || expected.containsKey("no_figure")) {
            boolean none = expected.containsKey("no_figure");
            String measure = text(expected, none ? "no_figure" : "figure");
            String dimension = text(expected, "dimension");
            List<Figure> found = results.stream()
                    .filter(Figure.class::isInstance)
                    .map(Figure.class::cast)
                    .filter(f -> f.measure().equals(measure)
                            && f.subject().equals(subject)
                            && f.dimension().equals(dimension))
                    .toList();
            String what = measure + " of " + subject + " " + dimension;
            if (none) {
                return found.isEmpty() ? "" : what + ": " + found.get(0).value() + ", expected none";
            }
            return found.size() == 1
                    ? difference(what, found.get(0), expected)
                    : what + ": " + found.size() + " figures";
        }
        if (expected.containsKey("finding") || expected.containsKey("no_finding")) {
            return finding(expected, subject);
        }
        String record = text(expected, "rejected");
        int row = Integer.parseInt(text(expected, "row")) + 1;
        boolean refused = ledger.isRejected(record, row)
                || lineRejects.stream()
                        .anyMatch(r -> r.record().equals(record) && r.origin().row() == row);
        return refused ? "" : record + " row " + row + ": not refused";
    }

    private String finding(Map<String, Object> expected, String subject) {
        boolean none = expected.containsKey("no_finding");
        String clause = text(expected, none ? "no_finding" : "finding");
        List<Finding> found = results.stream()
                .filter(Finding.class::isInstance)
                .map(Finding.class::cast)
                .filter(f -> f.clause().equals(clause) && f.subject().equals(subject))
                .toList();
        String what = clause + " of " + subject;
        if (none) {
            return found.isEmpty() ? "" : what + ": " + found.get(0).status() + ", expected none";
        }
        if (found.size() != 1) {
            return what + ": " + found.size() + " findings, expected " + text(expected, "status");
        }
        Finding finding = found.get(0);
        if (!finding.status().name().equals(text(expected, "status"))) {
            return what + ": " + finding.status() + " (" + finding.reason() + "), expected " + text(expected, "status");
        }
        String date = text(expected, "date");
        return date.isEmpty() || date.equals(finding.date())
                ? ""
                : what + ": date " + finding.date() + ", expected " + date;
    }

    private static String difference(String what, Figure figure, Map<String, Object> expected) {
        String state = expected.containsKey("state") ? text(expected, "state") : "KNOWN";
        if (!figure.state().name().equals(state)) {
            return what + ": " + figure.state() + " (" + figure.reason() + "), expected " + state;
        }
        if (expected.containsKey("value") && !same(figure.value(), text(expected, "value"))) {
            return what + ": " + figure.value() + ", expected " + text(expected, "value");
        }
        boolean unit = !expected.containsKey("unit") || figure.unit().equals(text(expected, "unit"));
        return unit ? "" : what + ": unit " + figure.unit() + ", expected " + text(expected, "unit");
    }

    private static boolean same(String found, String expected) {
        try {
            return new BigDecimal(found).compareTo(new BigDecimal(expected)) == 0;
        } catch (NumberFormatException e) {
            return found.equals(expected);
        }
    }

    private static String text(Map<String, Object> node, String key) {
        @Nullable Object value = node.get(key);
        return value == null ? "" : WorkedExample.text(value);
    }
}
