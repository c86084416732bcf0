package io.tallybook.ledger;

/**
 * A row that was refused, with why and what to do.
 *
 * @param origin  where it stands
 * @param record  name of the record type
 * @param column  the column at fault, as it is called in the record type; may be empty
 * @param code  problem code
 * @param found  what stands there
 * @param expected  what was expected
 * @param remedy  what to do
 * @param owner  what the row's account is found through, e.g. {@code agreements:E1} or {@code account:A1}; may be empty
 */
public record Reject(
        Origin origin,
        String record,
        String column,
        String code,
        String found,
        String expected,
        String remedy,
        String owner) {}
