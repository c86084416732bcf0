package io.tallybook.intake;

import io.tallybook.ledger.LedgerRow;
import io.tallybook.ledger.LedgerStore.ControlTotal;
import io.tallybook.ledger.Reject;
import io.tallybook.ledger.SourceTable.Counts;
import io.tallybook.ledger.UsageMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a block of rows became.
 *
 * @param rows  the accepted rows; none where usage lines are summed
 * @param rejects  the rejects, several for a row with several faults
 * @param sums  summed usage lines that need not wait for the end of the table; lines like them may follow
 * @param end  what is known once the table has been read to its end
 */
public record BlockResult(List<LedgerRow> rows, List<Reject> rejects, List<UsageMonth> sums, Optional<End> end) {
    /** What becomes of no rows. */
    public static final BlockResult NOTHING = new BlockResult(List.of(), List.of(), List.of(), Optional.empty());

    /**
     * The end of a table.
     *
     * @param counts  its rows
     * @param totals  its control totals
     * @param sums  its summed usage lines, but for those filed before
     * @param notices  what has to be said aloud about its rows
     */
    public record End(Counts counts, List<ControlTotal> totals, List<UsageMonth> sums, List<String> notices) {}

    /** Returns what this block and the next one became. */
    public BlockResult and(BlockResult next) {
        return new BlockResult(
                joined(rows, next.rows), joined(rejects, next.rejects), joined(sums, next.sums), next.end);
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        List<T> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }
}
