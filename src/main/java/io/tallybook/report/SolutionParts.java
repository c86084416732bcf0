package io.tallybook.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of a solution's page in their order, and the clauses of each in theirs: read from a resource. A clause that
 * stands in no part belongs to the last one.
 */
final class SolutionParts {
    private static final String FILE = "/report/solution-parts.txt";

    /** The part that combines the others; its clauses are verdicts of the whole. */
    static final String WHOLE = "whole";

    private final Map<String, List<String>> parts = new LinkedHashMap<>();
    private String last = "";

    private SolutionParts() {}

    static SolutionParts read() {
        try (InputStream stream = SolutionParts.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("No resource " + FILE);
            }
            SolutionParts parts = new SolutionParts();
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> List.of(line.split(" +", -1)))
                    .forEach(words -> {
                        parts.last = words.get(0);
                        parts.parts.put(words.get(0), words.subList(1, words.size()));
                    });
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> names() {
        return new ArrayList<>(parts.keySet());
    }

    String partOf(String clause) {
        return parts.entrySet().stream()
                .filter(part -> part.getValue().contains(clause))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(last);
    }

    /** Clauses in the order of the page: by their parts, and within each as the part names them. */
    Comparator<String> order() {
        List<String> names = names();
        return Comparator.<String>comparingInt(clause -> names.indexOf(partOf(clause)))
                .thenComparingInt(
                        clause -> parts.getOrDefault(partOf(clause), List.of()).indexOf(clause))
                .thenComparing(Comparator.naturalOrder());
    }
}
