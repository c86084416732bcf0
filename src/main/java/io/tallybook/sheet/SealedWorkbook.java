package io.tallybook.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.List;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * An xlsx that is encrypted with the password which Excel sets by itself, and never asks for, when only the structure of a
 * workbook is protected.
 * <p>
 * A zip is read from its end, so it is decrypted into a temporary file, which is never larger than the encrypted one and
 * gone when the workbook is closed.
 */
final class SealedWorkbook implements SourceFile {
    /** Ten times that of Excel; each round costs a digest before it is known whether the password is right. */
    private static final int MOST_ROUNDS = 1_000_000;

    private final SourceFile content;
    private final Path plain;

    private SealedWorkbook(SourceFile content, Path plain) {
        this.content = content;
        this.plain = plain;
    }

    /** Returns whether a container holds an encrypted xlsx. */
    static boolean isIn(POIFSFileSystem container) {
        return container.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY);
    }

    /**
     * Decrypts a workbook and opens it.
     *
     * @throws NotDecryptedException if the temporary file cannot be written, which is no fault of the workbook
     */
    static SealedWorkbook open(POIFSFileSystem container, Limits limits, Notices notices)
            throws IOException, UnreadableFileException {
        Decryptor decryptor = decryptor(container);
        Path plain = temporaryFile();
        try {
            decrypt(decryptor, container, plain);
            return new SealedWorkbook(ZipContent.open(plain, limits, notices), plain);
        } catch (IOException | UnreadableFileException | RuntimeException e) {
            Files.deleteIfExists(plain);
            throw e;
        }
    }

    /** The disk of temporary files is full or cannot be written. */
    static final class NotDecryptedException extends UncheckedIOException {
        NotDecryptedException(IOException cause) {
            super(cause);
        }
    }

    private static Path temporaryFile() {
        try {
            return Files.createTempFile("tallybook-", ".xlsx");
        } catch (IOException e) {
            throw new NotDecryptedException(e);
        }
    }

    private static Decryptor decryptor(POIFSFileSystem container) throws IOException, UnreadableFileException {
        try {
            EncryptionInfo info = new EncryptionInfo(container);
            if (info.getVerifier().getSpinCount() > MOST_ROUNDS
                    || !info.getDecryptor().verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
                throw XlsFile.encrypted();
            }
            return info.getDecryptor();
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static void decrypt(Decryptor decryptor, POIFSFileSystem container, Path plain) throws IOException {
        try (InputStream in = decryptor.getDataStream(container);
                FileChannel out = FileChannel.open(plain, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                write(out, ByteBuffer.wrap(buffer, 0, read));
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static void write(FileChannel out, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        } catch (IOException e) {
            throw new NotDecryptedException(e);
        }
    }

    @Override
    public FileFormat format() {
        return content.format();
    }

    @Override
    public List<SheetInfo> sheets() {
        return content.sheets();
    }

    @Override
    public List<String> notices() {
        return content.notices();
    }

    @Override
    public TableReader read(int sheetIndex, ReadOptions options) throws UnreadableFileException {
        return content.read(sheetIndex, options);
    }

    @Override
    public void close() {
        content.close();
        try {
            Files.deleteIfExists(plain);
        } catch (IOException e) {
            System.getLogger(SealedWorkbook.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
        }
    }
}
