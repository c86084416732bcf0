package io.tallybook.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that can be wrong with a row. The code is the name with hyphens. */
public enum Problem {
    MISSING_VALUE("a required cell is blank"),
    NOT_A_DATE("the cell of a date column holds no date"),
    NOT_A_MONTH("the cell of a month column holds no month"),
    NOT_A_NUMBER("the cell of a number column holds no number"),
    NOT_WHOLE("the cell of a whole-number column holds decimals, or is out of range"),
    NOT_YES_OR_NO("the cell of a yes/no column holds something else"),
    UNKNOWN_CODE("the cell holds none of the column's values"),
    UNKNOWN_CURRENCY("the cell of a currency column holds no ISO 4217 code"),
    UNKNOWN_COUNTRY("the cell of a country column holds no ISO 3166 code"),
    WRONG_TYPE("the cell is of another type than its column, e.g. a date among amounts"),
    ERROR_CELL("the cell holds a spreadsheet error such as #N/A"),
    UNCACHED_FORMULA("the cell holds a formula whose value was never stored"),
    TOO_SMALL("the number is below what the column allows"),
    TOO_LARGE("the number is above what the column allows"),
    ROUNDED_ID("the cell of an id holds a number of more than 15 digits, of which a workbook keeps only 15"),
    RAGGED_ROW("a row of a csv file has a value beyond its last header"),
    WRONG_ORDER("a date lies before the one that it has to follow"),
    DUPLICATE_KEY("an earlier row has the same key"),
    NO_ACCOUNT("the row finds no way to its account"),
    OTHER_CURRENCY("the line is in another currency than its agreement"),
    NO_POOL("the line bears spend, but its pool is blank and its product in no catalogue");

    private final String about;

    Problem(String about) {
        this.about = about;
    }

    /** The code as it stands in {@code rejects.csv}, e.g. {@code not-a-date}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the codes of all. */
    public static Set<String> codes() {
        return Arrays.stream(values()).map(Problem::code).collect(Collectors.toUnmodifiableSet());
    }

    public String about() {
        return about;
    }
}
