package io.tallybook.ledger;

/**
 * A row that was refused, as far as it concerns one account.
 *
 * @param record  name of its table's record type
 * @param origin  where it stands
 * @param code  why, as a problem code
 * @param owner  what its account was found through, e.g. {@code agreements:E1}; empty if unknown
 */
public record RejectedRow(String record, Origin origin, String code, String owner) {}
