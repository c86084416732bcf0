package io.tallybook.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class XlsxCellsTest {
    @TempDir
    Path folder;

    private List<String> cells(RawXlsx xlsx) throws Exception {
        return Dump.cells(xlsx.write(folder.resolve("t.xlsx")));
    }

    @Test
    void everyKindOfCellIsTyped() throws Exception {
        assertThat(cells(RawXlsx.of("<row r='1'><c r='A1'><v>5</v></c><c r='B1' t='s'><v>0</v></c>"
                                + "<c r='C1' t='b'><v>1</v></c><c r='D1' t='e'><v>#N/A</v></c>"
                                + "<c r='E1' t='str'><f>A1</f><v>five</v></c>"
                                + "<c r='F1' t='inlineStr'><is><t>in</t></is></c>"
                                + "<c r='G1' t='d'><v>2026-10-31T09:30:00Z</v></c><c r='H1' t='b'><v>0</v></c></row>")
                        .strings("<si><t>shared</t></si>")))
                .containsExactly(
                        "A1 NUMBER 5",
                        "B1 TEXT shared",
                        "C1 BOOLEAN TRUE",
                        "D1 ERROR #N/A",
                        "E1 TEXT five",
                        "F1 TEXT in",
                        "G1 DATE 2026-10-31T09:30:00",
                        "H1 BOOLEAN FALSE");
    }

    @Test
    void numbersHaveTheFifteenDigitsThatExcelShows() throws Exception {
        assertThat(cells(RawXlsx.of("<row r='1'><c><v>561.86140799999998</v></c><c><v>0.10000000000000001</v></c>"
                        + "<c><v>8.07879886E8</v></c><c><v>2087.0249999999996</v></c><c><v>1E-7</v></c>"
                        + "<c><v>-5.00</v></c><c><v>-0</v></c><c><v>100</v></c><c><v>1.5e3</v></c></row>")))
                .containsExactly(
                        "A1 NUMBER 561.861408",
                        "B1 NUMBER 0.1",
                        "C1 NUMBER 807879886",
                        "D1 NUMBER 2087.025",
                        "E1 NUMBER 0.0000001",
                        "F1 NUMBER -5",
                        "G1 NUMBER 0",
                        "H1 NUMBER 100",
                        "I1 NUMBER 1500");
    }

    @Test
    void whatIsNoNumberStaysText() throws Exception {
        assertThat(cells(RawXlsx.of("<row r='1'><c><v>1,5</v></c><c><v>NaN</v></c><c><v>1E999999999</v></c></row>")))
                .containsExactly("A1 TEXT 1,5", "B1 TEXT NaN", "C1 TEXT 1E999999999");
    }

    @Test
    void formulaWithoutStoredValueIsUncachedAndNeverZero() throws Exception {
        assertThat(cells(RawXlsx.of("<row r='1'><c><f>1+1</f></c><c><f>1+1</f><v/></c><c><f>1+1</f><v></v></c>"
                        + "<c t='b'><f>TRUE()</f></c><c t='b'><v/></c><c t='str'><f>A1</f></c>"
                        + "<c t='str'><f>A1</f><v></v></c><c><f>1+1</f><v>2</v></c></row>")))
                .containsExactly(
                        "A1 UNCACHED formula without a stored value",
                        "B1 UNCACHED formula without a stored value",
                        "C1 UNCACHED formula without a stored value",
                        "D1 UNCACHED formula without a stored value",
                        "E1 UNCACHED formula without a stored value",
                        "F1 UNCACHED formula without a stored value",
                        "H1 NUMBER 2");
    }

    @Test
    void cellsAndRowsWithoutReferencesFollowOneAnother() throws Exception {
        assertThat(cells(RawXlsx.of("<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c r='C2'><v>4</v></c>"
                        + "<c><v>5</v></c></row><row r='7'><c><v>6</v></c></row><row><c r='B9'><v>7</v></c></row>")))
                .containsExactly(
                        "A1 NUMBER 1", "C1 NUMBER 3", "C2 NUMBER 4", "D2 NUMBER 5", "A7 NUMBER 6", "B9 NUMBER 7");
    }

    @Test
    void rowsWithoutNumbersAreCountedWhenReadingFromARow() throws Exception {
        Path file = RawXlsx.of("<row><c t='str'><v>one</v></c></row><row/><row><c><v>3</v></c></row>"
                        + "<row><c r='B7'><v>7</v></c></row>")
                .write(folder.resolve("t.xlsx"));
        assertThat(Dump.cells(file, 0, new ReadOptions(ColumnSelection.ALL, 2, 10)))
                .containsExactly("A3 NUMBER 3", "B7 NUMBER 7");
        assertThat(Dump.cells(file, 0, new ReadOptions(ColumnSelection.ALL, 4, 10)))
                .containsExactly("B7 NUMBER 7");
    }

    @Test
    void cellsOutOfOrderAreSorted() throws Exception {
        assertThat(cells(RawXlsx.of(
                        "<row r='1'><c r='C1'><v>3</v></c><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row>")))
                .containsExactly("A1 NUMBER 1", "B1 NUMBER 2", "C1 NUMBER 3");
    }

    @Test
    void sharedTextsAreJoinedDecodedAndFreeOfReadings() throws Exception {
        String row = "<row r='1'>%s</row>";
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            cells.append("<c t='s'><v>").append(i).append("</v></c>");
        }
        assertThat(
                        cells(
                                RawXlsx.of(row.formatted(cells))
                                        .strings(
                                                "<si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh><phoneticPr fontId='1'/></si>"
                                                        + "<si><r><rPr><b/></rPr><t xml:space='preserve'>rich </t></r><r><t>text</t></r></si>"
                                                        + "<si/><si><t/></si><si><t>a_x000D_b_x005F_x0041_c_xZZZZ_</t></si>"
                                                        + "<si><t>&lt;a&amp;&#x20AC;<![CDATA[<b>]]><!-- no --></t></si><si><t>\u00A0 </t></si>")))
                .containsExactly("A1 TEXT 東京", "B1 TEXT rich text", "E1 TEXT a\rb_x0041_c_xZZZZ_", "F1 TEXT <a&€<b>");
    }

    @Test
    void inlineRichTextIsJoined() throws Exception {
        assertThat(cells(RawXlsx.of("<row><c t='inlineStr'><is><r><t>a</t></r><rPh><t>x</t></rPh><r><t>_x0041_</t></r>"
                        + "</is></c></row>")))
                .containsExactly("A1 TEXT aA");
    }

    @Test
    void blankAndPhantomRowsAreSkipped() throws Exception {
        assertThat(cells(RawXlsx.of("<row r='1' ht='20'/><row r='2'><c r='A2' s='1'/><c r='B2' s='1'></c></row>"
                        + "<row r='3'><c t='inlineStr'><is><t> \u00A0\t</t></is></c></row>"
                        + "<row r='900000' hidden='1'><c r='B900000'><v>1</v></c></row>")))
                .containsExactly("B900000 hidden NUMBER 1");
    }

    @Test
    @Timeout(10)
    void twoMillionPhantomRowsCostLittle() throws Exception {
        String phantom = "<row s='1'><c s='1'/></row>";
        assertThat(cells(RawXlsx.of(phantom.repeat(2_000_000) + "<row r='2000006'><c><v>1</v></c></row>")))
                .containsExactly("A2000006 NUMBER 1");
    }

    @Test
    void datesAreThoseOfTheirFormatAndSystem() throws Exception {
        String row = "<row r='1'><c s='1'><v>46326</v></c><c s='1'><v>46326.395833333336</v></c><c s='2'><v>0.5</v></c>"
                + "<c s='3'><v>1.5</v></c><c s='4'><v>3</v></c><c s='1'><v>1</v></c></row>";
        String[] formats = {"yyyy-mm-dd;@", "h:mm AM/PM", "[h]:mm", "0.00 \"days\""};
        assertThat(cells(RawXlsx.of(row).formats(formats)))
                .containsExactly(
                        "A1 DATE 2026-10-31",
                        "B1 DATE 2026-10-31T09:30:00",
                        "C1 DATE 12:00:00",
                        "D1 DATE 36:00:00",
                        "E1 NUMBER 3",
                        "F1 DATE 1900-01-01");
        assertThat(cells(RawXlsx.of(row)
                        .formats(formats)
                        .workbook("date1904='1'", "<sheet name='S' sheetId='1' r:id='rId1'/>")))
                .startsWith("A1 DATE 2030-11-01", "B1 DATE 2030-11-01T09:30:00", "C1 DATE 12:00:00")
                .endsWith("F1 DATE 1904-01-02");
    }

    @Test
    void dayThatNeverWasIsANumber() throws Exception {
        assertThat(cells(RawXlsx.of("<row r='1'><c s='1'><v>59</v></c><c s='1'><v>60</v></c><c s='1'><v>61</v></c>"
                                + "<c s='1'><v>-1</v></c><c s='1'><v>2958466</v></c><c s='1'><v>2958465</v></c></row>")
                        .formats("d.m.yyyy")))
                .containsExactly(
                        "A1 DATE 1900-02-28",
                        "B1 NUMBER 60",
                        "C1 DATE 1900-03-01",
                        "D1 NUMBER -1",
                        "E1 NUMBER 2958466",
                        "F1 DATE 9999-12-31");
    }

    @Test
    void isoDatesOfStrictFilesAreDates() throws Exception {
        assertThat(cells(RawXlsx.of("<row><c t='d'><v>2026-10-31</v></c><c t='d'><v>09:30:00</v></c>"
                        + "<c t='d'><v>1899-12-31T00:00:00.000</v></c><c t='d'><v>1850-05-05T06:00:00</v></c>"
                        + "<c t='d'><v>soon</v></c><c t='d'><v>+999999999-01-01</v></c></row>")))
                .containsExactly(
                        "A1 DATE 2026-10-31",
                        "B1 DATE 09:30:00",
                        "C1 DATE 1899-12-31",
                        "D1 DATE 1850-05-05T06:00:00",
                        "E1 TEXT soon",
                        "F1 TEXT +999999999-01-01");
    }

    @Test
    void numberAndDateTimeGiveTheValue() throws Exception {
        Path file = RawXlsx.of("<row><c s='1'><v>46326.395833333336</v></c><c><v>0.10000000000000001</v></c>"
                        + "<c t='str'><v>x</v></c></row>")
                .formats("yyyy-mm-dd")
                .write(folder.resolve("t.xlsx"));
        try (SourceFile source = SourceFiles.open(file, Limits.standard());
                TableReader reader = source.read(0, ReadOptions.everything())) {
            RowBlock block = reader.next().orElseThrow();
            assertThat(block.dateTime(0, 0)).isEqualTo(LocalDateTime.of(2026, 10, 31, 9, 30));
            assertThat(block.number(0, 0)).isEqualTo("46326.3958333333");
            assertThat(block.number(0, 1)).isEqualTo("0.1");
            assertThat(block.text(0, 99)).isEmpty();
            assertThatIllegalStateException()
                    .isThrownBy(() -> block.number(0, 2))
                    .withMessage("C1 is TEXT, not a number");
            assertThatIllegalStateException().isThrownBy(() -> block.dateTime(0, 1));
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void strictNamespacesAndPrefixesReadAlike() throws Exception {
        RawXlsx strict = RawXlsx.of("<row r='1'><c r='A1' t='s'><v>0</v></c></row>")
                .strings("<si><t>strict</t></si>")
                .replacing(RawXlsx.MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
                .replacing(
                        "http://schemas.openxmlformats.org/officeDocument/2006",
                        "http://purl.oclc.org/ooxml/officeDocument");
        assertThat(cells(strict)).containsExactly("A1 TEXT strict");
        assertThat(
                        cells(
                                RawXlsx.of("")
                                        .part(
                                                "xl/worksheets/sheet1.xml",
                                                "<?xml version='1.0'?><x:worksheet xmlns:x='" + RawXlsx.MAIN
                                                        + "'><?pi?><!-- c --><x:sheetData>"
                                                        + "<x:row r='2'><x:c r='B2'><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>")))
                .containsExactly("B2 NUMBER 1");
    }
}
