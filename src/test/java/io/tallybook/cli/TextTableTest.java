package io.tallybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void columnsAreAlignedAndTheLastOneGoesOnBelow() {
        assertThat(new TextTable(50)
                        .row("a", "long name", "one two three four five six seven eight nine ten")
                        .row("bb", "x", "")
                        .lines())
                .containsExactly(
                        "a   long name  one two three four five six seven eight", "               nine ten", "bb  x");
    }

    @Test
    void aWordLongerThanTheLineIsCut() {
        assertThat(TextTable.wrapped("abcdefgh ij", 5)).containsExactly("abcde", "fgh", "ij");
        assertThat(TextTable.wrapped("AB;CD;EF", 4)).containsExactly("AB;", "CD;", "EF");
    }

    @Test
    void editsAreCounted() {
        assertThat(Closest.edits("purchase", "purchases")).isEqualTo(1);
        assertThat(Closest.edits("", "abc")).isEqualTo(3);
        assertThat(Closest.edits("psr", "prs")).isEqualTo(1);
    }
}
