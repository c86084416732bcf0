package io.tallybook.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** An Excel 97-2003 workbook. */
final class XlsFile implements SourceFile {
    private final Path file;
    private final XlsGlobals globals;
    private final List<SheetInfo> sheets;
    private final Notices notices;

    private XlsFile(Path file, XlsGlobals globals, Notices notices) {
        this.file = file;
        this.globals = globals;
        this.notices = notices;
        List<SheetInfo> infos = new ArrayList<>();
        for (XlsGlobals.Sheet sheet : globals.sheets()) {
            infos.add(new SheetInfo(infos.size(), sheet.name(), sheet.hidden()));
            if (sheet.hidden()) {
                notices.say(UnreadableFileException.sheet(sheet.name()) + " is hidden");
            }
        }
        for (String other : globals.otherSheets()) {
            notices.say(
                    UnreadableFileException.sheet(other) + " holds no cells (chart, dialog or macro) and is left out");
        }
        this.sheets = List.copyOf(infos);
    }

    /** Opens what lies in a container: a workbook, or an xlsx that is encrypted. */
    static SourceFile open(Path file, Limits limits, Notices notices) throws UnreadableFileException {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            if (SealedWorkbook.isIn(container) && !isRightsManaged(container.getRoot())) {
                return SealedWorkbook.open(container, limits, notices);
            }
            String stream = workbookStream(container.getRoot());
            return new XlsFile(file, XlsGlobals.read(container, stream, limits), notices);
        } catch (SealedWorkbook.NotDecryptedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw translate(e, "the workbook");
        }
    }

    /** Finds the stream of the workbook, or refuses what else comes in this container. */
    private static String workbookStream(DirectoryNode root) throws UnreadableFileException {
        String found = "";
        for (String name : root.getEntryNames()) {
            switch (name.toLowerCase(Locale.ROOT)) {
                case "encryptedpackage", "\tdrmcontent" -> throw rightsManaged();
                case "worddocument" -> throw other("a Word document");
                case "powerpoint document" -> throw other("a PowerPoint presentation");
                case "__properties_version1.0" -> throw other("an Outlook message");
                case "workbook" -> found = name;
                case "book" -> found = found.isEmpty() ? name : found;
                default -> {}
            }
        }
        if (found.isEmpty()) {
            throw other("an Office file without a workbook");
        }
        if (found.equalsIgnoreCase("book")) {
            throw excel5();
        }
        return found;
    }

    private static boolean isRightsManaged(DirectoryNode root) {
        return contains(root, "DRMEncryptedTransform");
    }

    private static boolean contains(DirectoryNode folder, String name) {
        for (org.apache.poi.poifs.filesystem.Entry entry : folder) {
            if (entry.getName().equals(name) || (entry instanceof DirectoryNode inner && contains(inner, name))) {
                return true;
            }
        }
        return false;
    }

    static UnreadableFileException encrypted() {
        return new UnreadableFileException(
                Unreadable.ENCRYPTED, "the workbook has a password; open it in Excel and save it without one");
    }

    private static UnreadableFileException rightsManaged() {
        return new UnreadableFileException(
                Unreadable.IRM_PROTECTED,
                "a sensitivity label or rights management encrypts the workbook; save a copy without protection");
    }

    static UnreadableFileException excel5() {
        return new UnreadableFileException(
                Unreadable.EXCEL_5, "saved by Excel 95 or older; open it in Excel or LibreOffice and save as xlsx");
    }

    private static UnreadableFileException other(String what) {
        return new UnreadableFileException(
                Unreadable.UNKNOWN_FORMAT, "this is " + what + "; export the table as xlsx or csv");
    }

    /** Turns what POI throws, which may be anything, into a refusal. */
    static UnreadableFileException translate(Exception e, String label) {
        UnreadableFileException refusal = RefusedIoException.within(e);
        if (refusal != null) {
            return refusal;
        }
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof EncryptedDocumentException) {
                return encrypted();
            }
            if (at instanceof org.apache.poi.hssf.OldExcelFormatException) {
                return excel5();
            }
        }
        if (e instanceof java.nio.file.FileSystemException || e instanceof java.io.FileNotFoundException) {
            return new UnreadableFileException(
                    Unreadable.NO_ACCESS, "the file cannot be read from disk; check that it exists and may be read", e);
        }
        return new UnreadableFileException(
                Unreadable.DAMAGED, label + " is cut off or damaged; copy or download the file again", e);
    }

    @Override
    public FileFormat format() {
        return FileFormat.XLS;
    }

    @Override
    public List<SheetInfo> sheets() {
        return sheets;
    }

    @Override
    public List<String> notices() {
        return notices.list();
    }

    @Override
    public TableReader read(int sheetIndex, ReadOptions options) throws UnreadableFileException {
        XlsGlobals.Sheet sheet = globals.sheets().get(sheetIndex);
        String label = UnreadableFileException.sheet(sheet.name());
        POIFSFileSystem container = null;
        try {
            // One container a table, since POI's is not made for several threads.
            container = new POIFSFileSystem(file.toFile(), true);
            InputStream in = container.createDocumentInputStream(globals.stream());
            return new XlsTable(container, in, globals, sheet, options);
        } catch (IOException | RuntimeException e) {
            close(container);
            throw translate(e, label);
        }
    }

    static void close(java.io.@org.jspecify.annotations.Nullable Closeable container) {
        try {
            if (container != null) {
                container.close();
            }
        } catch (IOException e) {
            System.getLogger(XlsFile.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
        }
    }

    @Override
    public void close() {
        // Each table has its own container.
    }
}
