package io.tallybook.sheet;

/**
 * Caps that keep a hostile or broken file from taking the machine.
 *
 * @param partBytes  the most bytes of one inflated part of a workbook, such as a sheet
 * @param ratioFloorBytes  the inflated size from which {@code ratio} is looked at
 * @param ratio  the highest believable ratio of inflated to stored bytes
 * @param zipEntries  the most parts of a workbook
 * @param sharedStringBytes  the most bytes of shared strings held in memory
 * @param cellCharacters  the most characters of one cell, also in csv; Excel's own limit is 32,767
 * @param columns  the most columns of a csv row; workbooks have Excel's own limit of 16,384
 */
public record Limits(
        long partBytes,
        long ratioFloorBytes,
        int ratio,
        int zipEntries,
        long sharedStringBytes,
        int cellCharacters,
        int columns) {

    public Limits {
        if (partBytes < 1 || ratioFloorBytes < 0 || ratio < 1 || zipEntries < 1 || sharedStringBytes < 1) {
            throw new IllegalArgumentException("a limit is not positive");
        }
        if (cellCharacters < 1 || cellCharacters > 200_000 || columns < 1) {
            throw new IllegalArgumentException("cellCharacters must be 1 to 200,000, columns at least 1");
        }
    }

    /**
     * Returns the limits for ordinary work: far above any real export, far below what harms.
     * <p>
     * Shared strings are the only thing that grows with the file; they get a quarter of the heap, 512 MiB at most.
     */
    public static Limits standard() {
        long quarter = Math.max(1 << 20, Runtime.getRuntime().maxMemory() / 4);
        return new Limits(2L << 30, 100_000_000, 200, 10_000, Math.min(512L << 20, quarter), 32_767, 16_384);
    }

    /** Returns these limits with another cap on the bytes of a part. */
    public Limits withPartBytes(long bytes) {
        return new Limits(bytes, ratioFloorBytes, ratio, zipEntries, sharedStringBytes, cellCharacters, columns);
    }

    /** Returns these limits with another cap on the bytes of shared strings. */
    public Limits withSharedStringBytes(long bytes) {
        return new Limits(partBytes, ratioFloorBytes, ratio, zipEntries, bytes, cellCharacters, columns);
    }

    /** Returns these limits with another cap on the characters of a cell. */
    public Limits withCellCharacters(int characters) {
        return new Limits(partBytes, ratioFloorBytes, ratio, zipEntries, sharedStringBytes, characters, columns);
    }
}
