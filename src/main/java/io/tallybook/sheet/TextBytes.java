package io.tallybook.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * The bytes of a text file, unzipped; may be opened several times.
 *
 * @param file  the file
 * @param gzipped  whether the file is gzip, of one or several members
 */
record TextBytes(Path file, boolean gzipped) {
    private static final int BUFFER = 1 << 16;

    InputStream open() throws IOException {
        InputStream in = Files.newInputStream(file);
        if (!gzipped) {
            return in;
        }
        try {
            // The JDK's GZIPInputStream takes a damaged second member for the end of the file.
            return GzipCompressorInputStream.builder()
                    .setInputStream(in)
                    .setBufferSize(BUFFER)
                    .setDecompressConcatenated(true)
                    .get();
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    byte[] head(int length) throws IOException {
        try (InputStream in = open()) {
            return in.readNBytes(length);
        }
    }

    /** Returns the last bytes as they are stored, fewer if the file is shorter. */
    byte[] tail(int length) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(length, bytes.length())];
            bytes.seek(bytes.length() - tail.length);
            bytes.readFully(tail);
            return tail;
        }
    }

    /** Returns the 1-based number of the line that holds the byte at an offset. */
    long line(long offset) throws IOException {
        long line = 1;
        byte[] buffer = new byte[BUFFER];
        int last = 0;
        try (InputStream in = open()) {
            for (long rest = offset; rest > 0; ) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, rest));
                if (read < 0) {
                    return line;
                }
                for (int i = 0; i < read; i++) {
                    line += buffer[i] == '\r' || (buffer[i] == '\n' && last != '\r') ? 1 : 0;
                    last = buffer[i];
                }
                rest -= read;
            }
        }
        return line;
    }
}
