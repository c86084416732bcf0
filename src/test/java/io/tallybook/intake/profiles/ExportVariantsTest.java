package io.tallybook.intake.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.intake.profiles.ExportFile.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same export after it went through other programs. */
class ExportVariantsTest {
    @TempDir
    Path folder;

    private static ExportFile usage() {
        return ExportFile.of("ea-2024-08");
    }

    private static ExportFile with(ExportFile file, String date, String amount, String... more) {
        String[] cells = {
            "Date", date, "CostInBillingCurrency", amount, "BillingCurrencyCode", "EUR", "BillingAccountId", "8611537"
        };
        return file.row(java.util.stream.Stream.of(cells, more)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new));
    }

    private Reading read(ExportFile file) {
        return ExportFile.read(file.in(folder, "export.csv"));
    }

    @ParameterizedTest
    @CsvSource({
        "5.6E-05, 0.000056",
        "0E-20, 0",
        "0.00E+00, 0",
        "0.0089361285066712282870831650, 0.008936128506671228287083165",
        "-12.5, -12.5",
        "+3, 3",
        ".5, 0.5"
    })
    void anAmountKeepsEveryDigit(String text, String expected) {
        assertThat(read(with(usage(), "09/21/2026", text)).line().amount()).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,234.50", "12 EUR", "abc", "--1", "1E+2000000000"})
    void anAmountThatIsNoNumberIsRejected(String text) {
        assertThat(read(with(usage(), "09/21/2026", text)).rejects())
                .extracting(reject -> reject.code())
                .containsExactly("not-a-number");
    }

    @Test
    void aRefundAndTheUsageThatItPaysBackCancelOut() {
        Reading reading = read(with(with(usage(), "09/21/2026", "10.25"), "09/21/2026", "-10.25"));
        assertThat(reading.line().amount()).isEqualByComparingTo("0");
        assertThat(reading.sums().get(0).count()).isEqualTo(2);
    }

    @Test
    void aLineLikeAnotherWithAFieldTooManyIsRejected() {
        String text = with(with(usage(), "09/21/2026", "1"), "09/22/2026", "2").text();
        Reading reading = ExportFile.read(ExportFile.write(
                folder.resolve("export.csv"), (text.strip() + ",3\n").getBytes(StandardCharsets.UTF_8)));
        assertThat(reading.rejects())
                .extracting(reject -> reject.origin().row() + " " + reject.code() + " " + reject.found())
                .containsExactly("3 ragged-row 3");
        assertThat(reading.total()).isEqualByComparingTo("1");
    }

    @Test
    void aLineLikeAnotherWithAFaultIsRejected() {
        ExportFile file = with(usage(), "09/21/2026", "1", "ChargeType", "Usage");
        with(file, "09/21/2026", "2", "ChargeType", "Usage");
        with(file, "09/41/2026", "4", "ChargeType", "Usage");
        with(file, "09/21/2026", "eight", "ChargeType", "Usage");
        with(file, "09/21/2026", "16", "ChargeType", "Gift");
        with(file, "09/21/2026", "32", "ChargeType", "Gift");
        Reading reading = read(file);
        assertThat(reading.rejects())
                .extracting(reject -> reject.origin().row() + " " + reject.column() + " " + reject.found())
                .containsExactly("4 date 09/41/2026", "5 amount eight", "6 charge_type Gift", "7 charge_type Gift");
        assertThat(reading.total()).isEqualByComparingTo("3");
    }

    @Test
    void linesAreSummedByWhatTheirCellsMeanNotByHowTheyAreSpelt() {
        ExportFile file = with(usage(), "09/21/2026", "1", "ResourceLocation", "westeurope", "ChargeType", "Usage");
        with(file, "9/21/2026", "2", "ResourceLocation", "US East", "ChargeType", "usage");
        with(file, "09/21/2026", "4", "ResourceLocation", "westeurope", "ChargeType", "usage");
        with(file, "09/21/2026", "8", "ResourceLocation", "chinanorth3", "ChargeType", "Usage");
        with(file, "09/21/2026", "16", "ResourceLocation", "US East", "ChargeType", "Usage");
        assertThat(read(file).sums())
                .extracting(sum -> sum.line().operator() + " " + sum.line().amount() + " x" + sum.count())
                .containsExactlyInAnyOrder("MICROSOFT 23 x4", "_21VIANET 8 x1");
    }

    @Test
    void aCurrencyThatIsNoneIsRejectedWithWhatStoodThere() {
        Reading reading = read(usage().row(
                        "Date", "09/21/2026",
                        "CostInBillingCurrency", "1",
                        "BillingCurrencyCode", "MC",
                        "BillingAccountId", "8611537"));
        assertThat(reading.sums()).isEmpty();
        assertThat(reading.rejects())
                .extracting(reject -> reject.code() + " " + reject.found())
                .containsExactly("unknown-currency MC");
    }

    @ParameterizedTest
    @CsvSource({"'1234,5', 1234.5", "'0,075', 0.075", "'-0,1', -0.1", "'5,64902E-05', 0.0000564902"})
    void aFileSavedAgainWithSemicolonsHasDecimalCommas(String text, String expected) {
        Reading reading = read(with(usage().separatedBy(';'), "21.09.2026", text));
        assertThat(reading.line().amount()).isEqualByComparingTo(expected);
        assertThat(reading.line().date()).isEqualTo(LocalDate.parse("2026-09-21"));
        assertThat(reading.recognised().notices()).contains("numbers are read with a decimal comma");
    }

    @Test
    void daysWithPointsAreDaysFirstEvenIfNoDayIsAboveTwelve() {
        Reading reading = read(with(usage().separatedBy(';'), "02.09.2026", "1,5"));
        assertThat(reading.line().date()).isEqualTo(LocalDate.parse("2026-09-02"));
    }

    @Test
    void theColumnsMayStandInAnyOrder() {
        Reading reading = read(with(usage().turnedAround(), "09/21/2026", "7"));
        assertThat(reading.line().amount()).isEqualByComparingTo("7");
    }

    @Test
    void columnsThatOnlyRefineMayBeMissing() {
        Reading reading = read(with(
                usage().without("Tags")
                        .without("Term")
                        .without("Frequency")
                        .without("PublisherType")
                        .without("ChargeType")
                        .without("ResourceLocation")
                        .without("SubscriptionId"),
                "09/21/2026",
                "7"));
        assertThat(reading.line().chargeType()).isNull();
        assertThat(reading.line().amount()).isEqualByComparingTo("7");
    }

    @Test
    void twoWaysToWriteDatesMayStandInOneFile() {
        ExportFile file = usage();
        for (String date : new String[] {"09/21/2026", "9/1/2026", "9/2/26", "2026-09-03", "9/4/2026 0:00"}) {
            with(file, date, "1");
        }
        Reading reading = read(file);
        assertThat(reading.rejects()).isEmpty();
        assertThat(reading.sums().stream().mapToLong(sum -> sum.count()).sum()).isEqualTo(5);
        assertThat(reading.sums())
                .allSatisfy(sum -> assertThat(sum.line().date())
                        .isBetween(LocalDate.parse("2026-09-01"), LocalDate.parse("2026-09-21")));
    }

    @Test
    void theBillingPeriodShowsThatTheDayComesFirst() {
        Reading reading = read(with(
                usage(),
                "02/09/2026",
                "1",
                "BillingPeriodStartDate",
                "01/09/2026",
                "BillingPeriodEndDate",
                "30/09/2026"));
        assertThat(reading.line().date()).isEqualTo(LocalDate.parse("2026-09-02"));
        assertThat(reading.recognised().notices())
                .contains("dates are read with the day first, as a day above 12 shows");
    }

    @Test
    void datesThatShowBothOrdersAreSaidAloud() {
        Reading reading = read(with(with(usage(), "09/21/2026", "1"), "22/09/2026", "1"));
        assertThat(reading.rejects()).extracting(reject -> reject.found()).containsExactly("22/09/2026");
        assertThat(reading.recognised().notices()).anyMatch(notice -> notice.contains("both"));
    }

    @Test
    void aByteOrderMarkCarriageReturnsAndGzipChangeNothing() throws IOException {
        String text = "\ufeff"
                + with(usage().endingLinesWith("\r\n"), "09/21/2026", "7").text();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // Some blobs are several gzip members, one after the other.
        for (String half : new String[] {text.substring(0, 100), text.substring(100)}) {
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(half.getBytes(StandardCharsets.UTF_8));
            }
        }
        Reading reading = ExportFile.read(ExportFile.write(folder.resolve("export.csv.gz"), bytes.toByteArray()));
        assertThat(reading.line().amount()).isEqualByComparingTo("7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"app\": \"shop\",\"env\": \"prod\"|shop",
                "{\"App\":\"shop\"}|shop",
                "\" app\": \"first\",\"app\": \"second\"|first",
                "{\"app\":{\"a\":1},\"x\":\"app\"}|''",
                "\"application\": \"shop\"|''",
                "\"app\": \"cut off|''",
                "app|''"
            })
    void theSolutionComesFromATagHoweverTagsAreWritten(String tags, String expected) {
        Reading reading = read(with(usage(), "09/21/2026", "1", "Tags", tags));
        assertThat(reading.line().solution()).isEqualTo(expected.equals("''") ? "" : expected);
    }

    @Test
    void lineEndsWithinQuotesEndNoRow() {
        Reading reading = read(with(
                with(usage(), "09/21/2026", "1", "AdditionalInfo", "two\nlines", "Tags", "\"app\": \"a\nb\""),
                "09/22/2026",
                "2"));
        assertThat(reading.rejects()).isEmpty();
        assertThat(reading.total()).isEqualByComparingTo("3");
    }

    @Test
    void aHeaderThatStandsAgainAmongTheRowsIsPassedOver() {
        ExportFile once = with(usage(), "09/21/2026", "1");
        Path file = ExportFile.write(
                folder.resolve("joined.csv"), (once.text() + once.text()).getBytes(StandardCharsets.UTF_8));
        Reading reading = ExportFile.read(file);
        assertThat(reading.rejects()).isEmpty();
        assertThat(reading.counts())
                .hasValueSatisfying(
                        counts -> assertThat(counts).isEqualTo(new io.tallybook.ledger.SourceTable.Counts(3, 2, 0, 1)));
    }

    @Test
    void sumsThatAreFiledOnTheWayLoseNothing() {
        // More different subscriptions than are held at once, and each of them again after the first were filed.
        int subscriptions = 110_000;
        ExportFile file = ExportFile.withHeaders(
                "Date",
                "CostInBillingCurrency",
                "BillingCurrencyCode",
                "BillingAccountId",
                "SubscriptionId",
                "InvoiceSectionName",
                "AccountOwnerId");
        for (int i = 0; i < 2 * subscriptions; i++) {
            with(file, "09/21/2026", "0.5", "SubscriptionId", "s" + i % subscriptions);
        }
        Reading reading = read(file);
        assertThat(reading.total()).isEqualByComparingTo("110000");
        assertThat(reading.sums().stream().mapToLong(sum -> sum.count()).sum()).isEqualTo(220_000);
        assertThat(reading.sums()).hasSizeGreaterThan(subscriptions);
    }

    @Test
    void anExportWithoutRowsIsReadAndEmpty() {
        Reading reading = read(usage());
        assertThat(reading.recognised().known()).isTrue();
        assertThat(reading.sums()).isEmpty();
        assertThat(reading.rejects()).isEmpty();
    }
}
