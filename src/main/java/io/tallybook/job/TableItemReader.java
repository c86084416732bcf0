package io.tallybook.job;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads the tables of one part, one after the other: an item is what is committed at once. After a crash it goes on behind the
 * last item that was.
 */
final class TableItemReader implements ItemStreamReader<TableReading.Item> {
    private static final String TABLE = "table.no";
    private static final String STATE = "table.state";

    /** The tables of the run. */
    interface Tables {
        /**
         * Begins to read a table, or goes on.
         *
         * @param state  where its reading stood; empty to read it from its start
         * @return empty if it is not there any more: another part has found its file unreadable, which takes all its tables
         */
        Optional<TableReading> begin(int table, String state);
    }

    private final Deque<Integer> left;
    private final Tables tables;

    private @Nullable TableReading reading;

    /**
     * @param ids  the numbers of the tables of the part, in reading order
     * @param tables  gives their readings
     */
    TableItemReader(List<Integer> ids, Tables tables) {
        this.left = new ArrayDeque<>(ids);
        this.tables = tables;
    }

    @Override
    public void open(ExecutionContext context) {
        int at = context.getInt(TABLE, -1);
        left.removeIf(table -> table < at);
        if (at >= 0 && !left.isEmpty() && left.getFirst() == at) {
            left.removeFirst();
            reading = tables.begin(at, context.getString(STATE)).orElse(null);
        }
    }

    @Override
    public TableReading.@Nullable Item read() {
        TableReading from = reading;
        while (from == null || from.isEnded()) {
            close();
            if (left.isEmpty()) {
                return null;
            }
            from = tables.begin(left.removeFirst(), "").orElse(null);
            reading = from;
        }
        return from.next();
    }

    @Override
    public void update(ExecutionContext context) {
        TableReading from = reading;
        if (from != null) {
            // One that has ended is not the one to go on with.
            context.putInt(
                    TABLE, from.isEnded() ? from.table().id() + 1 : from.table().id());
            context.putString(STATE, from.isEnded() ? "" : from.state());
        }
    }

    @Override
    public void close() {
        TableReading from = reading;
        if (from != null) {
            from.close();
        }
        reading = null;
    }
}
