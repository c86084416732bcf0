package io.tallybook.sheet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks for bytes eight at a time. Arrays have to reach at least 8 bytes behind the last index that is looked at.
 * <p>
 * {@code word ^ pattern} has a zero byte where the word has the byte of the pattern, and
 * {@code (x - 0x01..) & ~x & 0x80..} has the high bit of the lowest zero byte set; of what it says of the bytes above, nothing
 * is used.
 */
final class ByteScan {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private static final long UPPER_FIVE_BITS = pattern(0xF8);
    /** From backspace to shift out. */
    private static final long CONTROLS = pattern(0x08);

    private ByteScan() {}

    static long word(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    static long pattern(int b) {
        return (b & 0xFF) * ONES;
    }

    /** Returns the index of the first such byte, or {@code to}. */
    static int indexOf(byte[] bytes, int from, int to, long pattern) {
        for (int i = from; i < to; i += 8) {
            long x = word(bytes, i) ^ pattern;
            long found = (x - ONES) & ~x & HIGHS;
            if (found != 0) {
                return Math.min(to, i + (Long.numberOfTrailingZeros(found) >>> 3));
            }
        }
        return to;
    }

    /** Returns the index of the first byte that is a separator, CR or LF, or {@code to}. */
    static int indexOfFieldEnd(byte[] bytes, int from, int to, long separator) {
        int i = from;
        while (i < to) {
            long word = word(bytes, i);
            long x = word ^ separator;
            // Both line ends at once, and six other control characters, which are rare.
            long y = (word & UPPER_FIVE_BITS) ^ CONTROLS;
            long found = (((x - ONES) & ~x) | ((y - ONES) & ~y)) & HIGHS;
            if (found == 0) {
                i += Long.BYTES;
                continue;
            }
            i += Long.numberOfTrailingZeros(found) >>> 3;
            byte b = bytes[i];
            if (i >= to || b == (byte) separator || b == '\n' || b == '\r') {
                break;
            }
            i++;
        }
        return Math.min(to, i);
    }

    /** Tells whether all bytes are printable ASCII other than {@code &} and {@code _}: text that stands for itself in a sheet. */
    static boolean isPlain(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b < ' ' || b == '&' || b == '_') {
                return false;
            }
        }
        return true;
    }

    /** Returns how often the byte stands there. */
    static int count(byte[] bytes, int from, int to, long pattern) {
        int count = 0;
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long x = word(bytes, i) ^ pattern;
            // Exact for every byte: no borrow passes from one to the next.
            count += Long.bitCount(~(((x & ~HIGHS) + ~HIGHS) | x) & HIGHS);
        }
        byte b = (byte) pattern;
        for (; i < to; i++) {
            count += bytes[i] == b ? 1 : 0;
        }
        return count;
    }

    /** Tells whether the bytes are UTF-8 without NUL. */
    static boolean isText(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            // Most of it is ASCII, eight bytes at a time.
            while (i + 8 <= to && isUsual(word(bytes, i))) {
                i += 8;
            }
            if (i == to) {
                return true;
            }
            int b = bytes[i];
            if (b > 0) {
                i++;
            } else if (b >= (byte) 0xC2 && b <= (byte) 0xDF && i + 1 < to && isTail(bytes[i + 1])) {
                i += 2;
            } else if ((b & 0xF0) == 0xE0 && i + 2 < to && isTail(bytes[i + 1]) && isTail(bytes[i + 2])) {
                int code = (b & 0x0F) << 12 | (bytes[i + 1] & 0x3F) << 6;
                if (code < 0x800 || (code >= 0xD800 && code < 0xE000)) {
                    return false;
                }
                i += 3;
            } else if ((b & 0xF8) == 0xF0
                    && i + 3 < to
                    && isTail(bytes[i + 1])
                    && isTail(bytes[i + 2])
                    && isTail(bytes[i + 3])) {
                int code = (b & 0x07) << 18 | (bytes[i + 1] & 0x3F) << 12;
                if (code < 0x10000 || code > 0x10FFFF) {
                    return false;
                }
                i += 4;
            } else {
                return false;
            }
        }
        return true;
    }

    /** Whether none of eight bytes is zero or beyond ASCII. */
    private static boolean isUsual(long word) {
        return ((((word - ONES) & ~word) | word) & HIGHS) == 0;
    }

    private static boolean isTail(byte b) {
        return (b & 0xC0) == 0x80;
    }
}
