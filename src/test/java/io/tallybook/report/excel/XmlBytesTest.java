package io.tallybook.report.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlBytesTest {
    private static String written(XmlBytes xml) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            xml.drainTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void letterAfterLetterOfAnyAlphabetFollows() {
        assertThat(written(new XmlBytes().add("<a>").add("aß水😀").add("</a>"))).isEqualTo("<a>aß水😀</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.00",
                "-0.05",
                "7",
                "-7",
                "1.50",
                "123456789012345678",
                "-12345678901234567.8",
                "0.00000000000000001",
                "1234567890123456789",
                "1E+3",
                "1E-30",
                "9223372036854775808",
                "-9223372036854775808"
            })
    void aNumberHasAllItsDecimalsAndNoExponent(String number) {
        BigDecimal value = new BigDecimal(number);

        assertThat(written(new XmlBytes().add(value))).isEqualTo(value.toPlainString());
    }

    @Test
    void anyNumberIsWrittenAsJavaWritesIt() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            BigDecimal value = BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(22) - 2);

            assertThat(written(new XmlBytes().add(value))).isEqualTo(value.toPlainString());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 9, 10, 1_048_576, -1, Long.MAX_VALUE})
    void aWholeNumberIsWrittenAsItIs(long number) {
        assertThat(written(new XmlBytes().add(number))).isEqualTo(Long.toString(number));
    }
}
