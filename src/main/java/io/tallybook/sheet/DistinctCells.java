package io.tallybook.sheet;

import java.util.Arrays;

/**
 * Numbers what the cells of some columns hold, in the blocks of one {@link BlockBuilder}: the same bytes have the same number,
 * counted from 0 in the order in which they are seen first. So a text that comes again a million times is decoded once. For
 * one thread at a time.
 */
final class DistinctCells {
    /** Longer ones are not remembered. */
    private static final int LONGEST = 2_000;

    /** About what one takes besides its bytes. */
    private static final int ENTRY_SIZE = 32;

    /** About what a shared string takes. */
    private static final int SHARED_SIZE = 16;

    private static final int NONE = -1;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** Bytes before an entry: its kind and its length. */
    private static final int HEAD = 3;

    private final int[] columns;
    private final int mostBytes;
    private int count;

    // A table of slots of two words. The first one is what fits into it, or a hash of anything longer. The second has
    // the number in its lower half, and in the upper one what the first is: negative if it is the bytes themselves,
    // otherwise where they stand. No entry stands at 0, so that 0 is a free slot.
    private long[] table = new long[128];
    private byte[] bytes = new byte[1024];
    private int used = 1;
    private int entries;

    // The last one of up to two words, which a list in the order of its days repeats from row to row.
    private long lastStart;
    private long lastEnd;
    private int lastWhat;
    private int lastNumber = NONE;

    /** The numbers of shared strings, from 1 on; 0 where there is none yet. */
    private int[] ofShared = {};

    /**
     * Starts without any.
     *
     * @param columns  the columns, which have to be selected ones
     * @param mostBytes  about how much is remembered at most
     */
    DistinctCells(int[] columns, int mostBytes) {
        this.columns = columns.clone();
        this.mostBytes = mostBytes;
    }

    int[] columns() {
        return columns;
    }

    /** Returns the number of a shared string, or -1 if there is no room for more. */
    int ofShared(int index) {
        if (index >= ofShared.length) {
            if (index > mostBytes / SHARED_SIZE) {
                return NONE;
            }
            ofShared = Arrays.copyOf(ofShared, Math.max(index + 1, ofShared.length * 2));
        }
        if (ofShared[index] == 0) {
            ofShared[index] = ++count;
        }
        return ofShared[index] - 1;
    }

    /**
     * Returns the number of some bytes, or -1 if there is no room for more.
     *
     * @param kind  what they are: the same bytes of another kind are something else
     */
    int ofBytes(int kind, byte[] source, int from, int length) {
        if (length <= Long.BYTES) {
            return ofWord(kind, word(source, from, length), length);
        }
        if (length > LONGEST) {
            return NONE;
        }
        if (length > 2 * Long.BYTES) {
            return ofLong(kind, source, from, length);
        }
        long start = ByteScan.word(source, from);
        long end = ByteScan.word(source, from + length - Long.BYTES);
        int what = kind << 8 | length;
        if (lastStart != start || lastEnd != end || lastWhat != what || lastNumber < 0) {
            lastNumber = ofLong(kind, source, from, length);
            lastStart = start;
            lastEnd = end;
            lastWhat = what;
        }
        return lastNumber;
    }

    private int ofLong(int kind, byte[] source, int from, int length) {
        long hash = hash(source, from, length) + kind;
        int slot = slot(hash);
        while (table[slot + 1] != 0) {
            int start = (int) (table[slot + 1] >>> 32);
            if (table[slot] == hash && start > 0 && isAt(start, kind, source, from, length)) {
                return (int) table[slot + 1];
            }
            slot = next(slot);
        }
        int size = length + HEAD;
        if (!hasRoom(size)) {
            return NONE;
        }
        if (used + size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, used + size));
        }
        bytes[used] = (byte) kind;
        bytes[used + 1] = (byte) length;
        bytes[used + 2] = (byte) (length >>> 8);
        System.arraycopy(source, from, bytes, used + HEAD, length);
        used += size;
        return put(slot, hash, used - size);
    }

    /**
     * Returns the number of bytes that fit into a word, or -1 if there is no room for more.
     *
     * @param kind  what they are
     * @param word  the bytes, the others zero
     * @param length  how many they are
     */
    int ofWord(int kind, long word, int length) {
        int what = -1 - (kind << 4 | length);
        int slot = slot(word + what);
        while (table[slot + 1] != 0) {
            if (table[slot] == word && (int) (table[slot + 1] >>> 32) == what) {
                return (int) table[slot + 1];
            }
            slot = next(slot);
        }
        return hasRoom(0) ? put(slot, word, what) : NONE;
    }

    private static long word(byte[] source, int from, int length) {
        if (length > 0 && from + Long.BYTES <= source.length) {
            return ByteScan.word(source, from) & (-1L >>> (Long.SIZE - Byte.SIZE * length));
        }
        long word = 0;
        for (int i = 0; i < length; i++) {
            word |= (source[from + i] & 0xFFL) << (Byte.SIZE * i);
        }
        return word;
    }

    private boolean isAt(int start, int kind, byte[] source, int from, int length) {
        return bytes[start] == (byte) kind
                && bytes[start + 1] == (byte) length
                && bytes[start + 2] == (byte) (length >>> 8)
                && Arrays.equals(bytes, start + HEAD, start + HEAD + length, source, from, from + length);
    }

    /** Of at least eight bytes. */
    private static long hash(byte[] source, int from, int length) {
        long hash = length;
        int last = from + length - Long.BYTES;
        for (int i = from; i < last; i += Long.BYTES) {
            hash = (hash ^ ByteScan.word(source, i)) * SPREAD;
            hash ^= hash >>> 29;
        }
        return (hash ^ ByteScan.word(source, last)) * SPREAD;
    }

    private int slot(long of) {
        long spread = of * SPREAD;
        return ((int) (spread ^ (spread >>> 32)) * 2) & (table.length - 1);
    }

    private int next(int slot) {
        return (slot + 2) & (table.length - 1);
    }

    private boolean hasRoom(int size) {
        return used + size + entries * ENTRY_SIZE <= mostBytes;
    }

    private int put(int slot, long word, int what) {
        table[slot] = word;
        table[slot + 1] = (long) what << 32 | count;
        if (++entries * 4 > table.length) {
            grow();
        }
        return count++;
    }

    private void grow() {
        long[] old = table;
        table = new long[old.length * 2];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i + 1] != 0) {
                int what = (int) (old[i + 1] >>> 32);
                int slot = slot(what < 0 ? old[i] + what : old[i]);
                while (table[slot + 1] != 0) {
                    slot = next(slot);
                }
                table[slot] = old[i];
                table[slot + 1] = old[i + 1];
            }
        }
    }
}
