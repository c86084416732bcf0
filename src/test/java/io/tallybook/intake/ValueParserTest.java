package io.tallybook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.ColumnDefinition;
import io.tallybook.ledger.ColumnType;
import io.tallybook.ledger.YesNo;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueParserTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static ColumnDefinition column(ColumnType type) {
        List<Enum<?>> codes = switch (type) {
            case CODE -> List.of(Agreement.Program.values());
            case CODES -> List.of(Agreement.SamPools.values());
            default -> List.of();
        };
        return new ColumnDefinition(
                "column", type, false, "", codes.stream().map(Enum::name).toList(), codes, "", "", "", List.of());
    }

    private static ValueParser parser(ColumnType type) {
        return new ValueParser(column(type), ZoneOffset.UTC, DateStyle.ISO, false);
    }

    private static @Nullable Object parse(ColumnType type, String text) {
        return parser(type).parse(text);
    }

    private static BadValue bad(Problem problem, String expected, String remedy) {
        return new BadValue(problem.code(), expected, remedy);
    }

    private static BadValue notANumber() {
        return bad(
                Problem.NOT_A_NUMBER,
                "a number",
                "write it with a decimal point, without thousands separators and units, like 1234.50");
    }

    // --- blanks

    @ParameterizedTest
    @EnumSource(ColumnType.class)
    void blanksOfEveryKindAreTheBlankOfTheType(ColumnType type) {
        for (String text : List.of("", "  ", "\t", "\u00a0", "\ufeff", "\u200b \u202f")) {
            assertThat(parse(type, text))
                    .as("<%s>", text)
                    .isEqualTo(parser(type).blank());
        }
    }

    @Test
    void blankIsNeverZeroNorNo() {
        assertThat(parse(ColumnType.DECIMAL, "")).isNull();
        assertThat(parse(ColumnType.DATE, "")).isNull();
        assertThat(parse(ColumnType.CODE, "")).isNull();
        assertThat(parse(ColumnType.CURRENCY, "")).isNull();
        assertThat(parse(ColumnType.YESNO, "")).isEqualTo(YesNo.UNKNOWN);
        assertThat(parse(ColumnType.CODES, "")).isEqualTo(Set.of());
        assertThat(parse(ColumnType.ID, "")).isEqualTo("");
    }

    // --- texts and identifiers

    @ParameterizedTest
    @CsvSource({"007, 007", "' 00123 ', 00123", "'\u00a0A-1\u00a0', A-1", "1E5, 1E5", "a  b, a  b"})
    void identifiersKeepLeadingZerosAndAreTrimmed(String raw, String expected) {
        assertThat(parse(ColumnType.ID, raw)).isEqualTo(expected);
        assertThat(parse(ColumnType.TEXT, raw)).isEqualTo(expected);
    }

    @Test
    void numberAndDateCellsInTextColumnsAreTheirText() {
        assertThat(parser(ColumnType.ID).parse(new BigDecimal("5"), "5")).isEqualTo("5");
        assertThat(parser(ColumnType.TEXT).parse(LocalDateTime.of(2026, 10, 31, 0, 0), "2026-10-31"))
                .isEqualTo("2026-10-31");
    }

    // --- codes

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OPEN_VALUE_SUBSCRIPTION",
                "open value subscription",
                "Open-Value Subscription",
                "open\u00a0value - SUBSCRIPTION"
            })
    void codesMatchWithoutRegardToCaseAndGaps(String text) {
        assertThat(parse(ColumnType.CODE, text)).isEqualTo(Agreement.Program.OPEN_VALUE_SUBSCRIPTION);
    }

    @Test
    void unknownCodeSaysTheCodesAndTheClosestOne() {
        String all = "one of EA, EA_SUBSCRIPTION, SCE, EAP, SELECT, SELECT_PLUS, OPEN_LICENSE, OPEN_VALUE,"
                + " OPEN_VALUE_SUBSCRIPTION, MPSA, CAMPUS_SCHOOL, EES, MCA, CLOUD_AGREEMENT, CSP, MOSP";
        assertThat(parse(ColumnType.CODE, "Campus")).isEqualTo(bad(Problem.UNKNOWN_CODE, all, "write CAMPUS_SCHOOL"));
        assertThat(parse(ColumnType.CODE, "Retail")).isEqualTo(bad(Problem.UNKNOWN_CODE, all, "write one of them"));
        assertThat(parse(ColumnType.CODE, "-")).isEqualTo(bad(Problem.UNKNOWN_CODE, all, "write one of them"));
    }

    @Test
    void severalCodesStandBetweenSemicolons() {
        Set<Agreement.SamPools> both = Set.of(Agreement.SamPools.SERVER, Agreement.SamPools.SYSTEMS);
        assertThat(parse(ColumnType.CODES, " server ;Systems;")).isEqualTo(both);
        assertThat(parse(ColumnType.CODES, "server;server")).isEqualTo(Set.of(Agreement.SamPools.SERVER));
        assertThat(parse(ColumnType.CODES, ";")).isEqualTo(Set.of());
        assertThat(parse(ColumnType.CODES, "SERVER;CLIENT"))
                .isEqualTo(bad(Problem.UNKNOWN_CODE, "one of APPLICATIONS, SYSTEMS, SERVER", "write one of them"));
    }

    @ParameterizedTest
    @CsvSource({
        "Y,YES",
        "yes,YES",
        "TRUE,YES",
        "1,YES",
        "n,NO",
        "No,NO",
        "False,NO",
        "0,NO",
    })
    void yesAndNoHaveFourSpellings(String text, YesNo expected) {
        assertThat(parse(ColumnType.YESNO, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "2", "x", "-", "yes!"})
    void anythingElseIsNeitherYesNorNo(String text) {
        assertThat(parse(ColumnType.YESNO, text))
                .isEqualTo(bad(Problem.NOT_YES_OR_NO, "Y or N", "write Y or N, or leave the cell blank for not known"));
    }

    // --- currencies and countries

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "usd", "CRC", "KWD", "JPY"})
    void isoCurrenciesAreTaken(String text) {
        assertThat(parse(ColumnType.CURRENCY, text))
                .isEqualTo(CurrencyUnit.of(text.toUpperCase(java.util.Locale.ROOT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EURO", "€", "US$", "978", "ZZZ"})
    void anythingElseIsNoCurrency(String text) {
        assertThat(parse(ColumnType.CURRENCY, text))
                .isEqualTo(bad(Problem.UNKNOWN_CURRENCY, "a three-letter ISO 4217 code", "write a code like EUR"));
    }

    @Test
    void countriesAreTwoLetterCodes() {
        assertThat(parse(ColumnType.COUNTRY, "de")).isEqualTo("DE");
        for (String text : List.of("DEU", "Germany", "UK", "49")) {
            assertThat(parse(ColumnType.COUNTRY, text))
                    .isEqualTo(bad(Problem.UNKNOWN_COUNTRY, "a two-letter ISO 3166 code", "write a code like DE"));
        }
    }

    // --- numbers

    @ParameterizedTest
    @CsvSource({
        "5.6E-05, 0.000056",
        "1e3, 1000",
        "-0.00, 0",
        "+5, 5",
        ".5, 0.5",
        "5., 5",
        "123456789012345678901234567890, 123456789012345678901234567890",
        "0.123456789012345678901234567891, 0.123456789012345678901234567891",
    })
    void numbersAreExact(String text, BigDecimal expected) {
        for (ColumnType type : List.of(ColumnType.DECIMAL, ColumnType.MONEY)) {
            assertThat((BigDecimal) parse(type, text)).isEqualByComparingTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,234.50",
                "1 234",
                "1\u202f234",
                "1'234",
                "12,50",
                "USD 5",
                "5 %",
                "(5)",
                "5-",
                "--5",
                "1.2.3",
                "E5",
                "-",
                "NaN",
                "0x10",
                "٣",
                "1E999999999",
                "1E+61",
                "1E-61",
                "1000000000000000000000000000000000000000000000000000000000000"
            })
    void anythingElseIsNoNumber(String text) {
        assertThat(parse(ColumnType.DECIMAL, text)).isEqualTo(notANumber());
        assertThat(parse(ColumnType.INTEGER, text)).isEqualTo(notANumber());
    }

    @Test
    void decimalCommaIsTakenOnlyWhenTheTableWritesIt() {
        ValueParser comma = new ValueParser(column(ColumnType.MONEY), ZoneOffset.UTC, DateStyle.ISO, true);
        assertThat(comma.parse("1234,50")).isEqualTo(new BigDecimal("1234.50"));
        assertThat(comma.parse("-0,05")).isEqualTo(new BigDecimal("-0.05"));
        assertThat(comma.parse("1234")).isEqualTo(new BigDecimal("1234"));
        for (String text : List.of("1.234,50", "1,234,567", "1,234.50")) {
            assertThat(comma.parse(text)).as(text).isEqualTo(notANumber());
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "3.0, 3", "3.000, 3", "-7, -7", "1E3, 1000", "2147483647, 2147483647"})
    void wholeNumbersMayHaveZerosBehindThePoint(String text, int expected) {
        assertThat(parse(ColumnType.INTEGER, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.5", "2147483648", "1E-1", "1E50"})
    void decimalsAndNumbersOutOfRangeAreNotWhole(String text) {
        BadValue notWhole = bad(Problem.NOT_WHOLE, "a whole number", "write it without decimals");
        assertThat(parse(ColumnType.INTEGER, text)).isEqualTo(notWhole);
        assertThat(parser(ColumnType.INTEGER).parse(new BigDecimal(text), text)).isEqualTo(notWhole);
    }

    @Test
    void numberCellsAreTakenAsTheyAre() {
        assertThat(parser(ColumnType.MONEY).parse(new BigDecimal("12.50"), "12.5"))
                .isEqualTo(new BigDecimal("12.50"));
        assertThat(parser(ColumnType.INTEGER).parse(new BigDecimal("3"), "3")).isEqualTo(3);
        assertThat(parser(ColumnType.YESNO).parse(BigDecimal.ONE, "1")).isEqualTo(YesNo.YES);
    }

    @Test
    void dateCellAmongNumbersIsOfTheWrongType() {
        LocalDateTime day = LocalDateTime.of(2026, 10, 31, 0, 0);
        assertThat(parser(ColumnType.MONEY).parse(day, "2026-10-31"))
                .isEqualTo(bad(
                        Problem.WRONG_TYPE,
                        "an amount in the row's currency, exact",
                        "change the cell's number format or its value"));
    }

    // --- dates

    @Test
    void datesAreCellsOrIsoText() {
        assertThat(parse(ColumnType.DATE, "2026-10-31")).isEqualTo(LocalDate.of(2026, 10, 31));
        assertThat(parse(ColumnType.DATE, "2026-10-31T23:59:59")).isEqualTo(LocalDate.of(2026, 10, 31));
        assertThat(parser(ColumnType.DATE).parse(LocalDateTime.of(2026, 10, 31, 9, 30), "2026-10-31T09:30:00"))
                .isEqualTo(LocalDate.of(2026, 10, 31));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-29", "31.10.2026", "10/31/2026", "2026-13-01", "45000", "tomorrow", "2026-10"})
    void anythingElseIsNoDate(String text) {
        assertThat(parse(ColumnType.DATE, text)).isEqualTo(bad(Problem.NOT_A_DATE, "a date", "write it as 2026-10-31"));
    }

    @Test
    void numberCellInADateColumnIsNoDate() {
        assertThat(parser(ColumnType.DATE).parse(new BigDecimal("45000"), "45000"))
                .isEqualTo(bad(Problem.NOT_A_DATE, "a date", "write it as 2026-10-31"));
        assertThat(parser(ColumnType.MONTH).parse(new BigDecimal("202610"), "202610"))
                .isEqualTo(bad(Problem.NOT_A_MONTH, "a month", "write it as 2026-10"));
    }

    @Test
    void timeOfDayIsNoDate() {
        // Such a cell stands on the first day of its date system, which nobody meant.
        LocalDateTime halfPastNine = LocalDateTime.of(1899, 12, 31, 9, 30);
        assertThat(parser(ColumnType.DATE).parse(halfPastNine, "09:30:00"))
                .isEqualTo(bad(Problem.NOT_A_DATE, "a date", "write it as 2026-10-31"));
        assertThat(parser(ColumnType.MONTH).parse(halfPastNine, "09:30:00"))
                .isEqualTo(bad(Problem.NOT_A_MONTH, "a month", "write it as 2026-10"));
        assertThat(parser(ColumnType.DATETIME).parse(halfPastNine, "09:30:00"))
                .isEqualTo(bad(Problem.NOT_A_DATE, "a date and time", "write it as 2026-10-31T09:30"));
        assertThat(parser(ColumnType.TEXT).parse(halfPastNine, "09:30:00")).isEqualTo("09:30:00");
    }

    @Test
    void wrongDateOfATableThatWritesTheMonthFirstSaysSo() {
        ValueParser parser = new ValueParser(column(ColumnType.DATE), ZoneOffset.UTC, DateStyle.MONTH_FIRST, false);
        assertThat(parser.parse("13/13/2026"))
                .isEqualTo(bad(Problem.NOT_A_DATE, "a date like 10/31/2026", "write it as 2026-10-31"));
    }

    @Test
    void monthIsAMonthOrAnyDateInIt() {
        YearMonth october = YearMonth.of(2026, 10);
        assertThat(parse(ColumnType.MONTH, "2026-10")).isEqualTo(october);
        assertThat(parse(ColumnType.MONTH, "2026-10-31")).isEqualTo(october);
        assertThat(parser(ColumnType.MONTH).parse(LocalDateTime.of(2026, 10, 1, 0, 0), "2026-10-01"))
                .isEqualTo(october);
        assertThat(parse(ColumnType.MONTH, "2026-13"))
                .isEqualTo(bad(Problem.NOT_A_MONTH, "a month", "write it as 2026-10"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-25T01:30, 2026-10-24T23:30:00Z",
        "2026-10-25T02:30, 2026-10-25T00:30:00Z",
        "2026-10-25T03:30, 2026-10-25T02:30:00Z",
        "2026-03-29T03:30, 2026-03-29T01:30:00Z",
        "2026-10-25T02:30+01:00, 2026-10-25T01:30:00Z",
        "2026-10-25T02:30Z, 2026-10-25T02:30:00Z",
        "2026-10-25 02:30:15, 2026-10-25T00:30:15Z",
        "2026-10-25, 2026-10-24T22:00:00Z",
    })
    void dateTimeWithoutAZoneIsInTheZoneOfTheJobAlsoWhenClocksChange(String text, Instant expected) {
        ValueParser parser = new ValueParser(column(ColumnType.DATETIME), BERLIN, DateStyle.ISO, false);
        assertThat(parser.parse(text)).isEqualTo(expected);
    }

    @Test
    void dateTimeCellIsInTheZoneOfTheJob() {
        ValueParser parser = new ValueParser(column(ColumnType.DATETIME), BERLIN, DateStyle.ISO, false);
        assertThat(parser.parse(LocalDateTime.of(2026, 10, 25, 3, 30), "2026-10-25T03:30:00"))
                .isEqualTo(Instant.parse("2026-10-25T02:30:00Z"));
        assertThat(parser.parse("half past nine"))
                .isEqualTo(bad(Problem.NOT_A_DATE, "a date and time", "write it as 2026-10-31T09:30"));
    }
}
