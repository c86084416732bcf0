package io.tallybook.sheet;

import java.math.BigDecimal;

/**
 * A decimal number of up to 18 digits, {@code unscaled} x 10<sup>-{@code scale}</sup>; takes one number after another, so that
 * a million amounts are added without an object for each. For one thread.
 */
final class ExactNumber {
    private static final long[] POWERS = new long[19];
    private static final int MOST_DIGITS = 18;
    /** Of what Excel shows of a binary number. */
    private static final int EXCEL_DIGITS = 15;

    private static final int LARGEST_SCALE = 40;

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private long unscaled;
    private int scale;

    /** Returns the digits, with their sign. */
    long unscaled() {
        return unscaled;
    }

    /** Returns how many of the digits stand behind the decimal mark; never negative. */
    int scale() {
        return scale;
    }

    BigDecimal toBigDecimal() {
        return BigDecimal.valueOf(unscaled, scale);
    }

    /**
     * Takes the number that some bytes of ASCII spell: a sign or none, digits with one mark or none, an exponent or none.
     *
     * @return false if they spell anything else, or a number that does not fit
     */
    boolean parse(byte[] bytes, int offset, int length, char mark) {
        int i = offset;
        int end = offset + length;
        boolean negative = i < end && bytes[i] == '-';
        if (negative || (i < end && bytes[i] == '+')) {
            i++;
        }
        long value = 0;
        int digits = 0;
        int behind = -1;
        boolean any = false;
        for (; i < end; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                any = true;
                if (value != 0 || digit != 0) {
                    digits++;
                }
                if (digits > MOST_DIGITS) {
                    return false;
                }
                value = value * 10 + digit;
                if (behind >= 0) {
                    behind++;
                }
            } else if (bytes[i] == mark && behind < 0) {
                behind = 0;
            } else {
                break;
            }
        }
        int places = Math.max(0, behind);
        if (!any) {
            return false;
        }
        if (i < end) {
            if (bytes[i] != 'e' && bytes[i] != 'E') {
                return false;
            }
            int exponent = exponent(bytes, i + 1, end);
            if (exponent == Integer.MIN_VALUE) {
                return false;
            }
            places -= exponent;
        }
        return set(negative ? -value : value, places);
    }

    private static int exponent(byte[] bytes, int from, int end) {
        int i = from;
        boolean negative = i < end && bytes[i] == '-';
        if (negative || (i < end && bytes[i] == '+')) {
            i++;
        }
        if (i >= end || end - i > 3) {
            return Integer.MIN_VALUE;
        }
        int exponent = 0;
        for (; i < end; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return Integer.MIN_VALUE;
            }
            exponent = exponent * 10 + digit;
        }
        return negative ? -exponent : exponent;
    }

    /** Keeps the number without trailing zeros behind the mark. */
    private boolean set(long value, int places) {
        long digits = value;
        int behind = places;
        if (digits == 0) {
            unscaled = 0;
            scale = 0;
            return true;
        }
        while (behind > 0 && digits % 10 == 0) {
            digits /= 10;
            behind--;
        }
        if (behind > LARGEST_SCALE || behind < -MOST_DIGITS) {
            return false;
        }
        if (behind < 0) {
            long high = Math.multiplyHigh(digits, POWERS[-behind]);
            digits *= POWERS[-behind];
            if (high != digits >> 63) {
                return false;
            }
            behind = 0;
        }
        unscaled = digits;
        scale = behind;
        return true;
    }

    /** Rounds to the 15 significant digits that Excel shows of a binary number; returns false if that does not fit. */
    boolean roundToExcel() {
        long size = Math.abs(unscaled);
        if (size < POWERS[EXCEL_DIGITS]) {
            return true;
        }
        int drop = 1;
        while (EXCEL_DIGITS + drop < POWERS.length && size >= POWERS[EXCEL_DIGITS + drop]) {
            drop++;
        }
        long power = POWERS[drop];
        long rounded = size / power;
        if (size % power >= power / 2) {
            rounded++;
        }
        return set(unscaled < 0 ? -rounded : rounded, scale - drop);
    }
}
