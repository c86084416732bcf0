package io.tallybook.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellAddressTest {
    @Test
    void addressesAreThoseOfExcel() {
        assertThat(CellAddress.of(17, 5)).isEqualTo("F17");
        assertThat(CellAddress.column(25)).isEqualTo("Z");
        assertThat(CellAddress.column(26)).isEqualTo("AA");
        assertThat(CellAddress.column(701)).isEqualTo("ZZ");
        assertThat(CellAddress.of(1_048_576, 16_383)).isEqualTo("XFD1048576");
    }
}
