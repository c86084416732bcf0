package io.tallybook.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteScanTest {
    private static boolean isUtf8WithoutNul(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString()
                            .indexOf('\0')
                    < 0;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void textIsWhatTheDecoderTakes(long seed) {
        Random random = new Random(seed);
        int texts = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(24); n > 0; n--) {
                text.appendCodePoint(
                        random.nextInt(6) > 0 ? 'a' + random.nextInt(26) : random.nextInt(0x110000) & ~0x800);
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            // Half of them with a byte that may be wrong, also in the last few and the first of eight.
            if (bytes.length > 0 && random.nextBoolean()) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            boolean expected = isUtf8WithoutNul(bytes);
            texts += expected ? 1 : 0;
            byte[] padded = Arrays.copyOf(bytes, bytes.length + 8);
            assertThat(ByteScan.isText(padded, 0, bytes.length))
                    .as(Arrays.toString(bytes))
                    .isEqualTo(expected);
        }
        assertThat(texts).isBetween(5_000, 19_000);
    }

    @Test
    void fieldsEndAtSeparatorsAndLineEndsOnly() {
        Random random = new Random(6);
        byte[] often = {
            ',',
            ';',
            '\t',
            '\r',
            '\n',
            0x08,
            0x0B,
            0x0C,
            0x0E,
            0x0F,
            0x07,
            0x10,
            ' ',
            '-',
            '.',
            (byte) 0x8A,
            (byte) 0xAC
        };
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = new byte[random.nextInt(40) + 8];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = random.nextInt(12) == 0 ? often[random.nextInt(often.length)] : (byte) random.nextInt(256);
            }
            byte separator = often[random.nextInt(3)];
            int from = random.nextInt(9);
            int to = Math.max(from, bytes.length - 8);
            int end = from;
            while (end < to && bytes[end] != separator && bytes[end] != '\r' && bytes[end] != '\n') {
                end++;
            }
            assertThat(ByteScan.indexOfFieldEnd(bytes, from, to, ByteScan.pattern(separator)))
                    .as("%s from %s to %s", Arrays.toString(bytes), from, to)
                    .isEqualTo(end);
        }
    }
}
