package io.tallybook.sheet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shared strings of a workbook, packed as UTF-8.
 * <p>
 * A million short strings as Java objects take some 70 MB; packed they take their bytes and 8 more each. Filled by one
 * thread, then only read.
 */
final class SharedText {
    private static final int CHUNK_BITS = 20;
    private static final int CHUNK = 1 << CHUNK_BITS;
    // Values that repeat are few; caching these makes equal cells of a table one object.
    private static final int CACHED = 1 << 16;

    private final List<byte[]> chunks = new ArrayList<>();
    private final long limit;
    /** For each string: chunk, offset in it and length in bytes, 20, 20 and 24 bits. */
    private long[] places = new long[64];

    private int size;
    private int used = CHUNK;
    private @Nullable String[] cache = {};

    /**
     * Creates an empty table.
     *
     * @param limit  the most bytes to hold
     */
    SharedText(long limit) {
        this.limit = limit;
    }

    /** Adds the next string; one of white space only is kept as blank. Returns false if the table is full. */
    boolean add(String text) {
        byte[] bytes = WhiteSpace.isBlank(text) ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        if (used + bytes.length > CHUNK) {
            if ((chunks.size() + 1L) * CHUNK + places.length * 8L > limit && !chunks.isEmpty()) {
                return false;
            }
            chunks.add(new byte[CHUNK]);
            used = 0;
        }
        if (size == places.length) {
            // The old and the doubled array exist at the same time.
            if ((long) chunks.size() * CHUNK + size * 24L > limit && size > CHUNK / 8) {
                return false;
            }
            places = Arrays.copyOf(places, size * 2);
        }
        int chunk = Math.max(0, chunks.size() - 1);
        if (bytes.length > 0) {
            System.arraycopy(bytes, 0, chunks.get(chunk), used, bytes.length);
        }
        places[size++] = (long) chunk << 44 | (long) (used & CHUNK - 1) << 24 | bytes.length;
        used += bytes.length;
        return true;
    }

    /** Ends the filling. */
    SharedText sealed() {
        places = Arrays.copyOf(places, size);
        cache = new @Nullable String[Math.min(size, CACHED)];
        return this;
    }

    int size() {
        return size;
    }

    boolean isBlank(int index) {
        return (places[index] & 0xFFFFFF) == 0;
    }

    String get(int index) {
        if (index >= cache.length) {
            return decode(index);
        }
        // Two threads may both decode; strings are immutable, so either result will do.
        String cached = cache[index];
        if (cached == null) {
            cached = decode(index);
            cache[index] = cached;
        }
        return cached;
    }

    private String decode(int index) {
        long place = places[index];
        int length = (int) place & 0xFFFFFF;
        if (length == 0) {
            return "";
        }
        return new String(
                chunks.get((int) (place >>> 44)), (int) (place >>> 24) & CHUNK - 1, length, StandardCharsets.UTF_8);
    }
}
