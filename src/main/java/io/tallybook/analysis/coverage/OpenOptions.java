package io.tallybook.analysis.coverage;

import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.analysis.coverage.CoverageRules.Window;
import io.tallybook.analysis.coverage.Line.Kind;
import io.tallybook.ledger.License.Channel;
import io.tallybook.result.Figure;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Until when SA can still be added to licenses without it, and the media right where it was (SA-PUR-07, -10, -13). */
final class OpenOptions {
    private final Facts facts;
    private final CoverageResults out;

    OpenOptions(Facts facts, CoverageResults out) {
        this.facts = facts;
        this.out = out;
    }

    void write() {
        for (Position position : facts.positions()) {
            writeOption(position);
            writeMediaRight(position);
        }
    }

    private void writeOption(Position position) {
        boolean transferred = position.isTransferred() && !position.perpetual().isNo();
        boolean open = isWithoutSa(position)
                && (transferred || position.isOemOrRetail())
                && facts.linesNaming(position).stream().noneMatch(line -> line.is(Kind.NEW));
        if (!open) {
            return;
        }
        Window window = transferred ? Window.TRANSFER : Window.OEM_FPP;
        Optional<LocalDate> last = position.acquired()
                .map(day -> transferred
                        ? facts.rules().last(window, day)
                        : OemRetail.lastDay(
                                day,
                                position.row().channel() == Channel.OEM
                                        && OemRetail.isDatedSqlServer(position.name(), facts.rules()),
                                facts.rules()));
        String event = transferred ? "transfer" : "purchase";
        out.add(
                withWorking(out.figure("sa-option.deadline", position.subject()), position, event, window),
                last,
                "The day of the " + event + " (acquired) is not known.");
        last.filter(day -> !day.isBefore(facts.asOf()))
                .ifPresent(day -> out.add(
                        withWorking(out.figure("sa-option.days-left", position.subject()), position, event, window)
                                .work("last day", day.toString(), "date")
                                .known(ChronoUnit.DAYS.between(facts.asOf(), day))));
    }

    private Figure.Builder withWorking(Figure.Builder figure, Position position, String event, Window window) {
        position.acquired().ifPresent(day -> figure.work("day of the " + event, day.toString(), "date"));
        return figure.work("days to order SA", Integer.toString(facts.rules().days(window)), "days")
                .assume("The date alone; product and program are judged when SA is ordered.")
                .sources(Sources.of(position.entry()));
    }

    private boolean isWithoutSa(Position position) {
        boolean stated = position.row().saStart() != null
                || position.row().saEnd() != null
                || facts.linesNaming(position).stream().anyMatch(line -> line.isSaLine() && line.isPositive());
        return position.row().withSa().isNo() || !stated;
    }

    private void writeMediaRight(Position position) {
        SaTimeline timeline = facts.timeline(position);
        Optional<LocalDate> begin = timeline.begin().filter(day -> !day.isAfter(facts.asOf()));
        if (!position.isOemOrRetail() || begin.isEmpty()) {
            return;
        }
        String ended = timeline.isActiveOn(facts.asOf())
                ? ""
                : " SA has ended; the version that was current while it ran may still be used.";
        out.find(
                "SA-PUR-13",
                position.subject(),
                Verdict.pass("SA was acquired (" + timeline.text()
                                + "), so the current Volume Licensing media may be used." + ended)
                        .from(Sources.of(position.entry())));
    }
}
