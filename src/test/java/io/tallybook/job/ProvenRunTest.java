package io.tallybook.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.job.JobDefinition.ReportKind;
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

/** Whole runs: what the reports of a run show is what was computed, or nothing is published. */
class ProvenRunTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 10, 31);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @BeforeEach
    void inputs() throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        Files.writeString(in.resolve("accounts.csv"), "account,name,country\nA1,Contoso,DE\nA2,Fabrikam,US\n");
        Files.writeString(in.resolve("agreements.csv"), """
                agreement,account,program,currency,start,end
                E1,A1,EA,USD,2024-01-01,2026-12-31
                E2,A2,EA,USD,2025-01-01,2027-12-31
                """);
        Files.writeString(in.resolve("purchases.csv"), """
                agreement,line,order_date,product,pool,offering,quantity,amount,currency
                E1,1,2025-02-01,SQL Server Standard,SERVER,SA,10,61200.00,USD
                E2,1,2025-03-01,SQL Server Standard,SERVER,SA,4,20000.01,USD
                """);
    }

    private RunOutcome run(Path templates) {
        JobDefinition any = JobDefinition.withoutFile();
        JobDefinition job = new JobDefinition(
                "proven",
                any.period(),
                List.of(),
                Tolerances.ANY,
                Map.of(),
                List.of(),
                Set.of(ReportKind.values()),
                "",
                List.of(),
                List.of(),
                templates);
        RunRequest request = new RunRequest(
                job, "", AS_OF, List.of(folder.resolve("in")), folder.resolve("out"), Map.of(), true, 2, "");
        return new Runner(request, Progress.SILENT).run();
    }

    /** A template of the job's own, that has something else in the place of what the built-in one has. */
    private RunOutcome runWith(String template, String right, String wrong) throws IOException {
        Path templates = Files.createDirectories(folder.resolve("templates"));
        String text = Files.readString(Path.of("templates", template));
        assertThat(text).contains(right);
        Files.writeString(templates.resolve(template), text.replace(right, wrong));
        return run(templates);
    }

    @Test
    void whatAgreesIsPublished() {
        RunOutcome outcome = run(Path.of(""));

        assertThat(outcome.status()).isEqualTo(RunOutcome.Status.COMPLETE);
        assertThat(folder.resolve("out/portfolio.html")).isRegularFile();
    }

    @Test
    void aPortfolioThatShowsAnotherSumBlocksPublication() throws IOException {
        run(Path.of(""));
        byte[] before = Files.readAllBytes(folder.resolve("out/portfolio.html"));

        RunOutcome outcome =
                runWith("portfolio.ftlh", "<td class=\"n\">${x.valueText}</td>", "<td class=\"n\">1.00</td>");

        assertThat(outcome.status()).isEqualTo(RunOutcome.Status.FAULT);
        assertThat(outcome.messages()).anyMatch(message -> message.contains("portfolio.html: shows "));
        assertThat(folder.resolve("out/portfolio.html")).hasBinaryContent(before);
    }

    @Test
    void aSolutionHasAPageOfItsOwnThatSaysWhatWasFoundOrNothingIsPublished() throws IOException {
        Path in = folder.resolve("in");
        Files.writeString(in.resolve("solutions.csv"), "solution,account,name\nS/1,A1,Clear Dock\n");
        Files.writeString(in.resolve("azure_usage.csv"), """
                line,date,amount,currency,account,operator,solution
                1,2026-09-03,10.00,USD,A1,MICROSOFT,S/1
                """);
        run(Path.of(""));
        assertThat(folder.resolve("out/accounts/A1+S%2F1.html")).content().contains("Clear Dock");
        assertThat(folder.resolve("out/accounts/A1.html"))
                .content()
                .contains("<a href=\"A1+S%252F1.html\">Clear Dock</a>");

        RunOutcome outcome = runWith("solution.ftlh", "<div class=\"reason\">${f.reason}</div>", "<div>?</div>");

        assertThat(outcome.status()).isEqualTo(RunOutcome.Status.FAULT);
        assertThat(outcome.messages()).anyMatch(message -> message.contains("A1+S%2F1.html: "));
    }

    @Test
    void aFindingThatIsShownOtherwiseBlocksPublication() throws IOException {
        RunOutcome outcome =
                runWith("account.ftlh", "<td class=\"day\">${s.dateText}</td>", "<td class=\"day\">soon</td>");

        assertThat(outcome.status()).isEqualTo(RunOutcome.Status.FAULT);
        assertThat(outcome.messages()).anyMatch(message -> message.contains("A1.html: does not show that "));
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
