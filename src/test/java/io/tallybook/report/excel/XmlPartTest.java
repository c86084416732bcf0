package io.tallybook.report.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.report.template.TemplateException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class XmlPartTest {
    private static Document parse(String xml) {
        return XmlPart.parse("own.xlsx", "xl/part.xml", xml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsReadIsWrittenAgain() {
        String xml =
                "<x:a xmlns:r=\"urn:r\" xmlns:x=\"urn:x\"><x:b r:id=\"rId1\" w=\"1\">t &amp; u &lt; v</x:b><x:c/></x:a>";
        assertThat(MovingXml.fixed(parse(xml).getDocumentElement())).isEqualTo(xml);
    }

    @Test
    void elementsAndAttributesHaveTheirNamespaces() {
        Element root = parse(
                        "<a xmlns=\"urn:x\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><b r:id=\"7\" id=\"8\"/></a>")
                .getDocumentElement();
        Element child = XmlPart.child(root, "b").orElseThrow();
        assertThat(child.getNamespaceURI()).isEqualTo("urn:x");
        assertThat(XmlPart.relationshipId(child)).isEqualTo("7");
        assertThat(child.getAttribute("id")).isEqualTo("8");
        assertThat(XmlPart.below(root, "b")).hasSize(1);
    }

    @Test
    void textInPiecesIsOneText() {
        assertThat(parse("<a>1<!-- no -->2<![CDATA[<3>]]></a>")
                        .getDocumentElement()
                        .getTextContent())
                .isEqualTo("12<3>");
    }

    @Test
    void documentTypesAndBrokenPartsAreRefusedInOneLine() {
        assertThatThrownBy(() -> parse("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>"))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("own.xlsx")
                .hasMessageContaining("its part xl/part.xml cannot be read");
        assertThatThrownBy(() -> parse("<a><b></a>"))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("its part xl/part.xml cannot be read")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> parse("<a/><b/>")).isInstanceOf(TemplateException.class);
    }
}
