package io.tallybook.sheet;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table piece by piece: whoever has time cuts the next piece or parses one, and the blocks come out in the order of
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

    /** So many pieces are cut before anybody is there to parse them. */
    private static final int UNPARSED = 2;

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

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition cut = lock.newCondition();
    // Guarded by the lock: the pieces in their order, the last of which stands for the end; those that nobody
    // parses yet; whether somebody cuts, and whether all is cut.
    private final Deque<FutureTask<PieceParser.@Nullable Parsed>> pieces = new ArrayDeque<>();
    private final Deque<FutureTask<PieceParser.@Nullable Parsed>> unparsed = new ArrayDeque<>();
    private boolean isCutting;
    private boolean allCut;
    private final AtomicInteger helpers = new AtomicInteger();
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
                take(bytes > ALONE ? inOrder() : alone());
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
        return parse(piece);
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
            FutureTask<PieceParser.@Nullable Parsed> first = first();
            if (first != null && first.isDone()) {
                PieceParser.Parsed parsed = result(first);
                take();
                return parsed;
            }
            // Without a piece there is nothing to wait for but the one who cuts.
            if (!work(first == null) && first != null) {
                result(first);
            }
        }
    }

    private @Nullable FutureTask<PieceParser.@Nullable Parsed> first() {
        lock.lock();
        try {
            askForHelp();
            return pieces.peek();
        } finally {
            lock.unlock();
        }
    }

    private void take() {
        lock.lock();
        try {
            pieces.remove();
        } finally {
            lock.unlock();
        }
    }

    private void askForHelp() {
        if (!allCut && pieces.size() < AHEAD && helpers.get() < Helpers.MANY) {
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
     * Cuts a piece or parses one. Cutting comes first, as only one can do so at a time: then there is always something to parse
     * for the others.
     *
     * @param patient  whether to wait for a piece that another one cuts
     * @return false if there is nothing to do
     */
    private boolean work(boolean patient) {
        FutureTask<PieceParser.@Nullable Parsed> task = null;
        lock.lock();
        try {
            while (!mayCut()) {
                task = unparsed.poll();
                if (task != null) {
                    break;
                }
                if (!isCutting || !patient) {
                    return false;
                }
                cut.awaitUninterruptibly();
            }
            isCutting |= task == null;
        } finally {
            lock.unlock();
        }
        if (task == null) {
            cutNext();
        } else {
            task.run();
        }
        return true;
    }

    private boolean mayCut() {
        return !isCutting && !allCut && pieces.size() < AHEAD && unparsed.size() < UNPARSED;
    }

    private void cutNext() {
        FutureTask<PieceParser.@Nullable Parsed> task;
        boolean isLast = true;
        try {
            PieceSource.Piece piece = source.next();
            isLast = piece == null;
            task = new FutureTask<>(() -> piece == null ? null : parse(piece));
        } catch (UnreadableFileException | IrregularException | RuntimeException | Error e) {
            task = new FutureTask<>(() -> {
                throw e;
            });
        }
        lock.lock();
        try {
            isCutting = false;
            allCut |= isLast;
            pieces.add(task);
            unparsed.add(task);
            cut.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static PieceParser.@Nullable Parsed result(Future<PieceParser.@Nullable Parsed> of)
            throws UnreadableFileException, IrregularException {
        try {
            return TaskResult.of(of);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnreadableFileException unreadable) {
                throw unreadable;
            }
            if (e.getCause() instanceof IrregularException irregular) {
                throw irregular;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Waits for who cuts, then lets nobody do so any more. */
    private void stop() {
        lock.lock();
        try {
            allCut = true;
            while (isCutting) {
                cut.awaitUninterruptibly();
            }
            unparsed.clear();
        } finally {
            lock.unlock();
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
