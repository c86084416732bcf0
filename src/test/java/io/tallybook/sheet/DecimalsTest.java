package io.tallybook.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    private static double plainDouble(String text) {
        byte[] bytes = ("<v>" + text + "</v>").getBytes(StandardCharsets.ISO_8859_1);
        return Decimals.plainDouble(bytes, 3, 3 + text.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "45321", "45321.0", "45321.", ".5", "45321.583333333", "999999999999999", "0.1", "00.10"})
    void fewDigitsAreTheDoubleThatJavaReads(String text) {
        assertThat(plainDouble(text)).isEqualTo(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+1", "1E5", "1.2.3", "4532158333333333", "45321.583333333336", "1,5", " 1"})
    void everythingElseIsLeftToJava(String text) {
        assertThat(plainDouble(text)).isEqualTo(-1);
    }

    @Test
    void randomDigitsAreTheDoubleThatJavaReads() {
        Random random = new Random(20261123);
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder(
                    Long.toString(random.nextLong(1L << (1 + random.nextInt(46))) % 100_000_000_000_000L));
            text.insert(random.nextInt(text.length() + 1), '.');
            assertThat(plainDouble(text.toString())).as("%s", text).isEqualTo(Double.parseDouble(text.toString()));
        }
    }
}
