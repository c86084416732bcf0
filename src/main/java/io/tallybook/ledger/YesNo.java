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

    /** Returns {@link #NO} where one of the two is, {@link #YES} where both are, otherwise {@link #UNKNOWN}. */
    public YesNo and(YesNo other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == YES && other == YES ? YES : UNKNOWN;
    }

    /** Returns {@link #YES} where one of the two is, {@link #NO} where both are, otherwise {@link #UNKNOWN}. */
    public YesNo or(YesNo other) {
        if (this == YES || other == YES) {
            return YES;
        }
        return this == NO && other == NO ? NO : UNKNOWN;
    }
}
