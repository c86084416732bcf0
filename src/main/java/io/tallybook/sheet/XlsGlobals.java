package io.tallybook.sheet;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * What an xls says before its first sheet.
 *
 * @param stream  the name of the workbook's stream in the container
 * @param encrypted  whether the stream is encrypted, with Excel's default password
 * @param sheets  the sheets that hold cells, in the order of the workbook
 * @param otherSheets  the names of chart, dialog and macro sheets
 * @param dates  the date system
 * @param styles  what each cell style makes of a number
 * @param strings  the shared strings
 */
record XlsGlobals(
        String stream,
        boolean encrypted,
        List<Sheet> sheets,
        List<String> otherSheets,
        DateSystem dates,
        List<DateStyle> styles,
        SharedText strings) {

    private static final int WORKSHEET = 0x10;
    private static final int BIFF8 = 0x0600;

    /** A sheet and the place of its first record in the stream. */
    record Sheet(String name, boolean hidden, int position) {}

    static XlsGlobals read(POIFSFileSystem container, String stream, Limits limits)
            throws IOException, UnreadableFileException {
        if (head(container, stream, 0).version() != BIFF8) {
            throw XlsFile.excel5();
        }
        List<BoundSheetRecord> bounds = new ArrayList<>();
        List<ExtendedFormatRecord> formats = new ArrayList<>();
        Map<Integer, String> codes = new HashMap<>();
        DateSystem dates = DateSystem.FROM_1900;
        SharedText strings = new SharedText(limits.sharedStringBytes());
        try (InputStream in = container.createDocumentInputStream(stream)) {
            RecordFactoryInputStream records = new RecordFactoryInputStream(in, false);
            for (Record at = records.nextRecord(); !(at instanceof EOFRecord); at = records.nextRecord()) {
                if (at == null) {
                    throw new IOException("no end of the globals");
                } else if (at instanceof BoundSheetRecord bound) {
                    bounds.add(bound);
                } else if (at instanceof ExtendedFormatRecord format) {
                    formats.add(format);
                } else if (at instanceof FormatRecord format) {
                    codes.put(format.getIndexCode(), format.getFormatString());
                } else if (at instanceof DateWindow1904Record window) {
                    dates = window.getWindowing() == 1 ? DateSystem.FROM_1904 : DateSystem.FROM_1900;
                } else if (at instanceof SSTRecord table) {
                    load(table, strings);
                }
            }
        }
        List<Sheet> sheets = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (BoundSheetRecord bound : bounds) {
            Head head = head(container, stream, bound.getPositionOfBof());
            if (head.type() == WORKSHEET) {
                boolean hidden = bound.isHidden() || bound.isVeryHidden();
                sheets.add(new Sheet(bound.getSheetname(), hidden, bound.getPositionOfBof()));
            } else {
                others.add(bound.getSheetname());
            }
        }
        if (sheets.isEmpty()) {
            throw new UnreadableFileException(
                    Unreadable.EMPTY, "the workbook has no sheet with cells; export it again");
        }
        if (substreams(container, stream) > bounds.size()) {
            throw new UnreadableFileException(
                    Unreadable.DAMAGED,
                    "the file holds a sheet that its list of sheets does not name; copy or download the file again");
        }
        boolean encrypted = isEncrypted(container, stream);
        return new XlsGlobals(
                stream,
                encrypted,
                List.copyOf(sheets),
                List.copyOf(others),
                dates,
                styles(formats, codes),
                strings.sealed());
    }

    private static void load(SSTRecord table, SharedText strings) throws UnreadableFileException {
        int size = table.getNumUniqueStrings();
        // Where the table is cut off POI gives empty texts; a real table holds the empty text once at most.
        if (size > 1 && isEmpty(table, size - 1) && isEmpty(table, size - 2)) {
            throw new UnreadableFileException(
                    Unreadable.DAMAGED, "the table of shared texts is cut off; copy or download the file again");
        }
        for (int i = 0; i < size; i++) {
            if (!strings.add(table.getString(i).getString())) {
                throw new UnreadableFileException(
                        Unreadable.TOO_LARGE,
                        "the table of shared texts is too large; split the file or save it as csv");
            }
        }
    }

    private static boolean isEmpty(SSTRecord table, int index) {
        return table.getString(index).getString().isEmpty();
    }

    private static List<DateStyle> styles(List<ExtendedFormatRecord> formats, Map<Integer, String> codes) {
        List<DateStyle> styles = new ArrayList<>();
        for (ExtendedFormatRecord format : formats) {
            int id = format.getFormatIndex();
            String code = codes.get(id);
            styles.add(code == null ? DateStyle.ofBuiltIn(id) : DateStyle.of(code));
        }
        return List.copyOf(styles);
    }

    /** The first fields of a BOF record, which is never encrypted. */
    private record Head(int version, int type) {}

    private static Head head(POIFSFileSystem container, String stream, int position) throws IOException {
        try (DataInputStream in = new DataInputStream(container.createDocumentInputStream(stream))) {
            in.skipNBytes(position);
            int sid = Short.reverseBytes(in.readShort());
            in.readShort();
            if (sid != BOFRecord.sid) {
                throw new IOException("no sheet at " + position);
            }
            return new Head(Short.reverseBytes(in.readShort()), Short.reverseBytes(in.readShort()));
        }
    }

    /** Counts the sheets of all kinds that follow the globals: xls has no checksum, and a changed byte may hide one from its list. */
    private static int substreams(POIFSFileSystem container, String stream) throws IOException {
        int found = -1;
        int depth = 0;
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(container.createDocumentInputStream(stream), 1 << 16))) {
            for (int low = in.read(); low >= 0; low = in.read()) {
                int high = in.read();
                if (high < 0) {
                    // Padding behind the last sheet.
                    break;
                }
                int sid = high << 8 | low;
                int length = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
                if (sid == BOFRecord.sid) {
                    found += depth++ == 0 ? 1 : 0;
                } else if (sid == EOFRecord.sid) {
                    depth--;
                }
                in.skipNBytes(length);
            }
        } catch (IOException | RuntimeException e) {
            // Cut off, of which POI makes either: whoever reads that sheet says so.
            return found;
        }
        return found;
    }

    private static boolean isEncrypted(POIFSFileSystem container, String stream) throws IOException {
        try (DataInputStream in = new DataInputStream(container.createDocumentInputStream(stream))) {
            // FILEPASS stands at the second place, or third after WRITEPROTECT.
            for (int i = 0; i < 4; i++) {
                int sid = Short.reverseBytes(in.readShort());
                int length = Short.reverseBytes(in.readShort()) & 0xFFFF;
                if (sid == FilePassRecord.sid) {
                    return true;
                }
                in.skipNBytes(length);
            }
        }
        return false;
    }

    DateStyle style(int index) {
        return index < styles.size() ? styles.get(index) : DateStyle.NONE;
    }
}
