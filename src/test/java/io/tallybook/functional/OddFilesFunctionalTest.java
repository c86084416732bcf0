package io.tallybook.functional;

import static io.tallybook.functional.SmallInputs.PURCHASES_HEADER;
import static io.tallybook.functional.SmallInputs.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.functional.TallybookProcess.Finished;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Files that no program should write and some do: one clear line each, in a small heap, and never a hang. */
class OddFilesFunctionalTest {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private Path in;

    @BeforeEach
    void goodInputs() throws IOException {
        in = SmallInputs.good(folder.resolve("in"));
    }

    private Finished run(String... inputs) throws Exception {
        String[] command = {"run", "--out", "out", "--as-of", "2026-10-31", "--no-reports", "--in"};
        String[] all = Arrays.copyOf(command, command.length + inputs.length);
        System.arraycopy(inputs, 0, all, command.length, inputs.length);
        return TallybookProcess.startWith(List.of("-Xmx256m"), folder, all).await();
    }

    @Test
    void eachOddFileGetsOneLineAndCostsTheOthersNothing() throws Exception {
        run("in").endedWith(0, "COMPLETE");
        List<String> without = Published.results(folder.resolve("out"));

        Map<String, byte[]> refused = new LinkedHashMap<>();
        byte[] workbook = SmallInputs.workbook("Purchases", row(1, "agreement", "line", "order_date"));
        refused.put("cut.xlsx", Arrays.copyOf(workbook, workbook.length - 100));
        refused.put("head only.xlsx", Arrays.copyOf(workbook, 60));
        refused.put("zeros.xlsx", new byte[5_000]);
        refused.put(
                "nul.csv", (PURCHASES_HEADER + "E1,6,2025-02-01,SQL\u0000Server\n").getBytes(StandardCharsets.UTF_8));
        refused.put("empty.csv", new byte[0]);
        refused.put("blank.csv", "\n\n  \n".getBytes(StandardCharsets.UTF_8));
        refused.put("one column.csv", "names\nAnn\nBob\n".getBytes(StandardCharsets.UTF_8));
        refused.put("text.xlsx", "this is no workbook".getBytes(StandardCharsets.UTF_8));
        refused.put("other.zip", zip("../../escaped.txt", "out of here"));
        refused.put("slip.xlsx", zip("../../../escaped.xml", "<x/>"));
        refused.put(
                "picture.csv",
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'});
        refused.put("half.csv.gz", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 75});
        refused.put(
                "doctype.xlsx",
                zip("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>"));
        for (Map.Entry<String, byte[]> file : refused.entrySet()) {
            Files.write(in.resolve(file.getKey()), file.getValue());
        }
        bomb(in.resolve("bomb.xlsx"));

        // Left by programs that are at work: no input yet, and no word about them.
        for (String name :
                List.of("~$purchases.xlsx", "purchases.csv.part", ".purchases.csv", "x.tmp", ".hidden/x.csv")) {
            write(in, name, "half");
        }

        Finished finished = run("in");
        finished.endedWith(65, "INCOMPLETE");
        assertThat(finished.took()).isLessThan(LONGEST);
        refused.put("bomb.xlsx", new byte[0]);
        for (String name : refused.keySet()) {
            assertThat(finished.err())
                    .filteredOn(line -> line.startsWith("tallybook: [" + name + "] "))
                    .as(name)
                    .singleElement()
                    .satisfies(line -> assertThat(line).hasSizeLessThanOrEqualTo(211));
        }
        // And no other file is complained of.
        assertThat(finished.err())
                .filteredOn(line -> line.startsWith("tallybook: ["))
                .hasSize(refused.size());
        assertThat(Published.results(folder.resolve("out"))).isEqualTo(without);
        assertThat(Published.manifest(folder.resolve("out")).path("inputs")).hasSize(refused.size() + 3);
        assertThat(Published.files(folder))
                .noneMatch(file -> file.getFileName().toString().startsWith("escaped"));
    }

    private static String row(int row, String... cells) {
        StringBuilder xml = new StringBuilder("<row r='" + row + "'>");
        for (String cell : cells) {
            xml.append("<c t='inlineStr'><is><t>").append(cell).append("</t></is></c>");
        }
        return xml.append("</row>").toString();
    }

    private static byte[] zip(String name, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    /** 300 MB of a sheet in less than 1 MB of file. */
    private static void bomb(Path file) throws IOException {
        RawWorkbook.write(file, "Purchases", out -> {
            out.write(row(1, PURCHASES_HEADER.strip().split(",", -1)).getBytes(StandardCharsets.UTF_8));
            byte[] rows = "<row><c><v>1</v></c></row>".repeat(40_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 300; i++) {
                out.write(rows);
            }
        });
    }

    /** Half of a copy is no input: neither what is there when the run begins nor what comes while it reads. */
    @Test
    void fileThatIsStillBeingWrittenIsTakenWholeNextTime() throws Exception {
        Path growing = write(in, "rates.csv", "date,from,to,rate\n");
        AtomicInteger rows = new AtomicInteger();
        AtomicBoolean ended = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            // 100 kB a second, until the run has ended.
            for (LocalDate day = LocalDate.of(1990, 1, 1); !ended.get(); day = day.plusDays(1)) {
                append(growing, day + ",EUR,USD,1.05\n");
                rows.incrementAndGet();
                LockSupport.parkNanos(200_000);
            }
        });
        writer.start();
        Finished finished = run("in");
        ended.set(true);
        writer.join();
        finished.endedWith(65, "INCOMPLETE")
                .says("[rates.csv] changed while it was read; run again when it has been written to its end");
        assertThat(finished.summary().at("/counts/rows").asInt()).isEqualTo(6);

        Finished next = run("in");
        next.endedWith(0, "COMPLETE");
        assertThat(next.summary().at("/counts/rows").asInt()).isEqualTo(6 + rows.get());
    }

    private static void append(Path file, String line) {
        try {
            Files.writeString(file, line, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void blankStyledRowsAreNoRows() throws Exception {
        Files.delete(in.resolve("purchases.csv"));
        RawWorkbook.write(in.resolve("orders.xlsx"), "Purchases", out -> {
            out.write(row(1, PURCHASES_HEADER.strip().split(",", -1)).getBytes(StandardCharsets.UTF_8));
            out.write(row(2, "E1", "1", "2025-02-01", "SQL Server Standard", "SERVER", "SA", "10", "61200.00", "USD")
                    .getBytes(StandardCharsets.UTF_8));
            StringBuilder rows = new StringBuilder();
            for (int i = 3; i <= 1_048_576; i++) {
                rows.append("<row r='")
                        .append(i)
                        .append("' s='0' customFormat='1'><c r='A")
                        .append(i)
                        .append("' s='0'/><c r='H");
                rows.append(i).append("' s='0'/></row>");
                if (i % 10_000 == 0) {
                    out.write(rows.toString().getBytes(StandardCharsets.UTF_8));
                    rows.setLength(0);
                }
            }
            out.write(rows.toString().getBytes(StandardCharsets.UTF_8));
        });
        // And as a csv: lines of nothing but separators.
        Files.writeString(
                in.resolve("rates.csv"), "date,from,to,rate\n2025-02-01,EUR,USD,1.05\n" + ",,,\n".repeat(1_000_000));
        Finished finished = run("in");
        finished.endedWith(0, "COMPLETE");
        assertThat(finished.took()).isLessThan(LONGEST);
        assertThat(finished.summary().at("/counts/rows").asInt()).isEqualTo(2 + 2 + 1 + 1);
    }

    @Test
    void oddCellsAreRejectedByRowAndEncodingsAreRead() throws Exception {
        write(
                in,
                "purchases.csv",
                PURCHASES_HEADER
                        + "E1,1,31.02.2025,SQL Server Standard,SERVER,SA,10,1.00,USD\n"
                        + "E1,2,45000,SQL Server Standard,SERVER,SA,10,1.00,USD\n"
                        + "E1,3,2025-02-01,=cmd|' /C calc'!A0,SERVER,SA,10,1.00,USD\n"
                        + "E1,4,2025-02-01,SQL Server Standard,SERVER,SA,1e999999999,1.00,USD\n"
                        + "E1,5,2025-02-01,SQL Server Standard,SERVER,SA,10,NaN,USD\n"
                        + "E1,7,2025-02-01,SQL Server Standard,SERVER\n"
                        + "E1,8,2025-02-01,SQL Server Standard,SERVER,SA,10,1.00,USD,and,more\n"
                        + "E1,9,0000-00-00,SQL Server Standard,SERVER,SA,10,1.00,XXX\n");
        Files.writeString(
                in.resolve("accounts.csv"), "account;name\nA1;Contoß\nA2;Fabrikam\n", StandardCharsets.UTF_16);
        Finished finished = run("in");
        finished.endedWith(0, "COMPLETE");
        assertThat(finished.took()).isLessThan(LONGEST);
        String rejects = Files.readString(folder.resolve("out/rejects.csv"));
        for (int row : new int[] {2, 3, 5, 6, 7, 9}) {
            assertThat(rejects).contains("purchases,purchases.csv,purchases," + row + ",");
        }
        for (JsonNode input : Published.manifest(folder.resolve("out")).path("inputs")) {
            assertThat(input.path("status").asString()).as(input.toString()).isEqualTo("READ");
        }
    }

    @Test
    void fileWithoutAnyRowIsNoResult() throws Exception {
        write(folder, "header/purchases.csv", PURCHASES_HEADER);
        write(folder, "nothing/purchases.csv", "");
        run("header").endedWith(65, "BLOCKED").says("no row at all is usable: 0 read");
        run("nothing").endedWith(65, "BLOCKED").says("[purchases.csv]", "empty").says("no row at all is usable");
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
