package io.tallybook.sheet;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The two ways in which a workbook counts days. */
enum DateSystem {
    /** Day 1 is 1900-01-01, and day 60 is 1900-02-29, which never was. */
    FROM_1900(LocalDate.of(1899, 12, 30), 2_958_466),
    /** Day 0 is 1904-01-01. */
    FROM_1904(LocalDate.of(1904, 1, 1), 2_957_004);

    private static final long DAY_MILLIS = 86_400_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private final LocalDate dayZero;
    private final int end;

    DateSystem(LocalDate dayZero, int end) {
        this.dayZero = dayZero;
        this.end = end;
    }

    /** Returns whether the serial number is a date, a time of day or a duration under the style. */
    boolean holds(double serial, DateStyle style) {
        if (!(serial >= 0 && serial < end)) {
            return false;
        }
        if (this == FROM_1904 || style == DateStyle.ELAPSED) {
            return true;
        }
        // Excel shows day 0 as 1900-01-00 and day 60 as 1900-02-29: neither is a date.
        return (style == DateStyle.TIME && serial < 1) || (serial > 0 && (serial < 60 || serial >= 61));
    }

    /** Returns the day on which a time without a date stands. */
    LocalDate firstDay() {
        return this == FROM_1900 ? dayZero.plusDays(1) : dayZero;
    }

    LocalDateTime dateTime(double serial) {
        long millis = Math.round(serial * DAY_MILLIS);
        long day = Math.floorDiv(millis, DAY_MILLIS);
        if (this == FROM_1900 && day <= 60) {
            day++;
        }
        return dayZero.plusDays(day).atStartOfDay().plus(Math.floorMod(millis, DAY_MILLIS), ChronoUnit.MILLIS);
    }

    /** Returns the serial number of a date that the file gives as text. */
    double serial(LocalDateTime dateTime) {
        long day = ChronoUnit.DAYS.between(dayZero, dateTime.toLocalDate());
        if (this == FROM_1900 && day <= 60) {
            day--;
        }
        return day + dateTime.toLocalTime().toNanoOfDay() / 86_400e9;
    }

    String text(double serial, DateStyle style) {
        long millis = Math.round(serial * DAY_MILLIS);
        if (style == DateStyle.ELAPSED) {
            return String.format(
                    Locale.ROOT, "%02d:%02d:%02d", millis / 3_600_000, millis / 60_000 % 60, millis / 1000 % 60);
        }
        LocalDateTime dateTime = dateTime(serial);
        boolean timeOnly = style == DateStyle.TIME ? serial >= 0 : serial > 0 && this == FROM_1900;
        return timeOnly && serial < 1 && millis < DAY_MILLIS ? text(dateTime.toLocalTime()) : text(dateTime);
    }

    static String text(LocalDateTime dateTime) {
        String date = dateTime.toLocalDate().toString();
        LocalTime time = dateTime.toLocalTime();
        return time.equals(LocalTime.MIDNIGHT) ? date : date + "T" + text(time);
    }

    private static String text(LocalTime time) {
        return (time.equals(time.truncatedTo(ChronoUnit.SECONDS)) ? TIME : MILLIS).format(time);
    }
}
