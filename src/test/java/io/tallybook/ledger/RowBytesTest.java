package io.tallybook.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowBytesTest {
    private static String decimal(BigDecimal number) {
        RowBytes bytes = new RowBytes();
        bytes.decimal(number);
        return bytes.toText();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.00",
                "-0.05",
                "0.5",
                "12",
                "1200.50",
                "-1234567.8901",
                "9223372036854775807",
                "-4611686018427387904",
                "0.0000000001",
                "123456789012345678901234567890.12"
            })
    void numbersAreWrittenOut(String text) {
        assertThat(decimal(new BigDecimal(text))).isEqualTo(text);
    }

    @Test
    void everyNumberComesBackWithItsScale() {
        Random random = new Random(20261123);
        for (int i = 0; i < 100_000; i++) {
            BigDecimal number = new BigDecimal(new BigInteger(random.nextInt(80), random), random.nextInt(30) - 5);
            BigDecimal signed = random.nextBoolean() ? number : number.negate();
            assertThat(new BigDecimal(decimal(signed))).isEqualTo(signed);
        }
    }

    @Test
    void textIsUtf8WithoutSeparators() {
        RowBytes bytes = new RowBytes();
        bytes.text("a\u001fb");
        bytes.separate();
        bytes.text("Größe \ud83d\ude00 a\u001fb 会");
        assertThat(bytes.toText()).isEqualTo("a b\u001fGröße \ud83d\ude00 a b 会");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-09", "1000-12-31", "0999-12-31", "-0044-03-15", "+10000-01-01"})
    void daysAreWrittenAsJavaWritesThem(String day) {
        RowBytes bytes = new RowBytes();
        bytes.date(LocalDate.parse(day));
        assertThat(bytes.toText()).isEqualTo(day);
    }

    @Test
    void whatIsCutOffIsGoneAndNumbersAreMendedInPlace() {
        RowBytes bytes = new RowBytes();
        bytes.number(7L << 32 | 9);
        bytes.text("kept");
        int end = bytes.size();
        bytes.text("x".repeat(5_000));
        bytes.cutTo(end);
        bytes.number(4, 0x01020304);
        assertThat(bytes.toArray())
                .startsWith(0, 0, 0, 7, 1, 2, 3, 4)
                .endsWith('k', 'e', 'p', 't')
                .hasSize(12);
    }
}
