package io.tallybook.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick readers give what the thorough ones give, in tables of many pieces, regular or not: cells, or the same refusal. */
class QuickReadingTest {
    private static final List<String> WORDS = List.of(
            "plain",
            "",
            " ",
            "12.50",
            "Größe 水 😀",
            "a \"quoted\" word",
            "line\nbreak",
            "line\r\nbreak, and comma",
            "\"",
            "=1+1",
            "x".repeat(300));

    /** What is irregular in csv: it is put between two lines. */
    private static final List<String> ODD_LINES = List.of(
            "5\" disk,\"b\nc\",1\n", "a,\"b\"c,d\n", "\"never closed,\n", "nul,\u0000,\n", "\r\r\n", "a\rb\rc\r");

    /** What is irregular in a row, but well formed. */
    private static final List<String> ODD_CELLS = List.of(
            "<!-- c --><c r=\"A%d\"><v>1</v></c>",
            "<c r='A%d'><v>2</v></c>",
            "<c r=\"A%d\" t=\"str\"><v><![CDATA[a<b]]></v></c>",
            "<c r=\"A%d\" t=\"inlineStr\"><is><r><t>rich</t></r><r><t xml:space=\"preserve\"> text</t></r></is></c>",
            "<c r=\"A%d\" t=\"d\"><v>2026-03-04</v></c>",
            "<c r=\"A%d\"><v> 7 </v></c>",
            "<c r=\"A%d\" t=\"str\"><v>&#228; &amp; _x0041_</v></c>",
            "<c r=\"A%d\"><v>no number</v></c>",
            "<c r=\"A%d\" t=\"s\"><v>99999</v></c>",
            "<c r=\"A%d\"><v>1</c>",
            "<c r=\"A%d\"><v>1</v></c><c r=\"A%1$d\"><v>2</v></c>");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private interface Opening {
        TableReader open() throws IOException, UnreadableFileException;
    }

    private static List<String> cells(Opening opening) throws IOException {
        List<String> cells = new ArrayList<>();
        try (TableReader reader = opening.open()) {
            for (Optional<RowBlock> block = reader.next(); block.isPresent(); block = reader.next()) {
                RowBlock rows = block.get();
                for (int i = 0; i < rows.size(); i++) {
                    StringBuilder row = new StringBuilder().append(rows.row(i)).append(rows.hidden(i) ? " hidden" : "");
                    for (int c = 0; c < rows.columns(i); c++) {
                        row.append('|').append(rows.kind(i, c)).append(' ').append(rows.text(i, c));
                    }
                    cells.add(row.toString());
                }
            }
        } catch (UnreadableFileException e) {
            // Rows before the fault were handed out either way, or not: what counts is the refusal.
            return List.of(e.reason() + " " + e.getMessage());
        }
        return cells;
    }

    private static ReadOptions some(Random random) {
        ColumnSelection columns = random.nextBoolean() ? ColumnSelection.ALL : ColumnSelection.of(0, 2, 5);
        return new ReadOptions(columns, random.nextInt(3) == 0 ? 7 : 1, 1 + random.nextInt(9_000));
    }

    // --- csv

    private static String field(Random random) {
        String word = WORDS.get(random.nextInt(WORDS.size()));
        boolean quoted = word.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n') || random.nextInt(5) == 0;
        return quoted ? "\"" + word.replace("\"", "\"\"") + "\"" : word;
    }

    private static byte[] csv(Random random, String odd) {
        StringBuilder text = new StringBuilder();
        int size = random.nextInt(3) == 0 ? 2_000 : 2_500_000;
        int oddAt = odd.isEmpty() ? -1 : random.nextInt(size);
        while (text.length() < size) {
            if (oddAt >= 0 && text.length() > oddAt) {
                text.append(odd);
                oddAt = -1;
            }
            int fields = random.nextInt(8);
            for (int i = 0; i < fields; i++) {
                text.append(i == 0 ? "" : ",").append(field(random));
            }
            text.append(random.nextBoolean() ? "\r\n" : "\n");
        }
        return (random.nextBoolean() ? text + "last,line" : text.toString()).getBytes(StandardCharsets.UTF_8);
    }

    private void assertSameCsv(byte[] bytes, Random random) throws IOException {
        Path file = Files.write(folder.resolve("t.csv"), bytes);
        ReadOptions options = some(random);
        Limits limits = Limits.standard();
        List<String> quick = cells(() -> new PieceTable(
                new CsvPieces(Files.newInputStream(file), 0),
                () -> new CsvParser(',', options, limits),
                (records, row) -> thorough(
                        file, new ReadOptions(options.columns(), Math.max(row + 1, options.fromRow()), 100), limits),
                options));
        assertThat(quick).isEqualTo(cells(() -> thorough(file, options, limits)));
    }

    private static TableReader thorough(Path file, ReadOptions options, Limits limits) {
        try {
            TextBytes source = new TextBytes(file, false);
            InputStream in = source.open();
            TextEncoding utf8 = new TextEncoding(StandardCharsets.UTF_8, 0);
            return new CsvTableReader(new TextDecoder(source, in, utf8, new Notices()), ',', options, limits);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void textOfManyPiecesIsReadAlike(long seed) throws IOException {
        Random random = new Random(seed);
        assertSameCsv(csv(random, ""), random);
        for (String odd : ODD_LINES) {
            if (random.nextInt(3) == 0) {
                assertSameCsv(csv(random, odd), random);
            }
        }
    }

    @Test
    void everyOddLineIsReadAlike() throws IOException {
        Random random = new Random(99);
        for (String odd : ODD_LINES) {
            assertSameCsv(("a,b,c\n1,2,3\n" + odd + "4,\"5\",6\n").getBytes(StandardCharsets.UTF_8), random);
        }
        byte[] latin = "a,b\n1,Gr\u00f6\u00dfe\n2,x\n".getBytes(StandardCharsets.ISO_8859_1);
        assertSameCsv(latin, random);
    }

    // --- xlsx

    private static String sheet(Random random, int rows, String odd) {
        StringBuilder xml = new StringBuilder();
        int number = 0;
        int oddAt = odd.isEmpty() ? -1 : 1 + random.nextInt(rows);
        boolean numbered = random.nextInt(4) > 0;
        for (int i = 1; i <= rows; i++) {
            number = numbered ? number + 1 + (random.nextInt(20) == 0 ? 3 : 0) : number + 1;
            xml.append(numbered ? "<row r=\"" + number + "\" spans=\"1:9\"" : "<row")
                    .append(random.nextInt(30) == 0 ? " hidden=\"1\"" : "");
            if (random.nextInt(40) == 0) {
                xml.append("/>");
                continue;
            }
            xml.append('>');
            if (i == oddAt && numbered) {
                xml.append(String.format(odd, number));
            }
            for (int c = 1; c < 9; c++) {
                String at = numbered && random.nextInt(9) > 0 ? " r=\"" + (char) ('A' + c) + number + "\"" : "";
                xml.append(cell(random, at));
            }
            xml.append("</row>").append(random.nextInt(10) == 0 ? "\n" : "");
        }
        return xml.toString();
    }

    private static String cell(Random random, String at) {
        return switch (random.nextInt(11)) {
            case 0 -> "<c" + at + " s=\"1\"><v>" + (40_000 + random.nextInt(9_000)) + "</v></c>";
            case 1 -> "<c" + at + " t=\"s\"><v>" + random.nextInt(3) + "</v></c>";
            case 2 -> "<c" + at + " t=\"b\"><v>" + random.nextInt(2) + "</v></c>";
            case 3 -> "<c" + at + " t=\"e\"><v>#N/A</v></c>";
            case 4 -> "<c" + at + "><f>SUM(A1:B2)</f></c>";
            case 5 -> "<c" + at + " t=\"str\"><f>A1</f><v>a &amp; b</v></c>";
            case 6 -> "<c" + at + " t=\"inlineStr\"><is><t xml:space=\"preserve\"> inl\u00edne _x0041_ </t></is></c>";
            case 7 -> "<c" + at + " s=\"2\"/>";
            case 8 -> "<c" + at + "><v>561.86140799999998</v></c>";
            case 9 -> "<c" + at + " s=\"0\"><v>1.2E-5</v></c>";
            default -> "<c" + at + "><v>" + random.nextInt(100_000) + "</v></c>";
        };
    }

    private void assertSameSheet(String rows, Random random) throws Exception {
        Path file = RawXlsx.of(rows)
                .strings("<si><t>one</t></si><si><t> </t></si><si><t>three</t></si>")
                .formats("yyyy-mm-dd")
                .write(folder.resolve("t.xlsx"));
        ReadOptions options = some(random);
        try (ZipParts zip = ZipParts.open(file, Limits.standard());
                XlsxFile book = XlsxFile.open(zip, new Notices())) {
            List<String> quick = cells(() -> book.read(0, options));
            String part = "xl/worksheets/sheet1.xml";
            assertThat(quick)
                    .isEqualTo(cells(() -> new XlsxTable(XmlPart.open(zip, part, "sheet \"S\""), book, options, 0, 0)));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void sheetsOfManyPiecesAreReadAlike(long seed) throws Exception {
        Random random = new Random(seed);
        assertSameSheet(sheet(random, 9_000, ""), random);
        assertSameSheet(sheet(random, 9_000, ODD_CELLS.get(random.nextInt(ODD_CELLS.size()))), random);
    }

    @Test
    void everyOddCellIsReadAlike() throws Exception {
        Random random = new Random(7);
        for (String odd : ODD_CELLS) {
            for (int i = 0; i < 4; i++) {
                assertSameSheet(sheet(random, 30, odd), random);
            }
        }
        assertSameSheet(
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>2</v></c></row>", random);
        assertSameSheet("<row><c r=\"A5\"><v>1</v></c></row><row><c r=\"A9\"><v>1</v></c></row>", random);
    }
}
