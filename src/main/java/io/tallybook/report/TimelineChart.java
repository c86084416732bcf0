package io.tallybook.report;

import io.tallybook.report.Timeline.Lane;
import io.tallybook.report.Timeline.Span;
import io.tallybook.report.template.CellLink;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Timelines as lanes to draw on a page, and as rows of a workbook. Every place is worked out here, in whole pixels. */
final class TimelineChart {
    private static final int WIDTH = 720;
    private static final int LEFT = 96;
    private static final int TOP = 22;
    private static final int ROW = 24;
    private static final int BAR = 16;

    /** More charts or spans than this are not read off a page; the workbook has them all. */
    private static final int MOST_CHARTS = 20;

    private static final int MOST_SPANS = 300;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Timeline timeline;
    private final Labels labels;
    private final LocalDateTime from;
    private final long seconds;

    private TimelineChart(Timeline timeline, Labels labels) {
        this.timeline = timeline;
        this.labels = labels;
        from = timeline.from();
        seconds = Math.max(1, Duration.between(from, timeline.to()).toSeconds());
    }

    static List<Map<String, Object>> of(List<Timeline> timelines, Labels labels) {
        return timelines.stream()
                .limit(MOST_CHARTS)
                .map(timeline -> new TimelineChart(timeline, labels).model())
                .toList();
    }

    /** One row a span, leading to its figure. */
    static List<Map<String, Object>> rows(List<Timeline> timelines, FigureRows figures, Labels labels) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Timeline timeline : timelines) {
            int place = figures.figures().indexOf(timeline.figure());
            for (Span span : timeline.spans()) {
                Map<String, Object> row = new HashMap<>();
                row.put("subject", new CellLink(labels.subject(timeline.figure().subject()), "figures", place));
                row.put("lane", lane(span.lane(), labels));
                row.put("what", span.what());
                row.put("from", MINUTE.format(span.from()));
                row.put("to", MINUTE.format(span.to()));
                row.put("length", span.hours());
                rows.add(row);
            }
        }
        return rows;
    }

    private static String lane(Lane lane, Labels labels) {
        return labels.phrase("lane_" + lane.name().toLowerCase(Locale.ROOT));
    }

    private Map<String, Object> model() {
        String subject = labels.subject(timeline.figure().subject());
        List<Lane> lanes = new ArrayList<>();
        for (Lane lane : Lane.values()) {
            if (timeline.count(lane) > 0) {
                lanes.add(lane);
            }
        }
        int bottom = TOP + lanes.size() * ROW;
        Map<String, Object> chart = new HashMap<>();
        chart.put("kind", "timeline");
        chart.put("title", labels.phrase("timelines") + ", " + subject);
        chart.put("description", description(subject));
        chart.put("width", WIDTH);
        chart.put("height", bottom + 8);
        chart.put("left", LEFT);
        chart.put("right", WIDTH);
        chart.put("fromText", MINUTE.format(from));
        chart.put("toText", MINUTE.format(timeline.to()));
        chart.put(
                "lanes",
                lanes.stream().map(lane -> lane(lane, lanes.indexOf(lane))).toList());
        chart.put(
                "spans",
                timeline.spans().stream()
                        .limit(MOST_SPANS)
                        .map(span -> span(span, lanes.indexOf(span.lane())))
                        .toList());
        return chart;
    }

    private String description(String subject) {
        return labels.phrase(
                "timeline_description",
                subject,
                MINUTE.format(from),
                MINUTE.format(timeline.to()),
                count(Lane.WINDOW),
                count(Lane.OUTAGE),
                count(Lane.RUN),
                count(Lane.OUTSIDE),
                count(Lane.OPEN));
    }

    private String count(Lane lane) {
        return Shown.count(timeline.count(lane), labels);
    }

    private Map<String, Object> lane(Lane lane, int index) {
        int y = TOP + index * ROW;
        return Map.of("text", lane(lane, labels), "y", y + BAR + 3, "base", y + BAR - 3);
    }

    private Map<String, Object> span(Span span, int index) {
        int x = x(span.from());
        return Map.of(
                "x",
                x,
                "y",
                TOP + index * ROW,
                // A short run stays visible.
                "width",
                Math.max(2, x(span.to()) - x),
                "height",
                BAR,
                "look",
                span.lane().name().toLowerCase(Locale.ROOT),
                "title",
                span.what() + ": " + MINUTE.format(span.from()) + " - " + MINUTE.format(span.to()));
    }

    private int x(LocalDateTime moment) {
        long part = Duration.between(from, moment).toSeconds() * (WIDTH - LEFT) / seconds;
        return LEFT + Math.toIntExact(part);
    }
}
