import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes the part of the corpus that Apache POI makes, and a list of it; run by make.py. */
public final class MakeWithPoi {
    private final Path folder;
    private final List<String> list = new ArrayList<>();

    private MakeWithPoi(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        MakeWithPoi files = new MakeWithPoi(Path.of(args[0]));
        files.workbooks();
        files.protectedOnes();
        files.containers();
        files.broken();
        Files.write(files.folder.resolve("list.txt"), files.list);
    }

    private void add(String name, String about, byte[] data, String... must) throws IOException {
        Files.write(folder.resolve(name.replace("/", "_")), data);
        list.add(name + "\t" + about + "\t" + String.join("\t", must));
    }

    private interface Fill {
        void to(Workbook book);
    }

    private static byte[] bytes(Workbook book, Fill fill) throws IOException {
        try (book) {
            fill.to(book);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }

    private static Row row(Sheet sheet, int index, Object... values) {
        Row row = sheet.createRow(index);
        CellStyle dated = dated(sheet.getWorkbook());
        for (int i = 0; i < values.length; i++) {
            Cell cell = row.createCell(i);
            Object value = values[i];
            if (value instanceof LocalDate date) {
                cell.setCellValue(date);
                cell.setCellStyle(dated);
            } else if (value instanceof LocalDateTime time) {
                cell.setCellValue(time);
                cell.setCellStyle(dated);
            } else if (value instanceof Number number) {
                cell.setCellValue(number.doubleValue());
            } else if (value instanceof Boolean bool) {
                cell.setCellValue(bool);
            } else if (value instanceof FormulaError error) {
                cell.setCellErrorValue(error.getCode());
            } else if (value instanceof String text && text.startsWith("=")) {
                cell.setCellFormula(text.substring(1));
            } else if (value != null) {
                cell.setCellValue(value.toString());
            }
        }
        return row;
    }

    /** One style a workbook, made with its first row. */
    private static CellStyle dated(Workbook book) {
        for (int i = 0; i < book.getNumCellStyles(); i++) {
            if (book.getCellStyleAt(i).getDataFormatString().equals("yyyy-mm-dd hh:mm")) {
                return book.getCellStyleAt(i);
            }
        }
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd hh:mm"));
        return style;
    }

    private static void rates(Workbook book) {
        Sheet sheet = book.createSheet("rates");
        row(sheet, 0, "date", "from", "to", "rate");
        row(sheet, 1, LocalDate.of(2026, 10, 31), "EUR", "USD", 1.0837);
        row(sheet, 2, LocalDateTime.of(2026, 10, 30, 9, 30), "EUR", "CHF", 0.1 + 0.2);
    }

    private static void kinds(Workbook book) {
        Sheet sheet = book.createSheet("rates");
        row(sheet, 0, "date", "from", "to", "rate");
        row(sheet, 1, LocalDate.of(2026, 10, 31), "EUR", "USD", true);
        FormulaError[] errors = {
            FormulaError.DIV0, FormulaError.NA, FormulaError.NAME, FormulaError.NULL, FormulaError.NUM, FormulaError.REF,
            FormulaError.VALUE
        };
        for (int i = 0; i < errors.length; i++) {
            row(sheet, 2 + i, LocalDate.of(2026, 10, 30), "EUR", "USD", errors[i]);
        }
        row(sheet, 9, LocalDate.of(2026, 10, 29), "EUR", "USD", "=1+1");
        row(sheet, 10, LocalDate.of(2026, 10, 28), "=\"E\"&\"UR\"", "USD", "=D2");
    }

    private static void evaluated(Workbook book) {
        Sheet sheet = book.createSheet("rates");
        row(sheet, 0, "date", "from", "to", "rate");
        row(sheet, 1, LocalDate.of(2026, 10, 31), "=\"E\"&\"UR\"", "USD", "=1+1");
        row(sheet, 2, LocalDate.of(2026, 10, 31), "=\"\"", "USD", "=1-1");
        row(sheet, 3, LocalDate.of(2026, 10, 31), "EUR", "=1=1", "=1/0");
        book.getCreationHelper().createFormulaEvaluator().evaluateAll();
    }

    private static void many(Workbook book) {
        Sheet sheet = book.createSheet("accounts");
        row(sheet, 0, "account", "name", "country");
        Random random = new Random(3);
        for (int i = 1; i <= 400; i++) {
            String name = "Größe 😀 ".repeat(1 + random.nextInt(12)) + i;
            row(sheet, i, "A" + i, name, "DE");
        }
    }

    private static void longTexts(Workbook book) {
        Sheet sheet = book.createSheet("accounts");
        row(sheet, 0, "account", "name");
        for (int i = 1; i <= 4; i++) {
            row(sheet, i, "A" + i, (i % 2 == 0 ? "x" : "ß").repeat(32_000) + i);
        }
    }

    private static void hidden(Workbook book) {
        rates(book);
        book.getSheet("rates").getRow(1).setZeroHeight(true);
        book.createSheet("notes").createRow(0).createCell(0).setCellValue("hidden");
        book.createSheet("more").createRow(0).createCell(0).setCellValue("very hidden");
        book.setSheetVisibility(1, SheetVisibility.HIDDEN);
        book.setSheetVisibility(2, SheetVisibility.VERY_HIDDEN);
    }

    private static void formats(Workbook book) {
        Sheet sheet = book.createSheet("formats");
        String[] codes = {
            "General", "0.00", "@", "yyyy", "[h]:mm", "mmm-yy", "0.00 \"days\"", "[Red]0.00", "hh:mm:ss", "0.0E+00", "d.m.", "#,##0"
        };
        row(sheet, 0, "format", "value");
        for (int i = 0; i < codes.length; i++) {
            CellStyle style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat(codes[i]));
            row(sheet, i + 1, codes[i], 46326.25).getCell(1).setCellStyle(style);
        }
    }

    private void workbooks() throws IOException {
        String[] good = {"rates!A2 DATE 2026-10-31", "rates!D2 NUMBER 1.0837", "rates!A3 DATE 2026-10-30T09:30:00", "rates!D3 NUMBER 0.3"};
        add("xls/poi.xls", "a table of rates", bytes(new HSSFWorkbook(), MakeWithPoi::rates), good);
        add("xlsx/poi.xlsx", "a table of rates by POI", bytes(new XSSFWorkbook(), MakeWithPoi::rates), good);
        add("xlsx/poi-streamed.xlsx", "a table of rates by POI's streaming writer", bytes(new SXSSFWorkbook(), MakeWithPoi::rates), good);
        HSSFWorkbook from1904 = new HSSFWorkbook();
        from1904.getInternalWorkbook().getRecords().stream()
                .filter(record -> record instanceof org.apache.poi.hssf.record.DateWindow1904Record)
                .forEach(record -> ((org.apache.poi.hssf.record.DateWindow1904Record) record).setWindowing((short) 1));
        add("xls/dates-1904.xls", "days counted from 1904", bytes(from1904, book -> {
            Sheet sheet = book.createSheet("rates");
            row(sheet, 0, "date", "from", "to", "rate");
            row(sheet, 1, 46326 - 1462, "EUR", "USD", 1.5).getCell(0).setCellStyle(dated(book));
        }), "rates!A2 DATE 2026-10-31");
        add("xls/kinds.xls", "booleans, errors, and formulas that were never computed", bytes(new HSSFWorkbook(), MakeWithPoi::kinds),
                "rates!D2 BOOLEAN TRUE", "rates!D3 ERROR #DIV/0!", "rates!D10 UNCACHED formula without a stored value");
        add("xlsx/poi-kinds.xlsx", "booleans, errors, and formulas that were never computed, by POI", bytes(new XSSFWorkbook(), MakeWithPoi::kinds),
                "rates!D2 BOOLEAN TRUE", "rates!D3 ERROR #DIV/0!", "rates!D10 UNCACHED formula without a stored value");
        add("xls/formulas.xls", "formulas with stored values: number, text, empty text, boolean, error, a true zero",
                bytes(new HSSFWorkbook(), MakeWithPoi::evaluated), "rates!B2 TEXT EUR", "rates!D2 NUMBER 2", "rates!D4 ERROR #DIV/0!");
        add("xlsx/poi-formulas.xlsx", "formulas with stored values, by POI", bytes(new XSSFWorkbook(), MakeWithPoi::evaluated),
                "rates!B2 TEXT EUR", "rates!D2 NUMBER 2", "rates!D3 NUMBER 0", "rates!D4 ERROR #DIV/0!");
        add("xls/many-texts.xls", "400 texts over many records, some beyond Latin", bytes(new HSSFWorkbook(), MakeWithPoi::many));
        add("xls/long-texts.xls", "texts of 32,000 characters, split over records", bytes(new HSSFWorkbook(), MakeWithPoi::longTexts));
        add("xls/hidden.xls", "hidden rows and sheets", bytes(new HSSFWorkbook(), MakeWithPoi::hidden), good);
        add("xls/formats.xls", "one number under many formats", bytes(new HSSFWorkbook(), MakeWithPoi::formats),
                "formats!B2 NUMBER 46326.25", "formats!B5 DATE 2026-10-31T06:00:00", "formats!B8 NUMBER 46326.25");
        add("xls/many-sheets.xls", "100 sheets", bytes(new HSSFWorkbook(), book -> {
            rates(book);
            for (int i = 2; i <= 100; i++) {
                row(book.createSheet("Sheet " + i), 0, "x", i);
            }
        }), good);
        add("xls/no-cells.xls", "a sheet without cells", bytes(new HSSFWorkbook(), book -> book.createSheet("rates")));
        add("xls/ids.xls", "ids in number cells and text cells", bytes(new HSSFWorkbook(), book -> {
            Sheet sheet = book.createSheet("agreements");
            row(sheet, 0, "agreement", "account", "program", "currency", "start", "end");
            row(sheet, 1, 8078799860L, "A1", "EA", "EUR", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
            row(sheet, 2, "00807", "A1", "EA", "EUR", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        }), "agreements!A2 NUMBER 8078799860", "agreements!A3 TEXT 00807");
    }

    private static byte[] xls(String password) throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword(password);
        try {
            return bytes(new HSSFWorkbook(), MakeWithPoi::rates);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    private static byte[] sealed(EncryptionMode mode, String password) throws Exception {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(mode).getEncryptor();
            encryptor.confirmPassword(password);
            try (OutputStream out = encryptor.getDataStream(container)) {
                out.write(bytes(new XSSFWorkbook(), MakeWithPoi::rates));
            }
            return bytes(container);
        }
    }

    private static byte[] bytes(POIFSFileSystem container) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        container.writeFilesystem(out);
        return out.toByteArray();
    }

    private void protectedOnes() throws Exception {
        add("xlsx/password-agile.xlsx", "a password, as Excel 2010 and later write it", sealed(EncryptionMode.agile, "secret"), "refused");
        add("xlsx/password-standard.xlsx", "a password, as Excel 2007 writes it", sealed(EncryptionMode.standard, "secret"), "refused");
        add("xlsx/password-default.xlsx", "the password that Excel sets by itself and never asks for",
                sealed(EncryptionMode.agile, Decryptor.DEFAULT_PASSWORD), "rates!A2 DATE 2026-10-31", "rates!D2 NUMBER 1.0837");
        add("xlsx/password-default-2007.xlsx", "the password that Excel sets by itself, as Excel 2007 encrypts",
                sealed(EncryptionMode.standard, Decryptor.DEFAULT_PASSWORD), "rates!A2 DATE 2026-10-31", "rates!D2 NUMBER 1.0837");
        byte[] sealed = sealed(EncryptionMode.agile, Decryptor.DEFAULT_PASSWORD);
        byte[] cut = Arrays.copyOf(sealed, sealed.length);
        Arrays.fill(cut, 3 * 512, 4 * 512, (byte) 0x55);
        add("xlsx/password-default-damaged.xlsx", "the password that Excel sets by itself, and 512 bytes that are others", cut, "refused");
        add("xls/password.xls", "a password", xls("secret"), "refused");
        add("xls/password-default.xls", "the password that Excel sets by itself and never asks for", xls(Decryptor.DEFAULT_PASSWORD),
                "rates!A2 DATE 2026-10-31", "rates!D2 NUMBER 1.0837");
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            container.createDocument(new ByteArrayInputStream(new byte[200]), "EncryptedPackage");
            container.createDirectory("\u0006DataSpaces").createDirectory("TransformInfo").createDirectory("DRMEncryptedTransform");
            add("xlsx/rights-managed.xlsx", "a sensitivity label that encrypts", bytes(container), "refused");
        }
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            container.createDocument(new ByteArrayInputStream(new byte[200]), "Workbook");
            container.createDocument(new ByteArrayInputStream(new byte[200]), "\tDRMContent");
            add("xls/rights-managed.xls", "rights management of Excel 2003", bytes(container), "refused");
        }
    }

    private void container(String name, String about, String stream, byte[] data) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            container.createDocument(new ByteArrayInputStream(data), stream);
            add(name, about, bytes(container), "refused");
        }
    }

    private void containers() throws IOException {
        container("other/document.doc.xls", "a Word document named xls", "WordDocument", new byte[100]);
        container("other/slides.xls", "a presentation named xls", "PowerPoint Document", new byte[100]);
        container("other/mail.xls", "an Outlook message named xls", "__properties_version1.0", new byte[100]);
        container("other/nothing.xls", "a container without a workbook", "Something", new byte[100]);
        byte[] biff5 = {0x09, 0x08, 0x08, 0, 0, 5, 5, 0, 0, 0, 0, 0, 0x0A, 0, 0, 0};
        container("xls/excel-95.xls", "a workbook of Excel 95", "Book", biff5);
        container("xls/excel-95-renamed.xls", "a workbook of Excel 95 under the newer name of its stream", "Workbook", biff5);
        byte[] old = new byte[64];
        for (int version = 2; version <= 4; version++) {
            byte[] start = {0x09, (byte) (version == 2 ? 0 : version == 3 ? 2 : 4), (byte) (version == 2 ? 4 : 6), 0};
            System.arraycopy(start, 0, old, 0, 4);
            add("xls/excel-" + version + ".xls", "a sheet of Excel " + version, old.clone(), "refused");
        }
        container("xls/stream-empty.xls", "an empty workbook stream", "Workbook", new byte[0]);
        container("xls/stream-noise.xls", "a workbook stream of noise", "Workbook", noise(3000));
        try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(bytes(new HSSFWorkbook(), MakeWithPoi::rates)))) {
            DirectoryEntry root = container.getRoot();
            root.createDirectory("_VBA_PROJECT_CUR").createDocument("dir", new ByteArrayInputStream(noise(100)));
            add("xls/macros.xls", "a workbook with macros, which are never looked at", bytes(container), "rates!D2 NUMBER 1.0837");
        }
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(5).nextBytes(noise);
        return noise;
    }

    private void broken() throws IOException {
        byte[] whole = bytes(new HSSFWorkbook(), MakeWithPoi::many);
        add("xls/cut-in-half.xls", "the first half", Arrays.copyOf(whole, whole.length / 2), "refused");
        add("xls/cut-at-the-end.xls", "the last 600 bytes are missing", Arrays.copyOf(whole, whole.length - 600), "refused");
        add("xls/head-only.xls", "the first 512 bytes", Arrays.copyOf(whole, 512), "refused");
        add("xls/eight-bytes.xls", "the first 8 bytes", Arrays.copyOf(whole, 8), "refused");
        byte[] zeros = whole.clone();
        Arrays.fill(zeros, whole.length / 3, whole.length * 2 / 3, (byte) 0);
        add("xls/zeros-in-the-middle.xls", "the middle third is zeros, as after a broken copy", zeros, "refused");
        byte[] loop = whole.clone();
        // The first entry of the allocation table points to itself.
        int table = 512 * (1 + (loop[0x4C] & 0xFF | (loop[0x4D] & 0xFF) << 8));
        loop[table] = 0;
        loop[table + 1] = 0;
        loop[table + 2] = 0;
        loop[table + 3] = 0;
        add("xls/chain-without-end.xls", "a chain of sectors that comes back to its beginning", loop, "refused");
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        byte[] bof = whole.clone();
        int at = text.indexOf("\t\b\u0010\0\0\u0006", 600);
        at = text.indexOf("\t\b\u0010\0\0\u0006", at + 4);
        bof[at] = 0;
        add("xls/sheet-begin-changed.xls", "the first record of the sheet is another", bof, "refused");
    }
}
