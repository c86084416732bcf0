package io.tallybook.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.ledger.SourceTable;
import io.tallybook.ledger.SourceTable.Counts;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TablePartsTest {
    @Test
    void smallTablesShareAPartAndEveryThreadHasOne() {
        // Four tables of a workbook, and four files of one table.
        List<SourceTable> tables = tables(0, 0, 0, 0, 1, 2, 3, 4);
        assertThat(parts(tables, file -> file == 0 ? 4_000 : 1_000, 2))
                .containsExactly(List.of(0, 1, 2, 3), List.of(4, 5, 6, 7));
        assertThat(parts(tables, file -> file == 0 ? 4_000 : 1_000, 1))
                .containsExactly(List.of(0, 1, 2, 3, 4, 5, 6, 7));
    }

    @Test
    void aLongTableIsAPartOfItsOwn() {
        assertThat(parts(tables(0, 1, 2, 3), file -> file == 1 ? 1L << 30 : 100, 2))
                .containsExactly(List.of(0), List.of(1), List.of(2, 3));
        assertThat(parts(tables(0, 1, 2), file -> 1L << 30, 2)).containsExactly(List.of(0), List.of(1), List.of(2));
    }

    @Test
    void manySmallTablesAreNotLeftToOneThread() {
        assertThat(parts(tables(IntStream.range(0, 1_000).toArray()), file -> 10_000, 2))
                .hasSize(39)
                .allMatch(part -> part.size() <= 26);
    }

    @Test
    void filesOfNoSizeShareAPart() {
        assertThat(parts(tables(0, 1, 2), file -> 0, 2)).containsExactly(List.of(0, 1, 2));
        assertThat(parts(List.of(), file -> 0, 2)).isEmpty();
    }

    private static List<List<Integer>> parts(List<SourceTable> tables, IntToLongFunction size, int many) {
        return TableParts.of(tables, size, many).stream()
                .map(part -> part.stream().map(SourceTable::id).toList())
                .toList();
    }

    private static List<SourceTable> tables(int... files) {
        return IntStream.range(0, files.length)
                .mapToObj(id -> new SourceTable(
                        id, files[id], "f" + files[id], 0, "s", "licenses", "", 1, "", Counts.NONE, List.of()))
                .toList();
    }
}
