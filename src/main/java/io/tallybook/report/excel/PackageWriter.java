package io.tallybook.report.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the parts of a workbook into one file. The same parts give the same bytes: entries bear a fixed time. */
final class PackageWriter implements AutoCloseable {
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    /** Fast: a higher level takes up to three times the time for a file that is a fifth smaller at best. */
    static final int LEVEL = 2;

    /** A zip stream whose parts are deflated in pieces. */
    private static final class Zip extends ZipOutputStream {
        Zip(OutputStream out, Executor helpers) {
            super(out, StandardCharsets.UTF_8);
            def.end();
            def = new PieceDeflater(LEVEL, helpers);
            buf = new byte[1 << 15];
        }

        /** Ends the file, and gives back what it took; the stream below stays open. */
        void end() throws IOException {
            try {
                finish();
            } finally {
                def.end();
            }
        }
    }

    private final Zip zip;

    PackageWriter(OutputStream out) {
        this(out, ForkJoinPool.commonPool());
    }

    /** Begins a file; {@code helpers} may deflate on other threads. */
    PackageWriter(OutputStream out, Executor helpers) {
        zip = new Zip(out, helpers);
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
    OutputStream begin(String part) throws IOException {
        start(part);
        return zip;
    }

    void end() throws IOException {
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
        zip.end();
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
