package io.tallybook.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook as bytes that are the same whenever its cells are: no time of day stands in it. */
public final class WorkbookBytes {
    /** The oldest time that a zip entry can bear. */
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private WorkbookBytes() {}

    /**
     * Writes a workbook. Memory: its bytes, twice.
     *
     * @throws IOException if it cannot be written
     */
    public static byte[] of(XSSFWorkbook workbook) throws IOException {
        CoreProperties core = workbook.getProperties().getCoreProperties();
        core.setCreator("Tallybook");
        try {
            core.setCreated("1980-01-01T00:00:00Z");
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
        core.getUnderlyingProperties()
                .setModifiedProperty(Optional.of(Date.from(Instant.parse("1980-01-01T00:00:00Z"))));
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        workbook.write(written);
        return withFixedTimes(written.toByteArray());
    }

    private static byte[] withFixedTimes(byte[] zip) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(zip.length);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(ENTRY_TIME);
                out.putNextEntry(copy);
                in.transferTo(out);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
