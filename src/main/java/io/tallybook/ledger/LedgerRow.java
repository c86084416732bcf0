package io.tallybook.ledger;

import org.jspecify.annotations.Nullable;

/**
 * An accepted row on its way into the store.
 *
 * @param row  row number in the source
 * @param part  position among the records of that row; 0 unless one row holds several records
 * @param account  id of the account; empty for shared records and for masters whose account is still to be found
 * @param keyHash  hash of its key
 * @param payload  its values, encoded
 */
public record LedgerRow(int row, int part, String account, long keyHash, String payload) {

    /** Encodes the values of a row. */
    public static LedgerRow of(
            RecordDefinition<?> type, int[] key, int row, int part, String account, @Nullable Object[] values) {
        long hash = 1125899906842597L;
        for (int i : key) {
            String text = String.valueOf(values[i]);
            for (int c = 0; c < text.length(); c++) {
                hash = 31 * hash + text.charAt(c);
            }
            hash = (hash ^ (hash >>> 29)) * 0xBF58476D1CE4E5B9L + 1;
        }
        return new LedgerRow(row, part, account, hash, RowCodec.encode(values));
    }
}
