package io.tallybook.sheet;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Tells what a zip file holds. */
final class ZipContent {
    private ZipContent() {}

    static SourceFile open(Path file, Limits limits, Notices notices) throws UnreadableFileException {
        ZipParts zip = ZipParts.open(file, limits);
        try {
            return open(zip, notices);
        } catch (UnreadableFileException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static SourceFile open(ZipParts zip, Notices notices) throws UnreadableFileException {
        if (zip.has("[Content_Types].xml") || zip.has("_rels/.rels") || zip.has("xl/workbook.xml")) {
            String part = XlsxWorkbook.workbookPart(zip);
            refuseOthers(part.toLowerCase(Locale.ROOT), mainType(zip, part));
            return XlsxFile.open(zip, notices);
        }
        if (zip.has("mimetype") && zip.has("content.xml")) {
            return OdsFile.open(zip, notices);
        }
        throw archive(zip.names());
    }

    private static String mainType(ZipParts zip, String part) throws UnreadableFileException {
        String byEnding = "";
        if (!zip.has("[Content_Types].xml")) {
            return byEnding;
        }
        try (XmlPart xml = XmlPart.open(zip, "[Content_Types].xml", "the table of content types")) {
            while (xml.toStart()) {
                String type = xml.attribute("ContentType", "");
                if (xml.is("Override") && xml.attribute("PartName", "").equalsIgnoreCase("/" + part)) {
                    return type;
                }
                if (xml.is("Default") && part.endsWith("." + xml.attribute("Extension", ""))) {
                    byEnding = type;
                }
            }
        }
        return byEnding;
    }

    private static void refuseOthers(String part, String type) throws UnreadableFileException {
        if (type.contains("binary.macroEnabled") || part.endsWith(".bin")) {
            throw new UnreadableFileException(
                    Unreadable.XLSB, "this is an Excel binary workbook (xlsb); open it in Excel and save it as xlsx");
        }
        String other = type.contains("wordprocessing") || part.startsWith("word/")
                ? "a Word document"
                : type.contains("presentation") || part.startsWith("ppt/")
                        ? "a PowerPoint presentation"
                        : type.contains("visio") || part.startsWith("visio/") ? "a Visio drawing" : "";
        if (!other.isEmpty()) {
            throw new UnreadableFileException(
                    Unreadable.UNKNOWN_FORMAT, "this is " + other + "; export the table as xlsx or csv");
        }
    }

    private static UnreadableFileException archive(List<String> names) {
        if (names.isEmpty()) {
            return new UnreadableFileException(Unreadable.EMPTY, "this is an empty zip archive; export the file again");
        }
        String first = UnreadableFileException.oneLine(names.get(0), 60);
        String count = names.size() == 1 ? "1 file (" + first + ")" : names.size() + " files (first " + first + ")";
        return new UnreadableFileException(Unreadable.ARCHIVE, "this is a zip archive of " + count + "; unpack it");
    }
}
