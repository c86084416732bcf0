import io.tallybook.report.excel.WorkbookTemplate;
import io.tallybook.report.template.Templates;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Tallybook's own writer: a workbook template with one repeated row, filled through the path of every report.
 *
 * <p>{@code WriteDetail template FOLDER} makes the template, {@code WriteDetail ROWS FOLDER FILE} fills it.
 */
final class WriteDetail {
    private static final String TEMPLATE = "detail.xlsx";
    private static final String FORMATS = "http://schemas.openxmlformats.org/";
    private static final String RELATIONS = FORMATS + "officeDocument/2006/relationships";
    private static final String SPACE = " xmlns=\"" + FORMATS + "spreadsheetml/2006/main\"";

    private WriteDetail() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        if (arguments[0].equals("template")) {
            makeTemplate(folder.resolve(TEMPLATE));
        } else {
            fill(Integer.parseInt(arguments[0]), folder, Path.of(arguments[2]));
        }
    }

    /** The smallest workbook that is a template: a header, and a row that a note repeats. */
    private static void makeTemplate(Path file) throws IOException {
        StringBuilder header = new StringBuilder();
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < DetailRows.COLUMNS.length; i++) {
            String name = DetailRows.COLUMNS[i];
            String style = name.equals("Date") ? " s=\"1\"" : name.equals("Cost") ? " s=\"2\"" : "";
            char column = (char) ('A' + i);
            header.append(text(column + "1", "", name));
            row.append(text(column + "2", style, "${row." + name.toLowerCase(Locale.ROOT) + "}"));
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            part(zip, "[Content_Types].xml", "<Types xmlns=\"" + FORMATS + "package/2006/content-types\">"
                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + type("workbook", "sheet.main") + type("styles", "styles")
                    + type("comments", "comments") + type("sheet", "worksheet") + "</Types>");
            part(zip, "_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
            part(zip, "xl/_rels/workbook.xml.rels", relations("worksheet", "sheet.xml", "styles", "styles.xml"));
            part(zip, "xl/_rels/sheet.xml.rels", relations("comments", "comments.xml"));
            part(zip, "xl/workbook.xml", "<workbook" + SPACE + " xmlns:r=\"" + RELATIONS + "\"><sheets>"
                    + "<sheet name=\"Usage\" sheetId=\"1\" r:id=\"rId0\"/></sheets></workbook>");
            part(zip, "xl/styles.xml", "<styleSheet" + SPACE + "><numFmts count=\"1\">"
                    + "<numFmt numFmtId=\"164\" formatCode=\"yyyy-mm-dd\"/></numFmts><fonts count=\"1\"><font/></fonts>"
                    + "<fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>"
                    + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"3\"><xf/>"
                    + "<xf numFmtId=\"164\" applyNumberFormat=\"1\"/><xf numFmtId=\"4\" applyNumberFormat=\"1\"/>"
                    + "</cellXfs></styleSheet>");
            part(zip, "xl/comments.xml", "<comments" + SPACE + "><authors><author/></authors><commentList>"
                    + "<comment ref=\"A2\" authorId=\"0\"><text><t>repeat rows as row</t></text></comment>"
                    + "</commentList></comments>");
            part(zip, "xl/sheet.xml", "<worksheet" + SPACE + "><sheetData><row r=\"1\">" + header
                    + "</row><row r=\"2\">" + row + "</row></sheetData></worksheet>");
        }
    }

    private static String text(String cell, String style, String text) {
        return "<c r=\"" + cell + "\"" + style + " t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"/xl/" + part + ".xml\""
                + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml." + type + "+xml\"/>";
    }

    private static String relations(String... typesAndTargets) {
        StringBuilder xml = new StringBuilder("<Relationships xmlns=\"" + FORMATS + "package/2006/relationships\">");
        for (int i = 0; i < typesAndTargets.length; i += 2) {
            xml.append("<Relationship Id=\"rId" + i + "\" Type=\"" + RELATIONS + "/" + typesAndTargets[i]
                    + "\" Target=\"" + typesAndTargets[i + 1] + "\"/>");
        }
        return xml.append("</Relationships>").toString();
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void fill(int rows, Path folder, Path file) throws IOException {
        WorkbookTemplate template = WorkbookTemplate.open(new Templates(Optional.of(folder)), TEMPLATE);
        try (OutputStream out = Files.newOutputStream(file)) {
            template.fill(Map.of("rows", rows(rows)), LocalDate.of(2026, 10, 31), "Usage", out);
        }
    }

    /** Made one by one, as they are asked for: what is measured is writing, in constant memory. */
    private static List<Map<String, Object>> rows(int count) {
        return new AbstractList<>() {
            @Override
            public Map<String, Object> get(int i) {
                Map<String, Object> row = new HashMap<>(32);
                row.put("invoice", DetailRows.invoice(i));
                row.put("enrollment", DetailRows.enrollment(i));
                row.put("subscription", DetailRows.subscription(i));
                row.put("date", DetailRows.date(i));
                row.put("category", DetailRows.category(i));
                row.put("region", DetailRows.region(i));
                row.put("quantity", DetailRows.quantity(i));
                row.put("price", DetailRows.price(i));
                row.put("cost", DetailRows.cost(i));
                row.put("currency", DetailRows.currency(i));
                row.put("charge", DetailRows.charge(i));
                row.put("resource", DetailRows.resource(i));
                return row;
            }

            @Override
            public int size() {
                return count;
            }
        };
    }
}
