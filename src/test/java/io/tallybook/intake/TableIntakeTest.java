package io.tallybook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.ledger.SourceTable.Counts;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole tables of every shape, the way people deliver them. */
class TableIntakeTest {
    private static final String HEADER = "date,from,to,rate";

    @TempDir
    Path folder;

    private Tables.Read rates(String... lines) throws Exception {
        return Tables.read(Tables.csv(folder, "rates.csv", lines));
    }

    @Test
    void titlesAndBlankRowsAboveTheHeaderAreSkipped() throws Exception {
        Tables.Read read = rates(
                "Monthly rates,,,",
                ",,,",
                "as of 2026-10-31,,,",
                ",,,",
                " Date ,FROM,To,Rate",
                "2026-10-01,EUR,USD,1.1");
        assertThat(read.values()).containsExactly("6 : 2026-10-01|EUR|USD|1.1");
        assertThat(read.counts()).isEqualTo(new Counts(1, 1, 0, 0));
    }

    @Test
    void blankRowsAreNoRows() throws Exception {
        Tables.Read read =
                rates(HEADER, "", "2026-10-01,EUR,USD,1.1", ",,,", " , , , ", "2026-10-02,EUR,USD,1.2", "", "");
        assertThat(read.values()).containsExactly("3 : 2026-10-01|EUR|USD|1.1", "6 : 2026-10-02|EUR|USD|1.2");
        assertThat(read.counts()).isEqualTo(new Counts(2, 2, 0, 0));
    }

    @Test
    void columnsStandInAnyOrderAndUnknownOnesAreSaid() throws Exception {
        Path file = Tables.csv(folder, "rates.csv", "Remark,rate,TO,from,Owner,date", "x,1.1,USD,EUR,y,2026-10-01");
        assertThat(Tables.read(file).values()).containsExactly("2 : 2026-10-01|EUR|USD|1.1");
        assertThat(Tables.recognise(file).notices()).containsExactly("unknown columns \"Remark\", \"Owner\" not used");
    }

    @Test
    void firstOfTwoEqualHeadersIsUsedAndThatIsSaid() throws Exception {
        Path file = Tables.csv(folder, "rates.csv", "date,from,to,rate,Rate", "2026-10-01,EUR,USD,1.1,9.9");
        assertThat(Tables.read(file).values()).containsExactly("2 : 2026-10-01|EUR|USD|1.1");
        assertThat(Tables.recognise(file).notices())
                .containsExactly("the column \"Rate\" stands there twice; the first one is used");
    }

    @Test
    void tableWithoutARequiredColumnSaysWhichOne() throws Exception {
        Path file = Tables.csv(folder, "rates.csv", "Rates of October", "date,from,rate", "2026-10-01,EUR,1.1");
        assertThat(Tables.recognise(file).known()).isFalse();
        assertThat(Tables.recognise(file).reason())
                .isEqualTo("no row of its first 30 names all required columns of rates: row 2 lacks to;"
                        + " add them to the header");
    }

    @Test
    void everyFaultOfARowIsNamedAndTheOtherRowsGoOn() throws Exception {
        Tables.Read read = rates(HEADER, "yesterday,EURO,USD,1", "2026-10-02,EUR,USD,1.2", ",EUR,USD,-1");
        assertThat(read.values()).containsExactly("3 : 2026-10-02|EUR|USD|1.2");
        assertThat(read.problems())
                .containsExactly(
                        "row 2 date not-a-date: found \"yesterday\"; expected a date; write it as 2026-10-31",
                        "row 2 from unknown-currency: found \"EURO\"; expected a three-letter ISO 4217 code;"
                                + " write a code like EUR",
                        "row 4 date missing-value: found \"\"; expected a date cell, or text like 2026-10-31;"
                                + " fill in the cell");
        assertThat(read.counts()).isEqualTo(new Counts(3, 1, 2, 0));
    }

    /** A separator within a text moves all that follows: the last field would come to stand beyond the header. */
    @Test
    void csvRowWithMoreFieldsThanTheHeaderIsRejected() throws Exception {
        Tables.Read read =
                rates(HEADER, "2026-10-01,EUR,USD,1,234.50", "2026-10-02,EUR,USD,1.2,", "2026-10-03,EUR,USD,1.3");
        assertThat(read.problems())
                .containsExactly("row 2  ragged-row: found \"234.50\"; expected no field beyond the 4 of the header;"
                        + " put quotes around a field that holds the separator");
        assertThat(read.counts()).isEqualTo(new Counts(3, 2, 1, 0));
    }

    @Test
    void lastColumnWithoutANameRejectsNoRow() throws Exception {
        Path file = Tables.csv(folder, "rates.csv", HEADER, "2026-10-01,EUR,USD,1,x", "2026-10-02,EUR,USD,1.2,y");
        assertThat(Tables.recognise(file).notices())
                .containsExactly("rows have more fields than the header has names; what lies beyond is not read");
        assertThat(Tables.read(file).problems()).isEmpty();
    }

    @Test
    void rejectSaysNoMoreThanTwoHundredCharactersOfWhatItFound() throws Exception {
        Tables.Read read =
                rates(HEADER, "2026-10-01,EUR,USD," + "9".repeat(300), "2026-10-01,EUR,USD," + "x".repeat(200));
        assertThat(read.rejects().get(0).found()).isEqualTo("9".repeat(197) + "...");
        assertThat(read.rejects().get(1).found()).isEqualTo("x".repeat(200));
    }

    @Test
    void rejectSaysThroughWhatItsAccountIsFound() throws Exception {
        Path purchases = Tables.csv(
                folder,
                "purchases.csv",
                "agreement,line,order_date,product,offering,quantity,amount,currency",
                "E1,1,never,SQL Server,SA,1,10,EUR");
        assertThat(Tables.read(purchases).rejects().get(0).owner()).isEqualTo("agreements:E1");
        Path licenses = Tables.csv(
                folder, "licenses.csv", "license,account,product,metric,quantity", "L1,A1,SQL Server,CORE,many");
        assertThat(Tables.read(licenses).rejects().get(0).owner()).isEqualTo("account:A1");
        assertThat(rates(HEADER, "x,EUR,USD,1").rejects().get(0).owner()).isEmpty();
    }

    @Test
    void cellsOfAWorkbookAreTakenByTheirType() throws Exception {
        Path file = Workbook.write(
                folder,
                "Rates",
                new Object[] {"date", "from", "to", "rate", "source"},
                new Object[] {LocalDate.of(2026, 10, 1), "EUR", "USD", new BigDecimal("1.1"), 7},
                new Object[] {46_000, "EUR", "USD", new BigDecimal("1.1")},
                new Object[] {"2026-10-03", "EUR", "USD", "1.3", LocalDate.of(2026, 1, 2)});
        Tables.Read read = Tables.read(file);
        assertThat(read.values())
                .containsExactly("2 : 2026-10-01|EUR|USD|1.1|7", "4 : 2026-10-03|EUR|USD|1.3|2026-01-02");
        assertThat(read.problems())
                .containsExactly("row 3 date not-a-date: found \"46000\"; expected a date; write it as 2026-10-31");
    }

    @Test
    void answerThatIsRequiredHasToBeGiven() throws Exception {
        Path file = Tables.csv(
                folder,
                "attestations.csv",
                "clause,subject,answer,stated_by,stated_on",
                "SA-1,server:S1,,Kim,2026-10-01",
                "SA-1,server:S2,N,Kim,2026-10-01");
        assertThat(Tables.read(file).problems())
                .containsExactly("row 2 answer missing-value: found \"\"; expected Y or N (yes/no, true/false, 1/0);"
                        + " blank = not known; fill in the cell");
        assertThat(Tables.read(file).values()).hasSize(1);
    }
}
