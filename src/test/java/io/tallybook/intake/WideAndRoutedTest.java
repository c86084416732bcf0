package io.tallybook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.ledger.SourceTable.Counts;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.apache.poi.ss.usermodel.FormulaError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that hold several records, and rows that find their account through other tables. */
class WideAndRoutedTest {
    private static final String USAGE = "line,date,amount,currency,subscription,account,billing_account";

    @TempDir
    Path folder;

    @Test
    void wideRatesBecomeOneRecordACurrencyThatWasQuoted() throws Exception {
        Path file = Tables.csv(
                folder,
                "eurofxref-hist.csv",
                "Date,USD,JPY,BGN,GBP,CHF,",
                "2026-10-30,1.0850,165.10,N/A,0.85,0.94,",
                "2026-10-29,1.08,,1.9558,0.85,0.94,");
        Tables.Read read = Tables.read(file);
        String bank = "|European Central Bank";
        assertThat(read.values())
                .containsExactly(
                        "2 : 2026-10-30|EUR|USD|1.0850" + bank,
                        "2 : 2026-10-30|EUR|JPY|165.10" + bank,
                        "2 : 2026-10-30|EUR|GBP|0.85" + bank,
                        "2 : 2026-10-30|EUR|CHF|0.94" + bank,
                        "3 : 2026-10-29|EUR|USD|1.08" + bank,
                        "3 : 2026-10-29|EUR|BGN|1.9558" + bank,
                        "3 : 2026-10-29|EUR|GBP|0.85" + bank,
                        "3 : 2026-10-29|EUR|CHF|0.94" + bank);
        assertThat(read.counts()).isEqualTo(new Counts(2, 2, 0, 0));
    }

    @Test
    void wideRowWithABadCellIsRejectedAsAWhole() throws Exception {
        Path file = Tables.csv(
                folder,
                "hist.csv",
                "Date,USD,JPY,GBP,CHF",
                "2026-10-30,1.08,0,0.85,0.94",
                "2026-10-29,1.08,x,0.85,0.94");
        Tables.Read read = Tables.read(file);
        assertThat(read.rows()).isEmpty();
        assertThat(read.problems())
                .containsExactly(
                        "row 2 rate too-small: found \"0\"; expected more than 0; mend the number",
                        "row 3 rate not-a-number: found \"x\"; expected a number; write it with a decimal point,"
                                + " without thousands separators and units, like 1234.50");
    }

    @Test
    void errorsAndFormulasWithoutAValueInAWideRowAreCalledThat() throws Exception {
        Path file = Workbook.write(
                folder,
                "Hist",
                new Object[] {"Date", "USD", "JPY", "GBP", "CHF"},
                new Object[] {LocalDate.of(2026, 10, 30), new BigDecimal("1.08"), FormulaError.NA},
                new Object[] {LocalDate.of(2026, 10, 29), new Workbook.Uncached("1/2")});
        assertThat(Tables.read(file).problems())
                .containsExactly(
                        "row 2 rate error-cell: found \"#N/A\"; expected a value;"
                                + " mend the formula in the cell, or type the value",
                        "row 3 rate uncached-formula: found \"formula without a stored value\"; expected a stored value;"
                                + " save the file in a spreadsheet program, so that values are stored");
    }

    @Test
    void ownAndRoutedAccountsAreFound() throws Exception {
        Path own = Tables.csv(
                folder, "licenses.csv", "license,account,product,metric,quantity", "L1,A7,SQL Server,CORE,1");
        assertThat(Tables.read(own).rows().get(0).account()).isEqualTo("A7");
        Path routed = Tables.csv(folder, "backup_runs.csv", "run,instance,start,reason", "R1,I1,2026-10-01T09:30,TEST");
        assertThat(Tables.read(routed).rows().get(0).account()).isEqualTo("A1");
    }

    /** The ways of the contract, in their order: account, subscription, agreement of the billing account, that itself, setting. */
    @ParameterizedTest(name = "{0}: {4}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "own column first|S1|A9|E2|A9",
                "subscription before billing account|S1|''|E2|A1",
                "unknown subscription, agreement of the billing account|S9|''|E2|A2",
                "billing account that is no agreement is the account|''|''|B7|B7",
                "setting when nothing is said|''|''|''|A-SET",
                "setting when the subscription is unknown|S9|''|''|A-SET"
            })
    void usageFindsItsAccount(String way, String subscription, String account, String billing, String expected)
            throws Exception {
        Path file = Tables.csv(
                folder,
                "azure_usage.csv",
                USAGE,
                "U1,2026-10-01,5,EUR," + subscription + "," + account + "," + billing);
        Tables.Read read = Tables.read(file, Tables.context(Map.of("azure.account", "A-SET")));
        assertThat(read.rows()).extracting(row -> row.account()).containsExactly(expected);
    }

    @Test
    void usageWithoutAnyWayIsRejected() throws Exception {
        Path file = Tables.csv(folder, "azure_usage.csv", USAGE, "U1,2026-10-01,5,EUR,S9,,", "U2,2026-10-01,5,EUR,,,");
        String rest = "expected a subscription, billing account or account that is known;"
                + " add the subscription to azure_subscriptions, or set azure.account";
        assertThat(Tables.read(file).problems())
                .containsExactly(
                        "row 2 subscription no-account: found \"S9\"; " + rest,
                        "row 3 subscription no-account: found \"\"; " + rest);
    }

    @Test
    void exportWithoutLineNamesIsSummedAndReadFromItsStartAgain() throws Exception {
        Path file = Tables.csv(
                folder,
                "export.csv",
                "InvoiceSectionName,CostInBillingCurrency,BillingCurrencyCode,AccountOwnerId,Date,SubscriptionId",
                "x,1.10,EUR,o,10/31/2026,S1",
                "x,2.20,EUR,o,10/31/2026,S1",
                "x,1,EURO,o,10/31/2026,S1");
        Tables.Read read = Tables.read(file);
        assertThat(read.rows()).isEmpty();
        assertThat(read.counts()).isEqualTo(new Counts(3, 2, 1, 0));
        assertThat(read.sums()).hasSize(1);
        assertThat(read.sums().get(0).line().amount()).isEqualTo(new BigDecimal("3.3"));
        assertThat(read.sums().get(0).line().account()).isEqualTo("A1");
        assertThat(read.sums().get(0).count()).isEqualTo(2);
    }

    @Test
    void mappedCellThatIsAFormulaWithoutAValueIsNeverTranslated() throws Exception {
        Path file = Workbook.write(
                folder,
                "Export",
                new Object[] {
                    "InvoiceSectionName",
                    "CostInBillingCurrency",
                    "BillingCurrencyCode",
                    "AccountOwnerId",
                    "Date",
                    "SubscriptionId",
                    "PublisherType"
                },
                new Object[] {"x", 1, "EUR", "o", LocalDate.of(2026, 10, 1), "S1", new Workbook.Uncached("A1")});
        assertThat(Tables.read(file).problems())
                .containsExactly(
                        "row 2 publisher uncached-formula: found \"formula without a stored value\";"
                                + " expected a stored value; save the file in a spreadsheet program, so that values are stored");
    }
}
