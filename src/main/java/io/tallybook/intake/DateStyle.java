package io.tallybook.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalQuery;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How dates are written as text in a table. ISO dates are always understood. */
public enum DateStyle {
    /** 2026-10-31, with or without a time. */
    ISO(""),
    /** 10/31/2026, as Azure portals export it; with points the day comes first everywhere: 31.10.2026. */
    MONTH_FIRST(" like 10/31/2026"),
    /** 31/10/2026 or 31.10.2026. */
    DAY_FIRST(" like 31/10/2026");

    private static final Map<DateStyle, List<DateTimeFormatter>> FORMATS = Map.of(
            ISO, List.of(),
            MONTH_FIRST, formats("M/d/uuuu", "M/d/uu", "d.M.uuuu", "d.M.uu"),
            DAY_FIRST, formats("d/M/uuuu", "d.M.uuuu", "d/M/uu", "d.M.uu"));

    /** The times of day behind a date: 21:30, 21:30:15, 9:30:15 PM. */
    private static final List<DateTimeFormatter> TIMES = formats("H:mm[:ss]", "h:mm[:ss] a");

    private final String hint;

    DateStyle(String hint) {
        this.hint = hint;
    }

    private static List<DateTimeFormatter> formats(String... patterns) {
        return Stream.of(patterns)
                .map(pattern -> new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern(pattern)
                        .toFormatter(Locale.ENGLISH)
                        .withResolverStyle(ResolverStyle.STRICT))
                .toList();
    }

    /** What to say beside "a date"; empty for ISO. */
    String hint() {
        return hint;
    }

    /** Reads a date or date-time; a text without a zone is in the given one. Empty if it is none. */
    Optional<OffsetDateTime> dateTime(String text, ZoneId zone) {
        if (text.length() >= 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
            return iso(text, zone);
        }
        int blank = text.indexOf(' ');
        String date = blank > 0 ? text.substring(0, blank) : text;
        Optional<LocalTime> time =
                blank > 0 ? parsed(text.substring(blank).strip(), TIMES, LocalTime::from) : Optional.of(LocalTime.MIN);
        return time.flatMap(at -> parsed(date, FORMATS.getOrDefault(this, List.of()), LocalDate::from)
                .map(day -> day.atTime(at).atZone(zone).toOffsetDateTime()));
    }

    private static <T> Optional<T> parsed(String text, List<DateTimeFormatter> formats, TemporalQuery<T> kind) {
        for (DateTimeFormatter format : formats) {
            try {
                return Optional.of(format.parse(text, kind));
            } catch (DateTimeException e) {
                // The next format may fit.
            }
        }
        return Optional.empty();
    }

    private static Optional<OffsetDateTime> iso(String text, ZoneId zone) {
        try {
            if (text.length() == 10) {
                return Optional.of(LocalDate.parse(text).atStartOfDay(zone).toOffsetDateTime());
            }
            String iso = text.substring(0, 10) + 'T' + text.substring(11);
            char separator = text.charAt(10);
            if (separator != 'T' && separator != ' ') {
                return Optional.empty();
            }
            boolean zoned = iso.endsWith("Z") || iso.indexOf('+', 11) > 0 || iso.indexOf('-', 11) > 0;
            return Optional.of(
                    zoned
                            ? OffsetDateTime.parse(iso)
                            : LocalDateTime.parse(iso).atZone(zone).toOffsetDateTime());
        } catch (DateTimeException | StringIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
