package io.tallybook.intake;

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

    /** Stands for a blank that has no value. */
    private static final Object BLANK = new Object();

    /** The numbers of the values of the cells that one reader numbers, or {@link #NONE}. */
    private static final class Known {
        private int[] valueOf = {};

        int get(int cell) {
            return cell < valueOf.length ? valueOf[cell] : NONE;
        }

        void put(int cell, int value) {
            int known = valueOf.length;
            if (cell >= known) {
                valueOf = Arrays.copyOf(valueOf, Math.max(cell + 1, Math.max(16, 2 * known)));
                Arrays.fill(valueOf, known, valueOf.length, NONE);
            }
            valueOf[cell] = value;
        }
    }

    private final int group;
    private final Map<Object, Known> knownBy = new HashMap<>();
    private @Nullable Object numbering;
    private Known known = new Known();
    private int last;
    private final Map<Object, Integer> numbers = new HashMap<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    /** @param group  the columns of the sheet that decide about the value, as a group whose contents are numbered */
    SeenCells(int group) {
        this.group = group;
    }

    /** Returns the number of the value of a row's cells, or {@link #NONE}; then {@link #add} has to say what it is. */
    int number(RowBlock block, int i) {
        turnTo(block);
        last = block.content(i, group);
        return last < 0 ? NONE : known.get(last);
    }

    /** Fills in the numbers of the values of all rows of a block, {@link #NONE} where there is none yet. */
    void numbers(RowBlock block, int[] into, int from, int step) {
        turnTo(block);
        int at = from;
        for (int i = 0; i < block.size(); i++) {
            int cell = block.content(i, group);
            into[at] = cell < 0 ? NONE : known.get(cell);
            at += step;
        }
    }

    private void turnTo(RowBlock block) {
        if (block.numbering() != numbering) {
            numbering = block.numbering();
            known = knownBy.computeIfAbsent(numbering, by -> new Known());
        }
    }

    /** Takes the value of the cells that were asked for last, unless there are too many. */
    void add(@Nullable Object value) {
        if (last >= 0) {
            known.put(last, numbers.computeIfAbsent(value == null ? BLANK : value, key -> {
                values.add(value);
                return values.size() - 1;
            }));
        }
    }

    /** Returns the value of a number. */
    @Nullable
    Object value(int number) {
        return values.get(number);
    }
}
