package io.tallybook.ledger;

/**
 * A row that was refused, as far as it concerns one account; where there are many, one that stands for those after it too.
 *
 * @param record  name of its table's record type
 * @param origin  where it stands
 * @param code  why, as a problem code
 * @param owner  what its account was found through, e.g. {@code agreements:E1}; empty if unknown
 * @param count  how many rows of this record type and owner it stands for, itself included
 */
public record RejectedRow(String record, Origin origin, String code, String owner, long count) {
    /** A row that stands for itself. */
    public RejectedRow(String record, Origin origin, String code, String owner) {
        this(record, origin, code, owner, 1);
    }
}
