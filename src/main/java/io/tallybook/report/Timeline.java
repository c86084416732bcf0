package io.tallybook.report;

import io.tallybook.result.Figure;
import io.tallybook.result.WorkingStep;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The spans of time in the working of a figure: its steps with the unit {@code interval}, written {@code from/to}.
 *
 * @param figure  the figure
 * @param spans  its spans in the order of their working
 */
record Timeline(Figure figure, List<Span> spans) {
    private static final String INTERVAL = "interval";

    /** What a span shows, in the order in which they are drawn. */
    enum Lane {
        WINDOW("test window"),
        OUTAGE("outage"),
        RUN("run"),
        OUTSIDE("outside"),
        OPEN("not judged");

        private final String words;

        Lane(String words) {
            this.words = words;
        }

        private static Lane of(String what) {
            for (Lane lane : values()) {
                if (what.startsWith(lane.words)) {
                    return lane;
                }
            }
            return OPEN;
        }
    }

    /**
     * A span of time.
     *
     * @param lane  what it shows
     * @param what  what it is called
     * @param from  its first moment
     * @param to  the moment after it
     */
    record Span(Lane lane, String what, LocalDateTime from, LocalDateTime to) {
        private static Optional<Span> of(WorkingStep step) {
            String[] ends = step.value().split("/", -1);
            if (!step.unit().equals(INTERVAL) || ends.length != 2) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Span(
                        Lane.of(step.what()), step.what(), LocalDateTime.parse(ends[0]), LocalDateTime.parse(ends[1])));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }

        String hours() {
            Duration length = Duration.between(from, to);
            return length.toHours() + ":" + String.format(Locale.ROOT, "%02d", length.toMinutesPart());
        }
    }

    /** Returns the timelines of the figures whose working has any span. */
    static List<Timeline> of(List<Figure> figures) {
        List<Timeline> timelines = new ArrayList<>();
        for (Figure figure : figures) {
            List<Span> spans = figure.working().stream()
                    .map(Span::of)
                    .flatMap(Optional::stream)
                    .toList();
            if (!spans.isEmpty()) {
                timelines.add(new Timeline(figure, spans));
            }
        }
        return timelines;
    }

    LocalDateTime from() {
        return spans.stream().map(Span::from).min(Comparator.naturalOrder()).orElseThrow();
    }

    LocalDateTime to() {
        return spans.stream().map(Span::to).max(Comparator.naturalOrder()).orElseThrow();
    }

    long count(Lane lane) {
        return spans.stream().filter(span -> span.lane() == lane).count();
    }
}
