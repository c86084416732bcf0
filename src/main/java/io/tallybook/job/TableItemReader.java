package io.tallybook.job;

import io.tallybook.intake.BlockResult;
import io.tallybook.intake.IntakeContext;
import io.tallybook.intake.TableIntake;
import io.tallybook.ledger.SourceTable;
import io.tallybook.sheet.ReadOptions;
import io.tallybook.sheet.RowBlock;
import io.tallybook.sheet.SourceFile;
import io.tallybook.sheet.SourceFiles;
import io.tallybook.sheet.TableReader;
import io.tallybook.sheet.UnreadableFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads one table: an item is a block of rows, already turned into ledger rows and rejects. After a crash it goes on behind
 * the last block that was committed.
 */
final class TableItemReader implements ItemStreamReader<TableItemReader.Item> {
    /** Big enough that Spring Batch's share does not count, small enough that a few of them fit any heap. */
    private static final int BLOCK_ROWS = 10_000;

    private static final int SUMMED_ROWS = 250_000;

    private static final String STATE = "table.state";

    private final RunContext run;
    private final SourceTable table;
    private final String path;
    private final IntakeContext context;

    private @Nullable TableIntake intake;
    private @Nullable SourceFile file;
    private @Nullable TableReader reader;
    private boolean begun;
    private boolean ended;

    TableItemReader(RunContext run, SourceTable table, String path, IntakeContext context) {
        this.run = run;
        this.table = table;
        this.path = path;
        this.context = context;
    }

    /**
     * What was read at once.
     *
     * @param isFirst  whether nothing of the table stands before it: what an earlier attempt left of a table that has to
     *     be read from its start is to be forgotten
     * @param block  the rows
     * @param refusal  why the file cannot be read after all; empty if it can
     * @param notices  at the end of the table: what was said aloud about the file
     */
    record Item(boolean isFirst, BlockResult block, Optional<String> refusal, List<String> notices) {}

    @Override
    public void open(ExecutionContext context) throws ItemStreamException {
        TableIntake opened = new TableIntake(table, run.profiles(), this.context);
        if (context.containsKey(STATE) && !opened.isSummed()) {
            opened.restore(context.getString(STATE));
            begun = true;
        }
        intake = opened;
    }

    @Override
    public @Nullable Item read() {
        TableIntake into = intake;
        if (ended || into == null) {
            return null;
        }
        try {
            TableReader from = reader;
            if (from == null) {
                SourceFile opened = SourceFiles.open(Path.of(path), run.limits());
                file = opened;
                from = opened.read(table.sheetIndex(), new ReadOptions(into.selection(), into.position(), BLOCK_ROWS));
                reader = from;
            }
            BlockResult rows = rows(from, into);
            if (rows != null) {
                return new Item(isFirst(), rows, Optional.empty(), List.of());
            }
            ended = true;
            SourceFile of = file;
            return new Item(isFirst(), into.finish(), Optional.empty(), of == null ? List.of() : of.notices());
        } catch (UnreadableFileException e) {
            ended = true;
            return new Item(
                    false,
                    new BlockResult(List.of(), List.of(), List.of(), Optional.empty()),
                    Optional.of(e.getMessage()),
                    List.of());
        }
    }

    /** As many rows as are committed at once, or null at the end of the table. */
    private @Nullable BlockResult rows(TableReader from, TableIntake into) throws UnreadableFileException {
        // Sums wait for the end of the table in any case.
        int most = into.isSummed() ? SUMMED_ROWS : BLOCK_ROWS;
        BlockResult all = null;
        for (int read = 0; read < most; ) {
            Optional<RowBlock> block = from.next();
            if (block.isEmpty()) {
                break;
            }
            int size = block.get().size();
            run.progress().advance(size);
            read += size;
            BlockResult more = into.take(block.get());
            all = all == null ? more : all.and(more);
        }
        return all;
    }

    private boolean isFirst() {
        boolean first = !begun;
        begun = true;
        return first;
    }

    @Override
    public void update(ExecutionContext context) throws ItemStreamException {
        TableIntake into = intake;
        if (into != null && !into.isSummed()) {
            context.putString(STATE, into.state());
        }
    }

    @Override
    public void close() throws ItemStreamException {
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
