package io.tallybook.report.excel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Makes a workbook know the sheets that long ones continue on, and an index of them: each further sheet stands behind the
 * one that it continues, the index behind all others.
 */
final class Continuation {
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String SHEET_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
    private static final String TABLE_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";
    private static final String INDEX_PART = "xl/worksheets/index-of-parts.xml";
    private static final int LONGEST_NAME = 31;

    private final String template;
    private final SortedMap<String, byte[]> fixed;
    private final Map<String, List<TableTemplate>> tables;
    private final List<List<SheetPart>> sheets;
    private final Map<String, String> added = new TreeMap<>();

    /**
     * Prepares for one workbook.
     *
     * @param fixed  the parts that do not move
     * @param sheets  every sheet of the template, with the sheets that it continues on
     */
    Continuation(
            String template,
            SortedMap<String, byte[]> fixed,
            Map<String, List<TableTemplate>> tables,
            List<List<SheetPart>> sheets) {
        this.template = template;
        this.fixed = fixed;
        this.tables = tables;
        this.sheets = sheets;
    }

    /** The name of a further sheet, e.g. {@code Sources (2)}. */
    static String name(String sheet, int number) {
        String ending = " (" + number + ")";
        return sheet.substring(0, Math.min(sheet.length(), LONGEST_NAME - ending.length())) + ending;
    }

    /** The parts to write, beside the sheets and the tables. */
    Map<String, String> parts(Map<String, Object> model, String workbook) {
        Map<String, String> types = new TreeMap<>(Map.of(INDEX_PART, SHEET_TYPE));
        for (List<SheetPart> sheet : sheets) {
            for (SheetPart part : sheet.subList(1, sheet.size())) {
                types.put(part.part(), SHEET_TYPE);
                relations(sheet.get(0), part, types);
            }
        }
        Document document = XmlPart.parse(template, Parts.WORKBOOK, workbook.getBytes(StandardCharsets.UTF_8));
        String index = name(document, word(model, "parts", "Parts"));
        workbook(document, index);
        added.put(Parts.WORKBOOK, text(document));
        added.put(INDEX_PART, index(model));
        Document contents = fixed(Parts.CONTENT_TYPES);
        types.forEach((part, type) -> {
            Element override = add(contents.getDocumentElement(), "Override");
            override.setAttribute("PartName", "/" + part);
            override.setAttribute("ContentType", type);
        });
        added.put(Parts.CONTENT_TYPES, text(contents));
        return added;
    }

    /** What the first sheet uses and a further one can use as well: links, printers, and tables of its own. */
    private void relations(SheetPart first, SheetPart part, Map<String, String> types) {
        String name = Relations.partOf(first.part());
        if (!fixed.containsKey(name)) {
            return;
        }
        Document document = fixed(name);
        Map<String, TableTemplate> own = new HashMap<>();
        tables.getOrDefault(first.part(), List.of()).forEach(table -> own.put(table.part(), table));
        Relations relations = Relations.of(first.part(), document);
        for (Element element : XmlPart.children(document.getDocumentElement())) {
            TableTemplate table =
                    own.get(relations.target(element.getAttribute("Id")).orElse(""));
            String type = element.getAttribute("Type");
            if (table != null) {
                String further = table.partOf(part.layout().part());
                element.setAttribute("Target", "/" + further);
                types.put(further, TABLE_TYPE);
            } else if (type.endsWith("/drawing") || type.endsWith("/image")) {
                XmlPart.remove(element);
            }
        }
        added.put(Relations.partOf(part.part()), text(document));
    }

    private void workbook(Document document, String index) {
        Element workbook = document.getDocumentElement();
        Element list = XmlPart.child(workbook, "sheets").orElseThrow();
        Document relations = fixed(Relations.partOf(Parts.WORKBOOK));
        int number = XmlPart.children(list).stream()
                .mapToInt(sheet -> Integer.parseInt(sheet.getAttribute("sheetId")))
                .max()
                .orElse(0);
        List<Integer> places = new ArrayList<>();
        int place = 0;
        List<Element> originals = XmlPart.children(list);
        for (int i = 0; i < originals.size(); i++) {
            places.add(place++);
            for (SheetPart part : sheets.get(i).subList(1, sheets.get(i).size())) {
                Element next = i + 1 < originals.size() ? originals.get(i + 1) : null;
                list.insertBefore(sheet(document, relations, part.name(), part.part(), ++number), next);
                place++;
            }
        }
        list.appendChild(sheet(document, relations, index, INDEX_PART, ++number));
        for (Element name : XmlPart.below(workbook, "definedName")) {
            if (name.hasAttribute("localSheetId")) {
                int old = Integer.parseInt(name.getAttribute("localSheetId"));
                name.setAttribute("localSheetId", Integer.toString(places.get(old)));
                // An area would be that of the first sheet; the titles are those of every one.
                if (name.getAttribute("name").equals("_xlnm.Print_Titles")) {
                    titles(name, sheets.get(old), places.get(old));
                }
            }
        }
        XmlPart.below(workbook, "workbookView").forEach(view -> {
            for (String attribute : List.of("activeTab", "firstSheet")) {
                if (view.hasAttribute(attribute)) {
                    int old = Integer.parseInt(view.getAttribute(attribute));
                    view.setAttribute(attribute, Integer.toString(places.get(old)));
                }
            }
        });
        added.put(Relations.partOf(Parts.WORKBOOK), text(relations));
    }

    private static void titles(Element name, List<SheetPart> sheet, int first) {
        String rows = name.getTextContent().substring(name.getTextContent().lastIndexOf('!'));
        for (int i = 1; i < sheet.size(); i++) {
            Element further = (Element) name.cloneNode(false);
            further.setAttribute("localSheetId", Integer.toString(first + i));
            further.setTextContent("'" + sheet.get(i).name().replace("'", "''") + "'" + rows);
            name.getParentNode().insertBefore(further, name.getNextSibling());
        }
    }

    private static Element sheet(Document workbook, Document relations, String name, String part, int number) {
        String id = "rIdPart" + number;
        Element relation = add(relations.getDocumentElement(), "Relationship");
        relation.setAttribute("Id", id);
        relation.setAttribute("Type", RELATIONS + "/worksheet");
        relation.setAttribute("Target", "/" + part);
        Element sheet = workbook.createElementNS(
                workbook.getDocumentElement().getNamespaceURI(), qualified(workbook.getDocumentElement(), "sheet"));
        sheet.setAttribute("name", name);
        sheet.setAttribute("sheetId", Integer.toString(number));
        sheet.setAttribute("xmlns:rp", RELATIONS);
        sheet.setAttribute("rp:id", id);
        return sheet;
    }

    /** The index: each part with the items on it, and a link to it. */
    private String index(Map<String, Object> model) {
        StringBuilder rows = new StringBuilder();
        StringBuilder links = new StringBuilder();
        row(rows, 1, word(model, "sheet", "Sheet"), word(model, "from", "From"), word(model, "to", "To"));
        int next = 2;
        for (List<SheetPart> sheet : sheets) {
            for (SheetPart part : sheet.size() > 1 ? sheet : List.<SheetPart>of()) {
                rows.append("<row r=\"").append(next).append("\">");
                text(rows, "A" + next, part.name());
                number(rows, "B" + next, part.firstItem() + 1);
                number(rows, "C" + next, part.firstItem() + part.items());
                rows.append("</row>");
                links.append("<hyperlink ref=\"A").append(next).append("\" location=\"");
                links.append(CellText.escaped(LinkTargets.location(part.name(), 0)))
                        .append("\"/>");
                next++;
            }
        }
        return MovingXml.HEAD + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cols>"
                + "<col min=\"1\" max=\"1\" width=\"36\" customWidth=\"1\"/>"
                + "<col min=\"2\" max=\"3\" width=\"16\" customWidth=\"1\"/></cols><sheetData>" + rows
                + "</sheetData><hyperlinks>" + links + "</hyperlinks></worksheet>";
    }

    private static void row(StringBuilder rows, int row, String... words) {
        rows.append("<row r=\"").append(row).append("\">");
        for (int i = 0; i < words.length; i++) {
            text(rows, Corner.columnName(i) + row, words[i]);
        }
        rows.append("</row>");
    }

    private static void text(StringBuilder rows, String cell, String text) {
        rows.append("<c r=\"").append(cell).append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        rows.append(CellText.forCell(text)).append("</t></is></c>");
    }

    private static void number(StringBuilder rows, String cell, int number) {
        rows.append("<c r=\"").append(cell).append("\"><v>").append(number).append("</v></c>");
    }

    /** A name that no sheet has. */
    private String name(Document workbook, String wanted) {
        List<String> taken = new ArrayList<>();
        XmlPart.below(workbook.getDocumentElement(), "sheet").forEach(sheet -> taken.add(sheet.getAttribute("name")));
        sheets.forEach(sheet -> sheet.forEach(part -> taken.add(part.name())));
        String name = wanted;
        for (int i = 2; taken.stream().anyMatch(name::equalsIgnoreCase); i++) {
            name = name(wanted, i);
        }
        return name;
    }

    private static String word(Map<String, Object> model, String key, String otherwise) {
        return model.get("t") instanceof Map<?, ?> words && words.get(key) instanceof String word ? word : otherwise;
    }

    private Document fixed(String part) {
        byte[] bytes = fixed.get(part);
        return XmlPart.parse(template, part, bytes == null ? new byte[0] : bytes);
    }

    private static Element add(Element parent, String name) {
        Element added = parent.getOwnerDocument().createElementNS(parent.getNamespaceURI(), qualified(parent, name));
        parent.appendChild(added);
        return added;
    }

    private static String qualified(Element like, String name) {
        String prefix = like.getPrefix();
        return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
    }

    private static String text(Document document) {
        return MovingXml.HEAD + MovingXml.fixed(document.getDocumentElement());
    }
}
