package io.tallybook.report.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** XML as it is put together, in UTF-8. A sheet is mostly ASCII: that is written byte by byte, without an encoder. */
final class XmlBytes {
    /** The digits that a {@code long} holds in any case. */
    private static final int MOST_DIGITS = 18;

    private static final int SCRATCH = 24;

    private final byte[] scratch = new byte[SCRATCH];
    private byte[] bytes = new byte[1 << 12];
    private int length;

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    /** XML that is added again and again. It holds ASCII only. */
    static byte[] constant(String xml) {
        return xml.getBytes(StandardCharsets.US_ASCII);
    }

    XmlBytes add(byte[] xml) {
        return add(xml, xml.length);
    }

    private XmlBytes add(byte[] xml, int count) {
        reserve(count);
        System.arraycopy(xml, 0, bytes, length, count);
        length += count;
        return this;
    }

    /** Adds XML. */
    XmlBytes add(String xml) {
        int count = xml.length();
        reserve(count);
        for (int i = 0; i < count; i++) {
            char c = xml.charAt(i);
            if (c >= 0x80) {
                length += i;
                return add(xml.substring(i).getBytes(StandardCharsets.UTF_8));
            }
            bytes[length + i] = (byte) c;
        }
        length += count;
        return this;
    }

    XmlBytes add(XmlBytes other) {
        return add(other.bytes, other.length);
    }

    /** Adds a text of ASCII alone. */
    @SuppressWarnings("deprecation") // it takes the low byte of each letter, which is all that there is
    XmlBytes addAscii(String text) {
        int count = text.length();
        reserve(count);
        text.getBytes(0, count, bytes, length);
        length += count;
        return this;
    }

    /** Adds a number in decimal digits, with all its decimals and without an exponent. */
    XmlBytes add(BigDecimal number) {
        int scale = number.scale();
        if (scale < 0 || scale >= MOST_DIGITS || number.precision() > MOST_DIGITS) {
            return add(number.toPlainString());
        }
        return digits(number.unscaledValue().longValue(), scale);
    }

    /** Adds a whole number in decimal digits. */
    XmlBytes add(long number) {
        return digits(number, 0);
    }

    /** Adds digits from the last one on: so many decimals, the point, and at least one digit before it. */
    private XmlBytes digits(long unscaled, int decimals) {
        int end = SCRATCH;
        long rest = Math.abs(unscaled);
        for (int i = 0; i < decimals; i++) {
            scratch[--end] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        if (decimals > 0) {
            scratch[--end] = '.';
        }
        do {
            scratch[--end] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        if (unscaled < 0) {
            scratch[--end] = '-';
        }
        int count = SCRATCH - end;
        reserve(count);
        System.arraycopy(scratch, end, bytes, length, count);
        length += count;
        return this;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }

    /** Writes everything, and begins anew. */
    void drainTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
        length = 0;
    }
}
