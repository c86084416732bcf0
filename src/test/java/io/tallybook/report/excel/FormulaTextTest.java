package io.tallybook.report.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Row 5 of the sheet Data is repeated ten times: row 6 becomes row 15. */
class FormulaTextTest {
    private static final Layout LAYOUT = new Layout();
    private static final Origin TOTAL = new Origin("Data", 5, false, false);
    private static final Origin REPEATED = new Origin("Data", 4, true, false);

    static {
        LAYOUT.put("Data", new RowMap(new int[] {4}, new int[] {10}));
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "SUM(B5:B5) | SUM(B5:B14)",
                "SUM(B4:B6) | SUM(B4:B15)",
                "SUM($B$5:$B$5)/B7 | SUM($B$5:$B$14)/B16",
                "$B$6*2+B4 | $B$15*2+B4",
                "SUM(B:B)+SUM(5:5) | SUM(B:B)+SUM(5:14)",
                "SUM(Data!B5:B5) | SUM(Data!B5:B14)",
                "SUM('data'!B5:B5) | SUM('data'!B5:B14)",
                "Other!B6+'Other sheet'!$B$6 | Other!B6+'Other sheet'!$B$6",
                "IF(A6=~A6 isn't ''B5'' ~,LOG10(B6),1E5) | IF(A15=~A6 isn't ''B5'' ~,LOG10(B15),1E5)",
                "SUM(Sales[Amount])+tax_B6 | SUM(Sales[Amount])+tax_B6",
                "SUM({1,2;3,4})*B6% | SUM({1,2;3,4})*B15%",
                "#N/A+B6 | #N/A+B15",
            })
    void referencesFollowTheirRows(String formula, String moved) {
        // The format of the table takes the double quote for itself.
        FormulaText text = FormulaText.parse(formula.replace("~", "\""));

        text.check(TOTAL, LAYOUT);

        assertThat(text.moved(TOTAL, 14, LAYOUT)).isEqualTo(moved.replace("~", "\""));
    }

    @ParameterizedTest(name = "{0} in the third copy becomes {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "B5*C5 | B7*C7",
                "B5/B$6 | B7/B$15",
                "SUM(B5:D5) | SUM(B7:D7)",
                "SUM(B$5:B5) | SUM(B$5:B7)",
                "B5/SUM($B$5:$B$5) | B7/SUM($B$5:$B$14)",
                "Data!B5+Other!B$9 | Data!B7+Other!B$9",
            })
    void eachCopyOfARepeatedRowRefersToItself(String formula, String moved) {
        FormulaText text = FormulaText.parse(formula);

        text.check(REPEATED, LAYOUT);

        assertThat(text.moved(REPEATED, 6, LAYOUT)).isEqualTo(moved);
    }

    @ParameterizedTest
    @ValueSource(strings = {"B4+C5", "B5/B6", "Other!B2*C5", "SUM(B4:B5)"})
    void aRelativeReferenceFromARepeatedRowToAnotherIsRefused(String formula) {
        assertThatThrownBy(() -> FormulaText.parse(formula).check(REPEATED, LAYOUT))
                .isInstanceOf(UnmovableException.class)
                .hasMessageContaining("write $ before it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"B5", "$B$5*2", "Data!B5"})
    void aSingleCellOfARepeatedRowIsRefused(String formula) {
        assertThatThrownBy(() -> FormulaText.parse(formula).check(TOTAL, LAYOUT))
                .isInstanceOf(UnmovableException.class)
                .hasMessageContaining("single cell of a repeated row");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1]Sheet!A1",
                "'[Book.xlsx]Sheet'!A1",
                "INDIRECT(\"A5\")",
                "OFFSET(A1,4,0)",
                "SUM(Jan:Dec!A1)",
                "A1#",
                "#REF!+1",
                "Sheet!#REF!",
                "HYPERLINK(\"#Data!A5\",\"go\")",
            })
    void whatNoOneCanMoveIsRefused(String formula) {
        assertThatThrownBy(() -> FormulaText.parse(formula)).isInstanceOf(UnmovableException.class);
    }

    @Test
    void aSharedFormulaIsFilledDownAndRight() {
        assertThat(FormulaText.parse("A1+$A1+A$1+$A$1").filled(2, 1).toString()).isEqualTo("B3+$A3+B$1+$A$1");
    }

    @Test
    void theSeriesOfAChartTakesAllRows() {
        FormulaText series = FormulaText.parse("Data!$B$5");

        series.check(Origin.CHART, LAYOUT);

        assertThat(series.moved(Origin.CHART, -1, LAYOUT)).isEqualTo("Data!$B$5:$B$14");
    }
}
