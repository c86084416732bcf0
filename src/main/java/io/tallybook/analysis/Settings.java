package io.tallybook.analysis;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The settings of a run: every setting of every area, with its default or the value that the job gave. */
public final class Settings {
    private final SortedMap<String, String> values;

    private Settings(SortedMap<String, String> values) {
        this.values = values;
    }

    /**
     * Combines the known settings with the values given.
     *
     * @throws IllegalArgumentException if a name is unknown or a value not allowed; the message says what was expected
     */
    public static Settings of(Collection<Setting> known, Map<String, String> given) {
        SortedMap<String, String> values = new TreeMap<>();
        Map<String, Setting> byName = new TreeMap<>();
        for (Setting setting : known) {
            byName.put(setting.name(), setting);
            values.put(setting.name(), setting.defaultValue());
        }
        given.forEach((name, value) -> {
            Setting setting = byName.get(name);
            if (setting == null) {
                throw new IllegalArgumentException(
                        "unknown setting '" + name + "'; tallybook inputs --settings lists them");
            }
            values.put(name, checked(setting, value.strip()));
        });
        return new Settings(values);
    }

    private static String checked(Setting setting, String value) {
        boolean good;
        try {
            good = switch (setting.check()) {
                case TEXT -> setting.values().isEmpty() || setting.values().contains(value);
                case WORDS -> setting.values().isEmpty() || setting.values().containsAll(list(value));
                case WHOLE_NUMBER -> value.matches("\\d{1,9}");
                case COUNT -> value.matches("[1-9]\\d{0,5}");
                case DECIMAL -> value.matches("\\d+(\\.\\d+)?");
                case ZONE -> ZoneId.of(value).getId().equals(value);
                case HOURS -> value.isEmpty() || !hours(value).isEmpty();
                case DAYS -> !days(value).isEmpty();
                case DATES -> list(value).stream().map(LocalDate::parse).count() >= 0;
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            good = false;
        }
        if (!good) {
            throw new IllegalArgumentException(
                    "setting '" + setting.name() + "': found '" + value + "', expected " + setting.expected());
        }
        return value;
    }

    /** Returns all settings with their values, by name. */
    public SortedMap<String, String> all() {
        return java.util.Collections.unmodifiableSortedMap(values);
    }

    /**
     * Returns the value of a setting.
     *
     * @throws IllegalArgumentException if no area declares it
     */
    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No setting " + name);
        }
        return value;
    }

    public int wholeNumber(String name) {
        return Integer.parseInt(text(name));
    }

    public BigDecimal decimal(String name) {
        return new BigDecimal(text(name));
    }

    /** Returns the words of a {@code ;}-list, without blanks around them; empty for an empty value. */
    public List<String> words(String name) {
        return list(text(name));
    }

    /** Returns the words of a {@code ;}-list as {@link Codes}. */
    public Set<String> codes(String name) {
        return words(name).stream().map(Codes::of).collect(Collectors.toUnmodifiableSet());
    }

    public ZoneId zone(String name) {
        return ZoneId.of(text(name));
    }

    /** Returns opening and closing time, or empty when none is set. */
    public Optional<OpeningHours> openingHours(String name) {
        List<LocalTime> times = hours(text(name));
        return times.isEmpty() ? Optional.empty() : Optional.of(new OpeningHours(times.get(0), times.get(1)));
    }

    public Set<DayOfWeek> weekDays(String name) {
        return days(text(name));
    }

    public List<LocalDate> dates(String name) {
        return list(text(name)).stream().map(LocalDate::parse).toList();
    }

    /** Opening hours of a day: open from {@code from}, closed from {@code to} on. */
    public record OpeningHours(LocalTime from, LocalTime to) {}

    private static List<String> list(String value) {
        List<String> words = new ArrayList<>();
        for (String word : value.split(";", -1)) {
            if (!word.isBlank()) {
                words.add(word.strip());
            }
        }
        return words;
    }

    private static List<LocalTime> hours(String value) {
        if (value.isEmpty()) {
            return List.of();
        }
        String[] ends = value.split("-", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException(value);
        }
        List<LocalTime> times = List.of(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()));
        if (!times.get(0).isBefore(times.get(1))) {
            throw new IllegalArgumentException(value);
        }
        return times;
    }

    private static Set<DayOfWeek> days(String value) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : list(value)) {
            String[] ends = part.split("-", -1);
            if (ends.length > 2) {
                throw new IllegalArgumentException(value);
            }
            DayOfWeek last = day(ends[ends.length - 1]);
            for (DayOfWeek day = day(ends[0]); ; day = day.plus(1)) {
                days.add(day);
                if (day == last) {
                    break;
                }
            }
        }
        return days;
    }

    private static DayOfWeek day(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().substring(0, 3).equals(name.strip().toUpperCase(Locale.ROOT))) {
                return day;
            }
        }
        throw new IllegalArgumentException(name);
    }
}
