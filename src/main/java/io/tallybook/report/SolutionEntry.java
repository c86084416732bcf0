package io.tallybook.report;

/**
 * A customer solution that an account sells, with a page of its own.
 *
 * @param solution  its id
 * @param name  its name; may be empty
 * @param page  address of its page, as a link on the page of the account; empty if it has none
 */
public record SolutionEntry(String solution, String name, String page) {
    /** Its name, or its id where it has none. */
    String title() {
        return name.isEmpty() ? solution : name;
    }

    /** What its results are about. */
    String subject() {
        return "solution:" + solution;
    }
}
