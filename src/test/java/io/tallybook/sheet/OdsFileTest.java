package io.tallybook.sheet;

import static io.tallybook.sheet.Dump.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class OdsFileTest {
    private static final String FIVE = "<table:table-cell office:value-type='float' office:value='5'/>";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("t.ods");
    }

    private Path write(String tables) throws Exception {
        return new RawXlsx()
                .part("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
                .part(
                        "content.xml",
                        "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x' xmlns:style='s' "
                                + "xmlns:calcext='c'><office:automatic-styles><style:style style:name='ta2'>"
                                + "<style:table-properties table:display='false'/></style:style>"
                                + "</office:automatic-styles><office:body><office:spreadsheet>" + tables
                                + "</office:spreadsheet></office:body></office:document-content>")
                .write(file);
    }

    private static String table(String rows) {
        return "<table:table table:name='S'><table:table-column/>" + rows + "</table:table>";
    }

    private static String row(String cells) {
        return "<table:table-row>" + cells + "</table:table-row>";
    }

    @Test
    void everyKindOfCellIsTyped() throws Exception {
        write(table(row(FIVE + "<table:table-cell office:value-type='percentage' office:value='0.05'/>"
                + "<table:table-cell office:value-type='currency' office:value='561.86140799999998'/>"
                + "<table:table-cell office:value-type='date' office:date-value='2026-10-31'/>"
                + "<table:table-cell office:value-type='date' office:date-value='2026-10-31T09:30:00'/>"
                + "<table:table-cell office:value-type='time' office:time-value='PT09H30M00S'/>"
                + "<table:table-cell office:value-type='time' office:time-value='PT36H00M00S'/>"
                + "<table:table-cell office:value-type='boolean' office:boolean-value='true'/>"
                + "<table:table-cell office:value-type='string' calcext:value-type='error'><text:p>#N/A</text:p>"
                + "</table:table-cell><table:table-cell table:formula='of:=1+1'/>"
                + "<table:table-cell office:value-type='string'><office:annotation><text:p>note</text:p>"
                + "</office:annotation><text:p>a<text:s text:c='2'/><text:span>b</text:span></text:p>"
                + "<text:p>c</text:p></table:table-cell>")));
        assertThat(Dump.cells(file))
                .containsExactly(
                        "A1 NUMBER 5",
                        "B1 NUMBER 0.05",
                        "C1 NUMBER 561.861408",
                        "D1 DATE 2026-10-31",
                        "E1 DATE 2026-10-31T09:30:00",
                        "F1 DATE 09:30:00",
                        "G1 DATE 36:00:00",
                        "H1 BOOLEAN TRUE",
                        "I1 ERROR #N/A",
                        "J1 UNCACHED formula without a stored value",
                        "K1 TEXT a  b\nc");
    }

    @Test
    @Timeout(5)
    void repeatedCellsAndRowsAreThereAndPhantomsAreNot() throws Exception {
        String twice =
                "<table:table-cell table:number-columns-repeated='2' office:value-type='float' office:value='1'/>";
        write(table(
                "<table:table-row-group><table:table-row table:number-rows-repeated='3' table:visibility='collapse'>"
                        + "<table:table-cell/>" + twice + "<table:table-cell table:number-columns-repeated='16381'/>"
                        + "</table:table-row></table:table-row-group>"
                        + "<table:table-row table:number-rows-repeated='1000000'><table:table-cell "
                        + "table:number-columns-repeated='16384'/></table:table-row>"
                        + row("<table:covered-table-cell/>" + FIVE)));
        List<String> all = List.of(
                "B1 hidden NUMBER 1",
                "C1 hidden NUMBER 1",
                "B2 hidden NUMBER 1",
                "C2 hidden NUMBER 1",
                "B3 hidden NUMBER 1",
                "C3 hidden NUMBER 1",
                "B1000004 NUMBER 5");
        assertThat(Dump.cells(file)).isEqualTo(all);
        assertThat(Dump.cells(file, 0, new ReadOptions(ColumnSelection.ALL, 1, 1)))
                .isEqualTo(all);
        assertThat(Dump.cells(file, 0, new ReadOptions(ColumnSelection.ALL, 3, 1)))
                .isEqualTo(all.subList(4, 7));
        write(table(row(FIVE)).repeat(2) + "<table:table table:name='H' table:style-name='ta2'>" + row(twice)
                + "</table:table>");
        try (SourceFile source = SourceFiles.open(file, Limits.standard())) {
            assertThat(source.format()).isEqualTo(FileFormat.ODS);
            assertThat(source.sheets()).hasSize(3).endsWith(new SheetInfo(2, "H", true));
            assertThat(Dump.cells(source, 2, ReadOptions.everything())).containsExactly("A1 NUMBER 1", "B1 NUMBER 1");
        }
    }

    @Test
    @Timeout(20)
    void repetitionBombsAndProtectedDocumentsAreRefused() throws Exception {
        write(table("<table:table-row table:number-rows-repeated='1048576'>"
                + String.join("", Collections.nCopies(9, FIVE.replace("/>", " table:number-columns-repeated='1800'/>")))
                + "</table:table-row>"));
        try (SourceFile source = SourceFiles.open(file, Limits.standard());
                TableReader reader = source.read(0, new ReadOptions(ColumnSelection.of(1), 1, 5_000))) {
            assertThatExceptionOfType(UnreadableFileException.class)
                    .isThrownBy(reader::next)
                    .withMessageStartingWith("a sheet repeats its cells too often (row ");
        }
        new RawXlsx()
                .part("mimetype", "x")
                .part("content.xml", "garbage")
                .part("META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>")
                .write(file);
        assertRefused(file, Unreadable.ENCRYPTED);
    }
}
