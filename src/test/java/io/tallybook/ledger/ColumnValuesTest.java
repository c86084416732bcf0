package io.tallybook.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnValuesTest {
    private static final RecordDefinition<License> LICENSES = RecordTypes.of(License.class);

    private final ColumnValues values =
            new ColumnValues(LICENSES.columns().get(LICENSES.indexOf("license").orElseThrow()));

    private @Nullable Object of(String text, int hash) {
        byte[] bytes = ("x" + text + "y").getBytes(StandardCharsets.UTF_8);
        return values.of(bytes, 1, bytes.length - 1, hash);
    }

    @Test
    void valueThatCameLatelyIsTheSameObject() {
        Object first = of("Größe 1", 7);
        assertThat(first).isEqualTo("Größe 1");
        assertThat(of("Größe 1", 7)).isSameAs(first);
    }

    @Test
    void valuesWithOneHashAreToldApart() {
        assertThat(of("A", 7)).isEqualTo("A");
        assertThat(of("AB", 7)).isEqualTo("AB");
        assertThat(of("B", 7)).isEqualTo("B");
        assertThat(of("A", 7)).isEqualTo("A");
    }

    @Test
    void remarksAreNotKept() {
        String remark = "x".repeat(65);
        Object first = of(remark, 7);
        assertThat(of(remark, 7)).isEqualTo(remark).isNotSameAs(first);
    }

    @Test
    void aColumnThatNeverRepeatsItselfIsReadAllTheSame() {
        for (int i = 0; i < 2_000; i++) {
            assertThat(of("L" + i, i)).isEqualTo("L" + i);
        }
        Object first = of("L7", 7);
        assertThat(of("L7", 7)).isEqualTo("L7").isNotSameAs(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0.10",
                "12.50",
                "100",
                "999999999999999999",
                "-0.000000000000000001",
                "1E+3",
                "1234567890123456789",
                "0.00"
            })
    void numbersAreThoseThatJavaReads(String text) {
        assertThat(value("quantity", text)).isEqualTo(new BigDecimal(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-31", "0999-01-02", "2024-02-29", "+10000-01-01", "-0001-12-31"})
    void daysAreThoseThatJavaReads(String text) {
        assertThat(value("acquired", text)).isEqualTo(LocalDate.parse(text));
    }

    private static @Nullable Object value(String column, String text) {
        byte[] bytes = ("x" + text).getBytes(StandardCharsets.UTF_8);
        return new ColumnValues(LICENSES.columns().get(LICENSES.indexOf(column).orElseThrow()))
                .of(bytes, 1, bytes.length, 7);
    }
}
