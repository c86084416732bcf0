package io.tallybook.ledger;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An exact sum of decimal numbers. While it fits into 64 bits it is kept there; what does not fit goes to a
 * {@link BigDecimal}. For one thread.
 */
public final class ExactSum {
    static final int MOST_PLACES = 18;
    static final long[] POWERS = new long[MOST_PLACES + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private long unscaled;
    private int scale;
    private @Nullable BigDecimal rest;

    /**
     * Adds a number.
     *
     * @param digits  its digits, with their sign
     * @param places  how many of them stand behind the decimal mark; not negative
     */
    public void add(long digits, int places) {
        long more = digits;
        if (places > scale) {
            if (!fits(unscaled, places - scale)) {
                addToRest(BigDecimal.valueOf(unscaled, scale));
                unscaled = 0;
            } else {
                unscaled *= POWERS[places - scale];
            }
            scale = places;
        } else if (places < scale) {
            if (!fits(digits, scale - places)) {
                addToRest(BigDecimal.valueOf(digits, places));
                return;
            }
            more *= POWERS[scale - places];
        }
        long sum = unscaled + more;
        if (((unscaled ^ sum) & (more ^ sum)) < 0) {
            addToRest(BigDecimal.valueOf(more, scale));
        } else {
            unscaled = sum;
        }
    }

    public void add(BigDecimal number) {
        if (number.scale() >= 0 && number.scale() <= MOST_PLACES && number.precision() <= MOST_PLACES) {
            add(unscaled(number), number.scale());
        } else {
            addToRest(number);
        }
    }

    /**
     * Returns the digits of a number whose digits fit into a word. The number's own method makes two objects for that, this one
     * makes one.
     */
    static long unscaled(BigDecimal number) {
        return number.scaleByPowerOfTen(number.scale()).longValue();
    }

    private static boolean fits(long digits, int places) {
        return digits == 0
                || (places <= MOST_PLACES
                        && Math.multiplyHigh(digits, POWERS[places]) == (digits * POWERS[places]) >> 63);
    }

    private void addToRest(BigDecimal number) {
        BigDecimal before = rest;
        rest = before == null ? number : before.add(number);
    }

    /** Returns the sum, with as many decimals as the number that has the most. */
    public BigDecimal value() {
        BigDecimal sum = BigDecimal.valueOf(unscaled, scale);
        BigDecimal more = rest;
        return more == null ? sum : sum.add(more);
    }
}
