package io.tallybook.report.excel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠A1"})
    void formulaLikeTextIsRecognised(String text) {
        assertThat(CellText.looksLikeFormula(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1", " =1", "1-1", "'=1"})
    void otherTextIsNot(String text) {
        assertThat(CellText.looksLikeFormula(text)).isFalse();
    }

    @Test
    void aTextLongerThanACellIsCutWithAMark() {
        String cut = CellText.forCell("x".repeat(40_000));

        assertThat(cut).hasSizeLessThanOrEqualTo(CellText.LONGEST).endsWith("x [cut: 7273 more characters]");
    }

    @Test
    void aTextThatJustFitsIsWhole() {
        assertThat(CellText.forCell("x".repeat(32_767))).isEqualTo("x".repeat(32_767));
    }

    @Test
    void aPairOfSurrogatesIsNotCutInTwo() {
        String cut = CellText.forCell("😀".repeat(20_000));

        assertThat(cut).doesNotContain("\uFFFD").contains(" [cut: ");
    }

    @Test
    void whatXmlForbidsIsReplaced() {
        assertThat(CellText.forCell("a\u0000b\u0007c\uFFFEd\uD800e")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
    }

    @Test
    void markupIsEscaped() {
        assertThat(CellText.forCell("<b>\"&\"</b>")).isEqualTo("&lt;b&gt;&quot;&amp;&quot;&lt;/b&gt;");
    }

    @Test
    void anEscapeOfExcelStaysText() {
        assertThat(CellText.forCell("_x0041_ _x000D_")).isEqualTo("_x005F_x0041_ _x005F_x000D_");
    }

    @Test
    void lineBreaksOfAllKindsBecomeOne() {
        assertThat(CellText.forCell("a\r\nb\rc\nd")).isEqualTo("a&#10;b&#10;c&#10;d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "a b", "~", "=1", "[]{}'"})
    void whatIsPlainIsXmlAsItStands(String text) {
        assertThat(CellText.isPlain(text)).isTrue();
        assertThat(CellText.forCell(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " a", "a ", "a\nb", "a\tb", "a<b", "a>b", "a&b", "a\"b", "_x0041_", "ä", "水", "😀", "a\u0000",
                "\uD800"
            })
    void whatIsNotPlainIsKnown(String text) {
        assertThat(CellText.isPlain(text)).isFalse();
    }

    @Test
    void aPlainTextIsNoLongerThanACellHolds() {
        assertThat(CellText.isPlain("x".repeat(CellText.LONGEST))).isTrue();
        assertThat(CellText.isPlain("x".repeat(CellText.LONGEST + 1))).isFalse();
    }
}
