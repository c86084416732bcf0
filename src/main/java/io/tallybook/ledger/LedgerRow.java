package io.tallybook.ledger;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An accepted row on its way into the store.
 *
 * @param row  row number in the source
 * @param part  position among the records of that row; 0 unless one row holds several records
 * @param account  id of the account; empty for shared records and for masters whose account is still to be found
 * @param keyHash  hash of its key
 * @param values  one for each column of its record type, in their order
 */
public record LedgerRow(int row, int part, String account, long keyHash, List<@Nullable Object> values) {

    /** Makes a row of its values, which it keeps. */
    public static LedgerRow of(int[] key, int row, int part, String account, @Nullable Object[] values) {
        long hash = 1125899906842597L;
        for (int i : key) {
            String text = String.valueOf(values[i]);
            for (int c = 0; c < text.length(); c++) {
                hash = 31 * hash + text.charAt(c);
            }
            hash = (hash ^ (hash >>> 29)) * 0xBF58476D1CE4E5B9L + 1;
        }
        return new LedgerRow(row, part, account, hash, Arrays.asList(values));
    }

    /** Its values as they stand in the store, U+001F between them. */
    public String text() {
        return RowCodec.encode(values.toArray());
    }
}
