package io.tallybook.analysis;

import io.tallybook.result.FigureState;
import java.math.BigDecimal;
import java.util.function.UnaryOperator;

/**
 * A number and how far it is known.
 *
 * @param state  known, a bound, or unknown
 * @param value  the number; without meaning when unknown
 * @param reason  why it is not known exactly, and what would resolve it; empty when known
 */
public record Bounded(FigureState state, BigDecimal value, String reason) {
    public static Bounded known(BigDecimal value) {
        return new Bounded(FigureState.KNOWN, value, "");
    }

    public static Bounded known(long value) {
        return known(BigDecimal.valueOf(value));
    }

    public static Bounded unknown(String reason) {
        return new Bounded(FigureState.UNKNOWN, BigDecimal.ZERO, reason);
    }

    /**
     * Returns the state that uncounted amounts leave behind: what may be missing makes a lower bound, what may be too much an
     * upper bound, both together leave nothing to say.
     */
    public static Bounded of(BigDecimal value, boolean mayBeMore, boolean mayBeLess, String reason) {
        if (mayBeMore && mayBeLess) {
            return unknown(reason);
        }
        if (mayBeMore || mayBeLess) {
            return new Bounded(mayBeMore ? FigureState.LOWER_BOUND : FigureState.UPPER_BOUND, value, reason);
        }
        return known(value);
    }

    public boolean isKnown() {
        return state == FigureState.KNOWN;
    }

    public boolean isUnknown() {
        return state == FigureState.UNKNOWN;
    }

    /** Is the number certainly at least this? */
    public boolean isAtLeast(BigDecimal limit) {
        return (isKnown() || state == FigureState.LOWER_BOUND) && value.compareTo(limit) >= 0;
    }

    /** Is the number certainly above this? */
    public boolean isAbove(BigDecimal limit) {
        return (isKnown() || state == FigureState.LOWER_BOUND) && value.compareTo(limit) > 0;
    }

    /** Is the number certainly at most this? */
    public boolean isAtMost(BigDecimal limit) {
        return (isKnown() || state == FigureState.UPPER_BOUND) && value.compareTo(limit) <= 0;
    }

    /** Is the number certainly below this? */
    public boolean isBelow(BigDecimal limit) {
        return (isKnown() || state == FigureState.UPPER_BOUND) && value.compareTo(limit) < 0;
    }

    /** Adds up: two unlike bounds, or anything unknown, make the sum unknown. */
    public Bounded plus(Bounded other) {
        String why = reason.isEmpty() || reason.equals(other.reason)
                ? other.reason
                : other.reason.isEmpty() ? reason : reason + " " + other.reason;
        if (isUnknown() || other.isUnknown()) {
            return unknown(why);
        }
        BigDecimal sum = value.add(other.value);
        if (isKnown() || other.isKnown() || state == other.state) {
            return new Bounded(isKnown() ? other.state : state, sum, why);
        }
        return unknown(why);
    }

    /** Returns this state with another value, computed by something that grows with it. */
    public Bounded map(UnaryOperator<BigDecimal> change) {
        return new Bounded(state, change.apply(value), reason);
    }
}
