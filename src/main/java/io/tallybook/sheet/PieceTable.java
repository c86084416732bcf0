package io.tallybook.sheet;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table piece by piece: whoever has time cuts the next piece and parses it, and the blocks come out in the order of
 * the source.
 * <p>
 * The beginning of a table is read by the calling thread alone; most tables end there, and so do those that are only looked
 * at. From then on others help. The calling thread does not wait for them while there is a piece that it can parse itself, so
 * that as many threads as there are processors keep them busy. Where a piece is irregular the rest of the table goes the
 * thorough way. Memory: some ten pieces, whatever the table.
 */
final class PieceTable implements TableReader {
    private static final System.Logger LOG = System.getLogger(PieceTable.class.getName());
    /** So much is read before threads are asked for help. */
    private static final long ALONE = 1_500_000;

    private static final int AHEAD = 8;

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

    /** Threads that help, for all tables together. */
    private static final class Helpers {
        private static final int MANY = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        private static final ExecutorService POOL = Executors.newFixedThreadPool(MANY, task -> {
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

    /** Held by who cuts. */
    private final ReentrantLock cutting = new ReentrantLock();
    /** Pieces that were cut, in their order; null stands for the end. */
    private final BlockingQueue<FutureTask<PieceParser.@Nullable Parsed>> pieces = new LinkedBlockingQueue<>();

    private final AtomicInteger helpers = new AtomicInteger();
    private volatile boolean allCut;
    private boolean helped;
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
                take(helped ? inOrder() : alone());
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
        helped = bytes > ALONE;
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

    private PieceParser.@Nullable Parsed inOrder() throws UnreadableFileException, IrregularException {
        while (true) {
            FutureTask<PieceParser.@Nullable Parsed> first = pieces.peek();
            if (first == null || !first.isDone()) {
                askForHelp();
                // Without a piece there is nothing to wait for but the one who cuts.
                if (work(first == null) || first == null) {
                    continue;
                }
            }
            PieceParser.Parsed parsed = result(first);
            pieces.remove();
            askForHelp();
            return parsed;
        }
    }

    private void askForHelp() {
        if (!allCut && helpers.get() < Helpers.MANY) {
            helpers.incrementAndGet();
            Helpers.POOL.execute(this::help);
        }
    }

    /** Works as long as there is something to do; other tables have their turn after each piece. */
    private void help() {
        if (work(true)) {
            Helpers.POOL.execute(this::help);
        } else {
            helpers.decrementAndGet();
        }
    }

    /**
     * Cuts a piece and parses it.
     *
     * @param patient  whether to wait for another one who cuts
     * @return false if there is nothing to cut, or no room, or another one cuts
     */
    private boolean work(boolean patient) {
        if (patient) {
            cutting.lock();
        } else if (!cutting.tryLock()) {
            return false;
        }
        FutureTask<PieceParser.@Nullable Parsed> task;
        try {
            if (allCut || pieces.size() >= AHEAD) {
                return false;
            }
            task = cutOne();
            pieces.add(task);
        } finally {
            cutting.unlock();
        }
        task.run();
        return true;
    }

    private FutureTask<PieceParser.@Nullable Parsed> cutOne() {
        try {
            PieceSource.Piece piece = source.next();
            allCut = piece == null;
            return new FutureTask<>(() -> piece == null ? null : parse(piece));
        } catch (UnreadableFileException | IrregularException | RuntimeException | Error e) {
            allCut = true;
            return new FutureTask<>(() -> {
                throw e;
            });
        }
    }

    private static PieceParser.@Nullable Parsed result(Future<PieceParser.@Nullable Parsed> of)
            throws UnreadableFileException, IrregularException {
        try {
            return of.get();
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

    /** Waits for who cuts, then lets nobody do so any more. */
    private void stop() {
        cutting.lock();
        try {
            allCut = true;
            source.close();
        } finally {
            cutting.unlock();
        }
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
