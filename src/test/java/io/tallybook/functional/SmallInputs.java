package io.tallybook.functional;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A handful of good rows, and files that are wrong in one way each. */
final class SmallInputs {
    static final String PURCHASES_HEADER = "agreement,line,order_date,product,pool,offering,quantity,amount,currency\n";

    private SmallInputs() {}

    /** Writes two accounts with an agreement and a purchase each, as three csv files. */
    static Path good(Path folder) throws IOException {
        Files.createDirectories(folder);
        write(folder, "accounts.csv", "account,name,country\nA1,Contoso,DE\nA2,Fabrikam,US\n");
        write(folder, "agreements.csv", """
                agreement,account,program,currency,start,end
                E1,A1,EA,USD,2024-01-01,2026-12-31
                E2,A2,EA,USD,2025-01-01,2027-12-31
                """);
        write(
                folder,
                "purchases.csv",
                PURCHASES_HEADER + "E1,1,2025-02-01,SQL Server Standard,SERVER,SA,10,61200.00,USD\n"
                        + "E2,1,2025-03-01,SQL Server Standard,SERVER,SA,4,20000.01,USD\n");
        return folder;
    }

    static Path write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** Adds a line to a file. */
    static void add(Path folder, String name, String line) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, Files.readString(file) + line + "\n");
    }

    /** A workbook with one sheet, from the XML of its rows. */
    static byte[] workbook(String sheet, String rows) throws IOException {
        Path file = Files.createTempFile("workbook", ".xlsx");
        try {
            RawWorkbook.write(file, sheet, out -> out.write(rows.getBytes(StandardCharsets.UTF_8)));
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }

    /** A workbook that is encrypted with a password. */
    static void encrypted(Path file, byte[] workbook, String password) throws Exception {
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(password);
            try (OutputStream sealed = encryptor.getDataStream(container)) {
                sealed.write(workbook);
            }
            container.writeFilesystem(out);
        }
    }
}
