package io.tallybook.report;

import io.tallybook.result.Figure;
import io.tallybook.result.Finding;
import io.tallybook.result.Result;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What one file shows of an account, gathered row by row and then compared with the results. */
final class Reading {
    /** A figure as it stands in a row; unit and state in the words of the file. */
    record Seen(String place, SeenValue value, String state, String unit) {}

    private final Path file;
    private final Map<String, Seen> figures = new HashMap<>();
    private final Map<String, Integer> findings = new HashMap<>();

    Reading(Path file) {
        this.file = file;
    }

    void figure(List<String> key, Seen seen) {
        if (figures.put(String.join("\n", key), seen) != null) {
            throw fault("shows a figure twice: " + String.join(" ", key) + " at " + seen.place());
        }
    }

    void finding(List<String> parts) {
        findings.merge(String.join("\n", parts), 1, Integer::sum);
    }

    /** Compares the figures, and adds what is shown to the sums. {@code meant} is how the file shows a figure. */
    void compareFigures(
            AccountReport report,
            Labels labels,
            Function<Figure, List<String>> key,
            Function<Figure, Seen> meant,
            PackSums sums) {
        of(report, Figure.class).forEach(figure -> {
            Seen seen = figures.remove(String.join("\n", key.apply(figure)));
            Seen same = meant.apply(figure);
            Optional<String> shown = seen != null
                            && seen.state().equals(same.state())
                            && seen.unit().equals(same.unit())
                    ? seen.value().as(figure.state(), figure.value(), labels)
                    : Optional.empty();
            sums.add(
                    figure,
                    shown.orElseThrow(() -> fault("shows "
                            + (seen == null
                                    ? "nothing"
                                    : seen.value().value() + " " + seen.unit() + " at " + seen.place())
                            + " for " + figure.measure() + " " + figure.dimension() + " of " + figure.subject()
                            + ", which is " + figure.state() + " " + figure.value() + " " + figure.unit())));
        });
        figures.values().stream().findFirst().ifPresent(more -> {
            throw fault("shows a figure that is no result: " + more.value().value() + " at " + more.place());
        });
    }

    /** Compares the findings, and adds them to the sums. {@code meant} is how the file shows a finding. */
    void compareFindings(AccountReport report, Function<Finding, List<String>> meant, PackSums sums) {
        of(report, Finding.class).forEach(finding -> {
            String key = String.join("\n", meant.apply(finding));
            Integer left = findings.computeIfPresent(key, (unused, count) -> count - 1);
            if (left == null || left < 0) {
                throw fault("does not show that " + finding.clause() + " is " + finding.status() + " for "
                        + finding.subject() + ": " + finding.reason());
            }
            sums.add(finding.status());
        });
        findings.forEach((key, left) -> {
            if (left > 0) {
                throw fault("shows a finding that is no result: " + key.replace('\n', ' '));
            }
        });
    }

    private static <T extends Result> Stream<T> of(AccountReport report, Class<T> kind) {
        return report.results().stream().filter(kind::isInstance).map(kind::cast);
    }

    IllegalStateException fault(String difference) {
        return new IllegalStateException(file.getFileName() + ": " + difference);
    }
}
