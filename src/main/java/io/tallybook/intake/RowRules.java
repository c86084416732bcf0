package io.tallybook.intake;

import io.tallybook.ledger.ColumnDefinition;
import io.tallybook.ledger.RecordDefinition;
import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rules that a record type states about its columns: smallest values, and dates that follow one another. */
public final class RowRules {
    private RowRules() {}

    /** The columns that have a rule. */
    public static int[] columns(RecordDefinition<?> type) {
        return IntStream.range(0, type.columns().size())
                .filter(column -> hasRule(type.columns().get(column)))
                .toArray();
    }

    private static boolean hasRule(ColumnDefinition column) {
        return !(column.min() + column.max() + column.above()).isEmpty()
                || !column.notBefore().isEmpty();
    }

    /** Returns what is wrong with one value, or null. */
    public static @Nullable BadValue check(RecordDefinition<?> type, int column, @Nullable Object[] values) {
        ColumnDefinition definition = type.columns().get(column);
        Object value = values[column];
        if (value == null) {
            return null;
        }
        if (!definition.min().isEmpty() && number(value).compareTo(new BigDecimal(definition.min())) < 0) {
            return tooSmall(definition.min() + " or more");
        }
        if (!definition.max().isEmpty() && number(value).compareTo(new BigDecimal(definition.max())) > 0) {
            return new BadValue(Problem.TOO_LARGE.code(), definition.max() + " or less", "mend the number");
        }
        if (!definition.above().isEmpty() && number(value).compareTo(new BigDecimal(definition.above())) <= 0) {
            return tooSmall("more than " + definition.above());
        }
        for (String earlier : definition.notBefore()) {
            Object before = values[type.indexOf(earlier).orElseThrow()];
            if (before != null) {
                return isBefore(value, before)
                        ? new BadValue(
                                Problem.WRONG_ORDER.code(),
                                "not before " + earlier + " " + before,
                                "mend one of the two dates")
                        : null;
            }
        }
        return null;
    }

    private static BadValue tooSmall(String expected) {
        return new BadValue(Problem.TOO_SMALL.code(), expected, "mend the number");
    }

    private static BigDecimal number(Object value) {
        return value instanceof BigDecimal number ? number : new BigDecimal(String.valueOf(value));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // both columns are of one type
    private static boolean isBefore(Object value, Object other) {
        return ((Comparable) value).compareTo(other) < 0;
    }
}
