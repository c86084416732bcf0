package io.tallybook.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistinctCellsTest {
    @TempDir
    Path folder;

    private List<Integer> numbers(DistinctCells cells, String... lines) throws Exception {
        Path file = Files.writeString(folder.resolve("list.csv"), String.join("\n", lines), StandardCharsets.UTF_8);
        List<Integer> numbers = new ArrayList<>();
        try (SourceFile source = SourceFiles.open(file, Limits.standard());
                TableReader reader = source.read(0, new ReadOptions(ColumnSelection.ALL, 1, 100))) {
            for (Optional<RowBlock> block = reader.next(); block.isPresent(); block = reader.next()) {
                for (int i = 0; i < block.get().size(); i++) {
                    numbers.add(((CellBlock) block.get()).number(i, cells));
                }
            }
        }
        return numbers;
    }

    @Test
    void sameBytesHaveTheSameNumberAcrossBlocks() throws Exception {
        Random random = new Random(5);
        List<String> lines = new ArrayList<>();
        List<Integer> expected = new ArrayList<>();
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < 3_000; i++) {
            // From 1 to 36 characters, also such that differ in the first or the last of them only.
            String text = "x".repeat(random.nextInt(18)) + random.nextInt(40) + "y".repeat(random.nextInt(17));
            lines.add(i + "," + text);
            expected.add(first.computeIfAbsent(text, key -> first.size()));
        }
        assertThat(numbers(new DistinctCells(new int[] {1}, 1 << 20), lines.toArray(String[]::new)))
                .isEqualTo(expected);
    }

    @Test
    void severalColumnsAreToldApartByWhereTheyEnd() throws Exception {
        assertThat(numbers(new DistinctCells(new int[] {0, 1}, 1 << 20), "ab,c", "a,bc", "abc,", ",abc", "ab,c"))
                .containsExactly(0, 1, 2, 3, 0);
    }

    @Test
    void blankIsOneOfThem() throws Exception {
        assertThat(numbers(new DistinctCells(new int[] {1}, 1 << 20), "a,1", "b,", "c", "d,1"))
                .containsExactly(0, 1, 1, 0);
    }

    @Test
    void longTextHasNoNumber() throws Exception {
        String longText = "z".repeat(2_001);
        assertThat(numbers(new DistinctCells(new int[] {0}, 1 << 20), longText, "z", longText, "z"))
                .containsExactly(-1, 0, -1, 0);
    }

    @Test
    void whatHasNoRoomHasNoNumberAndWhatWasSeenKeepsIts() throws Exception {
        // Room for one of up to eight bytes and one longer one, which take less and more than 40.
        DistinctCells cells = new DistinctCells(new int[] {0}, 80);
        String longer = "longer than a word";
        assertThat(numbers(cells, "abc,1", longer + ",1", "abc,2", "defg,3", longer + "!,3", longer + ",4"))
                .containsExactly(0, 1, 0, -1, -1, 1);
    }
}
