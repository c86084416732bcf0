package io.tallybook.sheet;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The parts of a zip file by name. Names of parts are not case-sensitive. */
final class ZipParts implements AutoCloseable {
    private final ZipFile zip;
    private final Limits limits;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();

    private ZipParts(ZipFile zip, Limits limits) {
        this.zip = zip;
        this.limits = limits;
    }

    static ZipParts open(Path file, Limits limits) throws UnreadableFileException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            // The directory of a zip stands at its end.
            throw ZipDirectory.obstacle(file)
                    .orElseGet(() -> new UnreadableFileException(
                            Unreadable.TRUNCATED,
                            "the file is cut off or damaged (its zip directory cannot be read); copy or download it again",
                            e));
        } catch (IOException e) {
            throw noAccess(e);
        }
        ZipParts parts = new ZipParts(zip, limits);
        try {
            parts.index();
            return parts;
        } catch (UnreadableFileException e) {
            parts.close();
            throw e;
        }
    }

    static UnreadableFileException noAccess(IOException e) {
        return new UnreadableFileException(
                Unreadable.NO_ACCESS, "the file cannot be read from disk; check that it exists and may be read", e);
    }

    private void index() throws UnreadableFileException {
        if (zip.size() > limits.zipEntries()) {
            throw new UnreadableFileException(
                    Unreadable.TOO_LARGE,
                    "the file has " + zip.size() + " parts, more than " + limits.zipEntries()
                            + "; save it again in Excel");
        }
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (!entry.isDirectory() && entries.put(key(entry.getName()), entry) != null) {
                throw new UnreadableFileException(
                        Unreadable.DAMAGED,
                        "part " + UnreadableFileException.oneLine(entry.getName(), 60)
                                + " is in the file twice; save it again in Excel");
            }
        }
    }

    private static String key(String name) {
        String slashes = name.replace('\\', '/');
        return (slashes.startsWith("/") ? slashes.substring(1) : slashes).toLowerCase(Locale.ROOT);
    }

    Limits limits() {
        return limits;
    }

    boolean has(String name) {
        return entries.containsKey(key(name));
    }

    /** Returns the names as stored, in the order of the file. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        entries.values().forEach(entry -> names.add(entry.getName()));
        return names;
    }

    /**
     * Opens a part.
     *
     * @param label  what to call the part in messages
     */
    PartStream stream(String name, String label) throws UnreadableFileException {
        ZipEntry entry = entries.get(key(name));
        if (entry == null) {
            throw new UnreadableFileException(
                    Unreadable.MISSING_PART,
                    label + " is not in the file (part " + UnreadableFileException.oneLine(name, 60)
                            + " is missing); save it again in Excel");
        }
        try {
            InputStream in = zip.getInputStream(entry);
            return new PartStream(in, entry, label, limits);
        } catch (IOException e) {
            throw translate(e, label);
        }
    }

    /** Turns what the zip layer says into a refusal. */
    static UnreadableFileException translate(IOException e, String label) {
        UnreadableFileException refusal = RefusedIoException.within(e);
        if (refusal != null) {
            return refusal;
        }
        if (e instanceof EOFException) {
            return new UnreadableFileException(
                    Unreadable.TRUNCATED, label + " ends too early; copy or download the file again", e);
        }
        return new UnreadableFileException(
                Unreadable.DAMAGED, label + " cannot be unpacked; copy or download the file again", e);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            // Nothing was written; a file that cannot be closed has already been read.
            System.getLogger(ZipParts.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
        }
    }
}
