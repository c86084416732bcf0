package io.tallybook.sheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import javax.xml.stream.XMLInputFactory;

/** Parsers for the XML of workbooks, whoever made them. */
public final class XmlFactory {
    private XmlFactory() {}

    /**
     * Returns a factory of parsers that read no document type and open nothing outside the text: a reader of theirs has to
     * refuse {@code DTD} and {@code ENTITY_REFERENCE}.
     */
    public static XMLInputFactory hardened() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
