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
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The right to work on one output folder: at most one process has it.
 *
 * <p>It is the operating system's lock on a file, so a process that dies gives it up whatever happens, and nothing has to be
 * cleared by hand. Who holds it stands in a file beside it.
 */
final class RunLock implements AutoCloseable {
    private static final String HOLDER = "holder";
    private static final Pattern PROCESS = Pattern.compile("process (\\d{1,18}) on (.+) since .+");
    private static final int HOLDER_TRIES = 40;
    private static final long HOLDER_PAUSE_NANOS = 50_000_000;

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
        Path aside = folder.resolve(HOLDER + ".new");
        Files.writeString(aside, self(), StandardCharsets.UTF_8);
        // Whoever reads it reads all of it.
        Files.move(aside, folder.resolve(HOLDER), StandardCopyOption.ATOMIC_MOVE);
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

    /**
     * Says who holds the lock. What is written down may still be of a process that is gone: whoever has just taken the lock
     * is given a moment to write.
     */
    static String holder(Path folder) {
        for (int i = 0; i < HOLDER_TRIES; i++) {
            String holder = written(folder);
            if (mayBeAlive(holder)) {
                return holder;
            }
            LockSupport.parkNanos(HOLDER_PAUSE_NANOS);
        }
        return "another process";
    }

    private static String written(Path folder) {
        try {
            return Files.readString(folder.resolve(HOLDER)).strip();
        } catch (IOException e) {
            return "";
        }
    }

    /** Whether it names a process; of those of this host, one that is there. */
    private static boolean mayBeAlive(String holder) {
        Matcher process = PROCESS.matcher(holder);
        return process.matches()
                && (!process.group(2).equals(host())
                        || ProcessHandle.of(Long.parseLong(process.group(1))).isPresent());
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
