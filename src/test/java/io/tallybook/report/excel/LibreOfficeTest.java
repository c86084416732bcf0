package io.tallybook.report.excel;

import static io.tallybook.report.excel.TemplateFiles.note;
import static io.tallybook.report.excel.TemplateFiles.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tallybook.sheet.Limits;
import io.tallybook.sheet.ReadOptions;
import io.tallybook.sheet.RowBlock;
import io.tallybook.sheet.SourceFile;
import io.tallybook.sheet.SourceFiles;
import io.tallybook.sheet.TableReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another program reads what we wrote, without losing a row or a text: a list that goes on on further sheets, a sheet name as
 * long as there can be, long texts and control characters. With {@code -Dtallybook.rows=1100000} as long as sheets really are.
 */
class LibreOfficeTest {
    private static final Path SOFFICE = Path.of("/usr/bin/soffice");

    /** Separator, quote, UTF-8, from the first row on, texts quoted, values as they are, every sheet a file. */
    private static final String CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1";

    private static final String NAME = "A list & its name, as long as (";

    private static final List<String> TEXTS = List.of(
            IntStream.range(1, 0x20).mapToObj(Character::toString).reduce("", String::concat),
            "\uD83D broken",
            "\uFFFE\uFFFF",
            "]]> <v>&amp; _x000D_ \"quoted\"",
            "=1+1",
            "x".repeat(40_000));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void libreOfficeReadsEveryRowAndText() throws Exception {
        assumeThat(Files.isExecutable(SOFFICE))
                .as("LibreOffice is not installed: no other program reads the workbook")
                .isTrue();
        boolean isLong = System.getProperty("tallybook.rows") != null;
        int count = Integer.getInteger("tallybook.rows", 2_500);
        Path book = folder.resolve("book.xlsx");
        write(book, count, isLong ? Corner.LAST_ROW : 999);

        Process office = new ProcessBuilder(
                        SOFFICE.toString(),
                        "--headless",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--convert-to",
                        CSV,
                        "--outdir",
                        folder.resolve("out").toString(),
                        book.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.log").toFile())
                .start();
        assertThat(office.waitFor(isLong ? 1_800 : 180, TimeUnit.SECONDS)).isTrue();

        List<String> ours = ours(book);
        List<String> theirs = theirs();
        assertThat(ours).hasSize(count);
        // Its files come in another order than our sheets.
        Collections.sort(ours);
        Collections.sort(theirs);
        assertThat(theirs).isEqualTo(ours);
    }

    private void write(Path book, int count, int lastRow) throws IOException {
        try (XSSFWorkbook template = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(book)) {
            XSSFSheet sheet = template.createSheet(NAME);
            put(sheet, "A1", "Head");
            put(sheet, "A2", "${i.name}");
            note(sheet, "A2", "repeat items as i");
            Map<String, Object> model =
                    Map.of("t", Map.of("parts", "Parts"), "items", new AbstractList<Map<String, Object>>() {
                        @Override
                        public Map<String, Object> get(int index) {
                            return Map.of("name", index < TEXTS.size() ? TEXTS.get(index) : "item " + index);
                        }

                        @Override
                        public int size() {
                            return count;
                        }
                    });
            new TemplateFiles(folder).open(template).fill(model, LocalDate.of(2026, 10, 31), "Test", out, lastRow);
        }
    }

    /** The texts of the list, one a row, over all its sheets, as our reader has them. */
    private static List<String> ours(Path book) throws Exception {
        List<String> texts = new ArrayList<>();
        try (SourceFile file = SourceFiles.open(book, Limits.standard())) {
            for (var sheet : file.sheets()) {
                if (!sheet.name().equals("Parts")) {
                    read(file, sheet.index(), texts);
                }
            }
        }
        return texts;
    }

    private List<String> theirs() throws Exception {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            for (Path csv : files.filter(path -> !path.toString().endsWith("-Parts.csv"))
                    .sorted()
                    .toList()) {
                try (SourceFile file = SourceFiles.open(csv, Limits.standard())) {
                    read(file, 0, texts);
                }
            }
        }
        return texts;
    }

    private static void read(SourceFile file, int sheet, List<String> texts) throws Exception {
        try (TableReader reader = file.read(sheet, ReadOptions.everything())) {
            for (Optional<RowBlock> next = reader.next(); next.isPresent(); next = reader.next()) {
                RowBlock block = next.get();
                for (int i = 0; i < block.size(); i++) {
                    if (!block.text(i, 0).equals("Head")) {
                        // A csv cannot tell one line end from another.
                        texts.add(block.text(i, 0).replace("\r", "\n"));
                    }
                }
            }
        }
    }
}
