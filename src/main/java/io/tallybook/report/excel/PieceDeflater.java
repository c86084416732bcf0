package io.tallybook.report.excel;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.zip.Deflater;

/**
 * Deflates in pieces that know nothing of each other, on several threads, into one stream: each piece but the last ends at
 * a whole byte, so that they can be joined.
 *
 * <p>Where a piece ends depends on the input alone: the same input gives the same bytes, whatever the threads. Input that is
 * shorter than a piece is deflated by the caller.
 *
 * <p>It does what a zip stream asks of a deflater, and nothing else: no dictionary, no change of level within a stream.
 */
final class PieceDeflater extends Deflater {
    /** Long enough that little is lost where pieces meet, short enough that several of them are no burden on memory. */
    static final int PIECE = 1 << 17;

    /** How many pieces wait for their turn, at most: enough that no thread is without work. */
    private static final int MOST_WAITING = 4;

    /** A piece on its way: its text, and the same deflated. */
    private static final class Piece {
        private final byte[] text = new byte[PIECE];
        private int length;

        // What does not deflate is stored, with five bytes for each 16 KiB or more; the mark behind a piece takes five.
        private final byte[] deflated = new byte[PIECE + PIECE / 1024 + 64];
        private int deflatedLength;
        private int given;
        private final Deflater deflater;

        Piece(int level) {
            deflater = new Deflater(level, true);
        }

        Piece deflate(boolean isLast) {
            deflater.reset();
            deflater.setInput(text, 0, length);
            if (isLast) {
                deflater.finish();
            }
            deflatedLength =
                    deflater.deflate(deflated, 0, deflated.length, isLast ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH);
            given = 0;
            return this;
        }
    }

    private final int level;
    private final Executor helpers;
    private final ArrayDeque<FutureTask<Piece>> waiting = new ArrayDeque<>();
    private final Queue<Piece> ready = new ArrayDeque<>(1);
    private final Queue<Piece> spare = new ArrayDeque<>();
    private Piece filling;
    private byte[] input = new byte[0];
    private int inputFrom;
    private int inputTo;
    private boolean isFinishing;
    private boolean isLastCut;
    private long bytesRead;
    private long bytesWritten;

    /**
     * Prepares to deflate, without a header.
     *
     * @param level  from 1, fast, to 9, small
     * @param helpers  may deflate pieces on other threads, late or never: the caller does what is left
     */
    PieceDeflater(int level, Executor helpers) {
        super(level, true);
        // Only pieces deflate.
        super.end();
        this.level = level;
        this.helpers = helpers;
        this.filling = new Piece(level);
    }

    @Override
    public void setInput(byte[] text, int from, int length) {
        input = text;
        inputFrom = from;
        inputTo = from + length;
    }

    @Override
    public boolean needsInput() {
        return inputFrom == inputTo;
    }

    @Override
    public void finish() {
        isFinishing = true;
    }

    @Override
    public boolean finished() {
        return isLastCut && waiting.isEmpty() && ready.isEmpty();
    }

    /** Takes of the input what there is room for, and gives what is ready; nothing if no piece has to leave yet. */
    @Override
    public int deflate(byte[] out, int from, int most) {
        take();
        boolean isDue = isLastCut || waiting.size() == MOST_WAITING;
        if (ready.isEmpty() && isDue && !waiting.isEmpty()) {
            ready.add(next());
        }
        return ready.isEmpty() ? 0 : give(ready.element(), out, from, most);
    }

    private void take() {
        while (inputFrom < inputTo && waiting.size() < MOST_WAITING) {
            int count = Math.min(inputTo - inputFrom, PIECE - filling.length);
            System.arraycopy(input, inputFrom, filling.text, filling.length, count);
            filling.length += count;
            inputFrom += count;
            bytesRead += count;
            if (filling.length == PIECE) {
                cut(false);
            }
        }
        if (isFinishing && !isLastCut && inputFrom == inputTo && waiting.size() < MOST_WAITING) {
            isLastCut = true;
            cut(true);
        }
    }

    private void cut(boolean isLast) {
        Piece piece = filling;
        FutureTask<Piece> task = new FutureTask<>(() -> piece.deflate(isLast));
        waiting.add(task);
        if (!isLast) {
            helpers.execute(task);
        }
        filling = spare.isEmpty() ? new Piece(level) : spare.remove();
        filling.length = 0;
    }

    /** The first piece that waits. While another thread is still at it, this one does the last. */
    private Piece next() {
        FutureTask<Piece> first = waiting.remove();
        if (!first.isDone() && !waiting.isEmpty()) {
            waiting.getLast().run();
        }
        // Does nothing if it was begun elsewhere.
        first.run();
        boolean isInterrupted = false;
        try {
            while (true) {
                try {
                    return first.get();
                } catch (InterruptedException e) {
                    isInterrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private int give(Piece piece, byte[] out, int from, int most) {
        int count = Math.min(most, piece.deflatedLength - piece.given);
        System.arraycopy(piece.deflated, piece.given, out, from, count);
        piece.given += count;
        bytesWritten += count;
        if (piece.given == piece.deflatedLength) {
            spare.add(ready.remove());
        }
        return count;
    }

    @Override
    public long getBytesRead() {
        return bytesRead;
    }

    @Override
    public long getBytesWritten() {
        return bytesWritten;
    }

    /** Makes ready for the next stream. */
    @Override
    public void reset() {
        drop();
        filling.length = 0;
        inputFrom = inputTo;
        isFinishing = false;
        isLastCut = false;
        bytesRead = 0;
        bytesWritten = 0;
    }

    @Override
    public void end() {
        drop();
        filling.deflater.end();
        spare.forEach(piece -> piece.deflater.end());
        spare.clear();
    }

    /** Leaves what was begun: there is something only where writing failed. */
    private void drop() {
        waiting.forEach(task -> task.cancel(false));
        waiting.clear();
        ready.clear();
    }
}
