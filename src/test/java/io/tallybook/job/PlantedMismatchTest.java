package io.tallybook.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Inputs whose control total is off by one row or one cent: nothing of them is published. */
class PlantedMismatchTest {
    private static final int ROWS = 10;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    /** A row that is missing or an amount that is a cent off, in each row of the table. */
    static List<Mismatch> mismatches() {
        return IntStream.range(0, ROWS)
                .boxed()
                .flatMap(row -> List.of(new Mismatch(row, true), new Mismatch(row, false)).stream())
                .toList();
    }

    /** What is wrong with one row. */
    record Mismatch(int row, boolean missing) {
        @Override
        public String toString() {
            return "row " + (row + 1) + (missing ? " missing" : " a cent off");
        }
    }

    private static BigDecimal amount(int row) {
        return new BigDecimal("1000.10").add(BigDecimal.valueOf(row, 2));
    }

    private static List<String> rows() {
        return new ArrayList<>(
                IntStream.range(0, ROWS).mapToObj(row -> line(row, amount(row))).toList());
    }

    private static String line(int row, BigDecimal amount) {
        return "E1," + row + ",2025-02-01,SQL Server Standard,SERVER,SA,1," + amount + ",USD";
    }

    private RunOutcome run(List<String> rows) throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        Files.writeString(in.resolve("accounts.csv"), "account,name\nA1,Contoso\n");
        Files.writeString(
                in.resolve("agreements.csv"),
                "agreement,account,program,currency,start,end\nE1,A1,EA,USD,2024-01-01,2026-12-31\n");
        BigDecimal total =
                IntStream.range(0, ROWS).mapToObj(PlantedMismatchTest::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        Files.writeString(
                in.resolve("purchases.csv"),
                "agreement,line,order_date,product,pool,offering,quantity,amount,currency\n" + String.join("\n", rows)
                        + "\nTotal,,,,,,," + total + ",\n");
        return FolderRun.of(in, folder.resolve("out"));
    }

    @Test
    void totalThatAgreesIsPublished() throws IOException {
        assertThat(run(rows()).status()).isEqualTo(RunOutcome.Status.COMPLETE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mismatches")
    void mismatchBlocksPublication(Mismatch mismatch) throws IOException {
        List<String> rows = rows();
        if (mismatch.missing()) {
            rows.remove(mismatch.row());
        } else {
            rows.set(mismatch.row(), line(mismatch.row(), amount(mismatch.row()).add(new BigDecimal("0.01"))));
        }

        RunOutcome outcome = run(rows);

        assertThat(outcome.status()).isEqualTo(RunOutcome.Status.BLOCKED);
        assertThat(outcome.messages()).anyMatch(message -> message.contains("the control total of amount is 10001.45"));
        assertThat(folder.resolve("out/results.jsonl")).doesNotExist();
    }
}
