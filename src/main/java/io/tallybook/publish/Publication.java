package io.tallybook.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts a finished folder in the place of the one published before: readers see the old set or the new one, never parts of
 * both.
 *
 * <p>Everything is written aside on the same file system, forced to disk, and moved by renaming the folder. What was
 * published before steps aside first and is removed last; what people laid beside it is carried over. A crash in between is
 * mended by {@link #recover} at the next start.
 *
 * <p>A folder that cannot step aside, as on Windows one with a file that is open in Excel, is tried for half a minute. Then the
 * new set is published beside it, as {@code NAME-new}, until a later one finds the folder free.
 */
public final class Publication {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Path target;
    private final Path stage;
    private final Path previous;
    private final Set<String> ownNames;
    private final Duration patience;
    private Path place;

    /**
     * @param target  the folder to publish
     * @param work  a folder on the same file system, for this target alone
     * @param ownNames  names in the target that are ours, whether or not the new set has them
     */
    public Publication(Path target, Path work, Set<String> ownNames) {
        this(target, work, ownNames, PATIENCE);
    }

    /**
     * @param patience  how long a folder that cannot step aside is tried
     */
    Publication(Path target, Path work, Set<String> ownNames, Duration patience) {
        this.target = target;
        this.place = target;
        this.patience = patience;
        this.stage = work.resolve("stage");
        this.previous = work.resolve("previous");
        this.ownNames = Set.copyOf(ownNames);
    }

    /** The folder to write the new set into. */
    public Path stage() {
        return stage;
    }

    /**
     * Brings a publication to its end, or back, that a crash has cut short.
     *
     * @throws IOException if there can be no publication: something that is no folder lies where the target is to be
     */
    public void recover() throws IOException {
        if (Files.exists(target) && !Files.isDirectory(target)) {
            throw new FileSystemException(target.toString(), null, "is a file, not a folder");
        }
        if (Files.isDirectory(previous)) {
            if (Files.exists(target)) {
                carryOver();
                delete(previous);
            } else {
                Files.move(previous, target, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /** Whether the new set and what is published are byte for byte the same. */
    public boolean isUnchanged() throws IOException {
        if (!Files.isDirectory(target)) {
            return false;
        }
        List<Path> files = filesBelow(stage);
        for (Path file : files) {
            Path old = target.resolve(file.toString());
            if (!Files.isRegularFile(old) || Files.mismatch(stage.resolve(file.toString()), old) >= 0) {
                return false;
            }
        }
        Set<String> top = new TreeSet<>();
        files.forEach(file -> top.add(file.getName(0).toString()));
        for (String name : ownNames) {
            if (!top.contains(name) && Files.exists(target.resolve(name))) {
                return false;
            }
        }
        return filesBelow(target).stream()
                .filter(file -> top.contains(file.getName(0).toString()))
                .allMatch(files::contains);
    }

    /** Where the set is published: the target, unless that could not step aside. */
    public Path place() {
        return place;
    }

    /**
     * Publishes the new set.
     *
     * @throws IOException if it cannot be written; then what was published before is still there
     */
    public void publish() throws IOException {
        force(stage);
        Path parent = parent(target);
        Files.createDirectories(parent);
        boolean replaces = Files.exists(target);
        if (replaces && !stepsAside()) {
            List<Path> names = beside();
            place = names.get(names.size() - 1);
            replaces = false;
        }
        try {
            Files.move(stage, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (replaces) {
                Files.move(previous, target, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
        forceFolder(parent);
        if (replaces) {
            carryOver();
            delete(previous);
        }
        if (place.equals(target)) {
            deleteBeside();
        }
    }

    /** The names that sets are published under beside the target, as far as there are any, and then a free one. */
    private List<Path> beside() {
        List<Path> names = new ArrayList<>();
        do {
            String number = names.isEmpty() ? "" : "-" + (names.size() + 1);
            names.add(target.resolveSibling(target.getFileName() + "-new" + number));
        } while (Files.exists(names.get(names.size() - 1)));
        return names;
    }

    /** Deletes what was published beside the target, now that a later set is in its place. */
    private void deleteBeside() throws IOException {
        List<Path> names = beside();
        Set<String> ours = new TreeSet<>(ownNames);
        filesBelow(target).forEach(file -> ours.add(file.getName(0).toString()));
        for (Path folder : names.subList(0, names.size() - 1)) {
            // What people keep under such a name stays.
            List<Path> files = filesBelow(folder);
            if (!files.isEmpty()
                    && files.stream()
                            .allMatch(file -> ours.contains(file.getName(0).toString()))) {
                delete(folder);
            }
        }
    }

    /** Whether what was published before is out of the way. */
    private boolean stepsAside() throws IOException {
        for (long left = patience.dividedBy(PAUSE); ; left--) {
            try {
                Files.move(target, previous, StandardCopyOption.ATOMIC_MOVE);
                return true;
            } catch (FileSystemException e) {
                if (left <= 0) {
                    return false;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** Moves what is not ours from the folder that stepped aside into the new one. */
    private void carryOver() throws IOException {
        Set<String> ours = new TreeSet<>(ownNames);
        try (Stream<Path> entries = Files.list(previous)) {
            for (Path entry : entries.toList()) {
                String name = String.valueOf(entry.getFileName());
                Path there = target.resolve(name);
                if (!ours.contains(name) && Files.notExists(there)) {
                    Files.move(entry, there);
                }
            }
        }
    }

    private static void force(Path folder) throws IOException {
        for (Path file : filesBelow(folder)) {
            try (FileChannel channel = FileChannel.open(folder.resolve(file.toString()), StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(Files::isDirectory).toList()) {
                forceFolder(each);
            }
        }
    }

    private static void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (UnsupportedOperationException | java.nio.file.AccessDeniedException e) {
            // Windows cannot open folders; there the rename itself is on disk.
        }
    }

    /** The regular files below a folder, relative to it, sorted; what a person would see there. */
    public static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Writes one file so that a reader sees the old text or the new one. */
    public static void replaceFile(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(parent(file));
        Path aside = file.resolveSibling("." + file.getFileName() + ".new");
        Files.write(aside, bytes);
        try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(parent(file));
    }

    private static Path parent(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        return parent == null ? path : parent;
    }

    /** Deletes a file or a folder with everything in it; does nothing if it is not there. */
    public static void delete(Path path) throws IOException {
        if (Files.notExists(path)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
