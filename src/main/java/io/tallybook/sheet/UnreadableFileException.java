package io.tallybook.sheet;

import org.jspecify.annotations.Nullable;

/**
 * A file, or a part of it, cannot be read.
 * <p>
 * The message is one line of at most 200 characters for the person who sent the file: sheet, row and column where
 * there is one, what is wrong, what to do. It does not hold the file name.
 */
public final class UnreadableFileException extends Exception {
    private static final int LONGEST = 200;

    private final Unreadable reason;

    UnreadableFileException(Unreadable reason, String message) {
        this(reason, message, null);
    }

    UnreadableFileException(Unreadable reason, String message, @Nullable Throwable cause) {
        super(oneLine(message, LONGEST), cause);
        this.reason = reason;
    }

    /** Returns why the file cannot be read. */
    public Unreadable reason() {
        return reason;
    }

    /** Returns the problem code, such as "irm-protected". */
    public String code() {
        return reason.code();
    }

    /** Returns the message, which is never null here. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** Names a sheet inside a message; names come from the file, so they are shortened and cleaned. */
    static String sheet(String name) {
        return "sheet \"" + oneLine(name, 40) + "\"";
    }

    static String oneLine(String text, int longest) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), longest));
        for (int i = 0; i < text.length() && line.length() < longest; i++) {
            char c = text.charAt(i);
            line.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c);
        }
        if (text.length() > longest) {
            line.replace(longest - 3, longest, "...");
        }
        return line.toString();
    }
}
