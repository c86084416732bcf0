package io.tallybook.sheet;

import java.util.Arrays;

/** What was found out of the rows of a block, see {@link PreparedColumns}; for one row after another. */
final class PreparedRows {
    static final PreparedRows NONE = new PreparedRows(new Object(), 0, 0, new int[0], new long[0], new byte[0]);

    /** By whom contents are numbered. */
    private final Object numbering;

    private final int groups;
    private final int amounts;
    private final int[] contents;
    private final long[] digits;
    private final byte[] places;

    /**
     * @param numbering  by whom contents are numbered
     * @param groups  how many groups of columns there are
     * @param amounts  how many amounts there are
     * @param contents  the number of each group's content
     * @param digits  the digits of each amount
     * @param places  how many of them stand behind the mark
     */
    PreparedRows(Object numbering, int groups, int amounts, int[] contents, long[] digits, byte[] places) {
        this.numbering = numbering;
        this.groups = groups;
        this.amounts = amounts;
        this.contents = contents;
        this.digits = digits;
        this.places = places;
    }

    Object numbering() {
        return numbering;
    }

    int content(int i, int group) {
        return contents[i * groups + group];
    }

    long digits(int i, int amount) {
        return digits[i * amounts + amount];
    }

    int places(int i, int amount) {
        return places[i * amounts + amount];
    }

    PreparedRows rows(int from, int to) {
        return new PreparedRows(
                numbering,
                groups,
                amounts,
                Arrays.copyOfRange(contents, from * groups, to * groups),
                Arrays.copyOfRange(digits, from * amounts, to * amounts),
                Arrays.copyOfRange(places, from * amounts, to * amounts));
    }
}
