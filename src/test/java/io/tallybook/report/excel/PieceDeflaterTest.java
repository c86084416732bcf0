package io.tallybook.report.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PieceDeflaterTest {
    private static final String PART = "xl/worksheets/sheet1.xml";

    /** What another part holds, behind the one that is looked at: a deflater serves all parts of a file. */
    private static final String OTHER = "<other/>";

    private static final Executor NOBODY = task -> {};

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    /** Text like that of a sheet, the same for the same length. */
    private static byte[] text(int length) {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder(length + 32);
        while (text.length() < length) {
            text.append("<c r=\"A")
                    .append(text.length())
                    .append("\"><v>")
                    .append(random.nextInt())
                    .append("</v></c>");
        }
        return text.substring(0, length).getBytes(StandardCharsets.US_ASCII);
    }

    /** What does not deflate at all. */
    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(7).nextBytes(noise);
        return noise;
    }

    /** A file with a part that is written {@code cut} bytes at a time, and another part. */
    private static byte[] zip(byte[] content, int cut, Executor helpers) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PackageWriter file = new PackageWriter(out, helpers)) {
            OutputStream part = file.begin(PART);
            for (int from = 0; from < content.length; from += cut) {
                part.write(content, from, Math.min(cut, content.length - from));
            }
            file.end();
            file.write("other.xml", OTHER);
        }
        return out.toByteArray();
    }

    private static byte[] streamed(byte[] zip) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            in.getNextEntry();
            byte[] part = in.readAllBytes();
            // Reads the sizes and the checksum behind the part, and refuses wrong ones.
            in.getNextEntry();
            assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo(OTHER);
            return part;
        }
    }

    private byte[] opened(byte[] zip) throws IOException {
        Path path = Files.write(folder.resolve("test.zip"), zip);
        try (ZipFile file = new ZipFile(path.toFile())) {
            return file.getInputStream(file.getEntry(PART)).readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0,
                1,
                PieceDeflater.PIECE - 1,
                PieceDeflater.PIECE,
                PieceDeflater.PIECE + 1,
                3 * PieceDeflater.PIECE,
                9 * PieceDeflater.PIECE + 5
            })
    void contentOfAnyLengthIsReadBack(int length) throws IOException {
        for (byte[] content : new byte[][] {text(length), noise(length)}) {
            byte[] zip = zip(content, 40_000, NOBODY);

            assertThat(streamed(zip)).isEqualTo(content);
            assertThat(opened(zip)).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 511, 65_536, 1_000_000})
    void howItIsWrittenMakesNoDifference(int cut) throws IOException {
        byte[] content = text(6 * PieceDeflater.PIECE + 77);

        assertThat(zip(content, cut, NOBODY)).isEqualTo(zip(content, content.length, NOBODY));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void anyNumberOfThreadsGivesTheSameBytes(int threads) throws Exception {
        byte[] content = text(40 * PieceDeflater.PIECE + 77);
        byte[] alone = zip(content, 30_000, NOBODY);
        ExecutorService helpers = Executors.newFixedThreadPool(threads);
        try {
            for (int i = 0; i < 5; i++) {
                assertThat(zip(content, 30_000, helpers)).isEqualTo(alone);
            }
        } finally {
            helpers.shutdown();
            assertThat(helpers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    void otherThreadsHelpWithLongContentOnly() throws IOException {
        int[] asked = new int[1];
        Executor counting = task -> asked[0]++;

        zip(text(PieceDeflater.PIECE - 1), 30_000, counting);
        assertThat(asked[0]).isZero();

        zip(text(3 * PieceDeflater.PIECE + 1), 30_000, counting);
        assertThat(asked[0]).isEqualTo(3);
    }

    @Test
    void pieceEndsTakeLittleRoom() throws IOException {
        byte[] content = text(40 * PieceDeflater.PIECE);
        int pieces = zip(content, 30_000, NOBODY).length;
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (var one = new java.util.zip.DeflaterOutputStream(whole, new java.util.zip.Deflater(PackageWriter.LEVEL))) {
            one.write(content);
        }

        assertThat(pieces).isLessThan(whole.size() + whole.size() / 50);
    }

    @Test
    void infoZipFindsNoFault() throws Exception {
        Path path = Files.write(folder.resolve("test.zip"), zip(text(5 * PieceDeflater.PIECE), 30_000, NOBODY));
        Process unzip;
        try {
            unzip = new ProcessBuilder("unzip", "-tq", path.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            org.junit.jupiter.api.Assumptions.abort("no unzip on this machine");
            return;
        }

        assertThat(unzip.inputReader().lines()).last().asString().startsWith("No errors detected");
        assertThat(unzip.waitFor()).isZero();
    }
}
