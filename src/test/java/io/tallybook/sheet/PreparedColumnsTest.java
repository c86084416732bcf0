package io.tallybook.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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

class PreparedColumnsTest {
    private static final List<String> REGIONS = List.of("westeurope", "", "uksouth", "chinanorth3", "westeurope2");

    @TempDir
    Path folder;

    private List<RowBlock> blocks(PreparedColumns prepared, int blockRows, List<String> lines) throws Exception {
        Path file = Files.write(folder.resolve("list.csv"), lines);
        List<RowBlock> blocks = new ArrayList<>();
        try (SourceFile source = SourceFiles.open(file, Limits.standard());
                TableReader reader = source.read(0, new ReadOptions(ColumnSelection.ALL, 1, blockRows, prepared))) {
            for (Optional<RowBlock> block = reader.next(); block.isPresent(); block = reader.next()) {
                blocks.add(block.get());
            }
        }
        return blocks;
    }

    /** Big enough to be read by several threads, in blocks that are parts of what they read at once. */
    @Test
    void rowsOfOneNumberingHaveTheSameNumberForTheSameContentOnly() throws Exception {
        Random random = new Random(3);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 60_000; i++) {
            lines.add(REGIONS.get(random.nextInt(5)) + ",subscription-" + random.nextInt(700)
                    + "-of-a-name-with-length," + random.nextInt(3) + "," + "x".repeat(40));
        }
        PreparedColumns prepared =
                PreparedColumns.of(List.of(new int[] {0}, new int[] {1}, new int[] {0, 2}), new int[0], '.');
        Map<Object, List<Map<Integer, String>>> textsBy = new HashMap<>();
        int rows = 0;
        for (RowBlock block : blocks(prepared, 333, lines)) {
            List<Map<Integer, String>> texts = textsBy.computeIfAbsent(
                    block.numbering(), by -> List.of(new HashMap<>(), new HashMap<>(), new HashMap<>()));
            for (int i = 0; i < block.size(); i++) {
                List<String> held =
                        List.of(block.text(i, 0), block.text(i, 1), block.text(i, 0) + "," + block.text(i, 2));
                for (int group = 0; group < 3; group++) {
                    String before = texts.get(group).putIfAbsent(block.content(i, group), held.get(group));
                    assertThat(before).isIn(null, held.get(group));
                }
                rows++;
            }
        }
        assertThat(rows).isEqualTo(60_000);
        assertThat(textsBy.values()).allSatisfy(texts -> {
            assertThat(texts.get(0)).hasSizeLessThanOrEqualTo(5);
            assertThat(texts.get(1)).hasSizeLessThanOrEqualTo(700);
            assertThat(texts.get(2)).hasSizeLessThanOrEqualTo(15);
        });
    }

    @Test
    void amountsHaveTheirDigits() throws Exception {
        Random random = new Random(4);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            lines.add(BigDecimal.valueOf(random.nextLong(2_000_000_000_000L) - 1_000_000_000_000L, random.nextInt(10))
                            .toPlainString()
                    + ";" + random.nextInt(100) + "," + random.nextInt(10));
        }
        lines.add(0, "sep=;");
        List<RowBlock> blocks = blocks(PreparedColumns.of(List.of(), new int[] {1, 0}, ','), 70, lines);
        int row = 0;
        for (RowBlock block : blocks) {
            for (int i = 0; i < block.size(); i++) {
                String[] texts = lines.get(++row).split(";", -1);
                assertThat(BigDecimal.valueOf(block.digits(i, 0), block.places(i, 0)))
                        .isEqualByComparingTo(new BigDecimal(texts[1].replace(',', '.')));
                // The mark is the comma: a point makes it something to be read as text.
                if (texts[0].contains(".")) {
                    assertThat(block.places(i, 1)).isEqualTo(RowBlock.NOT_PLAIN);
                } else {
                    assertThat(BigDecimal.valueOf(block.digits(i, 1), block.places(i, 1)))
                            .isEqualByComparingTo(new BigDecimal(texts[0]));
                }
            }
        }
        assertThat(row).isEqualTo(1_000);
    }

    @Test
    void whatIsNoPlainAmountIsLeftToOthers() throws Exception {
        List<RowBlock> blocks = blocks(
                PreparedColumns.of(List.of(), new int[] {1}, '.'),
                100,
                List.of("a,1.50", "b,", "c,EUR 3", "d,1234567890123456789", "e,-2e2"));
        List<String> amounts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            amounts.add(blocks.get(0).digits(i, 0) + " " + blocks.get(0).places(i, 0));
        }
        assertThat(amounts).containsExactly("15 1", "0 -1", "0 -1", "0 -1", "-200 0");
    }
}
