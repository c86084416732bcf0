package io.tallybook.analysis;

import java.util.List;

/**
 * A setting that a job may give a value.
 *
 * @param name  e.g. {@code award-window}
 * @param defaultValue  the value when the job says nothing; may be empty
 * @param about  what it does, in one line
 * @param values  the values allowed; empty when its {@code check} decides
 * @param check  what a value has to be
 */
public record Setting(String name, String defaultValue, String about, List<String> values, Check check) {
    /** What a value has to be. */
    public enum Check {
        TEXT("any text"),
        WHOLE_NUMBER("a whole number, zero or more"),
        COUNT("a whole number, one or more"),
        DECIMAL("a number, zero or more"),
        ZONE("a time zone like Europe/Berlin or UTC"),
        HOURS("opening hours like 09:00-17:00, or nothing"),
        DAYS("days like MON-FRI or SUN;MON"),
        DATES("ISO dates with ; between them, or nothing"),
        WORDS("words with ; between them");

        private final String expected;

        Check(String expected) {
            this.expected = expected;
        }

        public String expected() {
            return expected;
        }
    }

    public Setting {
        values = List.copyOf(values);
    }

    public static Setting of(String name, String defaultValue, Check check, String about) {
        return new Setting(name, defaultValue, about, List.of(), check);
    }

    public static Setting choice(String name, String defaultValue, List<String> values, String about) {
        return new Setting(name, defaultValue, about, values, Check.TEXT);
    }

    /** What a value has to be, in words. */
    public String expected() {
        if (values.isEmpty()) {
            return check.expected();
        }
        String allowed = String.join(", ", values);
        return check == Check.WORDS ? check.expected() + ", each one of " + allowed : "one of " + allowed;
    }
}
