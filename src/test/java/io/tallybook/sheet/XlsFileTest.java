package io.tallybook.sheet;

import static io.tallybook.sheet.Dump.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("t.xls");
    }

    private Path write(HSSFWorkbook book) throws Exception {
        try (OutputStream out = Files.newOutputStream(file)) {
            book.write(out);
        }
        return file;
    }

    @Test
    void everyKindOfCellIsTyped() throws Exception {
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            HSSFSheet sheet = book.createSheet("S");
            HSSFRow row = sheet.createRow(1);
            row.createCell(0).setCellValue(5);
            row.createCell(1).setCellValue("shared");
            row.createCell(2).setCellValue(true);
            row.createCell(3).setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.NA);
            row.createCell(4).setCellFormula("CONCATENATE(\"a\",\"b\")");
            row.createCell(5).setCellFormula("A2+2");
            row.createCell(6).setCellFormula("1/0");
            row.createCell(7).setCellFormula("A2=5");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            row.createCell(8).setCellFormula("A2+3");
            row.createCell(9).setCellValue(561.861408);
            CellStyle dated = book.createCellStyle();
            dated.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            row.createCell(10).setCellValue(46326.395833333336);
            row.getCell(10).setCellStyle(dated);
            row.createCell(11).setBlank();
            sheet.createRow(5).setZeroHeight(true);
            sheet.getRow(5).createCell(1).setCellValue("\u00A0");
            sheet.getRow(5).createCell(2).setCellValue(0.1);
            write(book);
        }
        assertThat(Dump.cells(file))
                .containsExactly(
                        "A2 NUMBER 5",
                        "B2 TEXT shared",
                        "C2 BOOLEAN TRUE",
                        "D2 ERROR #N/A",
                        "E2 TEXT ab",
                        "F2 NUMBER 7",
                        "G2 ERROR #DIV/0!",
                        "H2 BOOLEAN TRUE",
                        "I2 UNCACHED formula without a stored value",
                        "J2 NUMBER 561.861408",
                        "K2 DATE 2026-10-31T09:30:00",
                        "C6 hidden NUMBER 0.1");
    }

    @Test
    void numbersThatAreNoneAreErrors() throws Exception {
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            book.createSheet("S").createRow(0).createCell(0).setCellValue(123456.789);
            write(book);
        }
        byte[] bytes = Files.readAllBytes(file);
        byte[] stored = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(123456.789)
                .array();
        int at =
                new String(bytes, StandardCharsets.ISO_8859_1).indexOf(new String(stored, StandardCharsets.ISO_8859_1));
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putDouble(at, Double.NaN);
        Files.write(file, bytes);
        assertThat(Dump.cells(file)).containsExactly("A1 ERROR #NUM!");
    }

    @Test
    void dates1904AreUnderstood() throws Exception {
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            CellStyle dated = book.createCellStyle();
            dated.setDataFormat((short) 14);
            var cell = book.createSheet("S").createRow(0).createCell(0);
            cell.setCellValue(44864);
            cell.setCellStyle(dated);
            book.getInternalWorkbook().getRecords().forEach(r -> {
                if (r instanceof org.apache.poi.hssf.record.DateWindow1904Record window) {
                    window.setWindowing((short) 1);
                }
            });
            write(book);
        }
        assertThat(Dump.cells(file)).containsExactly("A1 DATE 2026-10-31");
    }

    @Test
    void manySheetsAndLongSharedTextsAreRead() throws Exception {
        String lengthy = "x".repeat(9_000);
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            for (int s = 0; s < 3; s++) {
                HSSFSheet sheet = book.createSheet("S" + s);
                for (int r = 0; r < 100; r++) {
                    sheet.createRow(r).createCell(s).setCellValue(lengthy + s + "." + r);
                }
            }
            book.setSheetVisibility(1, org.apache.poi.ss.usermodel.SheetVisibility.VERY_HIDDEN);
            write(book);
        }
        try (SourceFile source = SourceFiles.open(file, Limits.standard())) {
            assertThat(source.format()).isEqualTo(FileFormat.XLS);
            assertThat(source.sheets())
                    .containsExactly(
                            new SheetInfo(0, "S0", false), new SheetInfo(1, "S1", true), new SheetInfo(2, "S2", false));
            assertThat(source.notices()).containsExactly("sheet \"S1\" is hidden");
            for (int s = 0; s < 3; s++) {
                List<String> cells = Dump.cells(source, s, new ReadOptions(ColumnSelection.ALL, 99, 1));
                assertThat(cells)
                        .containsExactly(
                                CellAddress.of(99, s) + " TEXT " + lengthy + s + ".98",
                                CellAddress.of(100, s) + " TEXT " + lengthy + s + ".99");
            }
        }
    }

    @Test
    void defaultPasswordIsReadAndAnyOtherIsNamed() throws Exception {
        for (String password : List.of("VelvetSweatshop", "secret")) {
            try (HSSFWorkbook book = new HSSFWorkbook()) {
                book.createSheet("S").createRow(0).createCell(0).setCellValue("first");
                book.createSheet("T").createRow(0).createCell(0).setCellValue("second");
                Biff8EncryptionKey.setCurrentUserPassword(password);
                write(book);
            } finally {
                Biff8EncryptionKey.setCurrentUserPassword(null);
            }
            if (password.equals("secret")) {
                assertRefused(file, Unreadable.ENCRYPTED).withMessageStartingWith("the workbook has a password");
            } else {
                assertThat(Dump.cells(file)).containsExactly("A1 TEXT first");
                assertThat(Dump.cells(file, 1, ReadOptions.everything())).containsExactly("A1 TEXT second");
            }
        }
    }

    @Test
    void everyCutFileIsRefusedOrReadWhole() throws Exception {
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            HSSFSheet sheet = book.createSheet("S");
            for (int r = 0; r < 500; r++) {
                sheet.createRow(r).createCell(0).setCellValue("row " + r);
            }
            write(book);
        }
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < 20; i++) {
            int length = 8 + (whole.length - 9) * i / 19;
            Files.write(file, Arrays.copyOf(whole, length));
            try {
                assertThat(Dump.cells(file)).as("cut at %d", length).hasSize(500);
            } catch (UnreadableFileException e) {
                assertThat(e.reason()).isIn(Unreadable.DAMAGED, Unreadable.TRUNCATED);
            }
        }
    }

    @Test
    void otherOfficeFilesAreNamed() throws Exception {
        container("Book");
        assertRefused(file, Unreadable.EXCEL_5)
                .withMessage("saved by Excel 95 or older; open it in Excel or LibreOffice and save as xlsx");
        container("WordDocument");
        assertRefused(file, Unreadable.UNKNOWN_FORMAT).withMessageStartingWith("this is a Word document");
    }

    private void container(String stream) throws Exception {
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            container.createDocument(new ByteArrayInputStream(new byte[10]), stream);
            container.writeFilesystem(out);
        }
    }
}
