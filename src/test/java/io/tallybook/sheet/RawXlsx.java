package io.tallybook.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written part by part, so that tests can say exactly what is in it. */
final class RawXlsx {
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    /** A workbook with one sheet, "S". */
    static RawXlsx of(String rows) {
        RawXlsx xlsx = new RawXlsx();
        xlsx.part(
                "[Content_Types].xml",
                "<Types xmlns='" + PACKAGE + "content-types'><Default Extension='xml' ContentType='application/xml'/>"
                        + "<Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-"
                        + "officedocument.spreadsheetml.sheet.main+xml'/></Types>");
        xlsx.part(
                "_rels/.rels",
                relations("<Relationship Id='rId1' Type='" + OFFICE + "/officeDocument' Target='xl/workbook.xml'/>"));
        xlsx.workbook("", "<sheet name='S' sheetId='1' r:id='rId1'/>");
        xlsx.part(
                "xl/_rels/workbook.xml.rels",
                relations("<Relationship Id='rId1' Type='" + OFFICE + "/worksheet' Target='worksheets/sheet1.xml'/>"
                        + "<Relationship Id='rId2' Type='" + OFFICE + "/chartsheet' Target='chartsheets/sheet1.xml'/>"
                        + "<Relationship Id='rId8' Type='" + OFFICE + "/styles' Target='styles.xml'/>"
                        + "<Relationship Id='rId9' Type='" + OFFICE
                        + "/sharedStrings' Target='/xl/sharedStrings.xml'/>"));
        xlsx.formats();
        xlsx.sheet(rows);
        return xlsx;
    }

    static String relations(String relations) {
        return "<Relationships xmlns='" + PACKAGE + "relationships'>" + relations + "</Relationships>";
    }

    RawXlsx sheet(String rows) {
        return part(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns='" + MAIN + "'><dimension ref='A1:Z99'/><sheetData>" + rows
                        + "</sheetData></worksheet>");
    }

    RawXlsx workbook(String properties, String sheets) {
        return part(
                "xl/workbook.xml",
                "<workbook xmlns='" + MAIN + "' xmlns:r='" + OFFICE + "'><workbookPr " + properties + "/><sheets>"
                        + sheets + "</sheets></workbook>");
    }

    RawXlsx strings(String items) {
        return part("xl/sharedStrings.xml", "<sst xmlns='" + MAIN + "'>" + items + "</sst>");
    }

    /** Cell style 0 is General, 1 and following have these format codes. */
    RawXlsx formats(String... codes) {
        StringBuilder formats = new StringBuilder();
        StringBuilder cells = new StringBuilder("<xf numFmtId='0'/>");
        for (int i = 0; i < codes.length; i++) {
            String code = codes[i].replace("&", "&amp;").replace("\"", "&quot;");
            formats.append("<numFmt numFmtId='")
                    .append(164 + i)
                    .append("' formatCode=\"")
                    .append(code)
                    .append("\"/>");
            cells.append("<xf numFmtId='").append(164 + i).append("'/>");
        }
        return part(
                "xl/styles.xml",
                "<styleSheet xmlns='" + MAIN + "'><numFmts>" + formats
                        + "</numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs>" + cells
                        + "</cellXfs></styleSheet>");
    }

    RawXlsx part(String name, String content) {
        return part(name, content.getBytes(StandardCharsets.UTF_8));
    }

    RawXlsx part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    RawXlsx without(String name) {
        parts.remove(name);
        return this;
    }

    /** Applies a change to every part, such as another namespace. */
    RawXlsx replacing(String text, String with) {
        parts.replaceAll((name, bytes) ->
                new String(bytes, StandardCharsets.UTF_8).replace(text, with).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Path write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
