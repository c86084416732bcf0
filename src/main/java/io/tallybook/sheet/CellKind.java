package io.tallybook.sheet;

/** What a cell holds. */
public enum CellKind {
    /** Nothing, or white space only. */
    BLANK,
    TEXT,
    NUMBER,
    /** A number under a date or time format, or an ISO date. */
    DATE,
    BOOLEAN,
    /** An Excel error such as {@code #N/A}. */
    ERROR,
    /** A formula (or a boolean) whose value the file does not store. */
    UNCACHED
}
