package io.tallybook.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An xlsx that Excel encrypted without asking for a password is decrypted beside, within its own size. */
class SealedWorkbookTest {
    private static final Path SEALED = Path.of("src", "test", "resources", "corpus", "xlsx", "password-default.xlsx");

    @TempDir
    Path folder;

    private static List<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("tallybook-.*\\.xlsx"))
                    .toList();
        }
    }

    @Test
    void whatWasDecryptedIsGoneWithTheWorkbook() throws Exception {
        List<Path> before = temporaryFiles();
        try (SourceFile file = SourceFiles.open(SEALED, Limits.standard())) {
            assertThat(file.sheets()).extracting(SheetInfo::name).containsExactly("rates");
            assertThat(temporaryFiles()).hasSize(before.size() + 1);
        }
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    @Test
    void lengthThatTheFileDoesNotHoldIsRefused() throws Exception {
        Path lying = folder.resolve("lying.xlsx");
        try (POIFSFileSystem container = new POIFSFileSystem(SEALED.toFile(), true);
                InputStream in = container.createDocumentInputStream(Decryptor.DEFAULT_POIFS_ENTRY);
                OutputStream out = Files.newOutputStream(lying)) {
            byte[] sealed = in.readAllBytes();
            ByteBuffer.wrap(sealed).order(ByteOrder.LITTLE_ENDIAN).putLong(0, 1 << 30);
            try (POIFSFileSystem changed = new POIFSFileSystem()) {
                changed.createDocument(new ByteArrayInputStream(sealed), Decryptor.DEFAULT_POIFS_ENTRY);
                try (InputStream info = container.createDocumentInputStream("EncryptionInfo")) {
                    changed.createDocument(info, "EncryptionInfo");
                }
                changed.writeFilesystem(out);
            }
        }
        List<Path> before = temporaryFiles();
        assertThatThrownBy(() -> SourceFiles.open(lying, Limits.standard()))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage("the workbook is cut off or damaged; copy or download the file again");
        assertThat(temporaryFiles()).isEqualTo(before);
    }
}
