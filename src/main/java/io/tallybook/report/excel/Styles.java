package io.tallybook.report.excel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** The cell styles of a template. Immutable; a {@link StyleSheet} adds the variants that one workbook needs. */
final class Styles {
    /** Number format of cells that leave it to their value. */
    static final String GENERAL = "General";

    /** The formats that every reader knows by number, as far as a template is likely to use them with a prefix. */
    private static final Map<Integer, String> WELL_KNOWN = Map.of(
            0, GENERAL, 1, "0", 2, "0.00", 3, "#,##0", 4, "#,##0.00", 9, "0%", 10, "0.00%", 14, "yyyy-mm-dd", 49, "@");

    /** A cell format: its attributes in order, and what stands within it. */
    record Format(Map<String, String> attributes, String inner) {
        String xml() {
            StringBuilder out = new StringBuilder("<xf");
            attributes.forEach((name, value) -> out.append(' ')
                    .append(name)
                    .append("=\"")
                    .append(CellText.escaped(value))
                    .append('"'));
            return inner.isEmpty()
                    ? out.append("/>").toString()
                    : out.append('>').append(inner) + "</xf>";
        }
    }

    private final List<Format> formats = new ArrayList<>();
    private final Map<Integer, String> codes = new TreeMap<>(WELL_KNOWN);
    private final List<String> formatCodes;
    private final int firstFreeCode;
    private final String start;
    private final Map<String, String> sections = new LinkedHashMap<>();

    Styles(Document part) {
        Element root = part.getDocumentElement();
        start = MovingXml.startTag(root);
        int highest = 163;
        for (Element section : XmlPart.children(root)) {
            sections.put(section.getLocalName(), MovingXml.fixed(section));
        }
        for (Element code : XmlPart.below(root, "numFmt")) {
            // Conditional styles have number formats of their own, which no cell refers to.
            if (code.getParentNode() instanceof Element parent && "numFmts".equals(parent.getLocalName())) {
                int id = Integer.parseInt(code.getAttribute("numFmtId"));
                codes.put(id, code.getAttribute("formatCode"));
                highest = Math.max(highest, id);
            }
        }
        firstFreeCode = highest + 1;
        XmlPart.child(root, "cellXfs")
                .ifPresent(list -> XmlPart.children(list, "xf").forEach(xf -> formats.add(format(xf))));
        formatCodes = formats.stream()
                .map(format -> Integer.valueOf(format.attributes().getOrDefault("numFmtId", "0")))
                .map(id -> codes.getOrDefault(id, ""))
                .toList();
    }

    private static Format format(Element xf) {
        Map<String, String> attributes = new LinkedHashMap<>();
        NamedNodeMap nodes = xf.getAttributes();
        for (int i = 0; i < nodes.getLength(); i++) {
            Attr attribute = (Attr) nodes.item(i);
            attributes.put(attribute.getName(), attribute.getValue());
        }
        StringBuilder inner = new StringBuilder();
        XmlPart.children(xf).forEach(child -> inner.append(MovingXml.fixed(child)));
        return new Format(attributes, inner.toString());
    }

    List<Format> formats() {
        return formats;
    }

    /** Whether a cell format breaks text into lines. */
    boolean isWrapped(int format) {
        String inner = format < formats.size() ? formats.get(format).inner() : "";
        return inner.contains("wrapText=\"1\"") || inner.contains("wrapText=\"true\"");
    }

    /** The number format of a cell format. */
    String code(int format) {
        return format < formatCodes.size() ? formatCodes.get(format) : GENERAL;
    }

    /** The style part with more formats and number formats behind those of the template. */
    String xml(List<Format> moreFormats, Map<String, Integer> moreCodes) {
        StringBuilder out = new StringBuilder(MovingXml.HEAD).append(start);
        out.append(numberFormats(moreCodes));
        sections.forEach((name, xml) -> {
            if (name.equals("cellXfs")) {
                out.append("<cellXfs count=\"")
                        .append(formats.size() + moreFormats.size())
                        .append("\">");
                formats.forEach(format -> out.append(format.xml()));
                moreFormats.forEach(format -> out.append(format.xml()));
                out.append("</cellXfs>");
            } else if (!name.equals("numFmts")) {
                out.append(xml);
            }
        });
        return out.append("</styleSheet>").toString();
    }

    private String numberFormats(Map<String, Integer> more) {
        Map<Integer, String> all = new TreeMap<>();
        codes.forEach((id, code) -> {
            if (id > 163) {
                all.put(id, code);
            }
        });
        more.forEach((code, id) -> all.put(id, code));
        if (all.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("<numFmts count=\"" + all.size() + "\">");
        all.forEach((id, code) -> out.append("<numFmt numFmtId=\"")
                .append(id)
                .append("\" formatCode=\"")
                .append(CellText.escaped(code))
                .append("\"/>"));
        return out.append("</numFmts>").toString();
    }

    int firstFreeCode() {
        return firstFreeCode;
    }
}
