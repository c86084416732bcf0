package io.tallybook.analysis.deployment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Moments in time as spans that neither overlap nor touch, in order. Every moment is in it once, however often it was added.
 */
final class TimeSet {
    /** From a moment on, up to but without another. */
    record Span(Instant from, Instant to) {
        boolean isEmpty() {
            return !from.isBefore(to);
        }
    }

    private static final BigDecimal NANOS_PER_HOUR =
            BigDecimal.valueOf(Duration.ofHours(1).toNanos());
    private static final TimeSet EMPTY = new TimeSet(List.of());

    private final List<Span> spans;

    private TimeSet(List<Span> spans) {
        this.spans = spans;
    }

    static TimeSet empty() {
        return EMPTY;
    }

    static TimeSet of(Instant from, Instant to) {
        Span span = new Span(from, to);
        return span.isEmpty() ? EMPTY : new TimeSet(List.of(span));
    }

    /** Joins spans in any order, overlapping or not. */
    static TimeSet of(Collection<Span> some) {
        List<Span> sorted = new ArrayList<>(some);
        sorted.sort(Comparator.comparing(Span::from));
        List<Span> joined = new ArrayList<>();
        for (Span span : sorted) {
            int last = joined.size() - 1;
            if (span.isEmpty()) {
                continue;
            }
            if (last >= 0 && !span.from().isAfter(joined.get(last).to())) {
                Span before = joined.get(last);
                joined.set(last, new Span(before.from(), later(before.to(), span.to())));
            } else {
                joined.add(span);
            }
        }
        return new TimeSet(joined);
    }

    static TimeSet union(Collection<TimeSet> sets) {
        return of(sets.stream().flatMap(set -> set.spans.stream()).toList());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    List<Span> spans() {
        return spans;
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    TimeSet and(TimeSet other) {
        List<Span> both = new ArrayList<>();
        int mine = other.spans.isEmpty()
                ? spans.size()
                : firstEndingAfter(other.spans.get(0).from());
        int others = mine == spans.size()
                ? other.spans.size()
                : other.firstEndingAfter(spans.get(mine).from());
        while (mine < spans.size() && others < other.spans.size()) {
            Span one = spans.get(mine);
            Span two = other.spans.get(others);
            Span common = new Span(later(one.from(), two.from()), earlier(one.to(), two.to()));
            if (!common.isEmpty()) {
                both.add(common);
            }
            if (one.to().isBefore(two.to())) {
                mine++;
            } else {
                others++;
            }
        }
        return new TimeSet(both);
    }

    TimeSet without(TimeSet other) {
        List<Span> left = new ArrayList<>();
        for (Span span : spans) {
            Instant from = span.from();
            for (int i = other.firstEndingAfter(from); i < other.spans.size(); i++) {
                Span hole = other.spans.get(i);
                if (!hole.from().isBefore(span.to())) {
                    break;
                }
                if (hole.from().isAfter(from)) {
                    left.add(new Span(from, hole.from()));
                }
                from = later(from, hole.to());
            }
            if (from.isBefore(span.to())) {
                left.add(new Span(from, span.to()));
            }
        }
        return new TimeSet(left);
    }

    /** Index of the first span that is not over at a moment; a run is short and a log is long. */
    private int firstEndingAfter(Instant moment) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).to().isAfter(moment)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Returns the hours, with two decimals, half up. */
    BigDecimal hours() {
        BigDecimal nanos = BigDecimal.ZERO;
        for (Span span : spans) {
            Duration length = Duration.between(span.from(), span.to());
            nanos = nanos.add(BigDecimal.valueOf(length.getSeconds(), -9).add(BigDecimal.valueOf(length.getNano())));
        }
        return nanos.divide(NANOS_PER_HOUR, 2, RoundingMode.HALF_UP);
    }
}
