package io.tallybook.corpus;

import io.tallybook.job.JobFile;
import io.tallybook.yaml.YamlException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Entries for a coverage-guided fuzzer, one a kind of input; {@code src/test/fuzz/fuzz} runs them.
 * <p>
 * Whatever the bytes are, reading them ends in cells or in one line that refuses them. Any other exception, a long
 * line, a hang or a full heap is a finding, which is kept as a file of the corpus.
 */
public final class FuzzTargets {
    private static final Map<String, String> BOOK = Map.of(
            "[Content_Types].xml",
            "<Types/>",
            "xl/workbook.xml",
            "<workbook><sheets><sheet name='rates' id='rId1'/></sheets></workbook>",
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id='rId1' Type='x/worksheet' Target='worksheets/sheet1.xml'/>"
                    + "<Relationship Id='rId2' Type='x/sharedStrings' Target='sharedStrings.xml'/>"
                    + "<Relationship Id='rId3' Type='x/styles' Target='styles.xml'/></Relationships>",
            "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData><row><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='s'><v>2</v></c></row>"
                    + "<row><c s='1'><v>46326.5</v></c><c s='2'><v>5</v></c></row></sheetData></worksheet>",
            "xl/sharedStrings.xml",
            "<sst><si><t>date</t></si><si><t>from</t></si><si><t>to</t></si></sst>",
            "xl/styles.xml",
            "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='yyyy'/></numFmts>"
                    + "<cellXfs><xf/><xf numFmtId='164'/><xf numFmtId='14'/></cellXfs></styleSheet>");

    private static final CorpusReading READING = new CorpusReading();
    private static final int LONGEST_LINE = 250;

    private FuzzTargets() {}

    /** The bytes are the part of a sheet. */
    public static final class XlsxSheet {
        private XlsxSheet() {}

        public static void fuzzerTestOneInput(byte[] data) throws IOException {
            read(zip(BOOK, "xl/worksheets/sheet1.xml", data), ".xlsx");
        }
    }

    /** The bytes are the table of shared texts. */
    public static final class XlsxStrings {
        private XlsxStrings() {}

        public static void fuzzerTestOneInput(byte[] data) throws IOException {
            read(zip(BOOK, "xl/sharedStrings.xml", data), ".xlsx");
        }
    }

    /** The bytes are the table of styles. */
    public static final class XlsxStyles {
        private XlsxStyles() {}

        public static void fuzzerTestOneInput(byte[] data) throws IOException {
            read(zip(BOOK, "xl/styles.xml", data), ".xlsx");
        }
    }

    /** The bytes are the content of an OpenDocument spreadsheet. */
    public static final class Ods {
        private Ods() {}

        public static void fuzzerTestOneInput(byte[] data) throws IOException {
            read(zip(Map.of("mimetype", "x"), "content.xml", data), ".ods");
        }
    }

    /** The bytes are a text file. */
    public static final class Csv {
        private Csv() {}

        public static void fuzzerTestOneInput(byte[] data) throws IOException {
            read(data, ".csv");
        }
    }

    /** The bytes are the stream of an xls. */
    public static final class Xls {
        private Xls() {}

        public static void fuzzerTestOneInput(byte[] data) throws IOException {
            try (POIFSFileSystem container = new POIFSFileSystem()) {
                container.createDocument(new ByteArrayInputStream(data), "Workbook");
                Path file = Files.createTempFile("fuzz", ".xls");
                try (OutputStream out = Files.newOutputStream(file)) {
                    container.writeFilesystem(out);
                }
                read(file);
            }
        }
    }

    /** The bytes are a whole file of any kind. */
    public static final class AnyFile {
        private AnyFile() {}

        public static void fuzzerTestOneInput(byte[] data) throws IOException {
            read(data, ".xlsx");
        }
    }

    /** The bytes are a job file. */
    public static final class JobYaml {
        private JobYaml() {}

        public static void fuzzerTestOneInput(byte[] data) throws IOException {
            Path file = Files.write(Files.createTempFile("fuzz", ".yaml"), data);
            try {
                JobFile.read(file);
            } catch (YamlException e) {
                // What may stand there is listed in the line, so it may be long.
                requireOneLine(String.valueOf(e.getMessage()), 2_000);
            } finally {
                Files.delete(file);
            }
        }
    }

    private static void read(byte[] data, String ending) throws IOException {
        read(Files.write(Files.createTempFile("fuzz", ending), data));
    }

    private static void read(Path file) throws IOException {
        try {
            List<String> lines = READING.lines(file);
            if (lines.size() == 1 && lines.get(0).startsWith("refused ")) {
                requireOneLine(lines.get(0), LONGEST_LINE);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void requireOneLine(String line, int longest) {
        if (line.length() > longest || line.lines().count() != 1) {
            throw new AssertionError("no short line: " + line);
        }
    }

    private static byte[] zip(Map<String, String> parts, String name, byte[] data) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(0);
            Map<String, byte[]> all = new LinkedHashMap<>();
            parts.forEach((part, text) -> all.put(part, text.getBytes(StandardCharsets.UTF_8)));
            all.put(name, data);
            for (Map.Entry<String, byte[]> part : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Writes what the fuzzer starts from: the small parts and files of the corpus, a folder for each target. */
    public static void main(String[] args) throws IOException {
        Path seeds = Path.of(args[0]);
        for (Corpus.Entry entry : Corpus.entries()) {
            byte[] data = Files.readAllBytes(entry.path());
            String name = entry.name().replace('/', '_');
            if (entry.name().contains("bomb")) {
                continue; // takes its time, and would be all that the fuzzer does
            }
            if (data.length < 20_000) {
                seed(seeds, "AnyFile", name, data);
                if (entry.name().startsWith("csv/")) {
                    seed(seeds, "Csv", name, data);
                }
            }
            if (entry.name().startsWith("xls/") && !entry.refused()) {
                try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(data));
                        InputStream stream = container.createDocumentInputStream("Workbook")) {
                    seed(seeds, "Xls", name, stream.readAllBytes());
                }
            }
            parts(entry, name, seeds);
        }
        try (Stream<Path> jobs = Files.list(Path.of("jobs"))) {
            for (Path job : jobs.filter(Files::isRegularFile).toList()) {
                seed(seeds, "JobYaml", String.valueOf(job.getFileName()), Files.readAllBytes(job));
            }
        }
    }

    private static void parts(Corpus.Entry entry, String name, Path seeds) throws IOException {
        Map<String, String> targets = Map.of(
                "xl/worksheets/sheet1.xml", "XlsxSheet",
                "xl/sharedStrings.xml", "XlsxStrings",
                "xl/styles.xml", "XlsxStyles",
                "content.xml", "Ods");
        try (ZipFile zip = new ZipFile(entry.path().toFile())) {
            for (Enumeration<? extends ZipEntry> parts = zip.entries(); parts.hasMoreElements(); ) {
                ZipEntry part = parts.nextElement();
                String target = targets.get(part.getName());
                if (target != null && part.getSize() < 20_000) {
                    seed(seeds, target, name, zip.getInputStream(part).readAllBytes());
                }
            }
        } catch (ZipException e) {
            // Not every file of the corpus is a zip that opens.
        }
    }

    private static void seed(Path seeds, String target, String name, byte[] data) throws IOException {
        Files.write(Files.createDirectories(seeds.resolve(target)).resolve(name), data);
    }
}
