package io.tallybook.sheet;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for the rows that another thread reads. */
public final class TaskResult {
    private TaskResult() {}

    /**
     * Returns what a task came to.
     *
     * @throws ExecutionException if it threw a checked exception, which is the cause; others are thrown as they are
     */
    public static <T> T of(Future<T> task) throws ExecutionException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException runtime) {
                throw runtime;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }
}
