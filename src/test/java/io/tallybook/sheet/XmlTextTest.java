package io.tallybook.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlTextTest {
    @Test
    void referencesStandForTheirCharacters() throws IrregularException {
        assertThat(XmlText.decode("a &amp; b&lt;c&gt; &quot;d&apos;")).isEqualTo("a & b<c> \"d'");
        assertThat(XmlText.decode("one&#10;two&#xA;three&#13;&#x9;")).isEqualTo("one\ntwo\nthree\r\t");
        assertThat(XmlText.decode("&#228;&#x1F600;&#128512;")).isEqualTo("\u00E4\uD83D\uDE00\uD83D\uDE00");
        assertThat(XmlText.decode("a_x000A_b &amp;#10;")).isEqualTo("a\nb &#10;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&",
                "&;",
                "&#;",
                "&#x;",
                "&#0;",
                "&#1;",
                "&#xD800;",
                "&#xFFFF;",
                "&#x110000;",
                "&#99999999;",
                "&#12345678901;",
                "&#-1;",
                "&#x-1;",
                "&# 9;",
                "&#\u0661;",
                "&e;",
                "&nbsp;",
                "a\rb",
                "a\u0000b",
                "a\u001Fb",
                "\uFFFE"
            })
    void whatIsNoTextIsIrregular(String xml) {
        assertThatThrownBy(() -> XmlText.decode(xml)).isInstanceOf(IrregularException.class);
    }
}
