package io.tallybook.sheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A list of {@value #ROWS} charges with ten columns, of which five are wanted; every figure is for one row.
 *
 * <p>It stands in the package of the code that it measures, since only there the loops can be seen one by one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class InnerLoops {
    static final int ROWS = 20_000;

    private static final int SUBSCRIPTION = 1;
    private static final int AMOUNT = 7;
    private static final ColumnSelection WANTED = ColumnSelection.of(0, SUBSCRIPTION, 5, AMOUNT, 8);

    private Path folder;
    private Path csv;
    private Path xlsx;
    private byte[] text;
    private final List<RowBlock> blocks = new ArrayList<>();
    private final ExactNumber number = new ExactNumber();

    @Setup(Level.Trial)
    public void write() throws Exception {
        folder = Files.createTempDirectory("loops");
        csv = folder.resolve("charges.csv");
        xlsx = folder.resolve("charges.xlsx");
        List<String[]> rows = rows();
        try (BufferedWriter out = Files.newBufferedWriter(csv)) {
            for (String[] row : rows) {
                out.write(String.join(",", row));
                out.write('\n');
            }
        }
        text = Files.readAllBytes(csv);
        writeWorkbook(rows);
        try (SourceFile file = SourceFiles.open(csv, Limits.standard());
                TableReader table = file.read(0, new ReadOptions(WANTED, 1, 10_000))) {
            for (Optional<RowBlock> block = table.next(); block.isPresent(); block = table.next()) {
                blocks.add(block.get());
            }
        }
    }

    private static List<String[]> rows() {
        SplittableRandom random = new SplittableRandom(7);
        List<String> subscriptions = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            subscriptions.add(new java.util.UUID(random.nextLong(), random.nextLong()).toString());
        }
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            String subscription = subscriptions.get(random.nextInt(1_000));
            rows.add(new String[] {
                "2026-10-" + (10 + i * 20 / ROWS),
                subscription,
                "rg-" + random.nextInt(400),
                "/subscriptions/" + subscription + "/providers/Microsoft.Compute/virtualMachines/vm-" + random.nextInt(9_999),
                "Virtual Machines",
                random.nextBoolean() ? "westeurope" : "chinanorth3",
                "" + random.nextInt(1_000),
                BigDecimal.valueOf(random.nextLong(1_000_000_000L), random.nextInt(8)).toPlainString(),
                "EUR",
                "Größe D" + random.nextInt(64)
            });
        }
        return rows;
    }

    /** Numbers as such, texts in the cells themselves. */
    private void writeWorkbook(List<String[]> rows) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(xlsx))) {
            part(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" "
                    + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" "
                    + "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override "
                    + "PartName=\"/xl/s.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
                    + "</Types>");
            String relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            part(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + "<Relationship Id=\"a\" Type=\"" + relationships + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            part(zip, "xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\""
                    + relationships + "\"><sheets><sheet name=\"charges\" sheetId=\"1\" r:id=\"b\"/></sheets></workbook>");
            part(zip, "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"b\" Type=\""
                            + relationships + "/worksheet\" Target=\"s.xml\"/></Relationships>");
            StringBuilder sheet = new StringBuilder(
                    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
            for (int i = 0; i < rows.size(); i++) {
                sheet.append("<row r=\"").append(i + 1).append("\">");
                for (int col = 0; col < rows.get(i).length; col++) {
                    String cell = rows.get(i)[col];
                    sheet.append("<c r=\"").append((char) ('A' + col)).append(i + 1);
                    sheet.append(col == 6 || col == AMOUNT
                            ? "\"><v>" + cell + "</v></c>"
                            : "\" t=\"inlineStr\"><is><t>" + cell + "</t></is></c>");
                }
                sheet.append("</row>");
            }
            part(zip, "xl/s.xml", sheet.append("</sheetData></worksheet>").toString());
        }
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        OutputStream out = zip;
        out.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @TearDown(Level.Trial)
    public void delete() throws IOException {
        Files.delete(csv);
        Files.delete(xlsx);
        Files.delete(folder);
    }

    private static int read(Path path) throws UnreadableFileException {
        int rows = 0;
        try (SourceFile file = SourceFiles.open(path, Limits.standard());
                TableReader table = file.read(0, new ReadOptions(WANTED, 1, 10_000))) {
            for (Optional<RowBlock> block = table.next(); block.isPresent(); block = table.next()) {
                rows += block.get().size();
            }
        }
        if (rows != ROWS) {
            throw new IllegalStateException(rows + " rows");
        }
        return rows;
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public int readCsv() throws UnreadableFileException {
        return read(csv);
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public int readWorkbook() throws UnreadableFileException {
        return read(xlsx);
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public boolean isText() {
        // The last eight bytes are left out: the loop may look so far ahead.
        return ByteScan.isText(text, 0, text.length - 8);
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long numberDistinctCells() {
        DistinctCells cells = new DistinctCells(new int[] {SUBSCRIPTION}, 1 << 20);
        long sum = 0;
        for (RowBlock block : blocks) {
            for (int i = 0; i < block.size(); i++) {
                sum += ((CellBlock) block).number(i, cells);
            }
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long exactAmounts() {
        long sum = 0;
        for (RowBlock block : blocks) {
            for (int i = 0; i < block.size(); i++) {
                if (!((CellBlock) block).exact(i, AMOUNT, '.', number)) {
                    throw new IllegalStateException("row " + block.row(i));
                }
                sum += number.unscaled();
            }
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long amountsAsObjects() {
        long sum = 0;
        for (RowBlock block : blocks) {
            for (int i = 0; i < block.size(); i++) {
                sum += new BigDecimal(block.text(i, AMOUNT)).scale();
            }
        }
        return sum;
    }
}
