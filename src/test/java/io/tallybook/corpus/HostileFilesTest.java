package io.tallybook.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files that grow a thousand times, and files that want something from outside: too large to keep, so made here. */
class HostileFilesTest {
    private static final int MILLION = 1_000_000;
    private static final String ROW =
            "<row><c><v>46326</v></c><c t='inlineStr'><is><t>EUR</t></is></c><c><v>1.0837</v></c></row>";

    @TempDir
    static Path folder;

    /** Lies beside the folder of the files. */
    @TempDir
    static Path elsewhere;

    private static Map<String, List<String>> given = Map.of();
    private static String canary = "";
    private static int connections;

    private interface Content {
        void to(OutputStream out) throws IOException;
    }

    /** All in one process with the heap of a small machine. */
    @BeforeAll
    static void readAll() throws Exception {
        Path secret = Files.writeString(elsewhere.resolve("secret"), "canary-" + folder.getFileName());
        canary = Files.readString(secret);
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            bombs();
            outside(
                    "http://127.0.0.1:" + server.getLocalPort() + "/x",
                    secret.toUri().toString());
            given = SmallHeap.read(folder, "-Xmx96m");
            server.setSoTimeout(200);
            connections = connections(server);
        }
    }

    private static int connections(ServerSocket server) throws IOException {
        int count = 0;
        try {
            while (true) {
                server.accept().close();
                count++;
            }
        } catch (SocketTimeoutException e) {
            return count;
        }
    }

    private static void bombs() throws IOException {
        // 1,000 to 1: blanks. Some 90 to 1: real rows, which differ from block to block.
        book("bomb-1000.xlsx", out -> repeat(out, " ".repeat(MILLION), 300));
        book("dense.xlsx", out -> {
            for (int i = 0; i < 40; i++) {
                repeat(out, ROW.replace("1.0837", "1." + (i * 7919L % 100_000)), MILLION / ROW.length());
            }
        });
        Map<String, Content> texts = parts();
        texts.put("xl/sharedStrings.xml", out -> {
            text(out, "<sst>");
            repeat(out, "<si><r><t>" + "_x0041_".repeat(32_000) + "</t></r></si>", 150);
            text(out, "</sst>");
        });
        zip("escapes.xlsx", texts);
        Map<String, Content> many = parts();
        for (int i = 0; i < 20_000; i++) {
            many.put("xl/media/" + i, out -> {});
        }
        zip("bomb-parts.xlsx", many);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("bomb.csv.gz")))) {
            text(out, "date,from,to,rate\n");
            repeat(out, "x".repeat(MILLION), 300);
        }
    }

    private static void outside(String url, String secret) throws IOException {
        Map<String, String> types =
                Map.of("entity", "<!ENTITY e SYSTEM '%s'>", "parameter", "<!ENTITY %% p SYSTEM '%s'> %%p;");
        for (String target : List.of(url, secret)) {
            for (Map.Entry<String, String> type : types.entrySet()) {
                String doctype = "<!DOCTYPE x [" + String.format(type.getValue(), target) + "]>";
                for (Map.Entry<String, Content> good : parts().entrySet()) {
                    Map<String, Content> parts = parts();
                    Content content = good.getValue();
                    parts.put(good.getKey(), out -> {
                        text(out, doctype);
                        content.to(out);
                    });
                    String name = type.getKey()
                            + (target.equals(url) ? "-net-" : "-file-")
                            + good.getKey().replace('/', '-');
                    zip(name + ".xlsx", parts);
                }
            }
            Map<String, Content> dtd = parts();
            dtd.put(
                    "xl/worksheets/sheet1.xml",
                    out -> text(out, "<!DOCTYPE x SYSTEM '" + target + "'><worksheet><sheetData/></worksheet>"));
            zip((target.equals(url) ? "net" : "file") + "-dtd.xlsx", dtd);
            Map<String, Content> ods = new LinkedHashMap<>();
            ods.put("mimetype", out -> text(out, "application/vnd.oasis.opendocument.spreadsheet"));
            ods.put("content.xml", out -> text(out, "<!DOCTYPE x [<!ENTITY e SYSTEM '" + target + "'>]><x>&e;</x>"));
            zip((target.equals(url) ? "net" : "file") + ".ods", ods);
        }
    }

    private static Map<String, Content> parts() {
        Map<String, Content> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", out -> text(out, "<Types/>"));
        parts.put("_rels/.rels", out -> text(out, "<Relationships/>"));
        parts.put(
                "xl/workbook.xml",
                out -> text(out, "<workbook><sheets><sheet name='rates' id='a'/></sheets></workbook>"));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                out -> text(
                        out,
                        "<Relationships><Relationship Id='a' Type='x/worksheet' Target='worksheets/sheet1.xml'/>"
                                + "<Relationship Id='b' Type='x/sharedStrings' Target='sharedStrings.xml'/>"
                                + "<Relationship Id='c' Type='x/styles' Target='styles.xml'/></Relationships>"));
        parts.put("xl/styles.xml", out -> text(out, "<styleSheet><cellXfs/></styleSheet>"));
        parts.put("xl/sharedStrings.xml", out -> text(out, "<sst><si><t>x</t></si></sst>"));
        parts.put(
                "xl/worksheets/sheet1.xml",
                out -> text(out, "<worksheet><sheetData><row><c t='s'><v>0</v></c></row></sheetData></worksheet>"));
        return parts;
    }

    private static void book(String name, Content rows) throws IOException {
        Map<String, Content> parts = parts();
        parts.put("xl/worksheets/sheet1.xml", out -> {
            text(out, "<worksheet><sheetData>");
            rows.to(out);
            text(out, "</sheetData></worksheet>");
        });
        zip(name, parts);
    }

    private static void zip(String name, Map<String, Content> parts) throws IOException {
        try (ZipOutputStream zip =
                new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve(name))))) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, Content> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                part.getValue().to(zip);
                zip.closeEntry();
            }
        }
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void repeat(OutputStream out, String text, int times) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < times; i++) {
            out.write(bytes);
        }
    }

    @Test
    void bombsAreRefusedInASmallHeap() {
        assertThat(given.get("bomb-1000.xlsx"))
                .containsExactly(
                        "refused too-large: sheet \"rates\" grows more than 200 times when unpacked, as a zip bomb"
                                + " does; save the file again in Excel");
        assertThat(given.get("bomb-parts.xlsx"))
                .containsExactly(
                        "refused too-large: the file has 20007 parts, more than 10000; save it again in Excel");
        assertThat(given.get("bomb.csv.gz")).singleElement().asString().startsWith("refused ");
    }

    /** What can be read in the heap is read, however much it is. */
    @Test
    void manyRowsAndManyEscapesInASmallFileAreRead() {
        assertThat(given.get("dense.xlsx")).first().asString().startsWith("sheet \"rates\": 200001 cells");
        assertThat(given.get("escapes.xlsx")).first().asString().startsWith("sheet \"rates\": 1 cells");
    }

    @Test
    void thousandfoldBombIsRefusedWithinASecond() throws IOException {
        CorpusReading reading = new CorpusReading();
        reading.lines(folder.resolve("net.ods"));
        long start = System.nanoTime();
        reading.lines(folder.resolve("bomb-1000.xlsx"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    /** 311 MB of XML that a file of 3 MB holds, as a hundred to one that no cap on ratios meets: its rows are real. */
    @Test
    void denseBombEndsInAnOrdinaryHeap(@TempDir Path alone) throws Exception {
        book("dense-bomb.xlsx", out -> {
            for (int i = 0; i < 311; i++) {
                repeat(out, ROW.replace("1.0837", "1." + (i * 7919L % 100_000)), MILLION / ROW.length());
            }
        });
        Files.move(folder.resolve("dense-bomb.xlsx"), alone.resolve("dense-bomb.xlsx"));
        long start = System.nanoTime();
        List<String> lines = SmallHeap.read(alone, "-Xmx256m", 60).getOrDefault("dense-bomb.xlsx", List.of());
        System.out.printf(
                "figure: %,d bytes that grow to 311 MB: %s in %.1f s%n",
                Files.size(alone.resolve("dense-bomb.xlsx")),
                lines.get(0),
                Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0);
        assertThat(lines.get(0)).matches("refused too-large: .*|sheet .rates.: .*");
    }

    @Test
    void nothingOutsideIsOpened() {
        assertThat(connections)
                .as("connections to the server that the files name")
                .isZero();
        List<String> lines = new ArrayList<>();
        given.values().forEach(lines::addAll);
        assertThat(lines).noneMatch(line -> line.contains(canary));
        assertThat(given.entrySet())
                .filteredOn(file -> file.getKey().matches(".*(net|file).*"))
                .hasSize(2 * (2 * parts().size() + 2))
                .allSatisfy(file -> assertThat(file.getValue().get(0)).matches("refused (forbidden|damaged): .*"));
    }
}
