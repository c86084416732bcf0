package io.tallybook.result;

/** How far the value of a figure is known. */
public enum FigureState {
    /** The value is exact. */
    KNOWN,
    /** There is no value; the reason says what would resolve it. Never zero. */
    UNKNOWN,
    /** As needed: there is no number. */
    UNLIMITED,
    /** The true value is at least this. */
    LOWER_BOUND,
    /** The true value is at most this. */
    UPPER_BOUND
}
