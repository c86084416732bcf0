package io.tallybook.job;

import io.tallybook.job.InputFiles.Found;
import io.tallybook.publish.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Digests of the inputs, made on a thread of their own while the inputs are read: they are needed at the end. */
final class InputDigests {
    private final Map<Path, FutureTask<String>> digests = new LinkedHashMap<>();
    private final Map<Long, Integer> sizes = new HashMap<>();

    private InputDigests() {}

    /** Begins, and does not wait. */
    static InputDigests start(InputFiles inputs) {
        InputDigests started = new InputDigests();
        for (Found found : inputs.files()) {
            started.digests.put(found.path(), new FutureTask<>(() -> Digest.of(found.path())));
            started.sizes.merge(size(found.path()), 1, Integer::sum);
        }
        Ahead.load("digests", () -> {
            started.digests.values().forEach(FutureTask::run);
            return started;
        });
        return started;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            // Nothing else is like a file that cannot be read; who opens it says why.
            return -1;
        }
    }

    /** Whether another file might have the same bytes. */
    boolean mayHaveTwin(Path file) {
        return sizes.getOrDefault(size(file), 0) > 1;
    }

    /** Waits for the digest of a file. */
    String of(Path file) throws IOException {
        FutureTask<String> digest = digests.get(file);
        if (digest == null) {
            return Digest.of(file);
        }
        try {
            return digest.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        }
    }
}
