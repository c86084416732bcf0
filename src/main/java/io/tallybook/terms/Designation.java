package io.tallybook.terms;

/** Whether a product has a right by its product entry. A blank cell is {@link #NOT_KNOWN}, never {@link #NO}. */
public enum Designation {
    YES,
    NO,
    NOT_KNOWN;

    /** Returns the designation that a catalogue writes as {@code Y}, {@code N} or nothing. */
    static Designation parse(String cell) {
        return switch (cell) {
            case "Y" -> YES;
            case "N" -> NO;
            default -> NOT_KNOWN;
        };
    }

    /** Returns this, or the other where this is not known. */
    Designation or(Designation other) {
        return this == NOT_KNOWN ? other : this;
    }
}
