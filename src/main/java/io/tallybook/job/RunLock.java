package io.tallybook.job;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right to work on one output folder: at most one process has it.
 *
 * <p>It is the operating system's lock on a file, so a process that dies gives it up whatever happens, and nothing has to be
 * cleared by hand. Who holds it stands in a file beside it.
 */
final class RunLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private RunLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes the lock, or returns empty when another process has it. */
    static Optional<RunLock> take(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Another run of this very process has it.
        }
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        Files.writeString(folder.resolve("holder"), self(), StandardCharsets.UTF_8);
        return Optional.of(new RunLock(channel, lock));
    }

    private static String self() {
        return process() + " since " + Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Names this process. */
    static String process() {
        return "process " + ProcessHandle.current().pid() + " on " + host();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "this host";
        }
    }

    /** Says who holds the lock, as far as it is written down. */
    static String holder(Path folder) {
        try {
            return Files.readString(folder.resolve("holder")).strip();
        } catch (IOException e) {
            return "another process";
        }
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
