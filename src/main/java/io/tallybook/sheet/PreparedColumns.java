package io.tallybook.sheet;

import java.util.List;

/**
 * What readers find out of rows beside their cells, since the threads that read have the bytes at hand: the numbers of what
 * groups of columns hold, see {@link RowBlock#content}, and the digits of amounts, see {@link RowBlock#digits}.
 */
public final class PreparedColumns {
    /** No columns. */
    public static final PreparedColumns NONE = new PreparedColumns(List.of(), new int[0], '.');

    private final List<int[]> groups;
    private final int[] amounts;
    private final char decimalMark;

    private PreparedColumns(List<int[]> groups, int[] amounts, char decimalMark) {
        this.groups = groups;
        this.amounts = amounts;
        this.decimalMark = decimalMark;
    }

    /**
     * Takes the columns, 0-based, which have to be selected ones.
     *
     * @param groups  groups of columns that have few different contents
     * @param amounts  columns of amounts
     * @param decimalMark  the point or comma of amounts that are text, as all are in csv
     */
    public static PreparedColumns of(List<int[]> groups, int[] amounts, char decimalMark) {
        return new PreparedColumns(groups.stream().map(int[]::clone).toList(), amounts.clone(), decimalMark);
    }

    /** Returns how many groups there are. */
    int groups() {
        return groups.size();
    }

    int[] group(int g) {
        return groups.get(g).clone();
    }

    /** Returns how many amounts a row has. */
    int amounts() {
        return amounts.length;
    }

    int amount(int a) {
        return amounts[a];
    }

    char decimalMark() {
        return decimalMark;
    }
}
