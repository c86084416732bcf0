package io.tallybook.terms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of a term over a period, with their citation.
 *
 * @param term  id of the term
 * @param name  name of the edition, printed beside every figure
 * @param from  first day in force; {@link LocalDate#MIN} when the source gives none
 * @param to  last day in force, inclusive; {@link LocalDate#MAX} when it has no end
 * @param lastChecked  day on which a person last compared it with the source
 * @param replacedBy  what came after, in words; empty while it is in force
 * @param citation  where the values stand
 * @param rows  the rows of the table in the order of the source; one row for a single value
 */
public record TermEdition(
        String term,
        String name,
        LocalDate from,
        LocalDate to,
        LocalDate lastChecked,
        String replacedBy,
        Citation citation,
        List<Map<String, String>> rows) {
    public TermEdition {
        rows = List.copyOf(rows);
    }

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Returns the row whose column holds exactly this text, or empty if the table has none. */
    public Optional<Map<String, String>> row(String column, String text) {
        return rows.stream().filter(row -> text.equals(row.get(column))).findFirst();
    }

    /** Returns a number of the row that {@link #row} finds. */
    public Optional<BigDecimal> number(String column, String text, String numberColumn) {
        return row(column, text).map(row -> row.get(numberColumn)).map(BigDecimal::new);
    }

    /**
     * Returns the only value of a term that is a single value.
     *
     * @throws IllegalStateException if the term is a table or has no {@code value}
     */
    public String value() {
        if (rows.size() != 1 || !rows.get(0).containsKey("value")) {
            throw new IllegalStateException(term + " is not a single value");
        }
        return String.valueOf(rows.get(0).get("value"));
    }

    /** Returns the only value of a term that is a single number. */
    public BigDecimal number() {
        return new BigDecimal(value());
    }
}
