package io.tallybook.analysis.coverage;

import io.tallybook.analysis.Verdict;
import io.tallybook.analysis.coverage.CoverageRules.Window;
import io.tallybook.analysis.coverage.Line.Kind;
import io.tallybook.ledger.License;
import io.tallybook.result.FindingStatus;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Draws the SA timeline of a position (SA-REN-15 to -17): from the order lines that name it, otherwise from its own dates. A
 * gap that a renewal in time is deemed to cover is closed.
 */
final class Coverage {
    private Coverage() {}

    /**
     * Draws a timeline.
     *
     * @param naming  the order lines up to the as-of date that name the position
     */
    static SaTimeline of(Position position, List<Line> naming, CoverageRules rules) {
        License row = position.row();
        if (row.withSa().isNo()) {
            return SaTimeline.NONE;
        }
        List<Line> saLines = naming.stream()
                .filter(line -> line.isSaLine() && line.isPositive() && !line.is(Kind.MIGRATION))
                .toList();
        List<Period> coverages = new ArrayList<>();
        for (Line line : saLines) {
            line.coverage().ifPresent(coverages::add);
        }
        if (!coverages.isEmpty()) {
            saLines.forEach(line -> deemed(line, rules).ifPresent(coverages::add));
            return SaTimeline.of(coverages);
        }
        LocalDate start = row.saStart();
        LocalDate end = row.saEnd();
        return start != null && end != null
                ? SaTimeline.of(List.of(new Period(start, end)))
                : SaTimeline.notKnown(start != null || end != null || !saLines.isEmpty());
    }

    /** Returns the days between expiring and renewed SA; empty when a date is not known, zero without a gap. */
    static Optional<Long> gapDays(Line line) {
        if (!line.is(Kind.RENEWAL)) {
            return Optional.empty();
        }
        return line.priorEnd()
                .flatMap(end ->
                        line.coverageStart().map(start -> Math.max(0, ChronoUnit.DAYS.between(end, start) - 1)));
    }

    /** Returns the gap that the renewal is deemed to cover, or empty. */
    private static Optional<Period> deemed(Line line, CoverageRules rules) {
        boolean closed = gapDays(line).orElse(0L) > 0 && gapVerdict(line, rules).is(FindingStatus.PASS);
        return closed
                ? Optional.of(new Period(
                        line.priorEnd().orElseThrow().plusDays(1),
                        line.coverageStart().orElseThrow().minusDays(1)))
                : Optional.empty();
    }

    /** The clause that judges the gap before a renewal: by the version of the expiring agreement, and its program. */
    static String gapClause(Line line, CoverageRules rules) {
        return !isOldVersion(line, rules) ? "SA-REN-17" : line.isFromOpenLicense() ? "SA-REN-16" : "SA-REN-15";
    }

    static boolean isVersionKnown(Line line) {
        return line.expiring().filter(from -> from.agreementVersion() != null).isPresent();
    }

    private static boolean isOldVersion(Line line, CoverageRules rules) {
        int newest = rules.number("deemed-coverage-version");
        return line.expiring()
                .map(from -> from.agreementVersion())
                .filter(version -> version <= newest)
                .isPresent();
    }

    /** Is the gap before this renewal deemed covered? Asked only where there is one. */
    static Verdict gapVerdict(Line line, CoverageRules rules) {
        LocalDate end = line.priorEnd().orElseThrow();
        String gap = "SA ended on " + end + " and begins again on "
                + line.coverageStart().orElseThrow() + ": " + gapDays(line).orElseThrow() + " days without.";
        if (!isVersionKnown(line)) {
            return Verdict.undetermined(gap + " The version of the expiring agreement is not known; up to "
                            + rules.number("deemed-coverage-version") + " the gap could be deemed covered.")
                    .from(line.sources());
        }
        String version = " The expiring agreement is of version "
                + line.expiring().orElseThrow().agreementVersion() + ".";
        if (!isOldVersion(line, rules)) {
            return Verdict.fail(gap + version + " Only versions up to " + rules.number("deemed-coverage-version")
                            + " deem a gap covered.")
                    .from(line.sources());
        }
        Window window = line.isFromOpenLicense() ? Window.DEEMED_COVERAGE_OPEN_LICENSE : Window.DEEMED_COVERAGE;
        Verdict inTime = Deadlines.upTo(line.ordered(), rules.last(window, end));
        return inTime.with(
                        inTime.status(),
                        gap + version + " "
                                + (inTime.is(FindingStatus.PASS)
                                        ? "The gap is deemed covered. "
                                        : "It stays uncovered. ")
                                + inTime.reason())
                .from(line.sources());
    }
}
