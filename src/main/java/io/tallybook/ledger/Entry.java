package io.tallybook.ledger;

/**
 * A record with the row it was read from.
 *
 * @param record  the record
 * @param origin  where it stands in the input
 */
public record Entry<R extends LedgerRecord>(R record, Origin origin) {}
