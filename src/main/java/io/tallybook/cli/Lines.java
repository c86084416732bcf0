package io.tallybook.cli;

import org.jspecify.annotations.Nullable;

/** Messages for people are one line each: whatever stands in a file's name or cell cannot forge a second one. */
final class Lines {
    private Lines() {}

    static String one(@Nullable String text) {
        StringBuilder line = new StringBuilder();
        for (char c : String.valueOf(text).toCharArray()) {
            boolean breaks = Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
            line.append(breaks ? ' ' : c);
        }
        return line.toString().strip();
    }
}
