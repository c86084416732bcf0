package io.tallybook.sheet;

import java.util.Arrays;

/**
 * Numbers what the cells of some columns hold, in the blocks of one reader: the same bytes have the same number, counted from 0
 * in the order in which they are seen first. So a text that comes again a million times is decoded once. For one thread.
 */
public final class DistinctCells {
    /** Longer ones are not remembered. */
    private static final int LONGEST = 2_000;

    /** About what a short text takes. */
    private static final int TEXT_SIZE = 16;

    private static final int NONE = -1;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** Bytes before an entry: its kind and its length. */
    private static final int HEAD = 3;

    private final int[] columns;
    private final int mostBytes;
    private int count;

    // A table of slots: the number, the hash, and where the entry stands. None stands at 0, so that 0 is a free slot.
    private int[] numbers = new int[64];
    private int[] hashes = new int[64];
    private int[] starts = new int[64];
    private byte[] bytes = new byte[1024];
    private int used = 1;
    private int entries;

    /** The numbers of shared strings, from 1 on; 0 where there is none yet. */
    private int[] ofShared = {};

    /**
     * Starts without any.
     *
     * @param columns  the columns, which have to be selected ones
     * @param mostBytes  how much is remembered at most
     */
    public DistinctCells(int[] columns, int mostBytes) {
        this.columns = columns.clone();
        this.mostBytes = mostBytes;
    }

    int[] columns() {
        return columns;
    }

    /** Returns the number of a shared string, or -1 if there is no room for more. */
    int ofShared(int index) {
        if (index >= ofShared.length) {
            if (index > mostBytes / TEXT_SIZE) {
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
        if (length > LONGEST) {
            return NONE;
        }
        int hash = hash(source, from, length) + kind;
        int slot = hash & (starts.length - 1);
        while (starts[slot] != 0) {
            if (hashes[slot] == hash && isAt(starts[slot], kind, source, from, length)) {
                return numbers[slot];
            }
            slot = (slot + 1) & (starts.length - 1);
        }
        int size = length + HEAD;
        if (used + size > mostBytes) {
            return NONE;
        }
        if (used + size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, used + size));
        }
        starts[slot] = used;
        hashes[slot] = hash;
        numbers[slot] = count;
        bytes[used] = (byte) kind;
        bytes[used + 1] = (byte) length;
        bytes[used + 2] = (byte) (length >>> 8);
        System.arraycopy(source, from, bytes, used + HEAD, length);
        used += size;
        if (++entries * 2 > starts.length) {
            grow();
        }
        return count++;
    }

    private boolean isAt(int start, int kind, byte[] source, int from, int length) {
        return bytes[start] == (byte) kind
                && bytes[start + 1] == (byte) length
                && bytes[start + 2] == (byte) (length >>> 8)
                && Arrays.equals(bytes, start + HEAD, start + HEAD + length, source, from, from + length);
    }

    private static int hash(byte[] source, int from, int length) {
        long hash = length;
        if (length >= 8) {
            int last = from + length - 8;
            for (int i = from; i < last; i += 8) {
                hash = (hash ^ ByteScan.word(source, i)) * SPREAD;
                hash ^= hash >>> 29;
            }
            hash = (hash ^ ByteScan.word(source, last)) * SPREAD;
        } else {
            for (int i = from; i < from + length; i++) {
                hash = (hash ^ source[i]) * SPREAD;
            }
        }
        return (int) (hash ^ (hash >>> 32));
    }

    private void grow() {
        int[] oldNumbers = numbers;
        int[] oldHashes = hashes;
        int[] oldStarts = starts;
        numbers = new int[oldStarts.length * 2];
        hashes = new int[numbers.length];
        starts = new int[numbers.length];
        for (int i = 0; i < oldStarts.length; i++) {
            if (oldStarts[i] != 0) {
                int slot = oldHashes[i] & (starts.length - 1);
                while (starts[slot] != 0) {
                    slot = (slot + 1) & (starts.length - 1);
                }
                numbers[slot] = oldNumbers[i];
                hashes[slot] = oldHashes[i];
                starts[slot] = oldStarts[i];
            }
        }
    }
}
