package io.tallybook.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One table in three formats, written by others, reads the same whatever the blocks and columns. */
class SameTableTest {
    private static final int ROWS = 300;

    @TempDir
    Path folder;

    private List<Path> files = List.of();

    @BeforeEach
    void writeTheTable() throws Exception {
        Path xlsx = folder.resolve("t.xlsx");
        Path xls = folder.resolve("t.xls");
        Path csv = folder.resolve("t.csv");
        try (Workbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(xlsx)) {
            fill(book);
            book.write(out);
        }
        try (Workbook book = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(xls)) {
            fill(book);
            book.write(out);
        }
        StringBuilder text = new StringBuilder();
        Random random = new Random(1);
        for (int r = 0; r < ROWS; r++) {
            Values values = Values.next(random, r);
            text.append(values.name)
                    .append(',')
                    .append(values.amount.stripTrailingZeros().toPlainString());
            text.append(",,2026-10-").append(String.format(java.util.Locale.ROOT, "%02d", values.day));
            text.append(",TRUE\n");
        }
        Files.writeString(csv, text, StandardCharsets.UTF_8);
        files = List.of(xlsx, xls, csv);
    }

    private record Values(String name, BigDecimal amount, int day) {
        static Values next(Random random, int row) {
            BigDecimal amount =
                    BigDecimal.valueOf(random.nextInt(2_000_000_000) - 1_000_000_000L, 1 + random.nextInt(6));
            return new Values("Größe " + row % 20, amount, 1 + random.nextInt(31));
        }
    }

    private static void fill(Workbook book) {
        CellStyle dated = book.createCellStyle();
        dated.setDataFormat(book.createDataFormat().getFormat("dd.mm.yyyy"));
        Sheet sheet = book.createSheet("S");
        Random random = new Random(1);
        for (int r = 0; r < ROWS; r++) {
            Values values = Values.next(random, r);
            Row row = sheet.createRow(r);
            row.createCell(0).setCellValue(values.name);
            row.createCell(1).setCellValue(values.amount.doubleValue());
            row.createCell(2).setCellStyle(dated);
            row.createCell(3).setCellValue(java.time.LocalDate.of(2026, 10, values.day));
            row.getCell(3).setCellStyle(dated);
            row.createCell(4).setCellValue(true);
        }
    }

    @Test
    void theSameTableGivesTheSameTextsInEveryFormat() throws Exception {
        List<String> csv = Dump.texts(files.get(2));
        assertThat(csv).hasSize(ROWS * 4);
        assertThat(Dump.texts(files.get(0))).isEqualTo(csv);
        assertThat(Dump.texts(files.get(1))).isEqualTo(csv);
    }

    @Test
    void blockSizesChangeNothing() throws Exception {
        for (Path file : files) {
            List<String> whole = Dump.cells(file);
            for (int rows : new int[] {1, 7, ROWS}) {
                assertThat(Dump.cells(file, 0, new ReadOptions(ColumnSelection.ALL, 1, rows)))
                        .as("%s in blocks of %d", file.getFileName(), rows)
                        .isEqualTo(whole);
            }
        }
    }

    @Test
    void readingFromARowGivesTheRowsFromThere() throws Exception {
        for (Path file : files) {
            List<String> whole = Dump.cells(file);
            assertThat(Dump.cells(file, 0, new ReadOptions(ColumnSelection.ALL, 101, 50)))
                    .as("%s", file.getFileName())
                    .isEqualTo(whole.subList(400, whole.size()));
            assertThat(Dump.cells(file, 0, new ReadOptions(ColumnSelection.ALL, 301, 50)))
                    .isEmpty();
        }
    }

    @Test
    void unselectedColumnsAreBlankButTheirRowsAreThere() throws Exception {
        for (Path file : files) {
            List<String> expected = Dump.cells(file).stream()
                    .filter(line -> line.startsWith("B"))
                    .toList();
            assertThat(Dump.cells(file, 0, new ReadOptions(ColumnSelection.of(1, 2, 70), 1, 50)))
                    .as("%s", file.getFileName())
                    .isEqualTo(expected);
            int rows = 0;
            try (SourceFile source = SourceFiles.open(file, Limits.standard());
                    TableReader reader = source.read(0, new ReadOptions(ColumnSelection.of(2), 1, ROWS * 2))) {
                RowBlock block = reader.next().orElseThrow();
                rows = block.size();
                assertThat(block.columns(0)).isZero();
            }
            assertThat(rows).as("%s", file.getFileName()).isEqualTo(ROWS);
        }
    }

    @Test
    void blocksOutliveTheirReader() throws Exception {
        for (Path file : files) {
            List<RowBlock> blocks = new ArrayList<>();
            try (SourceFile source = SourceFiles.open(file, Limits.standard());
                    TableReader reader = source.read(0, new ReadOptions(ColumnSelection.ALL, 1, 100))) {
                for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                    blocks.add(next.get());
                }
            }
            assertThat(blocks).hasSize(3);
            assertThat(blocks.get(0).text(19, 0)).isEqualTo("Größe 19");
            assertThat(blocks.get(2).row(99)).isEqualTo(300);
        }
    }
}
