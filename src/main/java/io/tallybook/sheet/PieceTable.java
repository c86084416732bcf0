package io.tallybook.sheet;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table piece by piece: one thread cuts, others parse, and the blocks come out in the order of the source.
 * <p>
 * The beginning of a table is read by the calling thread alone; most tables end there, and so do those that are only looked
 * at. Where a piece is irregular the rest of the table goes the thorough way. Memory: some ten pieces, whatever the table.
 */
final class PieceTable implements TableReader {
    private static final System.Logger LOG = System.getLogger(PieceTable.class.getName());
    /** So much is read before threads are asked for help. */
    private static final long ALONE = 1_500_000;

    private static final int AHEAD = 4;

    private static final Future<PieceParser.@Nullable Parsed> END = CompletableFuture.completedFuture(null);

    /** Opens the thorough way behind some records. */
    interface Thorough {
        /**
         * Opens it.
         *
         * @param records  the records to leave out
         * @param row  the row number of the last of them
         */
        TableReader behind(int records, int row) throws UnreadableFileException;
    }

    /** Threads that parse, for all tables together. */
    private static final class Workers {
        private static final ExecutorService POOL =
                Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors()), task -> {
                    Thread thread = new Thread(task, "parse");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    private final PieceSource source;
    private final Supplier<? extends PieceParser> parsers;
    private final ConcurrentLinkedQueue<PieceParser> idle = new ConcurrentLinkedQueue<>();
    private final Thorough thorough;
    private final ReadOptions options;

    private final BlockingQueue<Future<PieceParser.@Nullable Parsed>> queue = new ArrayBlockingQueue<>(AHEAD);
    private @Nullable Thread cutter;
    private @Nullable TableReader rest;
    private @Nullable CellBlock block;
    private int nextRow;
    private long bytes;
    private int records;
    private int row;
    private boolean ended;

    /**
     * @param source  cuts the table
     * @param parsers  makes parsers, of which several work at once
     * @param thorough  where irregular tables go
     * @param options  what is wanted
     */
    PieceTable(PieceSource source, Supplier<? extends PieceParser> parsers, Thorough thorough, ReadOptions options) {
        this.source = source;
        this.parsers = parsers;
        this.thorough = thorough;
        this.options = options;
    }

    @Override
    public Optional<RowBlock> next() throws UnreadableFileException {
        while (true) {
            Optional<RowBlock> rows = cut();
            if (rows.isPresent()) {
                return rows;
            }
            TableReader other = rest;
            if (other != null) {
                return other.next();
            }
            if (ended) {
                return Optional.empty();
            }
            try {
                take(cutter == null ? alone() : inOrder());
            } catch (IrregularException e) {
                LOG.log(System.Logger.Level.DEBUG, "thorough reading from row {0} on: {1}", row + 1, e.getMessage());
                stop();
                rest = thorough.behind(records, row);
            }
        }
    }

    private void take(PieceParser.@Nullable Parsed parsed) throws IrregularException {
        if (parsed == null) {
            ended = true;
            return;
        }
        if (parsed.firstNumber() != 0 && parsed.firstNumber() <= row) {
            throw new IrregularException("a row number");
        }
        block = parsed.block() == null ? null : parsed.block().behind(row, parsed.relativeRows());
        nextRow = 0;
        records += parsed.records();
        row = parsed.isRelative() ? row + parsed.lastRow() : parsed.lastRow();
    }

    /** The next rows of the block that are wanted, as many as are wanted at once. */
    private Optional<RowBlock> cut() {
        CellBlock from = block;
        if (from == null) {
            return Optional.empty();
        }
        int size = from.size();
        int first = nextRow;
        while (first < size && from.row(first) < options.fromRow()) {
            first++;
        }
        int end = first;
        while (end < size && end - first < options.blockRows() && from.row(end) >= options.fromRow()) {
            end++;
        }
        nextRow = end;
        if (end == size) {
            block = null;
        }
        return first == end ? Optional.empty() : Optional.of(from.rows(first, end));
    }

    private PieceParser.@Nullable Parsed alone() throws UnreadableFileException, IrregularException {
        PieceSource.Piece piece = source.next();
        if (piece == null) {
            return null;
        }
        bytes += piece.to() - piece.from();
        PieceParser.Parsed parsed = parse(piece);
        if (bytes > ALONE) {
            Thread thread = new Thread(this::cutAll, "cut");
            thread.setDaemon(true);
            cutter = thread;
            thread.start();
        }
        return parsed;
    }

    private PieceParser.Parsed parse(PieceSource.Piece piece) throws UnreadableFileException, IrregularException {
        PieceParser parser = idle.poll();
        if (parser == null) {
            parser = parsers.get();
        }
        PieceParser.Parsed parsed = parser.parse(piece);
        idle.add(parser);
        return parsed;
    }

    private void cutAll() {
        try {
            for (PieceSource.Piece piece = source.next(); piece != null; piece = source.next()) {
                PieceSource.Piece mine = piece;
                FutureTask<PieceParser.@Nullable Parsed> task = new FutureTask<>(() -> parse(mine));
                Workers.POOL.execute(task);
                queue.put(task);
            }
            queue.put(END);
        } catch (InterruptedException e) {
            // Nobody wants the rest.
            Thread.currentThread().interrupt();
        } catch (UnreadableFileException | IrregularException | RuntimeException | Error e) {
            try {
                queue.put(CompletableFuture.failedFuture(e));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private PieceParser.@Nullable Parsed inOrder() throws UnreadableFileException, IrregularException {
        try {
            return queue.take().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof UnreadableFileException unreadable) {
                throw unreadable;
            }
            if (cause instanceof IrregularException irregular) {
                throw irregular;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
        }
    }

    private void stop() {
        Thread thread = cutter;
        if (thread != null) {
            thread.interrupt();
            boolean interrupted = false;
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            cutter = null;
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        source.close();
    }

    @Override
    public void close() {
        stop();
        TableReader other = rest;
        if (other != null) {
            other.close();
        }
    }
}
