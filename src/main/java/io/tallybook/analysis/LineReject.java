package io.tallybook.analysis;

import io.tallybook.ledger.Origin;

/**
 * A line that a rule had to refuse although each of its cells is fine, e.g. one in another currency than its agreement's.
 * It is listed among the rejects.
 *
 * @param record  name of its record type
 * @param origin  where it stands
 * @param column  the column that is to be mended
 * @param code  problem code, e.g. {@code other-currency}
 * @param found  what stands there
 * @param expected  what was expected
 * @param remedy  what to do
 */
public record LineReject(
        String record, Origin origin, String column, String code, String found, String expected, String remedy) {}
