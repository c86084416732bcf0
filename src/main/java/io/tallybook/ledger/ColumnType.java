package io.tallybook.ledger;

/** The types of input columns. */
public enum ColumnType {
    ID("identifier, kept as text: leading zeros survive"),
    TEXT("text"),
    CODE("one of the listed values; case, spaces, hyphens and underscores do not matter"),
    CODES("several of the listed values, `;` between them"),
    DATE("a date cell, or text like 2026-10-31"),
    MONTH("text like 2026-10, or any date in that month"),
    DATETIME("a date-time cell, or text like 2026-10-31T09:30; without a zone it is in the job's zone"),
    DECIMAL("a number, exact"),
    MONEY("an amount in the row's currency, exact"),
    INTEGER("a whole number"),
    YESNO("Y or N (yes/no, true/false, 1/0); blank = not known"),
    CURRENCY("a three-letter ISO 4217 code, e.g. EUR"),
    COUNTRY("a two-letter ISO 3166 code, e.g. DE");

    private final String about;

    ColumnType(String about) {
        this.about = about;
    }

    /** What a cell of this type may hold, for people. */
    public String about() {
        return about;
    }
}
