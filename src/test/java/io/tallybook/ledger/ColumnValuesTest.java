package io.tallybook.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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
    void aColumnThatNeverRepeatsItselfIsReadAllTheSame() {
        for (int i = 0; i < 2_000; i++) {
            assertThat(of("L" + i, i)).isEqualTo("L" + i);
        }
        Object first = of("L7", 7);
        assertThat(of("L7", 7)).isEqualTo("L7").isNotSameAs(first);
    }
}
