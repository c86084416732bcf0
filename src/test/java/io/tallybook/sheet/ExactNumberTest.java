package io.tallybook.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactNumberTest {
    private static boolean parse(ExactNumber number, String text, char mark) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return number.parse(bytes, 0, bytes.length, mark);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "-0.00,0",
        "+5,5",
        "1.50,1.5",
        ".5,0.5",
        "5.,5",
        "-1.2E-05,-0.000012",
        "12e3,12000",
        "999999999999999999,999999999999999999",
        "0.000000000000000000123,0.000000000000000000123"
    })
    void everyDigitIsKept(String text, String expected) {
        ExactNumber number = new ExactNumber();
        assertThat(parse(number, text, '.')).isTrue();
        assertThat(number.toBigDecimal()).isEqualByComparingTo(expected);
        assertThat(number.scale()).isNotNegative();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "1,5",
                "1.2.3",
                "1e",
                "1e+",
                "1e5000",
                "0x1",
                " 1",
                "1 ",
                "1234567890123456789",
                "1e-90",
                "1e19",
                "９"
            })
    void whatIsNoPlainNumberOrDoesNotFitIsLeftToOthers(String text) {
        assertThat(parse(new ExactNumber(), text, '.')).isFalse();
    }

    @Test
    void theMarkIsTheOneThatWasAskedFor() {
        ExactNumber number = new ExactNumber();
        assertThat(parse(number, "12,75", ',')).isTrue();
        assertThat(number.toBigDecimal()).isEqualByComparingTo("12.75");
        assertThat(parse(number, "12.75", ',')).isFalse();
    }

    @Test
    void roundingIsThatOfFifteenSignificantDigits() {
        Random random = new Random(5);
        MathContext excel = new MathContext(15, RoundingMode.HALF_UP);
        ExactNumber number = new ExactNumber();
        for (int i = 0; i < 20_000; i++) {
            long digits = random.nextLong() / (random.nextInt(3) == 0 ? 1 : 1 + random.nextInt(1_000_000));
            digits %= 1_000_000_000_000_000_000L;
            BigDecimal exact = BigDecimal.valueOf(digits, random.nextInt(20));
            if (random.nextInt(4) == 0) {
                // Written as a workbook writes large numbers: the digits of a long, and one more.
                digits %= 100_000_000_000_000_000L;
                exact = new BigDecimal(digits + "E" + random.nextInt(3));
            }
            if (!parse(number, exact.toString(), '.')) {
                assertThat(exact.abs()).isGreaterThan(BigDecimal.valueOf(Long.MAX_VALUE));
                continue;
            }
            assertThat(number.roundToExcel()).isTrue();
            assertThat(number.toBigDecimal()).as(exact.toPlainString()).isEqualByComparingTo(exact.round(excel));
        }
    }
}
