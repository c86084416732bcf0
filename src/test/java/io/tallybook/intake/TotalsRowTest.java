package io.tallybook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.ledger.SourceTable.Counts;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The row below the data that sums it up. */
class TotalsRowTest {
    private static final String HEADER = "license,account,product,metric,quantity";
    private static final String FIRST = "L1,A1,SQL Server,CORE,10.10";
    private static final String SECOND = "L2,A1,SQL Server,CORE,5";

    @TempDir
    Path folder;

    private Tables.Read licenses(String... lines) throws Exception {
        return Tables.read(Tables.csv(folder, "licenses.csv", lines));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Total", "TOTAL:", "Grand Total", "Summe", "Gesamtergebnis", "Sub-Total", ""})
    void totalsRowIsPassedOverAndChecked(String word) throws Exception {
        Tables.Read read = licenses(HEADER, FIRST, SECOND, word + ",,,,15.10");
        assertThat(read.counts()).isEqualTo(new Counts(3, 2, 0, 1));
        assertThat(read.controls()).containsExactly("row 4 quantity 15.10 / 15.10 OK");
    }

    @Test
    void totalThatIsOffByACentIsSaid() throws Exception {
        assertThat(licenses(HEADER, FIRST, SECOND, "Total,,,,15.11").controls())
                .containsExactly("row 4 quantity 15.11 / 15.10 OFF");
    }

    @Test
    void rejectedRowsAreInTheTotal() throws Exception {
        Tables.Read read = licenses(HEADER, FIRST, "L2,A1,SQL Server,UNKNOWN,5", "Total,,,,15.1");
        assertThat(read.counts()).isEqualTo(new Counts(3, 1, 1, 1));
        assertThat(read.controls()).containsExactly("row 4 quantity 15.1 / 15.10 OK");
    }

    @Test
    void totalOfAColumnWithAnUnreadableCellStaysOpen() throws Exception {
        Tables.Read read = licenses(HEADER, FIRST, "L2,A1,SQL Server,CORE,five", SECOND, "Total,,,,15.10");
        assertThat(read.controls()).containsExactly("row 5 quantity 15.10 / row 3 holds no number OPEN");
    }

    @Test
    void totalThatIsAFormulaWithoutAValueStaysOpen() throws Exception {
        Path file = Workbook.write(
                folder,
                "Licenses",
                new Object[] {"license", "account", "product", "metric", "quantity"},
                new Object[] {"L1", "A1", "SQL Server", "CORE", new BigDecimal("10.1")},
                new Object[] {"Total", "", "", "", new Workbook.Uncached("SUM(E2:E2)")});
        Tables.Read read = Tables.read(file);
        assertThat(read.counts()).isEqualTo(new Counts(2, 1, 0, 1));
        assertThat(read.controls()).containsExactly("row 3 quantity formula without a stored value / 10.1 OPEN");
    }

    @Test
    void totalsRowInTheMiddleIsARowWithFaults() throws Exception {
        Tables.Read read = licenses(HEADER, FIRST, "Total,,,,10.10", SECOND);
        assertThat(read.counts()).isEqualTo(new Counts(3, 2, 1, 0));
        assertThat(read.problems())
                .containsExactly(
                        "row 3 account missing-value: found \"\"; expected identifier, kept as text: leading zeros"
                                + " survive; fill in the cell",
                        "row 3 product missing-value: found \"\"; expected text; fill in the cell",
                        "row 3 metric missing-value: found \"\"; expected one of the listed values; case, spaces,"
                                + " hyphens and underscores do not matter; fill in the cell");
        assertThat(read.controls()).isEmpty();
    }

    @Test
    void footnoteBelowTheTotalIsPassedOverAndTheTotalStillChecked() throws Exception {
        Tables.Read read = licenses(HEADER, FIRST, "Total,,,,10.10", "Confidential,,,,");
        assertThat(read.counts()).isEqualTo(new Counts(3, 1, 0, 2));
        assertThat(read.rejects()).isEmpty();
        assertThat(read.controls()).isNotEmpty();
    }

    @Test
    void rowWithNumbersAndOtherTextIsNoTotal() throws Exception {
        Tables.Read read = licenses(HEADER, FIRST, "L9,,,,10.10");
        assertThat(read.counts()).isEqualTo(new Counts(2, 1, 1, 0));
    }

    @Test
    void tableOfOneTotalsRowHasNoData() throws Exception {
        Tables.Read read = licenses(HEADER, "Total,,,,0");
        assertThat(read.counts()).isEqualTo(new Counts(1, 0, 0, 1));
        assertThat(read.controls()).containsExactly("row 2 quantity 0 / 0 OK");
    }
}
