package io.tallybook.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as Excel shows them: 15 significant digits of a binary number. */
final class Decimals {
    private static final MathContext EXCEL = new MathContext(15, RoundingMode.HALF_UP);
    private static final int LARGEST_EXPONENT = 400;

    private Decimals() {}

    static BigDecimal of(double value) {
        return shown(new BigDecimal(Double.toString(value)));
    }

    static BigDecimal of(char[] chars, int offset, int length) {
        return shown(new BigDecimal(chars, offset, length));
    }

    private static BigDecimal shown(BigDecimal stored) {
        BigDecimal rounded = stored.precision() > 15 ? stored.round(EXCEL) : stored;
        BigDecimal stripped = rounded.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static String text(char[] chars, int offset, int length) {
        return isCanonical(chars, offset, length)
                ? new String(chars, offset, length)
                : of(chars, offset, length).toPlainString();
    }

    /** Tells whether the characters are already what {@link #text} gives, the usual case for counts and ids. */
    private static boolean isCanonical(char[] chars, int offset, int length) {
        if (length > 15) {
            return false;
        }
        if (length == 1) {
            return true;
        }
        for (int i = offset; i < offset + length; i++) {
            if (chars[i] < '0' || chars[i] > '9') {
                return false;
            }
        }
        return chars[offset] != '0';
    }

    /**
     * Tells whether the characters are a decimal number, with or without an exponent.
     * <p>
     * A huge exponent is refused: 1E999999999 is nine digits of text and a gigabyte of zeros.
     */
    static boolean isNumber(char[] chars, int offset, int length) {
        int i = offset;
        int end = offset + length;
        if (i < end && (chars[i] == '-' || chars[i] == '+')) {
            i++;
        }
        int digits = 0;
        boolean point = false;
        for (; i < end; i++) {
            char c = chars[i];
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
        return i == end || ((chars[i] == 'e' || chars[i] == 'E') && isExponent(chars, i + 1, end));
    }

    private static boolean isExponent(char[] chars, int from, int end) {
        int i = from < end && (chars[from] == '-' || chars[from] == '+') ? from + 1 : from;
        int exponent = 0;
        if (i == end) {
            return false;
        }
        for (; i < end; i++) {
            if (chars[i] < '0' || chars[i] > '9') {
                return false;
            }
            exponent = exponent * 10 + chars[i] - '0';
            if (exponent > LARGEST_EXPONENT) {
                return false;
            }
        }
        return true;
    }
}
