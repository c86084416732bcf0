package io.tallybook.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.result.Figure;
import io.tallybook.result.Finding;
import io.tallybook.result.FindingStatus;
import io.tallybook.result.Result;
import io.tallybook.terms.ClauseRegister;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Deadlines of any area, as a calendar file; and timelines from the working of a figure. */
class CalendarTest {
    private static final LocalDate AS_OF = SampleReports.run().asOf();
    private static final String LONG = "Straße, Größe; \\ and a reason that is long enough to be folded ".repeat(3);

    private static Figure date(String measure, String subject, LocalDate day) {
        return Figure.of(measure, "A1", subject)
                .unit("date")
                .known(day.toString())
                .build();
    }

    private static Finding finding(FindingStatus status, LocalDate day) {
        return Finding.of("SA-DRR-16", "A1", "instance:B1", status, LONG).withDate(Optional.of(day));
    }

    private static AccountReport report(Result... results) {
        AccountReport sample = SampleReports.account();
        return new AccountReport(
                sample.run(),
                "A1",
                "Contoso, Ltd; north",
                "",
                "en",
                List.of(results),
                sample.inputs(),
                List.of(),
                List.of());
    }

    private static String calendar(AccountReport report) {
        return new Reports(Optional.empty(), ClauseRegister.builtIn())
                .accountCalendar(report)
                .orElse("");
    }

    @Test
    void theAsOfDateIsStillAheadAndTheDayBeforeIsOver() {
        assertThat(Deadline.of(List.of(date("dr.right-ends", "instance:B1", AS_OF)), AS_OF))
                .hasSize(1);
        assertThat(calendar(report(date("dr.right-ends", "instance:B1", AS_OF.minusDays(1)))))
                .isEmpty();
    }

    @Test
    void deadlinesOfEveryAreaStandByDay() {
        Figure expiry = date("incidents.expiry", "agreement:E1", AS_OF.plusDays(9));
        Finding risk = finding(FindingStatus.AT_RISK, AS_OF.plusDays(2));
        Figure count = Figure.of("points", "A1", "agreement:E1")
                .unit("points")
                .known(7)
                .build();
        assertThat(Deadline.of(List.of(expiry, count, risk), AS_OF))
                .extracting(Deadline::result)
                .containsExactly(risk, expiry);
    }

    @Test
    void theFileKeepsToItsForm() {
        String text = calendar(report(finding(FindingStatus.AT_RISK, AS_OF.plusDays(2))));
        assertThat(text).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(text.split("\r\n", -1)).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(text.replace("\r\n ", ""))
                .contains("Straße\\, Größe\\; \\\\ and")
                .contains("X-WR-CALNAME:Deadlines of Contoso\\, Ltd\\; north\r\n")
                .contains("DTSTART;VALUE=DATE:" + AS_OF.plusDays(2).toString().replace("-", "") + "\r\n")
                .contains("DTSTAMP:" + AS_OF.toString().replace("-", "") + "T000000Z\r\n");
    }

    @Test
    void anEventThatMovesKeepsItsId() {
        String id = "(?s).*UID:([^\r]*)\r.*";
        String before = calendar(report(date("dr.right-ends", "instance:B1", AS_OF.plusDays(2))));
        String after = calendar(report(date("dr.right-ends", "instance:B1", AS_OF.plusDays(40))));
        String other = calendar(report(date("dr.right-ends", "instance:B2", AS_OF.plusDays(2))));
        assertThat(before.replaceAll(id, "$1"))
                .isEqualTo(after.replaceAll(id, "$1"))
                .isNotEqualTo(other.replaceAll(id, "$1"));
    }

    @Test
    void spansInTheWorkingOfAFigureAreATimeline() {
        Figure figure = Figure.of("dr.hours-outside", "A1", "instance:B1")
                .unit("hours")
                .known("2.00")
                .work("test window", "2026-01-10T00:00/2026-01-17T00:00", "interval")
                .work("run R1, TEST", "2026-01-16T09:00/2026-01-17T02:00", "interval")
                .work("outside permitted time", "2026-01-17T00:00/2026-01-17T02:00", "interval")
                .work("outside", "2.00", "hours")
                .build();
        List<Timeline> timelines = Timeline.of(List.of(figure));
        assertThat(timelines).hasSize(1);
        assertThat(timelines.get(0).spans())
                .extracting(span -> span.lane() + " " + span.hours())
                .containsExactly("WINDOW 168:00", "RUN 17:00", "OUTSIDE 2:00");
        assertThat(TimelineChart.of(timelines, Labels.of("en")).get(0))
                .containsEntry("fromText", "2026-01-10 00:00")
                .containsEntry("toText", "2026-01-17 02:00");
    }
}
