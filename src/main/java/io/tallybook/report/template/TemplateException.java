package io.tallybook.report.template;

import java.io.IOException;

/**
 * A template that is wrong, or that does not fit what it is to show. Its message is one line for people:
 *
 * <pre>
 *   account.xlsx, sheet Figures, cell B5: ${f.titel}: has no value
 * </pre>
 */
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String template;
    private final String place;

    /**
     * Describes what is wrong.
     *
     * @param template  file name of the template
     * @param place  sheet and cell, or line and column; may be empty
     * @param expression  the expression or text at fault; may be empty
     * @param wrong  what is wrong and, where it helps, what to write instead
     */
    public TemplateException(String template, String place, String expression, String wrong) {
        super(oneLine(joined(template, place) + ": " + (expression.isEmpty() ? "" : expression + ": ") + wrong));
        this.template = template;
        this.place = place;
    }

    /** Describes what is wrong, and keeps the cause for the log. */
    public TemplateException(String template, String place, String expression, String wrong, Throwable cause) {
        this(template, place, expression, wrong);
        initCause(cause);
    }

    /** A template that is there and cannot be read. */
    static TemplateException unreadable(String template, IOException e) {
        return new TemplateException(
                template, "", "", "cannot be read: " + e.getMessage() + "; check that you may read it", e);
    }

    /** File name of the template. */
    public String template() {
        return template;
    }

    /** Sheet and cell, or line and column; may be empty. */
    public String place() {
        return place;
    }

    private static String joined(String template, String place) {
        return place.isEmpty() ? template : template + ", " + place;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
