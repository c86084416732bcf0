package io.tallybook.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void sumIsThatOfBigDecimalsWhateverTheirSize(long seed) {
        Random random = new Random(seed);
        ExactSum sum = new ExactSum();
        BigDecimal expected = BigDecimal.ZERO;
        for (int i = 0; i < 2_000; i++) {
            // From one digit to more than 64 bits hold, from no decimals to 30.
            BigDecimal number = new BigDecimal(new BigInteger(1 + random.nextInt(80), random), random.nextInt(31));
            BigDecimal signed = random.nextBoolean() ? number : number.negate();
            sum.add(signed);
            expected = expected.add(signed);
            assertThat(sum.value()).isEqualByComparingTo(expected);
        }
    }

    @ParameterizedTest(name = "{0} decimals")
    @ValueSource(ints = {0, 1, 9, 18})
    void whatDoesNotFitIsAddedExactly(int places) {
        ExactSum sum = new ExactSum();
        sum.add(Long.MAX_VALUE, places);
        sum.add(Long.MAX_VALUE, places);
        sum.add(Long.MIN_VALUE, 18 - places);
        sum.add(1, 3);
        assertThat(sum.value())
                .isEqualByComparingTo(BigDecimal.valueOf(Long.MAX_VALUE, places)
                        .multiply(BigDecimal.valueOf(2))
                        .add(BigDecimal.valueOf(Long.MIN_VALUE, 18 - places))
                        .add(new BigDecimal("0.001")));
    }
}
