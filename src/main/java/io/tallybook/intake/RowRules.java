package io.tallybook.intake;

import io.tallybook.ledger.ColumnDefinition;
import io.tallybook.ledger.RecordDefinition;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rules that a record type states about its columns: smallest values, and dates that follow one another. */
public final class RowRules {
    private final List<ColumnDefinition> columns;
    private final @Nullable Rule[] rules;
    private final int[] ruled;

    /**
     * What is said about a column.
     *
     * @param min  its smallest value, or null
     * @param max  its largest value, or null
     * @param above  what its values are greater than, or null
     * @param earlier  the columns whose dates come before its own; the first that is not blank counts
     */
    private record Rule(
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable BigDecimal above,
            List<Integer> earlier) {
        static @Nullable Rule of(RecordDefinition<?> type, ColumnDefinition column) {
            Rule rule = new Rule(
                    limit(column.min()),
                    limit(column.max()),
                    limit(column.above()),
                    column.notBefore().stream()
                            .map(name -> type.indexOf(name).orElseThrow())
                            .toList());
            boolean isEmpty = rule.min == null && rule.max == null && rule.above == null && rule.earlier.isEmpty();
            return isEmpty ? null : rule;
        }

        private static @Nullable BigDecimal limit(String stated) {
            return stated.isEmpty() ? null : new BigDecimal(stated);
        }
    }

    public RowRules(RecordDefinition<?> type) {
        columns = type.columns();
        rules = columns.stream().map(column -> Rule.of(type, column)).toArray(Rule[]::new);
        ruled = IntStream.range(0, rules.length)
                .filter(column -> rules[column] != null)
                .toArray();
    }

    /** The columns that have a rule. */
    public int[] columns() {
        return ruled.clone();
    }

    /** Returns what is wrong with one value, or null. */
    public @Nullable BadValue check(int column, @Nullable Object[] values) {
        Rule rule = rules[column];
        Object value = values[column];
        if (rule == null || value == null) {
            return null;
        }
        if (rule.min != null && number(value).compareTo(rule.min) < 0) {
            return tooSmall(columns.get(column).min() + " or more");
        }
        if (rule.max != null && number(value).compareTo(rule.max) > 0) {
            return new BadValue(Problem.TOO_LARGE.code(), columns.get(column).max() + " or less", "mend the number");
        }
        if (rule.above != null && number(value).compareTo(rule.above) <= 0) {
            return tooSmall("more than " + columns.get(column).above());
        }
        for (int earlier : rule.earlier) {
            Object before = values[earlier];
            if (before != null) {
                return isBefore(value, before)
                        ? new BadValue(
                                Problem.WRONG_ORDER.code(),
                                "not before " + columns.get(earlier).name() + " " + before,
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
