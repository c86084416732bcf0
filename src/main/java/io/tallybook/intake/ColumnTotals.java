package io.tallybook.intake;

import io.tallybook.ledger.ExactSum;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sums of a table's number columns over all its data rows, accepted or rejected: what a totals row has to agree with.
 * A column with a cell that is no number cannot be summed; then its first such row is remembered.
 */
final class ColumnTotals {
    private final ExactSum[] sums;
    private final int[] unreadable;

    ColumnTotals(int columns) {
        sums = new ExactSum[columns];
        Arrays.setAll(sums, column -> new ExactSum());
        unreadable = new int[columns];
    }

    void add(int column, @Nullable Object value, int row) {
        if (value instanceof BigDecimal number) {
            sums[column].add(number);
        } else if (value instanceof Integer number) {
            sums[column].add(number, 0);
        } else if (value instanceof BadValue && unreadable[column] == 0) {
            unreadable[column] = row;
        }
    }

    /** Adds a number of which so many digits stand behind the mark. */
    void add(int column, long digits, int places) {
        sums[column].add(digits, places);
    }

    BigDecimal sum(int column) {
        return sums[column].value();
    }

    /** Row number of the first cell of the column that is no number, or 0. */
    int unreadable(int column) {
        return unreadable[column];
    }

    String written() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sums.length; i++) {
            text.append(i == 0 ? "" : ";").append(sums[i].value()).append('/').append(unreadable[i]);
        }
        return text.toString();
    }

    void restore(String written) {
        List<String> parts = List.of(written.split(";", -1));
        for (int i = 0; i < sums.length; i++) {
            String[] part = parts.get(i).split("/", -1);
            sums[i] = new ExactSum();
            sums[i].add(new BigDecimal(part[0]));
            unreadable[i] = Integer.parseInt(part[1]);
        }
    }
}
