package io.tallybook.sheet;

import java.util.Locale;

/** What a number format makes of a number: nothing, a date, a time of day or elapsed hours. */
enum DateStyle {
    NONE,
    DATE,
    TIME,
    ELAPSED;

    /** Returns the style of a built-in format id; files name these ids without giving their code. */
    static DateStyle ofBuiltIn(int id) {
        if (id == 46) {
            return ELAPSED;
        }
        if ((id >= 18 && id <= 21) || id == 45 || id == 47 || (id >= 32 && id <= 35) || id == 55 || id == 56) {
            return TIME;
        }
        // 27 to 36 and 50 to 58 are the dates of East Asian editions.
        return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? DATE : NONE;
    }

    /**
     * Returns the style of a format code, which files store in its English form in every locale.
     * <p>
     * Only the first section counts. Quoted and escaped text, colours, conditions and locales say nothing:
     * {@code 0.00 "days"} and {@code [Red]0.00} are numbers.
     */
    static DateStyle of(String code) {
        boolean date = false;
        boolean time = false;
        boolean month = false;
        boolean digits = false;
        String rest = code.toLowerCase(Locale.ROOT)
                .replace("general", "")
                .replace("am/pm", "h")
                .replace("a/p", "h");
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            switch (c) {
                case ';' -> i = rest.length();
                case '"' -> i = closing(rest, '"', i);
                case '\\', '_', '*' -> i++;
                case '[' -> {
                    int end = closing(rest, ']', i);
                    if (isElapsed(rest, i + 1, end)) {
                        return ELAPSED;
                    }
                    i = end;
                }
                case 'y', 'd', 'g', 'b' -> date = true;
                case 'e' -> {
                    // An E before a sign is an exponent, else the year of an era.
                    boolean exponent = i + 1 < rest.length() && "+-".indexOf(rest.charAt(i + 1)) >= 0;
                    date |= !exponent;
                }
                case 'h', 's' -> time = true;
                case 'm' -> month = true;
                case '#', '?' -> digits = true;
                // ss.000 shows parts of a second, anything else with a 0 is a number.
                case '0' -> digits |= !time;
                default -> {}
            }
        }
        if (digits) {
            return NONE;
        }
        if (date || (month && !time)) {
            return DATE;
        }
        return time ? TIME : NONE;
    }

    private static int closing(String code, char c, int from) {
        int end = code.indexOf(c, from + 1);
        return end < 0 ? code.length() : end;
    }

    private static boolean isElapsed(String code, int from, int to) {
        for (int i = from; i < to; i++) {
            if ("hms".indexOf(code.charAt(i)) < 0 || code.charAt(i) != code.charAt(from)) {
                return false;
            }
        }
        return to > from;
    }
}
