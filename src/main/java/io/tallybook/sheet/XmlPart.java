package io.tallybook.sheet;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * Pulls the XML of one part.
 * <p>
 * Elements and attributes are known by their local names, so that prefixes, Strict and Transitional namespaces read
 * alike. A DOCTYPE or an entity of its own is refused; nothing outside the part is ever opened.
 */
final class XmlPart implements AutoCloseable {
    private static final XMLInputFactory FACTORY = XmlFactory.hardened();
    private static final int DEEPEST = 200;

    private final PartStream stream;
    private final XMLStreamReader2 xml;
    private final String label;
    private int row;

    private XmlPart(PartStream stream, XMLStreamReader2 xml, String label) {
        this.stream = stream;
        this.xml = xml;
        this.label = label;
    }

    /**
     * Opens a part.
     *
     * @param label  what to call the part in messages, such as {@code sheet "Usage"}
     */
    static XmlPart open(ZipParts zip, String name, String label) throws UnreadableFileException {
        PartStream stream = zip.stream(name, label);
        return of(stream, stream, label);
    }

    /**
     * Parses XML that ends with the end of a part.
     *
     * @param bytes  the XML
     * @param stream  the part
     */
    static XmlPart of(InputStream bytes, PartStream stream, String label) throws UnreadableFileException {
        try {
            return new XmlPart(stream, (XMLStreamReader2) FACTORY.createXMLStreamReader(bytes), label);
        } catch (XMLStreamException | RuntimeException e) {
            throw translate(e, label, 0);
        }
    }

    /** Says which row is being read, for messages. */
    void at(int currentRow) {
        row = currentRow;
    }

    int next() throws UnreadableFileException {
        int event;
        try {
            event = xml.next();
        } catch (XMLStreamException | RuntimeException e) {
            throw translate(e, label, row);
        }
        if (event == XMLStreamConstants.START_ELEMENT && xml.getDepth() > DEEPEST) {
            // The parser remembers each open element.
            throw new UnreadableFileException(
                    Unreadable.FORBIDDEN, label + near(row) + " is nested too deeply; save it again in Excel");
        }
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new UnreadableFileException(
                    Unreadable.FORBIDDEN,
                    label
                            + " holds a DOCTYPE or an entity, which no spreadsheet program writes; save it again in Excel");
        }
        return event;
    }

    /** Moves to the next start of an element, or returns false at the end of the part. */
    boolean toStart() throws UnreadableFileException {
        for (int event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    /**
     * Moves to the next child of the element that is {@code depth} deep, or past its end and returns false.
     *
     * @param depth  the depth of the parent, see {@link #depth()}
     */
    boolean toChild(int depth) throws UnreadableFileException {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_DOCUMENT
                    || (event == XMLStreamConstants.END_ELEMENT && xml.getDepth() <= depth)) {
                return false;
            }
        }
    }

    /** Returns the depth of the element at hand; the root has 1. */
    int depth() {
        return xml.getDepth();
    }

    /** Skips the rest of the element at hand, up to its end tag. */
    void skip() throws UnreadableFileException {
        for (int depth = 1; depth > 0; ) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    String name() {
        return xml.getLocalName();
    }

    boolean is(String name) {
        return name.equals(xml.getLocalName());
    }

    int attributes() {
        return xml.getAttributeCount();
    }

    String attributeName(int i) {
        return xml.getAttributeLocalName(i);
    }

    String attributeValue(int i) {
        return xml.getAttributeValue(i);
    }

    @Nullable
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (name.equals(xml.getAttributeLocalName(i))) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    String attribute(String name, String otherwise) {
        String value = attribute(name);
        return value == null ? otherwise : value;
    }

    boolean isTrue(String attribute) {
        String value = attribute(attribute, "");
        return value.equals("1") || value.equalsIgnoreCase("true") || value.equalsIgnoreCase("on");
    }

    /** Appends the characters within the element at hand, up to its end tag; elements inside are skipped. */
    void text(BlockBuilder to, int mostCharacters) throws UnreadableFileException {
        int mark = to.mark();
        while (true) {
            switch (next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    append(to);
                    if (to.length(mark) > mostCharacters * 7L) {
                        // Seven characters of XML, _x000D_, are at most one of text.
                        throw tooLong(mostCharacters);
                    }
                }
                case XMLStreamConstants.START_ELEMENT -> skip();
                case XMLStreamConstants.END_ELEMENT -> {
                    return;
                }
                default -> {}
            }
        }
    }

    private void append(BlockBuilder to) throws UnreadableFileException {
        try {
            to.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        } catch (RuntimeException e) {
            // Text is parsed lazily, so its errors come here.
            throw translate(e, label, row);
        }
    }

    /** As {@link #text(BlockBuilder, int)}, for the small parts. */
    void text(StringBuilder to, int mostCharacters) throws UnreadableFileException {
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                skip();
            }
            characters(event, to);
            if (to.length() > mostCharacters * 7L) {
                throw tooLong(mostCharacters);
            }
        }
    }

    /** Appends the characters of an event, if it has any. */
    void characters(int event, StringBuilder to) throws UnreadableFileException {
        if (event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE) {
            try {
                to.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            } catch (RuntimeException e) {
                throw translate(e, label, row);
            }
        }
    }

    UnreadableFileException tooLong(int mostCharacters) {
        return new UnreadableFileException(
                Unreadable.TOO_LARGE,
                label + near(row) + " has a cell of more than " + mostCharacters + " characters; shorten it");
    }

    UnreadableFileException damaged(String what) {
        return new UnreadableFileException(
                Unreadable.DAMAGED, label + near(row) + ": " + what + "; save the file again in Excel");
    }

    /** Reads the rest of the part, so that its checksum is proven. */
    void drain() throws UnreadableFileException {
        byte[] buffer = new byte[8192];
        try {
            while (stream.read(buffer, 0, buffer.length) >= 0) {
                // only the checksum matters
            }
        } catch (IOException e) {
            throw ZipParts.translate(e, label);
        }
    }

    private static UnreadableFileException translate(Exception e, String label, int row) {
        UnreadableFileException refusal = RefusedIoException.within(e);
        if (refusal != null) {
            return refusal;
        }
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof IOException io) {
                return ZipParts.translate(io, label);
            }
        }
        return new UnreadableFileException(
                Unreadable.DAMAGED,
                label + near(row) + " is damaged (its XML is not well formed); ask for the file again",
                e);
    }

    private static String near(int row) {
        return row > 0 ? " near row " + row : "";
    }

    @Override
    public void close() {
        try {
            xml.closeCompletely();
        } catch (XMLStreamException e) {
            System.getLogger(XmlPart.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
        }
    }
}
