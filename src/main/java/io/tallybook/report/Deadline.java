package io.tallybook.report;

import io.tallybook.result.Figure;
import io.tallybook.result.Finding;
import io.tallybook.result.Result;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A day that a result turns on and that lies ahead: the value of a figure that is a date, or the date of a finding.
 *
 * @param day  the day, not before the as-of date
 * @param result  the figure or finding
 */
record Deadline(LocalDate day, Result result) {
    private static final Comparator<Deadline> ORDER =
            Comparator.<Deadline, LocalDate>comparing(Deadline::day).thenComparing(Deadline::result, Result.ORDER);

    /**
     * Returns the deadlines of an account by day; of any area, for a result says by itself whether it turns on a day.
     *
     * @param results  its results
     * @param asOf  the as-of date; what lies before it is over
     */
    static List<Deadline> of(List<Result> results, LocalDate asOf) {
        return results.stream()
                .flatMap(result -> day(result).map(day -> new Deadline(day, result)).stream())
                .filter(deadline -> !deadline.day().isBefore(asOf))
                .sorted(ORDER)
                .toList();
    }

    private static Optional<LocalDate> day(Result result) {
        String date = result instanceof Finding finding
                ? finding.date()
                : Stream.of(result)
                        .map(Figure.class::cast)
                        .filter(figure -> figure.unit().equals("date"))
                        .map(Figure::value)
                        .findFirst()
                        .orElse("");
        try {
            return date.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(date));
        } catch (DateTimeParseException e) {
            // A figure may hold words in place of a date.
            return Optional.empty();
        }
    }

    /** What is due, in the language of a report. */
    String title(Labels labels) {
        return result instanceof Figure figure
                ? FigureRows.title(figure, labels)
                : result.name() + ": " + status(labels);
    }

    /** The status of a finding in words; nothing for a figure. */
    String status(Labels labels) {
        return result instanceof Finding finding
                ? labels.word("status." + finding.status(), finding.status().name())
                : "";
    }
}
