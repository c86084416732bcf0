package io.tallybook.ledger;

import java.util.List;

/**
 * A column of an input table.
 *
 * @param name  the name in the header, e.g. {@code order_date}
 * @param type  what its cells hold
 * @param required  whether a row without it is rejected
 * @param about  meaning and unit, in one line; may be empty
 * @param values  the codes allowed, in order; empty unless the type is CODE or CODES
 * @param codes  the enum constants of these codes, in the same order
 * @param min  the smallest number allowed, or empty
 * @param max  the largest number allowed, or empty
 * @param above  the number that a value has to exceed, or empty
 * @param notBefore  the columns of which the first filled one's date is not later than this one; empty as a rule
 */
public record ColumnDefinition(
        String name,
        ColumnType type,
        boolean required,
        String about,
        List<String> values,
        List<Enum<?>> codes,
        String min,
        String max,
        String above,
        List<String> notBefore) {
    public ColumnDefinition {
        values = List.copyOf(values);
        codes = List.copyOf(codes);
    }
}
