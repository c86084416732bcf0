package io.tallybook.report.excel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The parts of a workbook template, by name. Parts that do not belong into what is filled are taken out, with every mention. */
final class Parts {
    static final String CONTENT_TYPES = "[Content_Types].xml";
    static final String WORKBOOK = "xl/workbook.xml";
    static final String STYLES = "xl/styles.xml";

    private static final String PROPERTIES = "application/vnd.openxmlformats-";

    private final String template;
    private final SortedMap<String, byte[]> bytes = new TreeMap<>();

    private Parts(String template) {
        this.template = template;
    }

    static Parts of(String template, byte[] workbook) throws IOException {
        Parts parts = new Parts(template);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    parts.bytes.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
        if (!parts.has(WORKBOOK) || !parts.has(CONTENT_TYPES)) {
            throw new Place(template, "").wrong("", "", "is no .xlsx workbook; save it as one in Excel or LibreOffice");
        }
        return parts;
    }

    boolean has(String part) {
        return bytes.containsKey(part);
    }

    Document xml(String part) {
        byte[] content = bytes.get(part);
        if (content == null) {
            throw new Place(template, "").wrong("", "", "lacks its part " + part + Place.MEND);
        }
        return XmlPart.parse(template, part, content);
    }

    Relations relations(String part) {
        String name = Relations.partOf(part);
        return has(name) ? Relations.of(part, xml(name)) : Relations.none();
    }

    SortedMap<String, byte[]> all() {
        return bytes;
    }

    void put(String part, String xml) {
        bytes.put(part, xml.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes parts out, with the relationship of their owner and their content type. */
    void drop(String owner, Set<String> dropped) {
        if (dropped.isEmpty()) {
            return;
        }
        bytes.keySet().removeAll(dropped);
        dropped.forEach(part -> bytes.remove(Relations.partOf(part)));
        String name = Relations.partOf(owner);
        Document document = xml(name);
        Relations relations = Relations.of(owner, document);
        for (Element element : XmlPart.children(document.getDocumentElement())) {
            relations
                    .target(element.getAttribute("Id"))
                    .filter(dropped::contains)
                    .ifPresent(part -> XmlPart.remove(element));
        }
        put(name, document.getDocumentElement());
        Document types = xml(CONTENT_TYPES);
        for (Element override : XmlPart.children(types.getDocumentElement(), "Override")) {
            if (dropped.contains(override.getAttribute("PartName").substring(1))) {
                XmlPart.remove(override);
            }
        }
        put(CONTENT_TYPES, types.getDocumentElement());
    }

    private void put(String part, Element root) {
        put(part, MovingXml.HEAD + MovingXml.fixed(root));
    }

    /** Replaces the properties of the document by places for ours: who made it and when must not come from the template. */
    void replaceProperties() {
        drop("", Set.of("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"));
        Document relations = xml("_rels/.rels");
        Element root = relations.getDocumentElement();
        relation(
                root,
                "rIdCore",
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml");
        relation(
                root,
                "rIdApp",
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties",
                "docProps/app.xml");
        put("_rels/.rels", root);
        Document types = xml(CONTENT_TYPES);
        type(types.getDocumentElement(), "/docProps/core.xml", PROPERTIES + "package.core-properties+xml");
        type(types.getDocumentElement(), "/docProps/app.xml", PROPERTIES + "officedocument.extended-properties+xml");
        put(CONTENT_TYPES, types.getDocumentElement());
    }

    private static void relation(Element root, String id, String type, String target) {
        Element added = root.getOwnerDocument().createElementNS(root.getNamespaceURI(), "Relationship");
        added.setAttribute("Id", id);
        added.setAttribute("Type", type);
        added.setAttribute("Target", target);
        root.appendChild(added);
    }

    private static void type(Element root, String part, String type) {
        Element added = root.getOwnerDocument().createElementNS(root.getNamespaceURI(), "Override");
        added.setAttribute("PartName", part);
        added.setAttribute("ContentType", type);
        root.appendChild(added);
    }
}
