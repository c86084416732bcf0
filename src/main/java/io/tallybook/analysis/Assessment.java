package io.tallybook.analysis;

import io.tallybook.result.Figure;
import io.tallybook.result.Finding;
import io.tallybook.result.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the results of one account. Findings of one clause on one subject are merged; a figure may be given only once.
 *
 * <p>Areas run in a fixed order and may look up what earlier rules found.
 */
public final class Assessment {
    private record Key(String name, String subject, String dimension) {}

    private final Map<Key, Figure> figures = new LinkedHashMap<>();
    private final Map<Key, Finding> findings = new LinkedHashMap<>();
    private final Set<LineReject> rejects = new LinkedHashSet<>();

    /**
     * Adds a figure.
     *
     * @throws IllegalStateException if the same measure, subject and dimension was given before: two rules disagree
     */
    public void add(Figure figure) {
        Key key = new Key(figure.measure(), figure.subject(), figure.dimension());
        if (figures.putIfAbsent(key, figure) != null) {
            throw new IllegalStateException("Two figures " + key);
        }
    }

    /** Adds a finding, merged with an earlier one of the same clause and subject. */
    public void add(Finding finding) {
        findings.merge(new Key(finding.clause(), finding.subject(), ""), finding, Finding::mergedWith);
    }

    /** Adds a figure or a finding. */
    public void add(Result result) {
        if (result instanceof Figure figure) {
            add(figure);
        } else if (result instanceof Finding finding) {
            add(finding);
        }
    }

    /** Lists a line among the rejects, once. */
    public void reject(LineReject reject) {
        rejects.add(reject);
    }

    public Optional<Figure> figure(String measure, String subject, String dimension) {
        return Optional.ofNullable(figures.get(new Key(measure, subject, dimension)));
    }

    public Optional<Finding> finding(String clause, String subject) {
        return Optional.ofNullable(findings.get(new Key(clause, subject, "")));
    }

    /** Returns all results in the order of {@link Result#ORDER}. */
    public List<Result> results() {
        List<Result> all = new ArrayList<>(figures.values());
        all.addAll(findings.values());
        all.sort(Result.ORDER);
        return all;
    }

    /** Returns the lines that rules refused, in reading order. */
    public List<LineReject> rejects() {
        return rejects.stream()
                .sorted(Comparator.comparing(LineReject::origin).thenComparing(LineReject::code))
                .toList();
    }
}
