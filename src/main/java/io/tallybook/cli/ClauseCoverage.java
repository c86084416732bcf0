package io.tallybook.cli;

import io.tallybook.analysis.Area;
import io.tallybook.analysis.ResultCatalogue;
import io.tallybook.analysis.ResultCatalogue.FigureDefinition;
import io.tallybook.analysis.ResultCatalogue.FindingDefinition;
import io.tallybook.job.Areas;
import io.tallybook.terms.Clause;
import io.tallybook.terms.ClauseRegister;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What becomes of each clause of the source documents: computed, stated by people, not reported, or still open. */
final class ClauseCoverage {
    /** What becomes of a clause. */
    enum State {
        /** A figure or finding follows from the data. */
        COMPUTED,
        /** A person has to state it, at least where no data decides. */
        ATTESTED,
        /** Left out for a reason. */
        NOT_REPORTED,
        /** Its area is not built yet. */
        OPEN;

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** A clause, what becomes of it, and how or why. */
    record Line(Clause clause, State state, String how) {}

    private static final List<String> CATALOGUES = List.of("support", "coverage", "deployment", "azure", "partner");

    /** A finding whose rule lets a person decide says so in one of these words. */
    private static final Pattern BY_A_PERSON = Pattern.compile("\\bATTEST\\b|\\b[Aa]ttested\\b");

    private static final Pattern NOT_BY_A_PERSON = Pattern.compile("Never ATTEST|take no answer");

    private final Map<String, ResultCatalogue> built = new TreeMap<>();
    private final Map<String, ResultCatalogue> planned = new TreeMap<>();

    ClauseCoverage() {
        for (Area area : Areas.all()) {
            built.put(area.name(), area.catalogue());
        }
        for (String name : CATALOGUES) {
            if (!built.containsKey(name)) {
                planned.put(name, ResultCatalogue.of(name));
            }
        }
    }

    /** Returns one line a clause, in the order of the documents. */
    List<Line> lines() {
        return ClauseRegister.builtIn().all().stream().map(this::line).toList();
    }

    Line line(Clause clause) {
        List<String> measures = measures(built, clause.id());
        Optional<FindingDefinition> finding = finding(built, clause.id());
        if (finding.isPresent() && isByAPerson(clause, finding.get())) {
            return new Line(clause, State.ATTESTED, joined(finding, measures));
        }
        if (finding.isPresent() || !measures.isEmpty()) {
            return new Line(clause, State.COMPUTED, joined(finding, measures));
        }
        for (ResultCatalogue catalogue : built.values()) {
            String reason = catalogue.notReported().get(clause.id());
            if (reason != null) {
                return new Line(clause, State.NOT_REPORTED, reason);
            }
        }
        for (Map.Entry<String, ResultCatalogue> area : planned.entrySet()) {
            Map<String, ResultCatalogue> one = Map.of(area.getKey(), area.getValue());
            if (finding(one, clause.id()).isPresent()
                    || !measures(one, clause.id()).isEmpty()
                    || area.getValue().notReported().containsKey(clause.id())) {
                return new Line(clause, State.OPEN, "the area " + area.getKey() + " is not built yet");
            }
        }
        return new Line(clause, State.OPEN, "no area names it");
    }

    private static boolean isByAPerson(Clause clause, FindingDefinition finding) {
        return (clause.kind().equals("attestation")
                        || BY_A_PERSON.matcher(finding.about()).find())
                && !NOT_BY_A_PERSON.matcher(finding.about()).find();
    }

    private static String joined(Optional<FindingDefinition> finding, List<String> measures) {
        List<String> parts = new ArrayList<>();
        finding.ifPresent(of -> parts.add("finding on " + of.subject()));
        parts.addAll(measures);
        return String.join(", ", parts);
    }

    /** The figures of a clause, of whatever area. */
    private static List<String> measures(Map<String, ResultCatalogue> catalogues, String clause) {
        Set<String> measures = new LinkedHashSet<>();
        for (ResultCatalogue catalogue : catalogues.values()) {
            catalogue.figures().values().stream()
                    .filter(figure -> figure.clauses().contains(clause))
                    .map(FigureDefinition::measure)
                    .forEach(measures::add);
        }
        return List.copyOf(measures);
    }

    private static Optional<FindingDefinition> finding(Map<String, ResultCatalogue> catalogues, String clause) {
        return catalogues.values().stream()
                .map(catalogue -> Optional.ofNullable(catalogue.findings().get(clause)))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
