package io.tallybook.ledger;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/** Bytes that rows are written into, one behind the other. */
final class RowBytes {
    /** Between the values of a row. */
    static final char SEPARATOR = '\u001f';

    /** The most bytes of UTF-8 that a character takes. */
    private static final int WIDEST = 3;

    /** The most digits of a word. */
    private static final int MOST_DIGITS = 19;

    // Of mixed accounts there are thousands of pages at once, with a row each.
    private byte[] bytes = new byte[128];
    private final byte[] digits = new byte[MOST_DIGITS];
    private int size;

    int size() {
        return size;
    }

    /** Forgets what was written behind the first bytes. */
    void cutTo(int first) {
        size = first;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    String toText() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    void separate() {
        reserve(1);
        bytes[size++] = SEPARATOR;
    }

    void number(int number) {
        reserve(Integer.BYTES);
        size += Integer.BYTES;
        number(size - Integer.BYTES, number);
    }

    /** Writes a number where one was written before. */
    void number(int at, int number) {
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes[at + i] = (byte) (number >>> (8 * (Integer.BYTES - 1 - i)));
        }
    }

    void number(long number) {
        number((int) (number >>> Integer.SIZE));
        number((int) number);
    }

    void copy(byte[] from, int offset, int length) {
        reserve(length);
        System.arraycopy(from, offset, bytes, size, length);
        size += length;
    }

    void text(String words) {
        int length = words.length();
        reserve(length * WIDEST);
        for (int i = 0; i < length; i++) {
            char c = words.charAt(i);
            if (c >= 0x80) {
                byte[] rest = words.substring(i).getBytes(StandardCharsets.UTF_8);
                for (byte b : rest) {
                    put(b);
                }
                return;
            }
            put((byte) c);
        }
    }

    /** A separator inside a text would shift every value behind it. */
    private void put(byte b) {
        bytes[size++] = b == SEPARATOR ? (byte) ' ' : b;
    }

    /** Writes a number without an exponent, if its digits fit into a word. */
    void decimal(BigDecimal number) {
        int behindPoint = number.scale();
        if (behindPoint < 0 || behindPoint >= MOST_DIGITS || number.precision() >= MOST_DIGITS) {
            text(number.toString());
            return;
        }
        reserve(MOST_DIGITS + 3);
        long rest = ExactSum.unscaled(number);
        if (rest < 0) {
            bytes[size++] = '-';
            rest = -rest;
        }
        int at = MOST_DIGITS;
        do {
            digits[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0 || MOST_DIGITS - at <= behindPoint);
        int point = MOST_DIGITS - behindPoint;
        while (at < MOST_DIGITS) {
            if (at == point) {
                bytes[size++] = '.';
            }
            bytes[size++] = digits[at++];
        }
    }

    void date(LocalDate date) {
        int year = date.getYear();
        if (year < 1_000 || year > 9_999) {
            text(date.toString());
            return;
        }
        reserve(10);
        twoDigits(year / 100);
        twoDigits(year % 100);
        bytes[size++] = '-';
        twoDigits(date.getMonthValue());
        bytes[size++] = '-';
        twoDigits(date.getDayOfMonth());
    }

    private void twoDigits(int number) {
        bytes[size++] = (byte) ('0' + number / 10);
        bytes[size++] = (byte) ('0' + number % 10);
    }
}
