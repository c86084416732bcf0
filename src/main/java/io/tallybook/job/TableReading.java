package io.tallybook.job;

import io.tallybook.intake.BlockResult;
import io.tallybook.intake.IntakeContext;
import io.tallybook.intake.TableIntake;
import io.tallybook.ledger.SourceFileRecord;
import io.tallybook.ledger.SourceTable;
import io.tallybook.sheet.RowBlock;
import io.tallybook.sheet.SourceFile;
import io.tallybook.sheet.SourceFiles;
import io.tallybook.sheet.TableReader;
import io.tallybook.sheet.TaskResult;
import io.tallybook.sheet.UnreadableFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one table: as many rows at a time as are committed together, already turned into ledger rows and rejects.
 *
 * <p>While rows are committed the next ones are read by another thread, since neither takes anything of the other. Memory: the
 * rows of two commits.
 */
final class TableReading implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(TableReading.class.getName());
    /** Big enough that Spring Batch's share does not count, small enough that a few of them fit any heap. */
    private static final int BLOCK_ROWS = 10_000;

    private static final int SUMMED_ROWS = 250_000;

    private final RunContext run;
    private final SourceTable table;
    private final SourceFileRecord source;
    private final TableIntake intake;

    private @Nullable SourceFile file;
    private @Nullable TableReader reader;
    private boolean begun;
    private @Nullable FutureTask<Read> ahead;
    // What was handed out last: where the reading stood behind it, and whether it was the end.
    private String state;
    private boolean isEnded;

    /** An item, and where the reading stood behind it. */
    private record Read(Item item, String state) {}

    /**
     * @param state  where it stood when a process before this one was cut short; empty to read from the start
     */
    TableReading(RunContext run, SourceTable table, SourceFileRecord source, IntakeContext context, String state) {
        this.run = run;
        this.table = table;
        this.source = source;
        this.state = state;
        intake = new TableIntake(table, run.profiles(), context);
        if (!state.isEmpty()) {
            intake.restore(state);
            begun = true;
        }
    }

    /**
     * What was read at once.
     *
     * @param table  the table
     * @param said  what the survey has said about its file already
     * @param isFirst  whether nothing of the table stands before it: what an earlier attempt left of a table that has to
     *     be read from its start is to be forgotten
     * @param block  the rows, and at the end of the table what is known then
     * @param refusal  why the file cannot be read after all; empty if it can
     * @param notices  at the end of the table: what was said aloud about the file
     */
    record Item(
            SourceTable table,
            List<String> said,
            boolean isFirst,
            BlockResult block,
            Optional<String> refusal,
            List<String> notices) {
        /** Whether nothing of the table follows. */
        boolean isLast() {
            return refusal.isPresent() || block.end().isPresent();
        }
    }

    SourceTable table() {
        return table;
    }

    /** Whether there is nothing left to read. */
    boolean isEnded() {
        return isEnded;
    }

    /** Where it stands, to be committed with the rows; empty where the table has to be read from its start again. */
    String state() {
        return state;
    }

    Item next() {
        Read read = ahead == null ? read() : result(ahead);
        state = read.state();
        isEnded = read.item().isLast();
        ahead = isEnded ? null : begin();
        return read.item();
    }

    private FutureTask<Read> begin() {
        FutureTask<Read> task = new FutureTask<>(this::read);
        Ahead.load("read", Executors.callable(task));
        return task;
    }

    private static Read result(FutureTask<Read> of) {
        try {
            return TaskResult.of(of);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Read read() {
        boolean isFirst = !begun;
        begun = true;
        Item item;
        try {
            BlockResult rows = rows(reader());
            SourceFile of = file;
            List<String> notices = rows.end().isPresent() && of != null ? of.notices() : List.of();
            item = new Item(table, source.notices(), isFirst, rows, Optional.empty(), notices);
        } catch (UnreadableFileException e) {
            item = new Item(
                    table, source.notices(), false, BlockResult.NOTHING, Optional.of(e.getMessage()), List.of());
        }
        // Sums wait for the end of the table.
        return new Read(item, intake.isSummed() ? "" : intake.state());
    }

    private TableReader reader() throws UnreadableFileException {
        TableReader from = reader;
        if (from == null) {
            SourceFile opened = SourceFiles.open(Path.of(source.path()), run.limits());
            file = opened;
            from = opened.read(table.sheetIndex(), intake.reading(BLOCK_ROWS));
            reader = from;
        }
        return from;
    }

    /** As many rows as are committed at once, with the end of the table if they reach it. */
    private BlockResult rows(TableReader from) throws UnreadableFileException {
        int most = intake.isSummed() ? SUMMED_ROWS : BLOCK_ROWS;
        BlockResult all = BlockResult.NOTHING;
        for (int read = 0; read < most; ) {
            Optional<RowBlock> block = from.next();
            if (block.isEmpty()) {
                return all.and(intake.finish());
            }
            int size = block.get().size();
            run.progress().advance(size);
            read += size;
            all = all.and(intake.take(block.get()));
        }
        return all;
    }

    @Override
    public void close() {
        FutureTask<Read> unread = ahead;
        ahead = null;
        if (unread != null) {
            // Nothing is closed that is being read from.
            try {
                result(unread);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.DEBUG, "rows that nobody waits for", e);
            }
        }
        TableReader from = reader;
        if (from != null) {
            from.close();
        }
        SourceFile of = file;
        if (of != null) {
            of.close();
        }
        reader = null;
        file = null;
    }
}
