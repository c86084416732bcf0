package io.tallybook.report.excel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** XML as text, in which some attributes and texts depend on where rows come to stand. */
final class MovingXml {
    static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    /** Fixed text, or text that depends on the layout (already escaped). */
    private final List<Function<Layout, String>> segments = new ArrayList<>();

    private final StringBuilder text = new StringBuilder();

    private MovingXml() {}

    /**
     * Writes an element with all that it holds.
     *
     * @param moving  the attributes and texts that depend on the layout; those of other elements are ignored
     */
    static MovingXml of(Element element, Map<Node, Function<Layout, String>> moving) {
        MovingXml xml = new MovingXml();
        xml.element(element, moving);
        xml.flush();
        return xml;
    }

    /** Writes an element that depends on nothing. */
    static String fixed(Element element) {
        return of(element, Map.of()).at(new Layout());
    }

    /** Writes the start tag of an element. */
    static String startTag(Element element) {
        MovingXml xml = new MovingXml();
        xml.tag(element, Map.of());
        xml.text.append('>');
        return xml.text.toString();
    }

    String at(Layout layout) {
        StringBuilder out = new StringBuilder();
        segments.forEach(segment -> out.append(segment.apply(layout)));
        return out.toString();
    }

    private void element(Element element, Map<Node, Function<Layout, String>> moving) {
        tag(element, moving);
        if (element.getFirstChild() == null) {
            text.append("/>");
            return;
        }
        text.append('>');
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                element(inner, moving);
            } else if (child instanceof Text) {
                value(child, moving);
            }
        }
        text.append("</").append(element.getTagName()).append('>');
    }

    private void tag(Element element, Map<Node, Function<Layout, String>> moving) {
        text.append('<').append(element.getTagName());
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            text.append(' ').append(attribute.getName()).append("=\"");
            value(attribute, moving);
            text.append('"');
        }
    }

    private void value(Node node, Map<Node, Function<Layout, String>> moving) {
        Function<Layout, String> move = moving.get(node);
        if (move == null) {
            text.append(CellText.escaped(node.getNodeValue()));
        } else {
            flush();
            segments.add(layout -> CellText.escaped(move.apply(layout)));
        }
    }

    private void flush() {
        if (!text.isEmpty()) {
            String fixed = text.toString();
            segments.add(layout -> fixed);
            text.setLength(0);
        }
    }
}
