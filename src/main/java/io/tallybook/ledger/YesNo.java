package io.tallybook.ledger;

/** An answer of a yes/no column. A blank cell is {@link #UNKNOWN}, which is never the same as {@link #NO}. */
public enum YesNo {
    YES,
    NO,
    UNKNOWN;

    public boolean isYes() {
        return this == YES;
    }

    public boolean isNo() {
        return this == NO;
    }

    public boolean isKnown() {
        return this != UNKNOWN;
    }

    /** Returns {@link #YES} or {@link #NO}. */
    public static YesNo of(boolean answer) {
        return answer ? YES : NO;
    }
}
