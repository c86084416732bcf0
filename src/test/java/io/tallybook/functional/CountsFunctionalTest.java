package io.tallybook.functional;

import static io.tallybook.functional.SmallInputs.PURCHASES_HEADER;
import static io.tallybook.functional.SmallInputs.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Rows in are rows out, and no text of an input gets out of its cell or out of the output folder. */
class CountsFunctionalTest {
    @TempDir
    Path folder;

    private Path in;
    private Path out;

    @BeforeEach
    void inputs() throws IOException {
        in = SmallInputs.good(folder.resolve("home/in"));
        out = folder.resolve("home/out");
    }

    private TallybookProcess.Finished run() throws Exception {
        return TallybookProcess.run(
                folder.resolve("home"), "run", "--in", "in", "--out", "out", "--as-of", "2026-10-31");
    }

    @Test
    void rowsAreAcceptedRejectedOrPassedOver() throws Exception {
        write(
                in,
                "purchases.csv",
                PURCHASES_HEADER
                        + "E1,1,2025-02-01,SQL Server Standard,SERVER,SA,10,100.00,USD\n"
                        + "E1,1,2025-02-02,SQL Server Standard,SERVER,SA,10,100.00,USD\n" // the key again
                        + "E9,2,2025-02-01,SQL Server Standard,SERVER,SA,10,100.00,USD\n" // no such agreement
                        + "E1,3,2025-13-01,SQL Server Standard,SERVER,SA,ten,100.00,USD\n" // two faults in one row
                        + "E1,4,2025-02-01,SQL Server Standard,SERVER,SA,10,100.00,EUR\n" // not the agreement's
                        // currency
                        + ",5,2025-02-01,SQL Server Standard,SERVER,SA,10,100.00,USD\n"
                        + "\n"
                        + "E1,=1+1,2025-02-01,+A1,SERVER,@SUM(A1),10,=cmd|' /C calc'!A0,USD\n"
                        + "E1,-7,2025-02-01,\"\ttab\",SERVER,SA,\"-2+3\",100.00,USD\n"
                        + "E2,8,2027-02-01,SQL Server Standard,SERVER,SA,10,100.00,USD\n" // after the as-of date
                        + "Total,,,,,,,1000.00,\n");
        // The total is no row; whether it is right stays open, for one amount is no number.
        run().endedWith(0, "COMPLETE").says("14 rows read: 6 accepted, 7 rejected, 1 passed over");

        Set<String> rejectedRows = new TreeSet<>();
        List<String> lines = Files.readAllLines(out.resolve("rejects.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", 5);
            rejectedRows.add(cells[1] + "|" + cells[2] + "|" + cells[3]);
        }
        int rejected = 0;
        for (JsonNode input : Published.manifest(out).path("inputs")) {
            for (JsonNode table : input.path("tables")) {
                int sum = table.path("accepted").asInt()
                        + table.path("rejected").asInt()
                        + table.path("passed_over").asInt();
                assertThat(table.path("rows").asInt()).as(table.toString()).isEqualTo(sum);
                rejected += table.path("rejected").asInt();
            }
        }
        assertThat(rejectedRows).hasSize(rejected);
        assertThat(rejectedRows)
                .extracting(row -> row.substring(row.lastIndexOf('|') + 1))
                .contains("3", "4", "5", "6", "7", "9", "10");

        // No cell of the csv that a spreadsheet would take for a formula.
        for (String line : lines) {
            for (String cell : line.split(",", -1)) {
                String content = cell.startsWith("\"") ? cell.substring(1) : cell;
                assertThat(content).doesNotMatch("(?s)^[=+@\\t\\r].*");
                assertThat(content.startsWith("-") && !content.matches("-[\\d.]+\"?"))
                        .as(line)
                        .isFalse();
            }
        }
        assertThat(lines).anyMatch(line -> line.contains("cmd|"));
    }

    @Test
    void namesOfAccountsWriteNothingOutsideTheOutputFolder() throws Exception {
        List<String> ids = List.of(
                "../../escaped",
                "/tmp/escaped-by-tallybook",
                "..",
                ".",
                "a/b\\c",
                "CON",
                "x".repeat(300),
                "é 日本 \u202e gpj",
                "<script>alert(1)</script>",
                "${7*7}",
                "results.jsonl",
                "a:b*c?d",
                "A1 ",
                "a1");
        StringBuilder accounts = new StringBuilder("account,name\n");
        StringBuilder agreements = new StringBuilder("agreement,account,program,currency,start,end\n");
        StringBuilder purchases = new StringBuilder(PURCHASES_HEADER);
        int i = 0;
        for (String id : ids) {
            accounts.append('"').append(id).append("\",").append("name " + i + "\n");
            agreements.append("G" + i + ",\"").append(id).append("\",EA,USD,2024-01-01,2026-12-31\n");
            purchases.append("G" + i++ + ",1,2025-02-01,SQL Server Standard,SERVER,SA,10,61200.00,USD\n");
        }
        write(in, "more/accounts.csv", accounts.toString());
        write(in, "more/agreements.csv", agreements.toString());
        write(in, "more/purchases.csv", purchases.toString());
        Set<Path> before = outside();
        run().endedWith(0, "COMPLETE");
        assertThat(outside()).isEqualTo(before);
        assertThat(Path.of("/tmp/escaped-by-tallybook")).doesNotExist();
        // The rows are read all the same; only a blank at the end of an id is no other id.
        assertThat(String.join("\n", Published.results(out)))
                .contains("\"account\":\"../../escaped\"", "\"account\":\"é 日本 \u202e gpj\"");
        for (Path file : Published.files(out)) {
            assertThat(file.getFileName().toString().length()).isLessThanOrEqualTo(255);
            assertThat(Files.isSymbolicLink(file)).isFalse();
        }
    }

    /** Everything that lies neither in the output folder nor in the state and the history beside it. */
    private Set<Path> outside() throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return new TreeSet<>(walk.filter(path -> !path.startsWith(out))
                    .filter(path -> !path.startsWith(folder.resolve("home/.tallybook")))
                    .filter(path -> !path.startsWith(folder.resolve("home/history")))
                    .toList());
        }
    }
}
