package io.tallybook.sheet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An xlsx or xlsm workbook. */
final class XlsxFile implements SourceFile {
    private final ZipParts zip;
    private final XlsxWorkbook workbook;
    private final List<SheetInfo> sheets;
    private final Notices notices;
    private @Nullable SharedText strings;

    private XlsxFile(ZipParts zip, XlsxWorkbook workbook, Notices notices) {
        this.zip = zip;
        this.workbook = workbook;
        this.notices = notices;
        List<SheetInfo> infos = new ArrayList<>();
        for (XlsxWorkbook.Sheet sheet : workbook.sheets()) {
            infos.add(new SheetInfo(infos.size(), sheet.name(), sheet.hidden()));
            if (sheet.hidden()) {
                notices.say(UnreadableFileException.sheet(sheet.name()) + " is hidden");
            }
        }
        for (String other : workbook.otherSheets()) {
            notices.say(
                    UnreadableFileException.sheet(other) + " holds no cells (chart, dialog or macro) and is left out");
        }
        sheets = List.copyOf(infos);
    }

    /** Takes over the zip. */
    static XlsxFile open(ZipParts zip, Notices notices) throws UnreadableFileException {
        return new XlsxFile(zip, XlsxWorkbook.read(zip), notices);
    }

    @Override
    public FileFormat format() {
        return FileFormat.XLSX;
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
        XlsxWorkbook.Sheet sheet = workbook.sheets().get(sheetIndex);
        String label = UnreadableFileException.sheet(sheet.name());
        return new PieceTable(
                new SheetPieces(zip.stream(sheet.part(), label), label),
                () -> new SheetParser(this, options),
                (records, row) -> new XlsxTable(XmlPart.open(zip, sheet.part(), label), this, options, records, row),
                options);
    }

    DateSystem dates() {
        return workbook.dates();
    }

    int cellCharacters() {
        return zip.limits().cellCharacters();
    }

    DateStyle style(int index) {
        List<DateStyle> styles = workbook.styles();
        return index < styles.size() ? styles.get(index) : DateStyle.NONE;
    }

    /** Returns the shared strings, loaded by the first cell that needs them. */
    synchronized SharedText strings() throws UnreadableFileException {
        if (strings == null) {
            String part = workbook.sharedStrings();
            strings = part == null ? new SharedText(0).sealed() : XlsxStrings.load(zip, part);
        }
        return strings;
    }

    @Override
    public void close() {
        zip.close();
    }
}
