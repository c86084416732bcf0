package io.tallybook.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.job.FailureMessages.Sample;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person is told when the disk, the store or the program fails. */
class FailureTest {
    static List<Sample> samples() {
        return FailureMessages.ALL;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void failureIsSaidExactlySo(Sample sample) {
        assertThat(sample.said()).isEqualTo(sample.says());
        assertThat(Failure.of(sample.failure(), Path.of("")).status()).isEqualTo(sample.status());
    }
}
