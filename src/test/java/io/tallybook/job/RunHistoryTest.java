package io.tallybook.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.job.JobDefinition.ReportKind;
import io.tallybook.job.JobDefinition.Tolerance;
import io.tallybook.job.JobDefinition.Tolerances;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunHistoryTest {
    private static final String HEADER = "agreement,line,order_date,product,pool,offering,quantity,amount,currency\n";
    private static final String LINE = "E1,1,2025-02-01,SQL Server Standard,SERVER,SA,10,61200.00,USD\n";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @BeforeEach
    void inputs() throws IOException {
        write("accounts.csv", "account,name,country\nA1,Contoso & <Co>,DE\n");
        write("agreements.csv", "agreement,account,program,currency,start,end\nE1,A1,EA,USD,2024-01-01,2026-12-31\n");
        write("purchases.csv", HEADER + LINE);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("in")).resolve(name), text);
    }

    private RunOutcome run(String out, int mostRejects) {
        JobDefinition any = JobDefinition.withoutFile();
        JobDefinition job = new JobDefinition(
                "monthly",
                any.period(),
                List.of(),
                Tolerances.of(new Tolerance(mostRejects, -1)),
                Map.of(),
                List.of("support"),
                Set.of(ReportKind.PORTFOLIO),
                "",
                List.of(),
                List.of(),
                Path.of(""));
        RunRequest request = new RunRequest(
                job,
                "",
                LocalDate.of(2026, 10, 31),
                List.of(folder.resolve("in")),
                folder.resolve(out),
                Map.of(),
                true,
                1,
                "");
        return new Runner(request, Progress.SILENT).run();
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(folder.resolve("history/monthly.jsonl"));
    }

    private String page() throws IOException {
        return Files.readString(folder.resolve("history/monthly.html"));
    }

    @Test
    void eachRunAddsALineAndThePublishedSetStaysTheSame() throws IOException {
        run("2026-10", -1);
        byte[] manifest = Files.readAllBytes(folder.resolve("2026-10/manifest.json"));

        assertThat(run("2026-10", -1).unchanged()).isTrue();

        assertThat(folder.resolve("2026-10/manifest.json")).hasBinaryContent(manifest);
        assertThat(lines()).hasSize(2);
        assertThat(lines().get(0)).contains("\"status\":\"COMPLETE\"", "This is the first set in its folder.");
        assertThat(lines().get(1)).contains("Nothing: the results are the same.");
        assertThat(page()).contains("Nothing: the results are the same.", "2026-10-31");
    }

    @Test
    void whatChangedIsSaid() throws IOException {
        run("2026-10", -1);
        write("purchases.csv", HEADER + LINE.replace("61200.00", "71200.00"));

        run("2026-10", -1);

        assertThat(lines().get(1))
                .contains("Input changed: purchases.csv")
                .contains("A1 agreement:E1 sa-spend SERVER_CAL: KNOWN 61200.00 USD -> KNOWN 71200.00 USD")
                .contains("; new: 0; gone: 0; ");
    }

    @Test
    void resultsThatComeAndGoAreSaid() throws IOException {
        run("2026-10", -1);
        write("agreements.csv", "agreement,account,program,currency,start,end\nE2,A1,EA,USD,2024-01-01,2026-12-31\n");
        write("purchases.csv", HEADER + LINE.replace("E1,", "E2,"));

        run("2026-10", -1);

        assertThat(lines().get(1))
                .contains("A1 agreement:E2 sa-spend SERVER_CAL: new, KNOWN 61200.00 USD")
                .contains("Results with another value: 0; new: ")
                .doesNotContain("new: 0")
                .doesNotContain("gone: 0");
    }

    @Test
    void aRefusedRunIsToldAndTakesNothingAway() throws IOException {
        run("2026-10", -1);
        write("purchases.csv", HEADER + LINE + "E9,1,2025-02-01,SQL Server Standard,SERVER,SA,10,1.00,USD\n");

        RunOutcome refused = run("2026-10", 0);

        assertThat(refused.status()).isEqualTo(RunOutcome.Status.BLOCKED);
        assertThat(lines()).hasSize(2);
        assertThat(lines().get(1)).contains("\"status\":\"BLOCKED\"", "purchases: no-account 1");
        assertThat(page()).contains("Refused", "purchases: no-account 1", "This is the first set in its folder.");
    }

    @Test
    void periodsOfOneJobShareAHistory() throws IOException {
        run("2026-09", -1);
        run("2026-10", -1);

        assertThat(lines()).hasSize(2);
        assertThat(lines().get(0)).contains("\"out\":\"2026-09\"");
        assertThat(lines().get(1)).contains("\"out\":\"2026-10\"");
        assertThat(page().indexOf("2026-10</td>")).isLessThan(page().indexOf("2026-09</td>"));
    }

    @Test
    void theHistoryIsNoInputWhereTheInputFolderHoldsBoth() throws IOException {
        run("in/2026-10", -1);

        assertThat(run("in/2026-10", -1).unchanged()).isTrue();

        assertThat(folder.resolve("in/history/monthly.html")).isRegularFile();
        assertThat(Files.readString(folder.resolve("in/2026-10/manifest.json"))).doesNotContain("history");
    }

    @Test
    void aHistoryThatCannotBeReadIsLeftAloneAndStopsNoRun() throws IOException {
        Path history = Files.createDirectories(folder.resolve("history")).resolve("monthly.jsonl");
        Files.writeString(history, "not ours\n");

        assertThat(run("2026-10", -1).status()).isEqualTo(RunOutcome.Status.COMPLETE);

        assertThat(history).hasContent("not ours");
    }
}
