package io.tallybook.report.excel;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the parts of a workbook into one file. The same parts give the same bytes: entries bear a fixed time. */
final class PackageWriter implements AutoCloseable {
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;

    PackageWriter(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    void write(String part, byte[] content) throws IOException {
        start(part);
        zip.write(content);
        zip.closeEntry();
    }

    void write(String part, String content) throws IOException {
        write(part, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Begins a part that is written bit by bit; {@link #end} ends it before the next one begins. */
    Writer begin(String part) throws IOException {
        start(part);
        return new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 15);
    }

    void end(Writer part) throws IOException {
        part.flush();
        zip.closeEntry();
    }

    private void start(String part) throws IOException {
        ZipEntry entry = new ZipEntry(part);
        // Without a zone: setTime would store the time of the machine's zone.
        entry.setTimeLocal(ENTRY_TIME);
        zip.putNextEntry(entry);
    }

    /** Ends the file; the stream below stays open. */
    @Override
    public void close() throws IOException {
        zip.finish();
    }

    static String coreProperties(LocalDate asOf, String title) {
        String time = asOf + "T00:00:00Z</dcterms:";
        return MovingXml.HEAD
                + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                + "<dc:title>" + CellText.escaped(title) + "</dc:title><dc:creator>Tallybook</dc:creator>"
                + "<cp:lastModifiedBy>Tallybook</cp:lastModifiedBy>"
                + "<dcterms:created xsi:type=\"dcterms:W3CDTF\">" + time + "created>"
                + "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">" + time + "modified></cp:coreProperties>";
    }

    static String appProperties() {
        return MovingXml.HEAD
                + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
                + "<Application>Tallybook</Application></Properties>";
    }
}
