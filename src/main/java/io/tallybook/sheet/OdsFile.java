package io.tallybook.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An OpenDocument spreadsheet. All its sheets lie in one part, so a sheet is reached by reading those before it. */
final class OdsFile implements SourceFile {
    static final String CONTENT = "content.xml";

    private final ZipParts zip;
    private final List<SheetInfo> sheets;
    private final Notices notices;

    private OdsFile(ZipParts zip, List<SheetInfo> sheets, Notices notices) {
        this.zip = zip;
        this.sheets = sheets;
        this.notices = notices;
    }

    /** Takes over the zip. */
    static OdsFile open(ZipParts zip, Notices notices) throws UnreadableFileException {
        refuseEncrypted(zip);
        List<SheetInfo> sheets = new ArrayList<>();
        try (XmlPart xml = XmlPart.open(zip, CONTENT, "the content of the document")) {
            Set<String> hiddenStyles = new HashSet<>();
            String style = "";
            boolean spreadsheet = false;
            while (xml.toStart()) {
                switch (xml.name()) {
                    case "style" -> style = xml.attribute("name", "");
                    case "table-properties" -> {
                        if (xml.attribute("display", "true").equals("false")) {
                            hiddenStyles.add(style);
                        }
                    }
                    case "spreadsheet" -> spreadsheet = true;
                    case "table" -> {
                        String name = xml.attribute("name", "");
                        boolean hidden = hiddenStyles.contains(xml.attribute("style-name", ""));
                        sheets.add(new SheetInfo(sheets.size(), name, hidden));
                        if (hidden) {
                            notices.say(UnreadableFileException.sheet(name) + " is hidden");
                        }
                        xml.skip();
                    }
                    default -> {}
                }
            }
            xml.drain();
            if (!spreadsheet) {
                throw new UnreadableFileException(
                        Unreadable.UNKNOWN_FORMAT,
                        "this is an OpenDocument file but not a spreadsheet; export the table as xlsx or csv");
            }
        }
        if (sheets.isEmpty()) {
            throw new UnreadableFileException(Unreadable.EMPTY, "the document has no sheet; export it again");
        }
        return new OdsFile(zip, List.copyOf(sheets), notices);
    }

    private static void refuseEncrypted(ZipParts zip) throws UnreadableFileException {
        if (!zip.has("META-INF/manifest.xml")) {
            return;
        }
        try (XmlPart xml = XmlPart.open(zip, "META-INF/manifest.xml", "the list of parts")) {
            while (xml.toStart()) {
                if (xml.is("encryption-data")) {
                    throw new UnreadableFileException(
                            Unreadable.ENCRYPTED, "the document has a password; save it without one");
                }
            }
        }
    }

    @Override
    public FileFormat format() {
        return FileFormat.ODS;
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
        String label = UnreadableFileException.sheet(sheets.get(sheetIndex).name());
        XmlPart xml = XmlPart.open(zip, CONTENT, label);
        return new OdsTable(xml, sheetIndex, options, zip.limits());
    }

    @Override
    public void close() {
        zip.close();
    }
}
