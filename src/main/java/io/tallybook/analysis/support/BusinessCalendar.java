package io.tallybook.analysis.support;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * When phone support is open.
 *
 * @param zone  zone of the opening hours
 * @param from  opening time; open from it on
 * @param to  closing time; closed from it on
 * @param days  days of the week that are business days
 * @param holidays  days that are none
 */
record BusinessCalendar(ZoneId zone, LocalTime from, LocalTime to, Set<DayOfWeek> days, Set<LocalDate> holidays) {
    boolean isBusinessDay(LocalDate day) {
        return days.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    boolean isOpen(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        LocalTime time = local.toLocalTime();
        return isBusinessDay(local.toLocalDate()) && !time.isBefore(from) && time.isBefore(to);
    }

    /** Returns the business time between two moments; zero when the second is not after the first. */
    Duration between(Instant start, Instant end) {
        Duration open = Duration.ZERO;
        LocalDate last = end.atZone(zone).toLocalDate();
        for (LocalDate day = start.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            if (isBusinessDay(day)) {
                Instant opens = later(start, day.atTime(from).atZone(zone).toInstant());
                Instant closes = earlier(end, day.atTime(to).atZone(zone).toInstant());
                if (opens.isBefore(closes)) {
                    open = open.plus(Duration.between(opens, closes));
                }
            }
        }
        return open;
    }

    /**
     * Returns the moment that is a number of business days later: the same clock time on that business day. A moment outside
     * the business hours counts from the next opening.
     */
    Instant plusBusinessDays(Instant moment, int count) {
        ZonedDateTime start = isOpen(moment) ? moment.atZone(zone) : nextOpening(moment.atZone(zone));
        LocalDate day = start.toLocalDate();
        for (int i = 0; i < count; i++) {
            do {
                day = day.plusDays(1);
            } while (!isBusinessDay(day));
        }
        return day.atTime(start.toLocalTime()).atZone(zone).toInstant();
    }

    private ZonedDateTime nextOpening(ZonedDateTime moment) {
        LocalDate day = moment.toLocalDate();
        if (!moment.toLocalTime().isBefore(from)) {
            day = day.plusDays(1);
        }
        while (!isBusinessDay(day)) {
            day = day.plusDays(1);
        }
        return day.atTime(from).atZone(zone);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
