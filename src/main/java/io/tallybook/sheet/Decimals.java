package io.tallybook.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/** Numbers as Excel shows them: 15 significant digits of a binary number. */
final class Decimals {
    private static final MathContext EXCEL = new MathContext(15, RoundingMode.HALF_UP);
    private static final int LARGEST_EXPONENT = 400;
    private static final int MOST_EXACT_DIGITS = 15;
    private static final double[] POWERS_OF_TEN = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14
    };

    private Decimals() {}

    static BigDecimal of(double value) {
        return shown(new BigDecimal(Double.toString(value)));
    }

    /** Returns the number that some bytes of ASCII spell, see {@link #isNumber}. */
    static BigDecimal of(byte[] bytes, int offset, int length) {
        ExactNumber quick = new ExactNumber();
        if (quick.parse(bytes, offset, length, '.') && quick.roundToExcel()) {
            return quick.toBigDecimal();
        }
        return shown(new BigDecimal(new String(bytes, offset, length, StandardCharsets.ISO_8859_1)));
    }

    private static BigDecimal shown(BigDecimal stored) {
        BigDecimal rounded = stored.precision() > 15 ? stored.round(EXCEL) : stored;
        BigDecimal stripped = rounded.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static String text(byte[] bytes, int offset, int length) {
        return isCanonical(bytes, offset, length)
                ? new String(bytes, offset, length, StandardCharsets.ISO_8859_1)
                : of(bytes, offset, length).toPlainString();
    }

    /** Tells whether the characters are already what {@link #text} gives, the usual case for counts and ids. */
    private static boolean isCanonical(byte[] bytes, int offset, int length) {
        if (length > 15) {
            return false;
        }
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return length == 1 || bytes[offset] != '0';
    }

    /**
     * Tells whether the bytes spell a decimal number, with or without an exponent.
     * <p>
     * A huge exponent is refused: 1E999999999 is nine digits of text and a gigabyte of zeros.
     */
    static boolean isNumber(byte[] bytes, int offset, int length) {
        int i = offset;
        int end = offset + length;
        if (i < end && (bytes[i] == '-' || bytes[i] == '+')) {
            i++;
        }
        int digits = 0;
        boolean point = false;
        for (; i < end; i++) {
            byte c = bytes[i];
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        // A binary number never needs more digits; a longer run is somebody's attack on BigDecimal.
        if (digits == 0 || digits > 1100) {
            return false;
        }
        return i == end || ((bytes[i] == 'e' || bytes[i] == 'E') && isExponent(bytes, i + 1, end));
    }

    /**
     * Returns the binary number that is nearest to what some bytes spell, or -1 if they are more than a few digits with or
     * without a point. Such digits and powers of ten are exact as binary numbers, so that their quotient is rounded once, as
     * {@link Double#parseDouble} rounds it.
     */
    static double plainDouble(byte[] bytes, int from, int to) {
        if (to - from > MOST_EXACT_DIGITS) {
            return -1;
        }
        long digits = 0;
        int behindPoint = -1;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
            } else if (bytes[i] == '.' && behindPoint < 0) {
                behindPoint = i + 1;
            } else {
                return -1;
            }
        }
        return behindPoint < 0 ? digits : digits / POWERS_OF_TEN[to - behindPoint];
    }

    private static boolean isExponent(byte[] bytes, int from, int end) {
        int i = from < end && (bytes[from] == '-' || bytes[from] == '+') ? from + 1 : from;
        int exponent = 0;
        if (i == end) {
            return false;
        }
        for (; i < end; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
            exponent = exponent * 10 + bytes[i] - '0';
            if (exponent > LARGEST_EXPONENT) {
                return false;
            }
        }
        return true;
    }
}
