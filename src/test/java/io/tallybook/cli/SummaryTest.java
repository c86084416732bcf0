package io.tallybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SummaryTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private void write(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("in")).resolve(name), text);
    }

    @Test
    void lastLineHasTheSumsOfMoneyEachCurrencyForItself() throws IOException {
        write("accounts.csv", "account,name,country\nA1,Contoso,DE\nA2,Fabrikam,US\n");
        write("agreements.csv", """
                agreement,account,program,currency,start,end
                E1,A1,EA,USD,2024-01-01,2026-12-31
                E2,A2,EA,USD,2024-01-01,2026-12-31
                E3,A2,EA,EUR,2024-01-01,2026-12-31
                """);
        write("purchases.csv", """
                agreement,line,order_date,product,pool,offering,quantity,amount,currency
                E1,1,2025-02-01,SQL Server Standard,SERVER,SA,10,61200.00,USD
                E2,1,2025-03-01,SQL Server Standard,SERVER,SA,4,20000.01,USD
                E3,1,2025-03-01,SQL Server Standard,SERVER,SA,4,1999999999999.05,EUR
                """);

        CommandRun run = CommandRun.of(
                "run",
                "--in",
                folder.resolve("in").toString(),
                "--out",
                folder.resolve("out").toString(),
                "--as-of",
                "2026-10-31",
                "--no-reports");

        assertThat(run.exit()).as(run.err()).isZero();
        JsonNode summary = JsonMapper.shared().readTree(run.lines().get(0));
        SortedMap<String, String> sums = new TreeMap<>();
        summary.path("sums")
                .properties()
                .forEach(sum -> sums.put(sum.getKey(), sum.getValue().asString()));
        assertThat(sums)
                .containsEntry("sa-spend SERVER_CAL EUR", "1999999999999.05")
                .containsEntry("sa-spend SERVER_CAL USD", "81200.01")
                .containsEntry("sa-spend IW_CLIENT USD", "0.00")
                .allSatisfy((name, sum) -> assertThat(name).matches("[a-z.-]+( [A-Z_]+)? [A-Z]{3}"));
        assertThat(summary.path("counts").has("rows")).isTrue();
        assertThat(summary.path("run").asString()).hasSize(36);
        assertThat(summary.path("duration_ms").asLong()).isPositive();
    }
}
