package io.tallybook.sheet;

/** Finds out what is wanted of rows beside their cells, in the blocks of one {@link BlockBuilder}. For one thread at a time. */
final class RowPreparer {
    /** Of a group that has more there is something unique in each row. */
    private static final int MOST_BYTES = 4 << 20;

    private final PreparedColumns columns;
    private final DistinctCells[] groups;
    private final ExactNumber number = new ExactNumber();

    RowPreparer(PreparedColumns columns) {
        this.columns = columns;
        this.groups = new DistinctCells[columns.groups()];
        for (int g = 0; g < groups.length; g++) {
            groups[g] = new DistinctCells(columns.group(g), MOST_BYTES);
        }
    }

    /** Prepares the rows of a block. Each row is done with before the next, while its bytes are at hand. */
    PreparedRows of(CellBlock block) {
        int amounts = columns.amounts();
        int rows = block.size();
        int[] contents = new int[rows * groups.length];
        long[] digits = new long[rows * amounts];
        byte[] places = new byte[rows * amounts];
        int content = 0;
        int amount = 0;
        for (int i = 0; i < rows; i++) {
            for (DistinctCells group : groups) {
                contents[content++] = block.number(i, group);
            }
            for (int a = 0; a < amounts; a++) {
                if (block.exact(i, columns.amount(a), columns.decimalMark(), number)) {
                    digits[amount] = number.unscaled();
                    places[amount] = (byte) number.scale();
                } else {
                    places[amount] = RowBlock.NOT_PLAIN;
                }
                amount++;
            }
        }
        return new PreparedRows(this, groups.length, amounts, contents, digits, places);
    }
}
