package io.tallybook.sheet;

import static io.tallybook.sheet.Dump.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("usage.csv");
    }

    private Path write(String text) throws IOException {
        return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> cells(String text) throws Exception {
        return Dump.cells(write(text));
    }

    @Test
    void everyFieldIsTextWhereItStands() throws Exception {
        assertThat(cells("Name,Cost\nA,5.00\n,0E-20,extra\n'22,-1\n"))
                .containsExactly(
                        "A1 TEXT Name",
                        "B1 TEXT Cost",
                        "A2 TEXT A",
                        "B2 TEXT 5.00",
                        "B3 TEXT 0E-20",
                        "C3 TEXT extra",
                        "A4 TEXT '22",
                        "B4 TEXT -1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyLineEndIsUnderstoodAndEmptyLinesCount(String end) throws Exception {
        assertThat(cells("a,b" + end + end + " ,\u00A0" + end + "\"x" + end + "y\",2" + end + "c,3"))
                .containsExactly(
                        "A1 TEXT a", "B1 TEXT b", "A4 TEXT x" + end + "y", "B4 TEXT 2", "A5 TEXT c", "B5 TEXT 3");
    }

    @Test
    void mixedLineEndsAndDoubledQuotesAreUnderstood() throws Exception {
        assertThat(cells("a,b\r\n\"1\"\"2\",\"x,y\"\r3,4\n5,6"))
                .containsExactly(
                        "A1 TEXT a",
                        "B1 TEXT b",
                        "A2 TEXT 1\"2",
                        "B2 TEXT x,y",
                        "A3 TEXT 3",
                        "B3 TEXT 4",
                        "A4 TEXT 5",
                        "B4 TEXT 6");
    }

    @Test
    void separatorIsFoundBelowTitlesAndBesideDecimalCommas() throws Exception {
        assertThat(cells("Usage report, all subscriptions\nPeriod October\n\nName;Cost\nA;1,50\nB;2,75\n"))
                .contains("A1 TEXT Usage report, all subscriptions", "A4 TEXT Name", "B5 TEXT 1,50");
        assertThat(Dump.notices(file)).containsExactly("separator ; found");
        assertThat(cells("a\tb\n1,5\t2\n")).contains("A2 TEXT 1,5", "B2 TEXT 2");
        assertThat(cells("a|b\n1|2\n")).contains("A2 TEXT 1", "B2 TEXT 2");
        assertThat(cells("Name,Tags\nA,\"x;y\"\nB,\"x;y\"\n")).contains("B2 TEXT x;y");
        assertThat(cells("single\nvalue\n")).containsExactly("A1 TEXT single", "A2 TEXT value");
        assertThat(cells("Name;Amount\nA;1,5\nB;2,5\nC;3,5")).contains("B4 TEXT 3,5");
    }

    @Test
    void sepLineIsHonouredAndNotCounted() throws Exception {
        assertThat(cells("sep=|\r\na,x|b\r\n1|2\r\n"))
                .containsExactly("A1 TEXT a,x", "B1 TEXT b", "A2 TEXT 1", "B2 TEXT 2");
    }

    @Test
    void byteOrderMarksAreReadAndLeftOut() throws Exception {
        List<String> expected = List.of("A1 TEXT Größe", "B1 TEXT b", "A2 TEXT 1", "B2 TEXT €");
        String text = "Größe,b\n1,€\n";
        assertThat(cells("\uFEFF" + text)).isEqualTo(expected);
        assertThat(cells(text)).isEqualTo(expected);
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Files.write(file, ("\uFEFF" + text).getBytes(charset));
            assertThat(Dump.cells(file)).as("%s with mark", charset).isEqualTo(expected);
            Files.write(file, text.getBytes(charset));
            assertThat(Dump.cells(file)).as("%s without mark", charset).isEqualTo(expected);
            assertThat(Dump.notices(file)).containsExactly("read as " + charset);
        }
    }

    @Test
    void windows1252IsReadAndSaidWithTheLine() throws Exception {
        String text = "Name,b\n" + "plain,1\n".repeat(20_000) + "Größe – €,2\nAuß,3\n";
        Files.write(file, text.getBytes(WINDOWS_1252));
        assertThat(Dump.cells(file))
                .endsWith("A20002 TEXT Größe – €", "B20002 TEXT 2", "A20003 TEXT Auß", "B20003 TEXT 3");
        assertThat(Dump.notices(file)).containsExactly("read as Windows-1252: byte 0xF6 in line 20002 is not UTF-8");
    }

    @Test
    void mixedEncodingsAreSaid() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("Größe,b\n".getBytes(StandardCharsets.UTF_8));
        bytes.write("Auß,3\n".getBytes(WINDOWS_1252));
        bytes.write("Weiß,4\n".getBytes(StandardCharsets.UTF_8));
        Files.write(file, bytes.toByteArray());
        assertThat(Dump.cells(file)).contains("A1 TEXT Größe", "A2 TEXT Auß", "A3 TEXT Weiß");
        assertThat(Dump.notices(file))
                .containsExactly(
                        "mixed encodings: byte 0xDF in line 2 is not UTF-8; such bytes are read as Windows-1252");
    }

    @Test
    void byteOfNoEncodingNamesTheLine() throws Exception {
        Files.write(file, "a,b\n1,\u0081\n".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(file, Unreadable.DAMAGED)
                .withMessage("byte 0x81 in line 2 is neither UTF-8 nor Windows-1252; save the file as UTF-8");
    }

    @Test
    void zeroBytesAreNoText() throws Exception {
        write("a,b\n1,\u0000\n");
        assertRefused(file, Unreadable.UNKNOWN_FORMAT)
                .withMessageStartingWith("this is not a text file (byte 7 is NUL)");
        write("a,b\n" + "1,2\n".repeat(30_000) + "\u0000\n");
        assertRefused(file, Unreadable.UNKNOWN_FORMAT).withMessageStartingWith("line 30002 holds a NUL byte");
    }

    @Test
    void unclosedQuoteNamesTheRowWhereItStarts() throws Exception {
        write("a,b\n1,2\n3,\"open\n" + "5,6\n".repeat(10));
        assertRefused(file, Unreadable.DAMAGED).withMessageStartingWith("row 3 opens a quote that is never closed");
        write("a,b\n1,2\n3,\"open\n" + "5,6\n".repeat(100_000));
        assertRefused(file, Unreadable.DAMAGED).withMessageStartingWith("row 3 opens a quote that is never closed");
        write("a,b\n1,2\n3,\"open\n" + "5,6\n".repeat(10_000) + "7,\"");
        assertRefused(file, Unreadable.TOO_LARGE).withMessageStartingWith("B3 has more than 32767 characters");
    }

    @Test
    void charactersAfterAClosingQuoteNameTheRow() throws Exception {
        write("a,b\n1,\"24\" monitor\"\n3,4\n");
        assertRefused(file, Unreadable.DAMAGED).withMessageStartingWith("row 2 has characters after a closing quote");
    }

    @Test
    void longTextsEndABlockEarlyAndLoseNothing() throws Exception {
        String lengthy = "x".repeat(30_000);
        write((lengthy + ",1\n" + " ,\n").repeat(400));
        int blocks = 0;
        int rows = 0;
        try (SourceFile source = SourceFiles.open(file, Limits.standard());
                TableReader reader = source.read(0, ReadOptions.everything())) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                blocks++;
                rows += next.get().size();
            }
        }
        assertThat(rows).isEqualTo(400);
        assertThat(blocks).isGreaterThan(1);
    }

    @Test
    void gzipOfSeveralMembersIsReadWhole() throws Exception {
        byte[] members = gzip("a,b\n1,2\n", "3,4\n", "5,6\n");
        Files.write(file, members);
        assertThat(Dump.cells(file)).endsWith("A4 TEXT 5", "B4 TEXT 6").hasSize(8);
        try (SourceFile source =
                SourceFiles.open(Files.write(folder.resolve("part_0.csv.gz"), members), Limits.standard())) {
            assertThat(source.sheets()).containsExactly(new SheetInfo(0, "part_0", false));
        }
    }

    @Test
    void everyCutGzipIsRefused() throws Exception {
        byte[] first = gzip("a,b\n" + "1,2\n".repeat(500));
        byte[] whole = gzip("a,b\n" + "1,2\n".repeat(500), "3,4\n".repeat(500));
        for (int length = 3; length < whole.length; length++) {
            if (length != first.length) {
                Files.write(file, Arrays.copyOf(whole, length));
                try {
                    Dump.readAll(file, Limits.standard());
                    throw new AssertionError("read with " + length + " of " + whole.length + " bytes");
                } catch (UnreadableFileException e) {
                    assertThat(e.reason()).as("length %d", length).isIn(Unreadable.TRUNCATED, Unreadable.DAMAGED);
                }
            }
        }
    }

    private static byte[] gzip(String... members) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String member : members) {
            try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
                zip.write(member.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void emptyFilesAreRefused() throws Exception {
        write("");
        assertRefused(file, Unreadable.EMPTY).withMessage("the file is empty; export it again");
        write("\uFEFF\r\n \r\n");
        assertRefused(file, Unreadable.EMPTY);
        Files.write(file, gzip(""));
        assertRefused(file, Unreadable.EMPTY);
        assertRefused(folder.resolve("none.csv"), Unreadable.NO_ACCESS);
    }

    @Test
    void markupNamedXlsIsRefusedAndTextNamedXlsIsRead() throws Exception {
        file = folder.resolve("report.xls");
        write("\r\n<!-- made by a server --><HTML><table><tr><td>1</td></tr></table></HTML>");
        assertRefused(file, Unreadable.HTML)
                .withMessage("this is an HTML page, not a workbook; open it in Excel and save it as xlsx");
        write("<?xml version='1.0'?>\n<?mso-application progid='Excel.Sheet'?><Workbook "
                + "xmlns='urn:schemas-microsoft-com:office:spreadsheet'></Workbook>");
        assertRefused(file, Unreadable.XML)
                .withMessage("this is an Excel 2003 XML workbook; open it in Excel and save it as xlsx");
        assertThat(cells("a\tb\n1\t2\n")).contains("B2 TEXT 2");
        assertThat(Dump.notices(file))
                .containsExactly("separator TAB found", "named .xls, read as delimited text (csv)");
    }

    @Test
    void foreignFilesAreNamed() throws Exception {
        write("%PDF-1.7 ...");
        assertRefused(file, Unreadable.UNKNOWN_FORMAT).withMessageStartingWith("this is a PDF document");
        Files.write(file, new byte[] {9, 8, 8, 0, 0, 5, 5, 0});
        assertRefused(file, Unreadable.EXCEL_5);
    }
}
