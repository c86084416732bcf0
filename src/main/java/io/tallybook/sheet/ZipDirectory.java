package io.tallybook.sheet;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells what {@link java.util.zip.ZipFile} finds wrong with a zip file that is whole: entries that are encrypted, or packed by
 * a method that it does not know. It says neither apart from damage.
 */
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int LARGEST = 64 << 20;

    /** The methods that other programs write, by their numbers in the zip specification (APPNOTE 4.4.5). */
    private static final Map<Integer, String> METHODS =
            Map.of(9, "Deflate64", 12, "bzip2", 14, "LZMA", 93, "Zstandard", 95, "XZ", 98, "PPMd");

    private ZipDirectory() {}

    private record Entry(String name, boolean encrypted, int method) {}

    /** Returns why a whole zip file cannot be unpacked, or empty if its directory does not say. */
    static Optional<UnreadableFileException> obstacle(Path file) {
        try {
            List<Entry> entries = entries(file);
            String of = isWorkbook(entries) ? "workbook" : "archive";
            for (Entry entry : entries) {
                if (entry.encrypted()) {
                    return Optional.of(encrypted(of, entry));
                }
                String method = METHODS.get(entry.method());
                if (method != null) {
                    return Optional.of(packed(of, entry, method));
                }
            }
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            // Cut off or damaged, as its opener will say.
            return Optional.empty();
        }
    }

    private static boolean isWorkbook(List<Entry> entries) {
        return entries.stream()
                .anyMatch(entry -> entry.name().equals("[Content_Types].xml")
                        || entry.name().equals("content.xml"));
    }

    private static UnreadableFileException encrypted(String of, Entry entry) {
        return new UnreadableFileException(
                Unreadable.ENCRYPTED,
                "this is a zip " + of + " with a password (on " + shown(entry) + "); "
                        + (of.equals("workbook")
                                ? "save the workbook again in Excel, without one"
                                : "unpack it and deliver the files"));
    }

    private static UnreadableFileException packed(String of, Entry entry, String method) {
        return new UnreadableFileException(
                Unreadable.PACKED,
                "this is a zip " + of + " packed with " + method + " (" + shown(entry) + "); "
                        + (of.equals("workbook")
                                ? "unpack it and zip its parts with Deflate, or save the workbook again in Excel"
                                : "unpack it and deliver the files"));
    }

    private static String shown(Entry entry) {
        return UnreadableFileException.oneLine(entry.name(), 60);
    }

    private static List<Entry> entries(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            ByteBuffer tail = read(
                    file,
                    Math.max(0, file.length() - END_BYTES - LONGEST_COMMENT),
                    Math.min(file.length(), END_BYTES + LONGEST_COMMENT));
            int end = tail.limit() - END_BYTES;
            while (tail.getInt(end) != END) {
                end--;
            }
            int count = Short.toUnsignedInt(tail.getShort(end + 10));
            ByteBuffer directory = read(
                    file,
                    Integer.toUnsignedLong(tail.getInt(end + 16)),
                    Math.min(LARGEST, Integer.toUnsignedLong(tail.getInt(end + 12))));
            List<Entry> entries = new ArrayList<>();
            for (int at = 0, i = 0; i < count; i++) {
                if (directory.getInt(at) != ENTRY) {
                    throw new IOException("no entry at " + at);
                }
                byte[] name = new byte[Short.toUnsignedInt(directory.getShort(at + 28))];
                directory.get(at + ENTRY_BYTES, name);
                entries.add(new Entry(
                        new String(name, StandardCharsets.UTF_8),
                        (directory.getShort(at + 8) & 1) != 0,
                        Short.toUnsignedInt(directory.getShort(at + 10))));
                at += ENTRY_BYTES
                        + name.length
                        + Short.toUnsignedInt(directory.getShort(at + 30))
                        + Short.toUnsignedInt(directory.getShort(at + 32));
            }
            return entries;
        }
    }

    private static ByteBuffer read(RandomAccessFile file, long position, long length) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(length)];
        file.seek(position);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
