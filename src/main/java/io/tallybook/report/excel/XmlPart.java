package io.tallybook.report.excel;

import io.tallybook.sheet.XmlFactory;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.DOMException;
import org.w3c.dom.DOMImplementation;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Reads the XML parts of a template. Elements are found by local name: parts use differing prefixes. */
final class XmlPart {
    private static final XMLInputFactory FACTORY = factory();
    private static final DOMImplementation DOCUMENTS = documents();

    private XmlPart() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XmlFactory.hardened();
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static DOMImplementation documents() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads a part. Entities and document types are refused; comments and processing instructions are left out. */
    static Document parse(String template, String name, byte[] bytes) {
        try {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes));
            Document document = DOCUMENTS.createDocument(null, null, null);
            Node parent = document;
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> parent = parent.appendChild(element(document, xml));
                    case XMLStreamConstants.END_ELEMENT -> parent = parent.getParentNode();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(parent, xml.getText());
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new XMLStreamException("it holds a DOCTYPE or an entity of its own");
                    default -> {
                        // nothing that a part depends on
                    }
                }
            }
            return document;
        } catch (XMLStreamException | DOMException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new Place(template, "")
                    .wrong("", "", "its part " + name + " cannot be read: " + reason + Place.MEND, e);
        }
    }

    private static Element element(Document document, XMLStreamReader xml) {
        Element element = document.createElementNS(
                blankIsNone(xml.getNamespaceURI()), qualified(xml.getPrefix(), xml.getLocalName()));
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            String prefix = xml.getNamespacePrefix(i);
            String attribute = prefix == null || prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix;
            element.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, attribute, xml.getNamespaceURI(i));
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            element.setAttributeNS(
                    blankIsNone(xml.getAttributeNamespace(i)),
                    qualified(xml.getAttributePrefix(i), xml.getAttributeLocalName(i)),
                    xml.getAttributeValue(i));
        }
        return element;
    }

    private static void text(Node parent, String text) {
        if (parent instanceof Element) {
            parent.appendChild(parent.getOwnerDocument().createTextNode(text));
        }
    }

    private static @Nullable String blankIsNone(@Nullable String namespace) {
        return namespace == null || namespace.isEmpty() ? null : namespace;
    }

    private static String qualified(@Nullable String prefix, String localName) {
        return prefix == null || prefix.isEmpty() ? localName : prefix + ":" + localName;
    }

    /** The child elements, in order. */
    static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    /** The child elements with a local name, in order. */
    static List<Element> children(Element parent, String localName) {
        return children(parent).stream()
                .filter(child -> localName.equals(child.getLocalName()))
                .toList();
    }

    static Optional<Element> child(Element parent, String localName) {
        return children(parent, localName).stream().findFirst();
    }

    /** All elements below with a local name, in document order. */
    static List<Element> below(Element root, String localName) {
        NodeList nodes = root.getElementsByTagNameNS("*", localName);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    static void remove(Element element) {
        Node parent = element.getParentNode();
        if (parent != null) {
            parent.removeChild(element);
        }
    }

    /** A relationship id ({@code r:id}), whatever its prefix, or an empty text. */
    static String relationshipId(Element element) {
        return element.getAttributeNS("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id");
    }
}
