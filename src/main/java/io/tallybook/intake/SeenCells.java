package io.tallybook.intake;

import io.tallybook.sheet.DistinctCells;
import io.tallybook.sheet.RowBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of a column that has few different values were read as, so that each is decoded and parsed once. Each
 * different value has a number, by which rows are compared. For one thread.
 */
final class SeenCells {
    /** Stands for no number: the value is not known, or not remembered. */
    static final int NONE = -1;

    /** A column with more has something unique in each of its rows. */
    private static final int MOST_BYTES = 4 << 20;

    /** Stands for a blank that has no value. */
    private static final Object BLANK = new Object();

    private final DistinctCells cells;
    /** The number of the value of each distinct cell. */
    private int[] valueOf = new int[16];

    private int known;
    private int last;
    private final Map<Object, Integer> numbers = new HashMap<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    /** @param positions  the columns of the sheet that decide about the value */
    SeenCells(int[] positions) {
        cells = new DistinctCells(positions, MOST_BYTES);
    }

    /** Returns the number of the value of a row's cells, or {@link #NONE}; then {@link #add} has to say what it is. */
    int number(RowBlock block, int i) {
        last = block.number(i, cells);
        return last >= 0 && last < known ? valueOf[last] : NONE;
    }

    /** Takes the value of the cells that were asked for last and returns its number, or {@link #NONE} if there are too many. */
    int add(@Nullable Object value) {
        if (last < 0) {
            return NONE;
        }
        int number = numbers.computeIfAbsent(value == null ? BLANK : value, key -> {
            values.add(value);
            return values.size() - 1;
        });
        if (last == valueOf.length) {
            valueOf = Arrays.copyOf(valueOf, 2 * last);
        }
        valueOf[last] = number;
        known = last + 1;
        return number;
    }

    /** Returns the value of a number. */
    @Nullable
    Object value(int number) {
        return values.get(number);
    }
}
