package io.tallybook.sheet;

import static io.tallybook.sheet.Dump.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxRefusalTest {
    private static final String ONE_CELL = "<row r='1'><c r='A1'><v>1</v></c></row>";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("t.xlsx");
    }

    @Test
    void missingSheetPartIsNeverFewerSheets() throws Exception {
        RawXlsx.of(ONE_CELL).without("xl/worksheets/sheet1.xml").write(file);
        assertRefused(file, Unreadable.MISSING_PART)
                .withMessage("sheet \"S\" is listed but not in the file; save it again in Excel");
        RawXlsx.of(ONE_CELL)
                .workbook("", "<sheet name='S' r:id='rId1'/><sheet name='T' r:id='rId5'/>")
                .write(file);
        assertRefused(file, Unreadable.MISSING_PART).withMessageStartingWith("sheet \"T\" is listed");
        RawXlsx.of("<row r='1'><c t='s'><v>0</v></c></row>").write(file);
        assertRefused(file, Unreadable.MISSING_PART).withMessageStartingWith("the table of shared texts is not in");
    }

    @Test
    void chartSheetsAreLeftOutWithANotice() throws Exception {
        RawXlsx.of(ONE_CELL)
                .workbook("", "<sheet name='C' r:id='rId2'/><sheet name='S' state='veryHidden' r:id='rId1'/>")
                .write(file);
        try (SourceFile source = SourceFiles.open(file, Limits.standard())) {
            assertThat(source.sheets()).containsExactly(new SheetInfo(0, "S", true));
            assertThat(source.notices())
                    .containsExactly(
                            "sheet \"S\" is hidden",
                            "sheet \"C\" holds no cells (chart, dialog or macro) and is left out");
        }
    }

    @Test
    void doctypeIsRefusedAndNothingOutsideIsOpened() throws Exception {
        RawXlsx.of("")
                .part(
                        "xl/worksheets/sheet1.xml",
                        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><worksheet><sheetData><row><c t='str'>"
                                + "<v>&x;</v></c></row></sheetData></worksheet>")
                .write(file);
        assertRefused(file, Unreadable.FORBIDDEN).withMessageStartingWith("sheet \"S\" holds a DOCTYPE");
    }

    @Test
    void malformedXmlNamesSheetAndRow() throws Exception {
        RawXlsx.of("<row r='41'><c><v>1</v></c></row><row r='42'><c><v>1</w></c></row>")
                .write(file);
        assertRefused(file, Unreadable.DAMAGED)
                .withMessage("sheet \"S\" near row 42 is damaged (its XML is not well formed); ask for the file again");
    }

    @Test
    void unknownEntityIsRefused() throws Exception {
        RawXlsx.of("<row r='41'><c t='str'><v>&x;</v></c></row>").write(file);
        assertRefused(file, Unreadable.DAMAGED);
    }

    @Test
    void impossibleReferencesAreRefused() throws Exception {
        RawXlsx.of("<row r='1'><c t='s'><v>7</v></c></row>")
                .strings("<si><t>x</t></si>")
                .write(file);
        assertRefused(file, Unreadable.DAMAGED)
                .withMessageContaining("cell A1 refers to a text that is not in the file");
        RawXlsx.of("<row r='0'/>").write(file);
        assertRefused(file, Unreadable.DAMAGED);
        RawXlsx.of("<row r='1'><c r='XFE1'><v>1</v></c></row>").write(file);
        assertRefused(file, Unreadable.DAMAGED);
        RawXlsx.of("<row r='3'><c r='B3'><v>1</v></c><c r='B3'><v>2</v></c></row>")
                .write(file);
        assertRefused(file, Unreadable.DAMAGED).withMessageContaining("two cells claim B3");
    }

    /** Behind a header, and after a crash, reading goes on by row number: such rows would be lost without a word. */
    @Test
    void rowsThatComeAgainOrOutOfOrderAreRefused() throws Exception {
        RawXlsx.of(ONE_CELL.repeat(2)).write(file);
        assertRefused(file, Unreadable.DAMAGED)
                .withMessage("sheet \"S\" near row 1: row 1 stands after row 1; save the file again in Excel");
        RawXlsx.of("<row r='3'/><row><c r='B2'><v>1</v></c></row>").write(file);
        assertRefused(file, Unreadable.DAMAGED).withMessageContaining("row 2 stands after row 3");
    }

    @Test
    void everyCutFileIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(
                RawXlsx.of("<row><c><v>1</v></c></row>".repeat(300)).write(file));
        for (int i = 0; i < 20; i++) {
            int length = 4 + (whole.length - 5) * i / 19;
            Files.write(file, Arrays.copyOf(whole, length));
            assertRefused(file, Unreadable.TRUNCATED);
        }
    }

    @Test
    void aChangedByteIsNeverReadAsAnotherTable() throws Exception {
        StringBuilder rows = new StringBuilder();
        Random random = new Random(7);
        for (int i = 1; i <= 60; i++) {
            rows.append("<row r='")
                    .append(i)
                    .append("'><c><v>")
                    .append(random.nextInt())
                    .append("</v></c></row>");
        }
        byte[] whole = Files.readAllBytes(RawXlsx.of(rows.toString()).write(file));
        var expected = Dump.cells(file);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, changed);
            try {
                assertThat(Dump.cells(file)).as("change %d", i).isEqualTo(expected);
            } catch (UnreadableFileException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    @Test
    void bombsAreRefusedBeforeTheyGrow() throws Exception {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            Path small = RawXlsx.of("").without("xl/worksheets/sheet1.xml").write(folder.resolve("small"));
            try (java.util.zip.ZipFile from = new java.util.zip.ZipFile(small.toFile())) {
                for (ZipEntry entry : java.util.Collections.list(from.entries())) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    zip.write(from.getInputStream(entry).readAllBytes());
                }
            }
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
            byte[] blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 120; i++) {
                zip.write(blanks);
            }
        }
        assertRefused(file, Unreadable.TOO_LARGE).withMessageContaining("as a zip bomb does");
    }

    @Test
    void partsThatOccurTwiceAreRefused() throws Exception {
        RawXlsx.of(ONE_CELL).part("xl/worksheets/sheetX.xml", "<worksheet/>").write(file);
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(file, bytes.replace("sheetX.xml", "SHEET1.xml"), StandardCharsets.ISO_8859_1);
        assertRefused(file, Unreadable.DAMAGED)
                .withMessage("part xl/worksheets/SHEET1.xml is in the file twice; save it again in Excel");
    }

    @Test
    void deepNestingIsRefused() throws Exception {
        RawXlsx.of("<row>" + "<x>".repeat(100_000)).write(file);
        assertRefused(file, Unreadable.FORBIDDEN).withMessageContaining("nested too deeply");
    }

    @Test
    void sharedTextsAreCapped() throws Exception {
        RawXlsx.of("<row><c t='s'><v>0</v></c></row>")
                .strings(("<si><t>" + "x".repeat(30_000) + "</t></si>").repeat(100))
                .write(file);
        assertRefused(file, Unreadable.TOO_LARGE, Limits.standard().withSharedStringBytes(2_000_000))
                .withMessage("the table of shared texts is larger than 2 MB; split the file or save it as csv");
        RawXlsx.of("<row><c t='s'><v>0</v></c></row>")
                .strings("<si/>".repeat(400_000))
                .write(file);
        assertRefused(file, Unreadable.TOO_LARGE, Limits.standard().withSharedStringBytes(2_000_000));
    }

    @Test
    void limitsAreRefusedByName() throws Exception {
        RawXlsx.of("<row><c><v>1</v></c></row>".repeat(100))
                .strings("<si><t>x</t></si>")
                .write(file);
        assertRefused(file, Unreadable.TOO_LARGE, Limits.standard().withPartBytes(2_000))
                .withMessageStartingWith("sheet \"S\" is larger than");
        RawXlsx.of("<row r='5'><c t='str'><v>" + "x".repeat(101) + "</v></c></row>")
                .write(file);
        assertRefused(file, Unreadable.TOO_LARGE, Limits.standard().withCellCharacters(100))
                .withMessage("sheet \"S\" near row 5 has a cell of more than 100 characters; shorten it");
    }

    @Test
    void otherPackagesAreNamed() throws Exception {
        RawXlsx.of("")
                .replacing("spreadsheetml.sheet.main+xml", "x")
                .part(
                        "[Content_Types].xml",
                        "<Types><Override PartName='/xl/workbook.xml' ContentType="
                                + "'application/vnd.ms-excel.sheet.binary.macroEnabled.main'/></Types>")
                .write(file);
        assertRefused(file, Unreadable.XLSB)
                .withMessage("this is an Excel binary workbook (xlsb); open it in Excel and save it as xlsx");
        RawXlsx.of("").replacing("xl/workbook.xml", "word/document.xml").write(file);
        assertRefused(file, Unreadable.UNKNOWN_FORMAT).withMessageStartingWith("this is a Word document");
        new RawXlsx().part("usage.csv", "a,b").part("more.csv", "a").write(file);
        assertRefused(file, Unreadable.ARCHIVE)
                .withMessage("this is a zip archive of 2 files (first usage.csv); unpack it");
    }

    @Test
    void protectedWorkbooksAreNamed() throws Exception {
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            container.createDocument(new java.io.ByteArrayInputStream(new byte[10]), "EncryptionInfo");
            container.createDocument(new java.io.ByteArrayInputStream(new byte[10]), "EncryptedPackage");
            container.writeFilesystem(out);
        }
        assertRefused(file, Unreadable.ENCRYPTED)
                .withMessage("the workbook has a password; open it in Excel and save it without one");
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            container.createDocument(new java.io.ByteArrayInputStream(new byte[10]), "EncryptedPackage");
            container
                    .createDirectory("\u0006DataSpaces")
                    .createDirectory("TransformInfo")
                    .createDirectory("DRMEncryptedTransform");
            container.writeFilesystem(out);
        }
        assertRefused(file, Unreadable.IRM_PROTECTED).withMessageStartingWith("a sensitivity label");
    }
}
