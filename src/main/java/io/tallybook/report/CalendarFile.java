package io.tallybook.report;

import io.tallybook.result.Result;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

/**
 * The deadlines of an account as an iCalendar file (RFC 5545), one all-day event each.
 *
 * <p>The same results give the same bytes: the stamp of every event is the as-of date, and its id is made of what the event
 * is about, so that a calendar which takes the next run's file moves the event and does not add another.
 */
final class CalendarFile {
    /** A longer line goes on in the next one, which begins with a blank (section 3.1). */
    private static final int LONGEST_LINE = 75;

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final StringBuilder text = new StringBuilder();

    private CalendarFile() {}

    /**
     * Returns the text of the file.
     *
     * @param report  the account and its run
     * @param deadlines  its deadlines, at least one: a calendar without an event is none
     */
    static String of(AccountReport report, List<Deadline> deadlines, Labels labels) {
        CalendarFile file = new CalendarFile();
        file.line("BEGIN", "VCALENDAR");
        file.line("VERSION", "2.0");
        file.line("PRODID", "-//Tallybook//Tallybook//EN");
        file.line("CALSCALE", "GREGORIAN");
        String name = report.name().isEmpty() ? report.account() : report.name();
        file.line("X-WR-CALNAME", escaped(labels.phrase("calendar_name", name)));
        deadlines.forEach(deadline -> file.event(deadline, report.run().asOf(), labels));
        file.line("END", "VCALENDAR");
        return file.text.toString();
    }

    private void event(Deadline deadline, LocalDate asOf, Labels labels) {
        Result result = deadline.result();
        String subject = labels.subject(result.subject());
        line("BEGIN", "VEVENT");
        line("UID", id(result));
        line("DTSTAMP", DAY.format(asOf) + "T000000Z");
        line("DTSTART;VALUE=DATE", DAY.format(deadline.day()));
        line("DTEND;VALUE=DATE", DAY.format(deadline.day().plusDays(1)));
        line("SUMMARY", escaped(subject + ": " + deadline.title(labels)));
        if (!result.reason().isEmpty()) {
            line("DESCRIPTION", escaped(result.reason()));
        }
        line("TRANSP", "TRANSPARENT");
        line("END", "VEVENT");
    }

    private static String id(Result result) {
        String about = String.join("\n", result.account(), result.subject(), result.name(), result.dimension());
        return UUID.nameUUIDFromBytes(about.getBytes(StandardCharsets.UTF_8)) + "@tallybook";
    }

    /** Escapes what separates values (section 3.3.11); other control characters have no place in a text. */
    private static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replaceAll("\\p{Cntrl}", " ");
    }

    /** Writes a line, folded between characters so that no part is longer than 75 octets. */
    private void line(String name, String value) {
        String whole = name + ":" + value;
        int octets = 0;
        for (int i = 0; i < whole.length(); ) {
            int c = whole.codePointAt(i);
            int size = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (octets + size > LONGEST_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.appendCodePoint(c);
            octets += size;
            i += Character.charCount(c);
        }
        text.append("\r\n");
    }
}
