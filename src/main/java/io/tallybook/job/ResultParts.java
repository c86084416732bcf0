package io.tallybook.job;

import io.tallybook.result.LineWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The results of each block of accounts, in a file of its own until all are there: the files in the order of the blocks are
 * {@code results.jsonl}. A part is written whole, so that doing a block again after a crash gives the same.
 */
final class ResultParts {
    private final Path folder;

    ResultParts(Path folder) {
        this.folder = folder;
    }

    void put(int block, LineWriter lines) throws IOException {
        Files.createDirectories(folder);
        Path aside = folder.resolve(name(block) + ".new");
        try (OutputStream out = Files.newOutputStream(aside)) {
            lines.writeTo(out);
        }
        Files.move(aside, folder.resolve(name(block)), StandardCopyOption.REPLACE_EXISTING);
    }

    List<String> lines(int block) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve(name(block)), StandardCharsets.UTF_8)) {
            return lines.toList();
        }
    }

    /** Writes all parts one behind the other. */
    void copyTo(OutputStream out, int blocks) throws IOException {
        byte[] buffer = new byte[1 << 20];
        for (int block = -1; block < blocks; block++) {
            try (InputStream in = Files.newInputStream(folder.resolve(name(block)))) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    out.write(buffer, 0, n);
                }
            }
        }
    }

    private static String name(int block) {
        return block < 0 ? "shared.jsonl" : String.format(Locale.ROOT, "%07d.jsonl", block);
    }
}
